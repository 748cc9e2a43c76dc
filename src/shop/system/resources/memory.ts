import type { Simulation } from '../../../engine/index.js';
import type { UsageSource, UsageReading } from './resource-usage.js';
import type { ServiceSpec } from '../topology.js';

// Collecting garbage costs in proportion to live over free memory; this is its share of the work at half full.
const COLLECTION_COST = 0.02;

/** An instance's memory, in bytes: what it needs at rest, for the requests inside, and what has leaked. */
export class Memory implements UsageSource {
  readonly kind = 'memory';
  readonly name = 'memory';
  readonly service: string;
  readonly instance: string;
  /** How often the instance was killed because it was full. */
  errors = 0;
  leaked = 0;
  inside = 0;
  readonly #spec: ServiceSpec['memory'];
  readonly #simulation: Simulation;

  constructor(simulation: Simulation, spec: ServiceSpec, instance: string) {
    this.#simulation = simulation;
    this.#spec = spec.memory;
    this.service = spec.name;
    this.instance = instance;
  }

  get limit(): number {
    return this.#spec.limit;
  }

  get used(): number {
    return Math.min(this.#spec.limit, this.#needed);
  }

  get isFull(): boolean {
    return this.#needed >= this.#spec.limit;
  }

  /** By how much the collector of garbage stretches all work. */
  get stretch(): number {
    const { used } = this;
    const free = Math.max(this.#spec.limit - used, this.#spec.limit / 100);
    return 1 + (COLLECTION_COST * used) / free;
  }

  get #needed(): number {
    return this.#spec.base + this.leaked + this.inside * this.#spec.perRequest;
  }

  /** A level, not a flow. Saturation is the collector's share of the work. */
  read(): UsageReading {
    return {
      seconds: this.#simulation.now,
      busySeconds: 0,
      capacitySeconds: 0,
      utilization: this.used / this.limit,
      saturation: 1 - 1 / this.stretch,
      errors: this.errors,
    };
  }
}
