import { writeJaeger, writeOtlp, writeZipkin, type Trace } from '../../telemetry/traces/index.js';

const WRITERS: ReadonlyMap<string, (traces: Trace[]) => object> = new Map<string, (traces: Trace[]) => object>([
  ['otlp', writeOtlp],
  ['jaeger', writeJaeger],
  ['zipkin', writeZipkin],
]);

/** The formats of an export, and how their files end. */
export const TRACE_FILES = { OTLP: 'otlp.json', Jaeger: 'jaeger.json', Zipkin: 'zipkin.json' } as const;

/** Traces as a file of JSON; OTLP for a format that is none. */
export function exportTraces(format: string, traces: readonly Trace[]): string {
  return JSON.stringify((WRITERS.get(format) ?? writeOtlp)([...traces]), null, 1);
}
