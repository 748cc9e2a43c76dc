import { encodeBase64 } from '../read/base64.js';
import { ExportIds, shortTraceId } from './export-ids.js';
import { tagText } from '../read/tag-text.js';
import { statusTags } from '../read/jaeger-tag-keys.js';
import type { Span, SpanLink, Trace } from '../trace.js';
import { ExportClock } from '../unix-time.js';

interface Tag {
  key: string;
  type: 'string' | 'bool' | 'int64' | 'float64' | 'binary';
  value: string | number | boolean;
}

/**
 * Traces as Jaeger's API and UI have them. Times are whole microseconds and never 0; lists and maps become JSON, and
 * links lose their attributes; a root's links into its own trace are left out.
 * @see https://github.com/jaegertracing/jaeger/blob/main/internal/uimodel/model.go
 */
export function writeJaeger(traces: Trace[]): { data: object[] } {
  const ids = new ExportIds(traces);
  return { data: traces.map((trace) => writeTrace(trace, ids)) };
}

function writeTrace(trace: Trace, ids: ExportIds): object {
  const clock = new ExportClock(trace.startUnixNano);
  const processes = new Map<string, { id: string; serviceName: string; tags: Tag[] }>();
  const spans = trace.spans.map((span) => {
    const tags = writeTags(span.resource ?? []);
    const key = JSON.stringify([span.service, tags]);
    const process = processes.get(key) ?? { id: `p${processes.size + 1}`, serviceName: span.service, tags };
    processes.set(key, process);
    return { ...writeSpan(span, trace.traceId, clock, ids), processID: process.id, warnings: null };
  });
  return {
    traceID: shortTraceId(trace.traceId),
    spans,
    processes: Object.fromEntries(Array.from(processes.values(), ({ id, ...process }) => [id, process])),
    warnings: null,
  };
}

function writeSpan(span: Span, traceId: string, clock: ExportClock, ids: ExportIds): object {
  const startTime = clock.micros(span.startMs);
  const status = statusTags(span).filter(([key]) => !span.attributes.has(key));
  const reference = (refType: string, toTrace: string, toSpan: string): object => ({
    refType,
    traceID: shortTraceId(toTrace),
    spanID: ids.span(toTrace, toSpan),
  });
  return {
    traceID: shortTraceId(traceId),
    spanID: ids.span(traceId, span.spanId),
    operationName: span.name,
    references: [
      ...(span.parentSpanId === null ? [] : [reference('CHILD_OF', traceId, span.parentSpanId)]),
      ...linksToKeep(span, traceId).map((link) => {
        const isParent = link.attributes.get('opentracing.ref_type') === 'child_of';
        return reference(isParent ? 'CHILD_OF' : 'FOLLOWS_FROM', link.traceId, link.spanId);
      }),
    ],
    startTime,
    duration: Math.max(0, clock.micros(span.startMs + span.durationMs) - startTime),
    tags: [...writeTags([['span.kind', span.kind]]), ...writeTags(span.attributes), ...writeTags(status)],
    logs: span.events.map((event) => ({
      timestamp: clock.micros(event.timeMs),
      fields: [...writeTags(event.name === '' ? [] : [['event', event.name]]), ...writeTags(event.attributes)],
    })),
  };
}

// A root that refers to a span of its own trace would be taken for that span's child.
function linksToKeep(span: Span, traceId: string): SpanLink[] {
  return span.parentSpanId === null ? span.links.filter((link) => link.traceId !== traceId) : span.links;
}

function writeTags(attributes: Iterable<[string, unknown]>): Tag[] {
  return Array.from(attributes, ([key, value]) => ({ key, ...typed(value) }));
}

function typed(value: unknown): Omit<Tag, 'key'> {
  if (typeof value === 'boolean') return { type: 'bool', value };
  if (typeof value === 'number') {
    const type = Number.isSafeInteger(value) ? 'int64' : 'float64';
    return { type, value: Number.isFinite(value) ? value : String(value) };
  }
  if (typeof value === 'bigint') return { type: 'int64', value: String(value) };
  if (value instanceof Uint8Array) return { type: 'binary', value: encodeBase64(value) };
  return { type: 'string', value: tagText(value) };
}
