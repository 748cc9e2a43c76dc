import { Simulation } from '../../engine/index.js';
import { Customers } from '../traffic/customers.js';
import { Emitter } from '../observation/telemetry-bus.js';
import type { Ledger } from '../traffic/request-counts.js';
import type { TelemetryListener } from '../observation/telemetry-records.js';
import { serviceOf, type Plant } from '../actions/control-plane.js';
import type { ShopAction, ShopSettings } from './run-record.js';
import { Service, type World } from '../system/service.js';
import type { Topology } from '../system/topology.js';
import type { TrafficShape } from '../traffic/traffic-shape.js';
import { Traffic } from '../traffic/arrivals.js';

/** What can be done in a shop, by its type. */
export type Actions = Readonly<Record<string, (plant: Plant, action: never) => void>>;

/** All that happens in a shop, and what can. */
export interface Script {
  readonly seed: number | string;
  readonly settings: ShopSettings;
  readonly topology: Topology;
  readonly shape?: TrafficShape | undefined;
  /** In the order in which they are done. */
  readonly agenda: readonly ShopAction[];
  readonly actions: Actions;
  /** Where the customers' requests are counted, if they are. */
  readonly ledger?: Ledger;
}

/**
 * The simulated checkout system as its script has it: customers come, services serve them, things break and are mended;
 * whoever listens is told. It knows only the actions it is given, so that a page need not load the others.
 */
export class BaseShop {
  readonly simulation: Simulation;
  readonly settings: ShopSettings;
  readonly services: ReadonlyMap<string, Service>;
  protected agenda: readonly ShopAction[];
  readonly #emitter: Emitter;
  readonly #plant: Plant;
  readonly #actions: Actions;
  #done = 0;

  constructor({ seed, settings, topology, shape, agenda, actions, ledger }: Script) {
    this.#actions = actions;
    this.agenda = agenda;
    this.settings = settings;
    const simulation = new Simulation({ seed });
    const emitter = new Emitter(simulation);
    const services = new Map<string, Service>();
    const world: World = {
      simulation,
      emitter,
      target: (name) => serviceOf(this.#plant, name),
      retries: settings.retries,
      hasBreakers: settings.hasBreakers,
    };
    for (const spec of topology.services) services.set(spec.name, new Service(world, spec));
    const entry = serviceOf({ services }, topology.entry);
    const customers = new Customers({ ...world, ledger, topology, entry });
    const traffic = new Traffic(simulation, settings.rate, shape, () => customers.arrive());
    this.simulation = simulation;
    this.services = services;
    this.#emitter = emitter;
    this.#plant = { simulation, emitter, traffic, services, flags: new Map() };
  }

  /** Tells somebody what happens from now on; the function that is returned ends that. */
  listen(listener: TelemetryListener): () => void {
    return this.#emitter.listen(listener);
  }

  /** Runs to a time, in seconds. The steps in which it is reached make no difference. */
  runUntil(seconds: number): void {
    for (;;) {
      const action = this.agenda[this.#done];
      if (action === undefined || action.at > seconds) break;
      // What is due at the same instant comes first, as it does for an action that is added while playing.
      this.simulation.runUntil(action.at);
      this.#done++;
      this.#actions[action.type]?.(this.#plant, action as never);
    }
    this.simulation.runUntil(seconds);
  }
}
