import { Resource, type Simulation } from '../../../engine/index.js';

export type ResourceKind = 'cpu' | 'memory' | 'disk' | 'network' | 'pool' | 'workers';

/** What a resource has done until now: two of these give its utilization in between. */
export interface UsageReading {
  /** Seconds of the run. */
  readonly seconds: number;
  /** The integral of what was in use, and of what there was; 0 for a level. */
  readonly busySeconds: number;
  readonly capacitySeconds: number;
  /** Now: share in use, and how many wait for it. */
  readonly utilization: number;
  readonly saturation: number;
  /** How often it failed those who asked: rejected, timed out, lost, killed. */
  readonly errors: number;
}

/** The USE of a resource: utilization in 0..1, saturation (those who wait), errors. */
export interface Usage {
  readonly utilization: number;
  readonly saturation: number;
  readonly errors: number;
}

/** Something of which there is only so much. */
export interface UsageSource {
  readonly kind: ResourceKind;
  readonly service: string;
  readonly instance: string;
  /** Tells pools apart; the kind for all others. */
  readonly name: string;
  read(): UsageReading;
}

/** Between two readings of a source; without the first, since the start of the run. For a level such as memory: now. */
export function usage(reading: UsageReading, since?: UsageReading): Usage {
  const capacity = reading.capacitySeconds - (since?.capacitySeconds ?? 0);
  const busy = reading.busySeconds - (since?.busySeconds ?? 0);
  return {
    utilization: capacity > 0 && capacity < Infinity ? busy / capacity : reading.utilization,
    saturation: reading.saturation,
    errors: reading.errors - (since?.errors ?? 0),
  };
}

export interface UsageSourceName {
  readonly kind: ResourceKind;
  readonly service: string;
  readonly instance: string;
  readonly name?: string;
}

/** A resource that also knows how much of it there was, and how often it failed someone. */
export class MeasuredResource extends Resource implements UsageSource {
  readonly kind: ResourceKind;
  readonly service: string;
  readonly instance: string;
  readonly name: string;
  errors = 0;
  readonly #simulation: Simulation;
  #capacitySeconds = 0;
  #capacitySince: number;

  constructor(simulation: Simulation, named: UsageSourceName, options: { capacity: number; queueLimit?: number }) {
    super(simulation, options);
    this.#simulation = simulation;
    this.#capacitySince = simulation.now;
    this.kind = named.kind;
    this.service = named.service;
    this.instance = named.instance;
    this.name = named.name ?? named.kind;
  }

  /** Changes the capacity and keeps account of it. */
  resize(capacity: number): void {
    this.#account();
    this.capacity = capacity;
  }

  read(): UsageReading {
    this.#account();
    return {
      seconds: this.#simulation.now,
      busySeconds: this.busySeconds,
      capacitySeconds: this.#capacitySeconds,
      utilization: this.capacity > 0 ? this.inUse / this.capacity : 0,
      saturation: this.waiting,
      errors: this.errors,
    };
  }

  #account(): void {
    const { now } = this.#simulation;
    if (now > this.#capacitySince) this.#capacitySeconds += this.capacity * (now - this.#capacitySince);
    this.#capacitySince = now;
  }
}
