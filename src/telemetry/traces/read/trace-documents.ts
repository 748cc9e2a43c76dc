import { asList, isObject, own, ownAny } from '../json/untrusted-json.js';
import { isFrame } from './read-grafana-frame.js';
import { isSummary } from './read-summaries.js';

export type DocumentKind = 'otlp' | 'jaeger' | 'zipkin' | 'summaries' | 'frame';

/** A part of a file that one reader reads. */
export interface TraceDocument {
  readonly kind: DocumentKind;
  readonly value: unknown;
}

/** What the products put around their traces: Tempo, Jaeger 2, Grafana and Elasticsearch, in this order. */
const WRAPPERS = ['trace', 'traces', 'result', 'results', 'data', 'frames', 'responses', 'hits', '_source'];
const DEEPEST = 6;

/** The traces in a value of JSON, whatever is around and beside them; none where it has no traces. */
export function traceDocuments(value: unknown): TraceDocument[] {
  const found: TraceDocument[] = [];
  collect(value, found, 0);
  return found;
}

function collect(value: unknown, found: TraceDocument[], depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) collectList(value, found, depth);
  else if (isObject(value)) collectObject(value, found, depth);
}

function collectList(list: readonly unknown[], found: TraceDocument[], depth: number): void {
  // Zipkin's API gives a list of traces, each a list of spans; without any, nothing tells it from an empty list.
  if (
    list.some(isZipkinSpanOrTrace) ||
    (depth === 0 && list.every((item) => Array.isArray(item) && item.length === 0))
  ) {
    found.push({ kind: 'zipkin', value: list });
  } else if (list.some(isJaegerSpan)) found.push({ kind: 'jaeger', value: { spans: list } });
  else if (list.some(isSummary)) found.push({ kind: 'summaries', value: list });
  else for (const item of list) collect(item, found, depth + 1);
}

function collectObject(value: object, found: TraceDocument[], depth: number): void {
  const before = found.length;
  if (Array.isArray(ownAny(value, 'resourceSpans', 'batches'))) found.push({ kind: 'otlp', value });
  else if (Array.isArray(own(value, 'spans'))) found.push({ kind: 'jaeger', value });
  else if (isZipkinSpan(value)) found.push({ kind: 'zipkin', value: [value] });
  else if (isJaegerSpan(value)) found.push({ kind: 'jaeger', value: { spans: [value] } });
  else if (isFrame(value)) found.push({ kind: 'frame', value });
  else if (asList(own(value, 'summaries')).some(isSummary))
    found.push({ kind: 'summaries', value: own(value, 'summaries') });
  else {
    for (const key of WRAPPERS) {
      const inner = own(value, key);
      // Grafana answers with an object of results by the letter of the query.
      if (key === 'results' && isObject(inner))
        for (const each of Object.values(inner)) collect(each, found, depth + 2);
      else collect(inner, found, depth + 1);
    }
    // An answer of Jaeger without any traces.
    const data = own(value, 'data');
    if (found.length === before && Array.isArray(data) && data.length === 0) found.push({ kind: 'jaeger', value: {} });
  }
}

function isZipkinSpanOrTrace(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isZipkinSpan) : isZipkinSpan(value);
}

function isZipkinSpan(value: unknown): boolean {
  return own(value, 'traceId') !== undefined && own(value, 'id') !== undefined;
}

function isJaegerSpan(value: unknown): boolean {
  return own(value, 'spanID') !== undefined && own(value, 'operationName') !== undefined;
}

/** Whether a value is an export of OpenTelemetry: one of its three signals. */
export function signalOf(value: unknown): 'logs' | 'metrics' | null {
  if (Array.isArray(value)) return value.map(signalOf).find((signal) => signal !== null) ?? null;
  if (ownAny(value, 'resourceLogs') !== undefined) return 'logs';
  return ownAny(value, 'resourceMetrics') === undefined ? null : 'metrics';
}
