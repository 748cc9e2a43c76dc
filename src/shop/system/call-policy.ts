import { CircuitBreaker } from './circuit-breaker.js';
import type { CallSpec } from './topology.js';
import type { World } from './world.js';

/** Timeout, retries and circuit breaker of a call. Shared by all instances of the caller, and changed while they run. */
export interface CallPolicy {
  timeoutSeconds: number;
  retries: number;
  backoffSeconds: number;
  readonly breaker: CircuitBreaker;
}

/** The policies of all calls that a service makes. */
export class CallPolicies {
  readonly #policies = new Map<CallSpec, CallPolicy>();
  readonly #retries: number | undefined;
  readonly #hasBreakers: boolean;

  constructor({ retries, hasBreakers }: Pick<World, 'retries' | 'hasBreakers'>) {
    this.#retries = retries;
    this.#hasBreakers = hasBreakers;
  }

  /** Returns the policy of a call, which is created from its specification the first time. */
  of(spec: CallSpec): CallPolicy {
    let policy = this.#policies.get(spec);
    if (policy === undefined) {
      policy = {
        timeoutSeconds: spec.timeoutSeconds,
        retries: (spec.isCanceled ? undefined : this.#retries) ?? spec.retries ?? 0,
        backoffSeconds: spec.backoffSeconds ?? 0,
        breaker: new CircuitBreaker(this.#hasBreakers),
      };
      this.#policies.set(spec, policy);
    }
    return policy;
  }

  /** Returns the policies of the calls to one service. */
  to(service: string): CallPolicy[] {
    return [...this.#policies].filter(([spec]) => spec.to === service).map(([, policy]) => policy);
  }
}
