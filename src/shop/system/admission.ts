import type { Random, Simulation } from '../../engine/index.js';
import { failure, type Failure } from './failure.js';
import { TokenBucket } from './resources/token-bucket.js';
import type { ServiceSpec } from './topology.js';

/** Decides which requests a service accepts: load shedding and a rate limit, before a request waits for a worker. */
export class Admission {
  readonly rateLimit: TokenBucket;
  /** Share of requests to reject, in 0..1. */
  shedShare = 0;
  readonly #service: string;
  readonly #random: Random;

  constructor(simulation: Simulation, { name, rateLimit = Infinity }: ServiceSpec) {
    this.#service = name;
    this.#random = simulation.random(`shed:${name}`);
    this.rateLimit = new TokenBucket(simulation, rateLimit);
  }

  /** Returns a failure for a request that is rejected. */
  check(): Failure | undefined {
    if (this.shedShare > 0 && this.#random.bernoulli(this.shedShare)) {
      return failure('rejected', this.#service, `${this.#service} sheds load`);
    }
    if (this.rateLimit.take()) return undefined;
    return failure('rate_limited', this.#service, `${this.#service} allows ${this.rateLimit.perSecond} requests/s`);
  }
}
