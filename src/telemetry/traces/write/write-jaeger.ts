import { encodeBase64 } from '../read/base64.js';
import { ExportIds, shortTraceId } from './export-ids.js';
import { tagText } from '../read/tag-text.js';
import { statusTags } from '../read/jaeger-tag-keys.js';
import { CHILD_OF, onlyFollows, REFERENCE_TYPE, type Span, type SpanLink, type Trace } from '../trace.js';
import { ExportClock } from '../unix-time.js';

interface Tag {
  key: string;
  type: 'string' | 'bool' | 'int64' | 'float64' | 'binary';
  value: string | number | boolean;
}

/**
 * Traces as Jaeger's API and UI have them. Times are whole microseconds and never 0; a list of plain values becomes its
 * key again and again, other lists and maps become JSON; links lose their attributes, and those that would be taken for
 * the parent are left out.
 * @see https://github.com/jaegertracing/jaeger/blob/main/internal/uimodel/model.go
 */
export function writeJaeger(traces: Trace[]): { data: object[] } {
  const ids = new ExportIds(traces);
  return { data: traces.map((trace) => writeTrace(trace, ids)) };
}

function writeTrace(trace: Trace, ids: ExportIds): object {
  const clock = new ExportClock(trace.startUnixNano);
  const known = new Set(trace.spans.map(({ spanId }) => spanId));
  const processes = new Map<string, { id: string; serviceName: string; tags: Tag[] }>();
  const spans = trace.spans.map((span) => {
    const tags = writeTags(span.resource ?? []);
    const key = JSON.stringify([span.service, tags]);
    const process = processes.get(key) ?? { id: `p${processes.size + 1}`, serviceName: span.service, tags };
    processes.set(key, process);
    return { ...writeSpan(span, trace.traceId, known, clock, ids), processID: process.id, warnings: null };
  });
  return {
    traceID: shortTraceId(trace.traceId),
    spans,
    processes: Object.fromEntries(Array.from(processes.values(), ({ id, ...process }) => [id, process])),
    warnings: null,
  };
}

function writeSpan(
  span: Span,
  traceId: string,
  known: ReadonlySet<string>,
  clock: ExportClock,
  ids: ExportIds,
): object {
  const startTime = clock.micros(span.startMs);
  const status = statusTags(span).filter(([key]) => !span.attributes.has(key));
  const isFollower = span.parentSpanId !== null && onlyFollows(span);
  const attributes = [...span.attributes].filter(([key]) => !(isFollower && key === REFERENCE_TYPE));
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
      ...(span.parentSpanId === null
        ? []
        : [reference(isFollower ? 'FOLLOWS_FROM' : 'CHILD_OF', traceId, span.parentSpanId)]),
      ...linksToKeep(span, traceId, known).map((link) => {
        const isParent = link.attributes.get(REFERENCE_TYPE) === CHILD_OF;
        return reference(isParent ? 'CHILD_OF' : 'FOLLOWS_FROM', link.traceId, link.spanId);
      }),
    ],
    ...(span.flags !== undefined && { flags: span.flags }),
    startTime,
    duration: Math.max(0, clock.micros(span.startMs + span.durationMs) - startTime),
    tags: [...writeTags([['span.kind', span.kind]]), ...writeTags(attributes), ...writeTags(status)],
    logs: span.events.map((event) => ({
      timestamp: clock.micros(event.timeMs),
      fields: [...writeTags(event.name === '' ? [] : [['event', event.name]]), ...writeTags(event.attributes)],
    })),
  };
}

// Jaeger takes the first reference whose span it has for the parent's: a link must not become one.
function linksToKeep({ parentSpanId, links }: Span, traceId: string, known: ReadonlySet<string>): SpanLink[] {
  if (parentSpanId === null) return links.filter((link) => link.traceId !== traceId);
  if (known.has(parentSpanId)) return links;
  return links.filter((link) => link.traceId !== traceId || !known.has(link.spanId));
}

function writeTags(attributes: Iterable<[string, unknown]>): Tag[] {
  return Array.from(attributes, ([key, value]): Tag[] =>
    isRepetition(value) ? value.map((each) => ({ key, ...typed(each) })) : [{ key, ...typed(value) }],
  ).flat();
}

/** Whether a reader of the repeated key would have this list again. */
function isRepetition(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 1 && value.every(isPlain);
}

function isPlain(value: unknown): boolean {
  return (
    value instanceof Uint8Array || (value !== null && ['string', 'number', 'bigint', 'boolean'].includes(typeof value))
  );
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
