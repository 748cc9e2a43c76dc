import { assembleInSteps } from './assemble-traces.js';
import { asList, isObject, own, ownAny } from '../json/untrusted-json.js';
import { SPAN_LIMIT, SpanCollector } from './parsed-span.js';
import { parseDocuments, type Parsed } from '../json/json-documents.js';
import { readJaeger } from './read-jaeger.js';
import { readOtlp } from './read-otlp.js';
import { readZipkin } from './read-zipkin.js';
import { drain, type Steps } from './steps.js';
import type { Trace, TraceFormat } from '../trace.js';

export type TracesResult =
  { ok: true; traces: Trace[]; format: TraceFormat } | { ok: false; message: string; position?: number };

const READERS: Record<TraceFormat, (document: unknown, into: SpanCollector) => Steps<void>> = {
  otlp: readOtlp,
  jaeger: readJaeger,
  zipkin: readZipkin,
};

const UNKNOWN_FORMAT = 'These are no traces in OTLP, Jaeger or Zipkin (version 2) JSON.';

/**
 * Traces from a text or from what `JSON.parse` made of it: OTLP JSON, the same as JSON Lines, Jaeger, Zipkin v2.
 * Never throws: what is doubtful is kept and has a warning, and a text that is not JSON is told by its position.
 */
export function readTraces(input: unknown): TracesResult {
  return drain(readInSteps(input, false));
}

/** The same in short steps, for a page that has to go on meanwhile. */
export function readTracesInSteps(input: unknown): Steps<TracesResult> {
  return readInSteps(input, true);
}

function* readInSteps(input: unknown, inSlices: boolean): Steps<TracesResult> {
  try {
    const isLine = (line: unknown): boolean => formatOf(line) === 'otlp';
    const parsed: Parsed =
      typeof input === 'string' ? yield* parseDocuments(input, isLine, inSlices) : { ok: true, documents: [input] };
    return parsed.ok ? yield* readDocuments(parsed.documents, parsed.cut === true) : parsed;
  } catch (error) {
    // Objects that are not plain JSON may throw from a getter; memory may run out.
    return { ok: false, message: `The traces cannot be read: ${describe(error)}` };
  }
}

function* readDocuments(documents: readonly unknown[], cut: boolean): Steps<TracesResult> {
  const list: readonly unknown[] =
    documents.length === 1 && Array.isArray(documents[0]) && formatOf(documents[0]) === 'otlp'
      ? asList(documents[0])
      : documents;
  const format = formatOf(list[0]);
  if (format === null) return { ok: false, message: otherSignal(list[0]) ?? UNKNOWN_FORMAT };
  const collector = new SpanCollector();
  for (const document of list) yield* READERS[format](document, collector);
  const { spans, rejected, dropped } = collector;
  if (spans.length === 0 && rejected > 0) {
    return { ok: false, message: `None of its ${rejected} entries is a span with a trace id and a span id.` };
  }
  const traces = yield* assembleInSteps(spans);
  const losses = [
    cut ? 'The file is cut: the rest of its lines is missing.' : '',
    dropped > 0 ? `The file has ${dropped} spans more than the ${SPAN_LIMIT} that are read.` : '',
    rejected > 0 ? `${rejected} entries of the file are no spans.` : '',
  ];
  for (const trace of traces) {
    for (const message of losses) if (message !== '') trace.warnings.push({ kind: 'truncated', message });
  }
  return { ok: true, traces, format };
}

function formatOf(document: unknown): TraceFormat | null {
  if (isObject(document)) {
    if (Array.isArray(ownAny(document, 'resourceSpans', 'batches'))) return 'otlp';
    if (Array.isArray(own(document, 'spans'))) return 'jaeger';
    const data = own(document, 'data');
    return Array.isArray(data) && (data.length === 0 || data.some(isJaegerTrace)) ? 'jaeger' : null;
  }
  if (!Array.isArray(document)) return null;
  const first: unknown = document.find(isObject);
  if (first === undefined) {
    // Zipkin's API gives a list of traces, each a list of spans.
    return document.every((item) => Array.isArray(item)) ? 'zipkin' : null;
  }
  if (ownAny(first, 'resourceSpans', 'batches') !== undefined) return 'otlp';
  if (isJaegerTrace(first)) return 'jaeger';
  return own(first, 'traceId') !== undefined && own(first, 'id') !== undefined ? 'zipkin' : null;
}

function isJaegerTrace(value: unknown): boolean {
  return Array.isArray(own(value, 'spans'));
}

function otherSignal(document: unknown): string | null {
  if (ownAny(document, 'resourceLogs') !== undefined) return 'These are logs, not traces.';
  return ownAny(document, 'resourceMetrics') === undefined ? null : 'These are metrics, not traces.';
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : 'for an unknown reason.';
}
