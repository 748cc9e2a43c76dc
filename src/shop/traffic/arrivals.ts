import type { Process, Random, Simulation } from '../../engine/index.js';
import type { TrafficShape } from './traffic-shape.js';

/** Customers who come at random, at a rate that may change over time. */
export class Traffic {
  readonly #simulation: Simulation;
  readonly #rate: number;
  readonly #shape: TrafficShape | undefined;
  readonly #arrive: () => void;
  #isOpen = true;
  #extra = 0;

  /** `rate` is the usual one, in requests a second; without a shape it stays. */
  constructor(simulation: Simulation, rate: number, shape: TrafficShape | undefined, arrive: () => void) {
    this.#simulation = simulation;
    this.#rate = rate;
    this.#shape = shape;
    this.#arrive = arrive;
    simulation.start(this.#arrivals(simulation.random('arrivals'), 1, Infinity));
  }

  /** Adds a share of the rate for some time, as customers of their own: those who would have come anyway still come. */
  add(share: number, seconds: number): void {
    const random = this.#simulation.random(`arrivals:${++this.#extra}`);
    this.#simulation.start(this.#arrivals(random, share, this.#simulation.now + seconds));
  }

  /** From now on nobody comes. */
  close(): void {
    this.#isOpen = false;
  }

  // Lewis and Shedler: come at the highest rate of all, and let through the share that the present rate is of it.
  *#arrivals(random: Random, share: number, until: number): Process<void> {
    const shape = this.#shape;
    const peak = shape?.peak ?? 1;
    const mean = 1 / (this.#rate * share * peak);
    for (;;) {
      yield* this.#simulation.delay(random.exponential(mean));
      if (!this.#isOpen || this.#simulation.now > until) return;
      if (shape && !random.bernoulli(shape.level(this.#simulation.now) / peak)) continue;
      this.#arrive();
    }
  }
}
