import type { Simulation } from '../../../engine/index.js';
import type { UsageSource, UsageReading } from './resource-usage.js';
import type { ServiceSpec } from '../topology.js';

// The cost of garbage collection is proportional to used over free memory. This is its share of the work at half full.
const COLLECTION_COST = 0.02;

/** Memory of an instance, in bytes: a base, a part for each request inside, and what has leaked. */
export class Memory implements UsageSource {
  readonly kind = 'memory';
  readonly name = 'memory';
  readonly service: string;
  readonly instance: string;
  /** How often the instance was killed because its memory was full. */
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

  /** Factor by which garbage collection slows all work, 1 or more. */
  get stretch(): number {
    const { used } = this;
    const free = Math.max(this.#spec.limit - used, this.#spec.limit / 100);
    return 1 + (COLLECTION_COST * used) / free;
  }

  get #needed(): number {
    return this.#spec.base + this.leaked + this.inside * this.#spec.perRequest;
  }

  /** Reads the usage: a level, with no busy time. Saturation is the share of work that collects garbage, in 0..1. */
  read(): UsageReading {
    return {
      seconds: this.#simulation.now,
      busySeconds: 0,
      capacitySeconds: 0,
      ownBusySeconds: 0,
      utilization: this.used / this.limit,
      saturation: 1 - 1 / this.stretch,
      errors: this.errors,
    };
  }
}
