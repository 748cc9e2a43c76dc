export { adjustClockSkew } from './adjust-clock-skew.js';
export { assembleTraces } from './assemble-traces.js';
export { criticalPath, type PathSection } from './critical-path.js';
export { SPAN_LIMIT, type FoundSpan, UNKNOWN_SERVICE } from './found-span.js';
export { TEXT_LIMIT } from './json-documents.js';
export { readTraces, readTracesInSteps, type TracesResult } from './read-traces.js';
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
export type { Steps } from './steps.js';
export { traceTree, type TraceTree } from './trace-tree.js';
export { formatTraceparent, parseTraceparent, type TraceContext } from './traceparent.js';
export { parseTracestate } from './tracestate.js';
export { writeJaeger } from './write-jaeger.js';
export { writeOtlp } from './write-otlp.js';
export { writeZipkin } from './write-zipkin.js';
