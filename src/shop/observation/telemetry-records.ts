import type { FailureCause } from '../system/failure.js';

export type AttributeValue = string | number | boolean;
/** OpenTelemetry attributes by name. */
export type Attributes = { [name: string]: AttributeValue };

/** A finished operation of a request. Times are in seconds since the start of the run. */
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
  /** Trace id of the customer's request if `traceparent` was lost on the way. Only the simulation knows it. */
  readonly requestTraceId?: string;
  /** One object for all spans with the same attributes. */
  readonly attributes: Attributes;
}

/** A structured log record. `traceId` is empty if it belongs to no request. */
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

/** A change to the system. Most changes cause no incident. */
export interface ShopChange {
  readonly seconds: number;
  readonly kind: 'deploy' | 'roll-back' | 'flag' | 'configuration' | 'campaign' | 'operation';
  readonly service: string;
  readonly summary: string;
  /** The new version after a deploy or a rollback; empty for other changes. */
  readonly version: string;
}

/** The outcome of a customer's request, as the customer saw it. */
export interface ShopResult {
  readonly route: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** HTTP status; 0 if there was no answer. */
  readonly status: number;
  /** The cause that the customer saw, and the root cause; undefined if the request was served. */
  readonly cause: FailureCause | undefined;
  readonly rootCause: FailureCause | undefined;
  readonly rootService: string | undefined;
  readonly traceId: string;
}

/** Receives telemetry. Records of a kind without a listener are not created. */
export interface TelemetryListener {
  span?(span: ShopSpan): void;
  log?(log: ShopLog): void;
  change?(change: ShopChange): void;
  result?(result: ShopResult): void;
}
