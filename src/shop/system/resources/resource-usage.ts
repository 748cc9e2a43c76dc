import { Resource, type Simulation } from '../../../engine/index.js';

export type ResourceKind = 'cpu' | 'memory' | 'disk' | 'network' | 'pool' | 'workers';

/** Usage of a resource since the start of the run. Two readings give the utilization between them. */
export interface UsageReading {
  /** Seconds of the run. */
  readonly seconds: number;
  /** Units in use and units available, each times seconds; 0 for a level. */
  readonly busySeconds: number;
  readonly capacitySeconds: number;
  /** Of a processor: the busy seconds of the process itself, without what else runs on the host; elsewhere 0. */
  readonly ownBusySeconds: number;
  /** At the time of the reading: share in use, and number of waiting requests. */
  readonly utilization: number;
  readonly saturation: number;
  /** Errors so far: rejections, timeouts, losses and kills. */
  readonly errors: number;
}

/** Utilization in 0..1, saturation (what waits) and errors of a resource: the USE method. */
export interface Usage {
  readonly utilization: number;
  readonly saturation: number;
  readonly errors: number;
}

/** A resource of limited capacity whose usage can be read. */
export interface UsageSource {
  readonly kind: ResourceKind;
  readonly service: string;
  readonly instance: string;
  /** Name of a pool; the kind for all other resources. */
  readonly name: string;
  read(): UsageReading;
}

/** Returns the usage between two readings; without `since`, from the start of the run. A level is the current one. */
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

/** A resource that also records its capacity over time and its errors. */
export class MeasuredResource extends Resource implements UsageSource {
  readonly kind: ResourceKind;
  readonly service: string;
  readonly instance: string;
  readonly name: string;
  errors = 0;
  /** Busy seconds of the process itself. */
  ownBusySeconds = 0;
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

  /** Changes the capacity. */
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
      ownBusySeconds: this.ownBusySeconds,
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
