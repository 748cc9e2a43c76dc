import { matchesLog, type LogQuery, type LogRecord } from '../../../telemetry/logs/index.js';
import type { Steps, Trace } from '../../../telemetry/traces/index.js';
import type { Analysis } from './analysis.model.js';

/** A span as the record that a query asks: its own fields in the words of OpenTelemetry, then its attributes. */
export function spanRecord(trace: Trace, analysis: Analysis | undefined, index: number): LogRecord {
  const span = trace.spans[index];
  if (!span) return {};
  return {
    ...Object.fromEntries([...(span.resource ?? []), ...span.attributes]),
    trace_id: trace.traceId,
    span_id: span.spanId,
    service: span.service,
    name: span.name,
    kind: span.kind,
    status: span.status,
    level: span.status === 'error' ? 'ERROR' : 'INFO',
    start_ms: span.startMs,
    duration_ms: span.durationMs,
    self_ms: analysis?.selfMs[index] ?? 0,
    path_ms: analysis?.pathMs[index] ?? 0,
    ...(span.events.length > 0 && { event: span.events.map(({ name }) => name).join(' ') }),
    ...(span.warnings.length > 0 && { warning: span.warnings.map(({ kind }) => kind).join(' ') }),
  };
}

/** The indexes of the spans that satisfy a query, in order; a step is a span. */
export function* matchingSpans(trace: Trace, analysis: Analysis | undefined, query: LogQuery): Steps<number[]> {
  const found: number[] = [];
  for (let i = 0; i < trace.spans.length; i++) {
    if (matchesLog(query, spanRecord(trace, analysis, i))) found.push(i);
    yield;
  }
  return found;
}
