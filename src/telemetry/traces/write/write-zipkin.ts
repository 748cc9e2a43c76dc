import { ExportIds, shortTraceId } from './export-ids.js';
import { STATUS_DESCRIPTION } from '../read/otlp-enums.js';
import { tagText } from '../read/tag-text.js';
import { statusTags } from '../read/jaeger-tag-keys.js';
import { toPlain, ValueBudget } from '../json/untrusted-json.js';
import type { Span, SpanEvent, Trace } from '../trace.js';
import { ExportClock } from '../unix-time.js';
import { LOCAL, REMOTE, writeEndpoint } from '../read/zipkin/zipkin-endpoint.js';

/**
 * Traces as Zipkin's list of spans, version 2. It knows text only and whole microseconds, of which a span takes at
 * least one; links are left out, and each half of a call has an id of its own.
 * @see https://zipkin.io/zipkin-api/#/default/post_spans
 */
export function writeZipkin(traces: Trace[]): object[] {
  const ids = new ExportIds(traces);
  return traces.flatMap((trace) => {
    const clock = new ExportClock(trace.startUnixNano);
    return trace.spans.map((span) => writeSpan(span, trace.traceId, clock, ids));
  });
}

function writeSpan(span: Span, traceId: string, clock: ExportClock, ids: ExportIds): object {
  const resource = span.resource ?? new Map<string, unknown>();
  const peer = span.attributes.get('peer.service');
  const peerName = typeof peer === 'string' && peer !== '' ? peer : undefined;
  const local = writeEndpoint(span.service, resource, LOCAL);
  const remote = writeEndpoint(peerName, span.attributes, REMOTE);
  if (peerName !== undefined) remote.used.add('peer.service');
  const tags = new Map<string, string>();
  for (const [key, value] of resource) if (!local.used.has(key)) tags.set(key, tagText(value));
  for (const [key, value] of span.attributes) if (!remote.used.has(key)) tags.set(key, tagText(value));
  for (const [key, value] of zipkinStatus(span, tags)) tags.set(key, value);
  const timestamp = clock.micros(span.startMs);
  const duration = Math.max(1, clock.micros(span.startMs + span.durationMs) - timestamp);
  // No duration is Zipkin's way to say that a span did not end.
  const ended = span.durationMs > 0 || !span.warnings.some(({ kind }) => kind === 'missing-time');
  return {
    traceId: shortTraceId(traceId),
    id: ids.span(traceId, span.spanId),
    ...(span.parentSpanId !== null && { parentId: ids.span(traceId, span.parentSpanId) }),
    ...(span.kind !== 'internal' && { kind: span.kind.toUpperCase() }),
    name: span.name,
    timestamp,
    ...(ended && { duration }),
    ...(local.endpoint && { localEndpoint: local.endpoint }),
    ...(remote.endpoint && { remoteEndpoint: remote.endpoint }),
    annotations: span.events.map((event) => ({ timestamp: clock.micros(event.timeMs), value: annotation(event) })),
    tags: Object.fromEntries(tags),
  };
}

/** Zipkin shows the text of `error`: the description, where there is one. */
function zipkinStatus(span: Span, tags: Map<string, string>): [string, string][] {
  const description = tags.get(STATUS_DESCRIPTION);
  if (span.status === 'error') tags.delete(STATUS_DESCRIPTION);
  return statusTags(span).map(([key, value]) => [key, key === 'error' ? description || 'true' : String(value)]);
}

function annotation(event: SpanEvent): string {
  if (event.attributes.size === 0) return event.name;
  return `${JSON.stringify(event.name)}: ${JSON.stringify(toPlain(event.attributes, new ValueBudget()))}`;
}
