import { matchesLog, type LogQuery, type LogRecord } from '../../../telemetry/logs/index.js';
import type { Span, Steps, Trace } from '../../../telemetry/traces/index.js';
import { plainValue, valueText } from '../details/value-text.js';
import type { Analysis } from './analysis.model.js';

/**
 * A span as the record that a query asks: its own fields in the words of OpenTelemetry and in those of Jaeger and Zipkin,
 * its attributes, those of its process and those of its events. A name that stands for several values has them all.
 */
export function spanRecord(trace: Trace, analysis: Analysis | undefined, index: number): LogRecord {
  const span = trace.spans[index];
  if (!span) return {};
  const { service, kind, status, events, links, warnings } = span;
  const values = new Map<string, unknown[]>();
  const add = (key: string, ...more: readonly unknown[]): void => {
    const known = values.get(key);
    if (known) known.push(...more);
    else values.set(key, [...more]);
  };
  add('trace_id', trace.traceId);
  add('span_id', span.spanId);
  if (span.parentSpanId !== null) add('parent_span_id', span.parentSpanId);
  for (const key of ['service', 'service.name']) add(key, service);
  add('name', span.name);
  // As OTLP and Jaeger write them; case matters to a comparison.
  for (const key of ['kind', 'span.kind']) add(key, kind, kind.toUpperCase());
  for (const key of ['status', 'otel.status_code']) add(key, status, status.toUpperCase());
  add('error', status === 'error');
  add('level', status === 'error' ? 'ERROR' : 'INFO');
  add('start_ms', span.startMs);
  for (const [key, ms] of [
    ['duration', span.durationMs],
    ['self', analysis?.selfMs[index] ?? 0],
    ['path', analysis?.pathMs[index] ?? 0],
  ] as const) {
    add(`${key}_ms`, ms, `${decimal(ms)}ms`);
  }
  add('duration', `${decimal(span.durationMs)}ms`);
  for (const { name } of events) add('event', name);
  for (const { traceId, spanId } of links) add('link', traceId, spanId);
  for (const warning of warnings) add('warning', warning.kind);
  for (const [key, value] of attributesOf(span)) add(key, plainValue(value));
  return Object.fromEntries(Array.from(values, ([key, all]) => [key, all.length === 1 ? all[0] : all]));
}

/** What the panel of a span shows, as text in lower case: what bare words are looked for in. */
export function spanText(trace: Trace, index: number): string {
  const span = trace.spans[index];
  if (!span) return '';
  const { service, name, kind, status, spanId, parentSpanId, events, links, warnings } = span;
  const words = [
    service,
    name,
    kind,
    status === 'unset' ? '' : status,
    trace.traceId,
    spanId,
    parentSpanId ?? '',
    ...events.map((event) => event.name),
    ...links.flatMap((link) => [link.traceId, link.spanId]),
    ...warnings.map((warning) => warning.kind),
    ...Array.from(attributesOf(span), ([key, value]) => `${key}=${valueText(value)}`),
  ];
  return words.join(' ').toLowerCase();
}

function* attributesOf({ resource, attributes, events }: Span): Generator<[string, unknown]> {
  if (resource) yield* resource;
  yield* attributes;
  for (const event of events) yield* event.attributes;
}

/** Without an exponent, which is no duration; to the nanosecond. */
function decimal(ms: number): string {
  return ms.toFixed(6).replace(/\.?0+$/, '');
}

/** The indexes of the spans that satisfy a query, in order; a step is a span. */
export function* matchingSpans(trace: Trace, analysis: Analysis | undefined, query: LogQuery): Steps<number[]> {
  const matches = spanTest(query);
  const found: number[] = [];
  for (let i = 0; i < trace.spans.length; i++) {
    if (matches(new SearchedSpan(trace, analysis, i))) found.push(i);
    yield;
  }
  return found;
}

/** A span whose record and text are made when a part of a query asks for them. */
class SearchedSpan {
  readonly #trace: Trace;
  readonly #analysis: Analysis | undefined;
  readonly #index: number;
  #record: LogRecord | undefined;
  #line: LogRecord | undefined;

  constructor(trace: Trace, analysis: Analysis | undefined, index: number) {
    this.#trace = trace;
    this.#analysis = analysis;
    this.#index = index;
  }

  get record(): LogRecord {
    return (this.#record ??= spanRecord(this.#trace, this.#analysis, this.#index));
  }

  /** The text as a record of one message. */
  get line(): LogRecord {
    return (this.#line ??= { message: spanText(this.#trace, this.#index) });
  }
}

type SpanTest = (span: SearchedSpan) => boolean;

/** The query's conditions are those of the logs; its bare words are found in any case, as in Jaeger. */
function spanTest(query: LogQuery): SpanTest {
  switch (query.kind) {
    case 'not': {
      const test = spanTest(query.term);
      return (span) => !test(span);
    }
    case 'and':
    case 'or': {
      const tests = query.terms.map(spanTest);
      return query.kind === 'and'
        ? (span) => tests.every((test) => test(span))
        : (span) => tests.some((test) => test(span));
    }
    case 'text': {
      const lower: LogQuery = { ...query, value: { ...query.value, text: query.value.text.toLowerCase() } };
      return ({ line }) => matchesLog(lower, line);
    }
    default:
      return ({ record }) => matchesLog(query, record);
  }
}
