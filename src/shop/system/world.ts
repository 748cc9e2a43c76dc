import type { Simulation } from '../../engine/index.js';
import type { TelemetryBus } from '../observation/telemetry-bus.js';
import type { Callee } from './callee.js';

/** What all parts of the shop share. */
export interface World {
  readonly simulation: Simulation;
  readonly telemetry: TelemetryBus;
  callee(service: string): Callee;
  /** Retries of every HTTP call; undefined: as each call is configured. */
  readonly retries: number | undefined;
  /** Whether circuit breakers open by themselves. */
  readonly hasBreakers: boolean;
}
