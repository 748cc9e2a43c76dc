import type { Process, Random, Simulation } from '../engine/index.js';
import type { ShopSettings } from './run-record.js';

/** Share of the day's mean rate at the beginning of each hour, from midnight on; straight lines in between. */
const DAY: readonly number[] = [
  0.55, 0.42, 0.34, 0.3, 0.3, 0.36, 0.5, 0.72, 1.05, 1.2, 1.22, 1.28, 1.32, 1.28, 1.22, 1.2, 1.22, 1.3, 1.42, 1.58,
  1.62, 1.45, 1.2, 0.95,
];
const DAY_PEAK = 1.62;

/** Customers who come at random, at a rate that may change over time. */
export class Traffic {
  readonly #simulation: Simulation;
  readonly #settings: ShopSettings;
  readonly #arrive: () => void;
  #isOpen = true;
  #extra = 0;

  constructor(simulation: Simulation, settings: ShopSettings, arrive: () => void) {
    this.#simulation = simulation;
    this.#settings = settings;
    this.#arrive = arrive;
    simulation.start(this.#arrivals(simulation.random('arrivals'), 1, Infinity));
  }

  /** Requests a second that are expected at a time, without what was added. */
  rateAt(seconds: number): number {
    return this.#settings.rate * this.#level(seconds);
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
    const { shape, rate, spikeFactor } = this.#settings;
    const peak = shape === 'day' ? DAY_PEAK : shape === 'spike' ? Math.max(1, spikeFactor) : 1;
    const mean = 1 / (rate * share * peak);
    for (;;) {
      yield* this.#simulation.delay(random.exponential(mean));
      if (!this.#isOpen || this.#simulation.now > until) return;
      if (shape !== 'steady' && !random.bernoulli(this.#level(this.#simulation.now) / peak)) continue;
      this.#arrive();
    }
  }

  #level(seconds: number): number {
    const { shape, spikeAtSeconds, spikeSeconds, spikeFactor, startSeconds } = this.#settings;
    switch (shape) {
      case 'steady':
        return 1;
      case 'spike':
        return seconds >= spikeAtSeconds && seconds < spikeAtSeconds + spikeSeconds ? spikeFactor : 1;
      case 'day': {
        const hours = ((startSeconds + seconds) / 3600) % 24;
        const hour = Math.floor(hours);
        const [from = 1, to = 1] = [DAY[hour], DAY[(hour + 1) % 24]];
        return from + (to - from) * (hours - hour);
      }
    }
  }
}
