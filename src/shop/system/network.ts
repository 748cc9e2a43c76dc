import type { Random, Simulation } from '../../engine/index.js';
import type { UsageSource, UsageReading } from './resources/resource-usage.js';

// RFC 6298: a lost segment is retransmitted after a timeout, which doubles each time. Linux starts at 200 ms.
const RETRANSMISSION_SECONDS = 0.2;
const MOST_RETRANSMISSIONS = 6;
const BYTES_PER_MESSAGE = 20_000;
const BYTES_PER_SECOND = 125_000_000;

/** The network between a service and its callers. Lost packets are retransmitted, which makes messages late. */
export class Network implements UsageSource {
  readonly kind = 'network';
  readonly name = 'network';
  readonly instance = '';
  readonly service: string;
  /** Share of packets that are lost, in 0..1. */
  loss = 0;
  /** Retransmissions since the start of the run. */
  errors = 0;
  readonly #simulation: Simulation;
  readonly #random: Random;
  readonly #hopSeconds: number;
  #messages = 0;
  #late = 0;

  constructor(simulation: Simulation, service: string, hopSeconds: number) {
    this.#simulation = simulation;
    this.#random = simulation.random(`network:${service}`);
    this.service = service;
    this.#hopSeconds = hopSeconds;
  }

  /** Returns how many seconds the next message takes, one way. */
  hop(): number {
    this.#messages++;
    if (this.loss === 0) return this.#hopSeconds;
    let seconds = this.#hopSeconds;
    let again = RETRANSMISSION_SECONDS;
    for (let i = 0; i < MOST_RETRANSMISSIONS && this.#random.bernoulli(this.loss); i++) {
      this.errors++;
      seconds += again;
      again *= 2;
    }
    if (seconds > this.#hopSeconds) {
      this.#late++;
      this.#simulation.after(seconds, () => this.#late--);
    }
    return seconds;
  }

  /** Reads the usage. Saturation is the number of messages that wait for a retransmission. */
  read(): UsageReading {
    const { now } = this.#simulation;
    const busySeconds = (this.#messages * BYTES_PER_MESSAGE) / BYTES_PER_SECOND;
    return {
      seconds: now,
      busySeconds,
      capacitySeconds: now,
      ownBusySeconds: 0,
      utilization: now > 0 ? Math.min(1, busySeconds / now) : 0,
      saturation: this.#late,
      errors: this.errors,
    };
  }
}
