/** CPU time of an operation: log-normally distributed, or exponentially if `sigma` is unset. */
export interface WorkSpec {
  /** Median in seconds; the mean if `sigma` is unset. */
  readonly median: number;
  /** Standard deviation of the logarithm: the larger, the longer the tail. */
  readonly sigma?: number;
  /** Seconds of disk time for each second of CPU time. */
  readonly disk?: number;
}

/** A call from one service to another. Retries are 0 if unset. */
export interface CallSpec {
  readonly to: string;
  readonly operation: string;
  readonly timeoutSeconds: number;
  readonly retries?: number;
  /** Seconds before the first retry, doubled for each further one; each is multiplied by a random factor in 0.5..1.5. */
  readonly backoffSeconds?: number;
  /** Name of the connection pool that the call uses. */
  readonly pool?: string;
  /** Whether the callee stops working when the caller gives up, as a database does at a statement timeout. */
  readonly isCanceled?: boolean;
  /** Whether the caller can continue without an answer. */
  readonly isOptional?: boolean;
  /** Whether the call is a message in a queue, for which the caller does not wait. */
  readonly isQueued?: boolean;
  /** The call that follows a cache miss. */
  readonly onMiss?: CallSpec;
}

/** Calls in sequence. Those of an inner list run in parallel. */
export type Steps = readonly (CallSpec | readonly CallSpec[])[];

export interface OperationSpec {
  readonly work: WorkSpec;
  readonly steps?: Steps;
  /** A correct answer that denies the request, such as a declined card. It is not an error of the service. */
  readonly denial?: { readonly status: number; readonly share: number; readonly event: string };
  readonly cache?: 'get' | 'put';
  /** Message that a database logs when it runs the operation. */
  readonly warning?: string;
}

export interface ServiceSpec {
  readonly name: string;
  readonly protocol: 'http' | 'postgresql' | 'redis' | 'messaging';
  /** Whether it has no instrumentation, so it reports no spans of its own. */
  readonly isOpaque?: boolean;
  readonly instances: number;
  /** Requests that one instance can serve at a time. At most `queueLimit` more wait for a worker. */
  readonly workers: number;
  readonly queueLimit: number;
  readonly cores: number;
  readonly disks?: number;
  /** Memory of an instance in bytes: when idle, for each request inside, and the limit at which it is killed. */
  readonly memory: { readonly base: number; readonly perRequest: number; readonly limit: number };
  /** Connection pools of an instance: the number of connections, and how many seconds a request waits for one. */
  readonly pools?: Readonly<Record<string, { readonly size: number; readonly timeoutSeconds: number }>>;
  /** Requests per second that all instances together accept; unset: unlimited. */
  readonly rateLimit?: number;
  /** Network time from a caller to the service, one way, in seconds. */
  readonly hopSeconds: number;
  readonly version: string;
  readonly operations: Readonly<Record<string, OperationSpec>>;
}

export interface RouteSpec {
  readonly name: string;
  /** Share of the requests; shares add up to 1. */
  readonly share: number;
}

export interface Topology {
  /** Name of the service that receives customers' requests. */
  readonly entry: string;
  /** Seconds after which a customer gives up. */
  readonly patienceSeconds: number;
  readonly routes: readonly RouteSpec[];
  readonly services: readonly ServiceSpec[];
}
