import type { Process, Simulation } from '../../engine/index.js';
import type { Emitter } from '../observation/telemetry-bus.js';
import type { Service } from '../system/service.js';
import type { Traffic } from '../traffic/arrivals.js';

/** The shop from the side of those who operate it, or break it. */
export interface Plant {
  readonly simulation: Simulation;
  readonly emitter: Emitter;
  readonly traffic: Traffic;
  readonly services: ReadonlyMap<string, Service>;
  /** What turning off a flag that is on undoes. */
  readonly flags: Map<string, () => void>;
}

/** A service by its name; a `RangeError` when there is none. */
export function serviceOf(plant: Pick<Plant, 'services'>, name: string): Service {
  const service = plant.services.get(name);
  if (service === undefined) throw new RangeError(`There is no service '${name}'`);
  return service;
}

/** Does something after a time. */
export function later(plant: Plant, seconds: number, run: () => void): void {
  plant.simulation.after(seconds, run);
}

/** Undoes something after a time, which may never come. */
export function until(plant: Plant, seconds: number | undefined, undo: () => void): void {
  if (seconds !== undefined && seconds < Infinity) later(plant, amount(seconds, 0), undo);
}

/** A number of 0 or more that came from outside; the other one where it is missing or makes no sense. */
export function amount(value: number | undefined, otherwise: number, most: number = Infinity): number {
  return value !== undefined && value >= 0 && value < Infinity ? Math.min(value, most) : otherwise;
}

export function start(plant: Plant, process: Process<unknown>): void {
  plant.simulation.start(process);
}
