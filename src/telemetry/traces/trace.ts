export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';
export type SpanStatus = 'unset' | 'ok' | 'error';
export type TraceFormat = 'otlp' | 'jaeger' | 'zipkin';

/** All that is known of one request; its spans stand in the order of the tree, siblings by their start. */
export interface Trace {
  traceId: string;
  startUnixNano: bigint;
  /** From the first start to the last end of any span. */
  durationMs: number;
  spans: Span[];
  /** What concerns the trace as a whole; a span has its own. */
  warnings: Warning[];
}

export interface Span {
  /** Unique within its trace; the second of two spans that share one is marked `_1`. */
  spanId: string;
  /** Null at a root. An orphan names a parent that the trace does not have. */
  parentSpanId: string | null;
  service: string;
  name: string;
  kind: SpanKind;
  /** From the trace's start. */
  startMs: number;
  durationMs: number;
  status: SpanStatus;
  /** Strings, numbers, big integers, booleans, bytes, null, arrays and Maps. */
  attributes: Map<string, unknown>;
  events: SpanEvent[];
  links: SpanLink[];
  warnings: Warning[];
  /** What is known of the process besides its service: host, version, region. */
  resource?: Map<string, unknown>;
  /** Flags of the span's context where the file has them: the lowest eight bits are those of its `traceparent`. */
  flags?: number;
}

/** OpenTracing's name for the attribute that says how a span refers to its parent, … */
export const REFERENCE_TYPE = 'opentracing.ref_type';
export const CHILD_OF = 'child_of';
/** … and what it says where the parent does not wait for the span. */
export const FOLLOWS_FROM = 'follows_from';

/** Whether a span only follows from its parent, which does not wait for it: some files say so outright. */
export function onlyFollows({ attributes }: Span): boolean {
  return attributes.get(REFERENCE_TYPE) === FOLLOWS_FROM;
}

export interface SpanEvent {
  name: string;
  /** From the trace's start. */
  timeMs: number;
  attributes: Map<string, unknown>;
}

export interface SpanLink {
  traceId: string;
  spanId: string;
  attributes: Map<string, unknown>;
}

export type WarningKind =
  | 'orphan'
  | 'multiple-roots'
  | 'duplicate-id'
  | 'clock-skew'
  | 'outside-parent'
  | 'missing-time'
  | 'missing-service'
  | 'cycle'
  | 'truncated';

export interface Warning {
  kind: WarningKind;
  spanId?: string;
  message: string;
}
