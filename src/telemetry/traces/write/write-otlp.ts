import { ExportIds } from './export-ids.js';
import { keyValues } from '../read/otlp-values.js';
import { KINDS, SCOPE_NAME, SCOPE_VERSION, STATUS_DESCRIPTION, STATUSES, TRACE_STATE } from '../read/otlp-enums.js';
import { hexId } from '../span-ids.js';
import type { Span, Trace } from '../trace.js';
import { ExportClock } from '../unix-time.js';

interface ResourceSpans {
  resource: { attributes: object[] };
  scopeSpans: [{ scope: { name?: string; version?: string }; spans: object[] }];
}

const LIFTED: readonly string[] = [SCOPE_NAME, SCOPE_VERSION, STATUS_DESCRIPTION, TRACE_STATE];

/**
 * Traces as OTLP JSON, strictly: ids in hex, 64-bit integers as strings, enums as integers. An id that is none is
 * replaced by one made from it, and a trace that starts at 0 starts a microsecond later.
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export function writeOtlp(traces: Trace[]): { resourceSpans: object[] } {
  const ids = new ExportIds(traces);
  return { resourceSpans: traces.flatMap((trace) => writeTrace(trace, ids)) };
}

function writeTrace(trace: Trace, ids: ExportIds): ResourceSpans[] {
  const clock = new ExportClock(trace.startUnixNano);
  const known = new Set(trace.spans.map(({ spanId }) => spanId));
  const groups: ResourceSpans[] = [];
  const groupOf = new Map<string, number>();
  const lastOfTied = new Map<string, number>();
  for (const span of trace.spans) {
    const attributes = keyValues([['service.name', span.service], ...(span.resource ?? [])]);
    const name = lifted(span, SCOPE_NAME);
    const version = lifted(span, SCOPE_VERSION);
    const key = JSON.stringify([attributes, name, version]);
    // Siblings that start together keep their order only where the file has them in it.
    const parent = span.parentSpanId !== null && known.has(span.parentSpanId) ? span.parentSpanId : '';
    const tied = `${clock.nanos(span.startMs)} ${parent}`;
    let group = groupOf.get(key);
    if (group === undefined || group < (lastOfTied.get(tied) ?? 0)) {
      const scope = { ...(name && { name }), ...(version && { version }) };
      group = groups.push({ resource: { attributes }, scopeSpans: [{ scope, spans: [] }] }) - 1;
      groupOf.set(key, group);
    }
    lastOfTied.set(tied, group);
    groups[group]?.scopeSpans[0].spans.push(writeSpan(span, trace.traceId, clock, ids));
  }
  return groups;
}

function writeSpan(span: Span, traceId: string, clock: ExportClock, ids: ExportIds): object {
  const message = lifted(span, STATUS_DESCRIPTION);
  const traceState = lifted(span, TRACE_STATE);
  return {
    traceId: hexId(traceId, 32),
    spanId: ids.span(traceId, span.spanId),
    ...(traceState && { traceState }),
    ...(span.parentSpanId !== null && { parentSpanId: ids.span(traceId, span.parentSpanId) }),
    ...(span.flags !== undefined && { flags: span.flags }),
    name: span.name,
    kind: KINDS.lastIndexOf(span.kind),
    startTimeUnixNano: String(clock.nanos(span.startMs)),
    endTimeUnixNano: String(clock.nanos(span.startMs + span.durationMs)),
    attributes: keyValues([...span.attributes].filter(([key]) => lifted(span, key) === undefined)),
    events: span.events.map((event) => ({
      timeUnixNano: String(clock.nanos(event.timeMs)),
      name: event.name,
      attributes: keyValues(event.attributes),
    })),
    links: span.links.map((link) => ({
      traceId: hexId(link.traceId, 32),
      spanId: ids.span(link.traceId, link.spanId),
      attributes: keyValues(link.attributes),
    })),
    status: { ...(message && { message }), code: STATUSES.indexOf(span.status) },
  };
}

/** An attribute that OTLP has a field for. */
function lifted(span: Span, key: string): string | undefined {
  const value = LIFTED.includes(key) ? span.attributes.get(key) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
