import type { FailureCause } from '../system/failure.js';

export type AttributeValue = string | number | boolean;
/** OpenTelemetry attributes by name. */
export type Attributes = { [name: string]: AttributeValue };

/** One finished operation of one request, times in seconds of the run. */
export interface ShopSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for the first span of a trace. */
  readonly parentSpanId: string;
  readonly kind: 'server' | 'client' | 'producer' | 'consumer';
  readonly service: string;
  readonly instance: string;
  readonly version: string;
  readonly name: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly isError: boolean;
  /** The trace of the customer's request, where `traceparent` was lost on the way here: only the simulation knows. */
  readonly requestTraceId?: string;
  /** Shared by spans that have the same. */
  readonly attributes: Attributes;
}

/** One structured log record; `traceId` is empty where no request is concerned. */
export interface ShopLog {
  readonly seconds: number;
  readonly severity: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  readonly service: string;
  readonly version: string;
  readonly event: string;
  readonly message: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly attributes: Attributes;
}

/** Something somebody changed; most changes are innocent. */
export interface ShopChange {
  readonly seconds: number;
  readonly kind: 'deploy' | 'roll-back' | 'flag' | 'configuration' | 'campaign' | 'operation';
  readonly service: string;
  readonly summary: string;
  /** The version a deploy or a roll-back leads to; empty otherwise. */
  readonly version: string;
}

/** One customer's request, as the customer saw it. */
export interface ShopResult {
  readonly route: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** 0 where no answer came. */
  readonly status: number;
  /** What the customer met, and what began it; undefined when the request was served. */
  readonly cause: FailureCause | undefined;
  readonly rootCause: FailureCause | undefined;
  readonly rootService: string | undefined;
  readonly traceId: string;
}

/** Who wants to know what happens; what nobody listens to is not even made. */
export interface TelemetryListener {
  span?(span: ShopSpan): void;
  log?(log: ShopLog): void;
  change?(change: ShopChange): void;
  result?(result: ShopResult): void;
}
