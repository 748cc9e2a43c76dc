import { Simulation } from '../../engine/index.js';
import { Customers } from '../traffic/customers.js';
import { TelemetryBus } from '../observation/telemetry-bus.js';
import type { RequestCounts } from '../traffic/request-counts.js';
import type { TelemetryListener } from '../observation/telemetry-records.js';
import { serviceOf, type ControlPlane } from '../actions/control-plane.js';
import type { ShopAction, ShopSettings } from './run-record.js';
import { Service } from '../system/service.js';
import type { Topology } from '../system/topology.js';
import type { World } from '../system/world.js';
import type { TrafficShape } from '../traffic/traffic-shape.js';
import { Traffic } from '../traffic/arrivals.js';

/** How each type of action works. */
export type Actions = Readonly<Record<string, (control: ControlPlane, action: never) => void>>;

/** What a shop consists of, and what happens in it. */
export interface Script {
  readonly seed: number | string;
  readonly settings: ShopSettings;
  readonly topology: Topology;
  readonly shape?: TrafficShape | undefined;
  /** In order of time. */
  readonly agenda: readonly ShopAction[];
  readonly actions: Actions;
  /** Counts customers' requests, if it is set. */
  readonly requests?: RequestCounts;
}

/**
 * The simulated checkout system: customers arrive, services answer them, and actions inject and mitigate faults.
 * Listeners receive the telemetry. Only the actions of the script are loaded, so a page can leave out the others.
 */
export class BaseShop {
  readonly simulation: Simulation;
  readonly settings: ShopSettings;
  readonly topology: Topology;
  readonly services: ReadonlyMap<string, Service>;
  protected agenda: readonly ShopAction[];
  readonly #telemetry: TelemetryBus;
  readonly #control: ControlPlane;
  readonly #actions: Actions;
  #done = 0;

  constructor({ seed, settings, topology, shape, agenda, actions, requests }: Script) {
    this.#actions = actions;
    this.agenda = agenda;
    this.settings = settings;
    this.topology = topology;
    const simulation = new Simulation({ seed });
    const telemetry = new TelemetryBus(simulation);
    const services = new Map<string, Service>();
    const world: World = {
      simulation,
      telemetry,
      callee: (name) => serviceOf(this.#control, name),
      retries: settings.retries,
      hasBreakers: settings.hasBreakers,
    };
    for (const spec of topology.services) services.set(spec.name, new Service(world, spec));
    const entry = serviceOf({ services }, topology.entry);
    const customers = new Customers({ simulation, telemetry, requests, topology, entry });
    const traffic = new Traffic(simulation, settings.rate, shape, () => customers.arrive());
    this.simulation = simulation;
    this.services = services;
    this.#telemetry = telemetry;
    this.#control = { simulation, telemetry, traffic, services, flags: new Map() };
  }

  /** Adds a listener for the telemetry from now on. Returns a function that removes it. */
  listen(listener: TelemetryListener): () => void {
    return this.#telemetry.listen(listener);
  }

  /** Runs to a time, in seconds since the start. The result does not depend on the steps that lead there. */
  runUntil(seconds: number): void {
    for (;;) {
      const action = this.agenda[this.#done];
      if (action === undefined || action.at > seconds) break;
      // Events at the same time run first, as they do for an action that is added during playback.
      this.simulation.runUntil(action.at);
      this.#done++;
      this.#actions[action.type]?.(this.#control, action as never);
    }
    this.simulation.runUntil(seconds);
  }
}
