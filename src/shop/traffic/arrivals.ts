import type { Process, Random, Simulation } from '../../engine/index.js';
import type { TrafficShape } from './traffic-shape.js';

/** Random arrivals of customers, at a rate that can change over time. */
export class Traffic {
  readonly #simulation: Simulation;
  readonly #rate: number;
  readonly #shape: TrafficShape | undefined;
  readonly #arrive: () => void;
  #isOpen = true;
  #extra = 0;

  /** `rate` is in requests per second, and constant without a shape. `arrive` is called for each customer. */
  constructor(simulation: Simulation, rate: number, shape: TrafficShape | undefined, arrive: () => void) {
    this.#simulation = simulation;
    this.#rate = rate;
    this.#shape = shape;
    this.#arrive = arrive;
    simulation.start(this.#arrivals(simulation.random('arrivals'), 1, Infinity));
  }

  /** Adds a share of the rate for a number of seconds. The other customers arrive as they would without it. */
  add(share: number, seconds: number): void {
    const random = this.#simulation.random(`arrivals:${++this.#extra}`);
    this.#simulation.start(this.#arrivals(random, share, this.#simulation.now + seconds));
  }

  /** Ends all arrivals. */
  close(): void {
    this.#isOpen = false;
  }

  // Thinning, by Lewis and Shedler: arrivals at the peak rate, of which the share of the current rate is kept.
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
