import genai from '../../reference/traces/jaeger-genai-57spans.json';
import childLonger from '../../reference/traces/jaeger-child-longer-than-parent.json';
import normal from '../../reference/traces/jaeger-normal-5spans.json';
import otlpToJaeger from '../../reference/traces/jaeger-otlp2jaeger-out.json';
import model from '../../reference/traces/jaeger-ui_01-model.json';
import multiRoot from '../../reference/traces/otlp-jaeger-example_trace-multiroot.json';
import otelTraces from '../../reference/traces/otlp-jaeger-otel_traces_01.json';
import duplicate from '../../reference/traces/otlp-jaegerui-in-duplicate-span.json';
import logs from '../../reference/traces/otlp-proto-example-logs.json';
import metrics from '../../reference/traces/otlp-proto-example-metrics.json';
import example from '../../reference/traces/otlp-proto-example-trace.json';
import messaging from '../../reference/traces/zipkin-messaging2.json';
import simpleDb from '../../reference/traces/zipkin-simple-db-p6.json';
import skew from '../../reference/traces/zipkin-skew.json';
import smartthings from '../../reference/traces/zipkin-smartthings-oauth-authorization.json';
import yelp from '../../reference/traces/zipkin-yelp.json';
import { readTraces, type Trace } from '../../../src/telemetry/traces/index.js';

/** The trace files of test/reference/traces, by the names that MANIFEST.json and expected.json use. */
export const FILES: Record<string, unknown> = {
  'jaeger-child-longer-than-parent.json': childLonger,
  'jaeger-genai-57spans.json': genai,
  'jaeger-normal-5spans.json': normal,
  'jaeger-otlp2jaeger-out.json': otlpToJaeger,
  'jaeger-ui_01-model.json': model,
  'otlp-jaeger-example_trace-multiroot.json': multiRoot,
  'otlp-jaeger-otel_traces_01.json': otelTraces,
  'otlp-jaegerui-in-duplicate-span.json': duplicate,
  'otlp-proto-example-logs.json': logs,
  'otlp-proto-example-metrics.json': metrics,
  'otlp-proto-example-trace.json': example,
  'zipkin-messaging2.json': messaging,
  'zipkin-simple-db-p6.json': simpleDb,
  'zipkin-skew.json': skew,
  'zipkin-smartthings-oauth-authorization.json': smartthings,
  'zipkin-yelp.json': yelp,
};

export function tracesOf(input: unknown): Trace[] {
  const result = readTraces(input);
  if (!result.ok) throw new Error(result.message);
  return result.traces;
}

/** All that a trace warns of, its own and its spans'. */
export function warningKinds(trace: Trace): string[] {
  return [...trace.warnings, ...trace.spans.flatMap((span) => span.warnings)].map(({ kind }) => kind).sort();
}

/** Of a file that holds one trace. */
export function traceOf(input: unknown): Trace {
  const [trace, ...others] = tracesOf(input);
  if (!trace || others.length > 0) throw new Error('The file does not hold one trace.');
  return trace;
}
