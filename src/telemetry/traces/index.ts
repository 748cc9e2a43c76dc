export { adjustClockSkew } from './adjust-clock-skew.js';
export { assembleTraces } from './read/assemble-traces.js';
export { criticalPath, type PathSection } from './critical-path.js';
export { SPAN_LIMIT, type FoundSpan, UNKNOWN_SERVICE } from './read/parsed-span.js';
export { TEXT_LIMIT } from './json/json-documents.js';
export { readTraces, readTracesInSteps, type TracesResult } from './read/read-traces.js';
export { selfTime } from './self-time.js';
export type {
  Span,
  SpanEvent,
  SpanKind,
  SpanLink,
  SpanStatus,
  Trace,
  TraceFormat,
  Warning,
  WarningKind,
} from './trace.js';
export type { Steps } from './read/steps.js';
export { traceTree, type TraceTree } from './trace-tree.js';
export { formatTraceparent, parseTraceparent, type TraceContext } from './context/traceparent.js';
export { parseTracestate } from './context/tracestate.js';
export { writeJaeger } from './write/write-jaeger.js';
export { writeOtlp } from './write/write-otlp.js';
export { writeZipkin } from './write/write-zipkin.js';
