import type { Timer } from './event-queue.js';
import { WAIT, type Steps, type Waiting } from './process.js';
import type { Simulation } from './simulation.js';

const END = { done: true, value: undefined } as const;

/**
 * The process that waits for a time. Most events of a run are its own, so it is written out: step by step it does what
 * this generator does, at half the cost.
 *
 * ```ts
 * const timer = simulation.after(seconds, simulation.process);
 * try { yield WAITING; } finally { simulation.cancel(timer); }
 * ```
 */
export class Delay implements Steps<void> {
  readonly #simulation: Simulation;
  readonly #seconds: number;
  #timer: Timer | undefined;
  #hasEnded = false;

  constructor(simulation: Simulation, seconds: number) {
    this.#simulation = simulation;
    this.#seconds = seconds;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Waiting, void> {
    if (this.#hasEnded || this.#timer !== undefined) return END;
    this.#timer = this.#simulation.after(this.#seconds, this.#simulation.process);
    return WAIT;
  }

  return(): IteratorResult<Waiting, void> {
    this.#hasEnded = true;
    this.#simulation.cancel(this.#timer);
    return END;
  }

  throw(error: unknown): never {
    this.return();
    throw error;
  }
}
