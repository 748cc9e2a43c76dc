import { assembleInSteps } from './assemble-traces.js';
import { SPAN_LIMIT, SpanCollector } from './parsed-span.js';
import { parseDocuments, type Parsed } from '../json/json-documents.js';
import { readFrame } from './read-grafana-frame.js';
import { readJaeger } from './read-jaeger.js';
import { readOtlp } from './read-otlp.js';
import { readSummaries } from './read-summaries.js';
import { readZipkin } from './zipkin/read-zipkin.js';
import { drain, type Steps } from './steps.js';
import { signalOf, traceDocuments, type DocumentKind } from './trace-documents.js';
import type { Trace, TraceFormat } from '../trace.js';

export type TracesResult =
  { ok: true; traces: Trace[]; format: TraceFormat } | { ok: false; message: string; position?: number };

const READERS: Record<DocumentKind, (document: unknown, into: SpanCollector) => Steps<void>> = {
  otlp: readOtlp,
  jaeger: readJaeger,
  zipkin: readZipkin,
  summaries: readSummaries,
  frame: readFrame,
};

/** Tempo's search and Grafana's tables are made from OTLP. */
const FORMATS: Record<DocumentKind, TraceFormat> = {
  otlp: 'otlp',
  jaeger: 'jaeger',
  zipkin: 'zipkin',
  summaries: 'otlp',
  frame: 'otlp',
};

const UNKNOWN_FORMAT = 'These are no traces in OTLP, Jaeger or Zipkin JSON.';

const PART_OF_A_TRACE = 'This is a search result: of the trace it has the root and the spans that matched only.';

/**
 * Traces from a text or from what `JSON.parse` made of it: OTLP JSON, Jaeger, Zipkin v1 and v2, each as JSON
 * Lines, too, and in what Tempo, Jaeger 2, Grafana and Elasticsearch put around it.
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
    const isLine = (line: unknown): boolean => traceDocuments(line).length > 0 || signalOf(line) !== null;
    const parsed: Parsed =
      typeof input === 'string' ? yield* parseDocuments(input, isLine, inSlices) : { ok: true, documents: [input] };
    return parsed.ok ? yield* readDocuments(parsed.documents, parsed.cut === true) : parsed;
  } catch (error) {
    // Objects that are not plain JSON may throw from a getter; memory may run out.
    return { ok: false, message: `The traces cannot be read: ${describe(error)}` };
  }
}

function* readDocuments(parsed: readonly unknown[], cut: boolean): Steps<TracesResult> {
  // Lines may be of several signals, and the spans of a trace on any of them.
  const whole = parsed.length === 1 ? parsed[0] : parsed;
  const documents = traceDocuments(whole);
  const [first] = documents;
  if (!first) {
    const signal = signalOf(whole);
    return { ok: false, message: signal ? `These are ${signal}, not traces.` : UNKNOWN_FORMAT };
  }
  const format = FORMATS[first.kind];
  const collector = new SpanCollector();
  for (const { kind, value } of documents) yield* READERS[kind](value, collector);
  const { spans, rejected, dropped } = collector;
  if (spans.length === 0 && rejected > 0) {
    return { ok: false, message: `None of its ${rejected} entries is a span with a trace id and a span id.` };
  }
  const traces = yield* assembleInSteps(spans);
  const parts = new Set(spans.filter(({ summary }) => summary).map(({ traceId }) => traceId));
  const losses = [
    cut ? 'The file is cut: the rest of its lines is missing.' : '',
    dropped > 0 ? `The file has ${dropped} spans more than the ${SPAN_LIMIT} that are read.` : '',
    rejected > 0 ? `${rejected} entries of the file are no spans.` : '',
  ];
  for (const trace of traces) {
    for (const message of losses) if (message !== '') trace.warnings.push({ kind: 'truncated', message });
    if (parts.has(trace.traceId)) trace.warnings.push({ kind: 'truncated', message: PART_OF_A_TRACE });
  }
  return { ok: true, traces, format };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : 'for an unknown reason.';
}
