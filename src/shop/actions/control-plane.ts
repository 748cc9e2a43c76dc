import type { Process, Simulation } from '../../engine/index.js';
import type { TelemetryBus } from '../observation/telemetry-bus.js';
import type { Service } from '../system/service.js';
import type { Traffic } from '../traffic/arrivals.js';

/** What actions change: the services and the traffic of a running shop. */
export interface ControlPlane {
  readonly simulation: Simulation;
  readonly telemetry: TelemetryBus;
  readonly traffic: Traffic;
  readonly services: ReadonlyMap<string, Service>;
  /** Feature flags that are on, and how to undo each. */
  readonly flags: Map<string, () => void>;
}

/** Returns a service by name. Throws a `RangeError` if there is none. */
export function serviceOf(control: Pick<ControlPlane, 'services'>, name: string): Service {
  const service = control.services.get(name);
  if (service === undefined) throw new RangeError(`There is no service '${name}'`);
  return service;
}

/** Runs a function after a number of seconds. */
export function later(control: ControlPlane, seconds: number, run: () => void): void {
  control.simulation.after(seconds, run);
}

/** Runs `undo` after a number of seconds; never if that is undefined or not finite. */
export function until(control: ControlPlane, seconds: number | undefined, undo: () => void): void {
  if (seconds !== undefined && seconds < Infinity) later(control, amount(seconds, 0), undo);
}

/** Returns a parameter of an action, at most `most`; `otherwise` if it is missing, negative or not finite. */
export function amount(value: number | undefined, otherwise: number, most: number = Infinity): number {
  return value !== undefined && value >= 0 && value < Infinity ? Math.min(value, most) : otherwise;
}

export function start(control: ControlPlane, process: Process<unknown>): void {
  control.simulation.start(process);
}
