import type { Simulation } from '../../../engine/index.js';

/** A rate limit: allows a number of requests per second, and as many at once. */
export class TokenBucket {
  readonly #simulation: Simulation;
  #perSecond: number;
  #tokens: number;
  #since = 0;

  constructor(simulation: Simulation, perSecond: number) {
    this.#simulation = simulation;
    this.#perSecond = perSecond;
    this.#tokens = perSecond;
  }

  get perSecond(): number {
    return this.#perSecond;
  }
  set perSecond(perSecond: number) {
    this.#perSecond = perSecond;
    this.#tokens = perSecond;
    this.#since = this.#simulation.now;
  }

  /** Takes a token. Returns whether there was one. */
  take(): boolean {
    if (this.#perSecond === Infinity) return true;
    const { now } = this.#simulation;
    this.#tokens = Math.min(Math.max(1, this.#perSecond), this.#tokens + (now - this.#since) * this.#perSecond);
    this.#since = now;
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }
}
