/** How long an operation keeps a processor busy: log-normal, unless it is exponential with that median's mean. */
export interface WorkSpec {
  /** Seconds. */
  readonly median: number;
  /** How far the tail reaches: the standard deviation of the logarithm. Unset: exponential, `median` being the mean. */
  readonly sigma?: number;
  /** Seconds of disk for each second of CPU. */
  readonly disk?: number;
}

/** A call from one service to another. Unset timeouts never come; unset retries are none. */
export interface CallSpec {
  readonly to: string;
  readonly operation: string;
  readonly timeoutSeconds: number;
  readonly retries?: number;
  /** Seconds before the first retry; doubled for each further one, and spread by half to one and a half. */
  readonly backoffSeconds?: number;
  /** The connection pool it goes through. */
  readonly pool?: string;
  /** The callee stops working when the caller gives up, as a database does at a statement timeout. */
  readonly isCanceled?: boolean;
  /** The caller can do without it. */
  readonly isOptional?: boolean;
  /** Put in a queue, not waited for. */
  readonly isQueued?: boolean;
  /** What is called when a cache did not know. */
  readonly onMiss?: CallSpec;
}

/** Calls one after the other; those of an inner list side by side. */
export type Steps = readonly (CallSpec | readonly CallSpec[])[];

export interface OperationSpec {
  readonly work: WorkSpec;
  readonly steps?: Steps;
  /** A right answer that says no, such as a declined card: not an error of the service. */
  readonly denial?: { readonly status: number; readonly share: number; readonly event: string };
  readonly cache?: 'get' | 'put';
  /** What a database writes to its log when it runs this. */
  readonly warning?: string;
}

export interface ServiceSpec {
  readonly name: string;
  readonly protocol: 'http' | 'postgresql' | 'redis' | 'messaging';
  /** Somebody else's, or without instrumentation: it leaves no spans of its own. */
  readonly isOpaque?: boolean;
  readonly instances: number;
  /** Requests at work in one instance, and those that may wait for that. */
  readonly workers: number;
  readonly queueLimit: number;
  readonly cores: number;
  readonly disks?: number;
  /** Bytes of memory of an instance: at rest, for each request inside, and where it is killed. */
  readonly memory: { readonly base: number; readonly perRequest: number; readonly limit: number };
  /** Connections of each pool of an instance, and how long a request waits for one, in seconds. */
  readonly pools?: Readonly<Record<string, { readonly size: number; readonly timeoutSeconds: number }>>;
  /** Requests a second that are accepted, all instances together. */
  readonly rateLimit?: number;
  /** Seconds one way over the network, for those who call it. */
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
  /** Where customers' requests come in. */
  readonly entry: string;
  /** Seconds after which a customer gives up. */
  readonly patienceSeconds: number;
  readonly routes: readonly RouteSpec[];
  readonly services: readonly ServiceSpec[];
}
