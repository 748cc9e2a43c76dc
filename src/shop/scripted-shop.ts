import { Simulation } from '../engine/index.js';
import { Customers } from './customers.js';
import { Emitter } from './emitter.js';
import { Ledger } from './ledger.js';
import type { ShopListener } from './listener.js';
import type { Meter } from './meter.js';
import { serviceOf, type Plant } from './plant.js';
import type { Change, Fault, Mitigation, RunRecord, ShopAction, ShopSettings } from './run-record.js';
import { settingsOf, type Scenario } from './scenarios.js';
import { Service, type World } from './service.js';
import { Traffic } from './traffic.js';
import { USUAL_TARGETS } from './usual-targets.js';

/** What can be done in a shop, by its type. */
export type Actions = Readonly<Record<string, (plant: Plant, action: never) => void>>;

/**
 * The simulated checkout system: a pure function of its record. Customers come, services serve them, things break and are
 * mended; whoever listens is told. It knows one scenario and the actions it is given, so that a page need not load others.
 */
export class ScriptedShop {
  readonly simulation: Simulation;
  readonly settings: ShopSettings;
  readonly ledger: Ledger = new Ledger();
  readonly services: ReadonlyMap<string, Service>;
  readonly #record: RunRecord;
  readonly #emitter: Emitter;
  readonly #plant: Plant;
  readonly #actions: Actions;
  // The scenario's actions and the reader's, in the order in which they are done.
  #agenda: ShopAction[];
  #done = 0;

  /** Throws a `RangeError` for an action or a service that does not exist. */
  constructor(run: RunRecord, scenario: Scenario, actions: Actions) {
    this.#actions = actions;
    this.#record = {
      ...run,
      settings: { ...run.settings },
      actions: inOrder(run.actions),
    };
    this.#agenda = inOrder([...scenario.actions, ...run.actions]);
    this.settings = settingsOf(scenario, run.settings);
    this.simulation = new Simulation({ seed: run.seed });
    this.#emitter = new Emitter(this.simulation);
    const topology = scenario.topology(this.settings);
    const services = new Map<string, Service>();
    const world: World = {
      simulation: this.simulation,
      emitter: this.#emitter,
      target: (name) => serviceOf(this.#plant, name),
      retries: this.settings.retries,
      hasBreakers: this.settings.hasBreakers,
    };
    for (const spec of topology.services) services.set(spec.name, new Service(world, spec));
    this.services = services;
    for (const action of this.#agenda) this.#check(action);
    const entry = services.get(topology.entry);
    if (entry === undefined) throw new RangeError(`There is no service '${topology.entry}'`);
    const customers = new Customers({
      ...world,
      ledger: this.ledger,
      topology,
      entry,
    });
    const traffic = new Traffic(this.simulation, this.settings, () => customers.arrive());
    this.#plant = {
      simulation: this.simulation,
      emitter: this.#emitter,
      traffic,
      services,
      flags: new Map(),
    };
  }

  /** The run so far, to be kept, shared or played again: what was done while playing is in it. */
  get record(): RunRecord {
    return { ...this.#record, actions: [...this.#record.actions] };
  }

  /** Every resource there is at this time; their usage is read from two readings. */
  get meters(): Meter[] {
    return [...this.services.values()].flatMap((service) => service.meters);
  }

  /** Tells somebody what happens from now on; the function that is returned ends that. */
  listen(listener: ShopListener): () => void {
    return this.#emitter.listen(listener);
  }

  /** Runs to a time, in seconds. The steps in which it is reached make no difference. */
  runUntil(seconds: number): void {
    for (;;) {
      const action = this.#agenda[this.#done];
      if (action === undefined || action.at > seconds) break;
      // What is due at the same instant comes first, as it does for an action that is added while playing.
      this.simulation.runUntil(action.at);
      this.#done++;
      this.#do(action);
    }
    this.simulation.runUntil(seconds);
  }

  /** Breaks something now. */
  inject(fault: Fault): void {
    this.act(fault);
  }

  /** Does something about it now. */
  mitigate(mitigation: Mitigation): void {
    this.act(mitigation);
  }

  /** Does anything now, and puts it into the record. */
  act(what: Fault | Mitigation | Change): void {
    const action: ShopAction = { ...what, at: this.simulation.now };
    this.#check(action);
    insert(this.#record.actions, action);
    insert(this.#agenda, action);
    this.runUntil(action.at);
  }

  /** Leaves out what was recorded to be done later than now: from here on the run goes another way. */
  forgetLater(): void {
    const { now } = this.simulation;
    const later = new Set(this.#record.actions.filter(({ at }) => at > now));
    this.#record.actions = this.#record.actions.filter((action) => !later.has(action));
    this.#agenda = this.#agenda.filter((action) => !later.has(action));
  }

  #check(action: ShopAction): void {
    const { at, type } = action;
    if (!Object.hasOwn(this.#actions, type)) throw new RangeError(`There is no action '${type}'`);
    if (!(at >= 0 && at < Infinity)) throw new RangeError(`An action's time must be finite and 0 or more, not ${at}`);
    for (const service of servicesOf(action)) {
      if (!this.services.has(service)) throw new RangeError(`There is no service '${service}'`);
    }
  }

  #do(action: ShopAction): void {
    this.#actions[action.type]?.(this.#plant, action as never);
  }
}

/** The services that an action names, or means. */
function servicesOf(action: ShopAction): string[] {
  const usual: Readonly<Record<string, string>> = USUAL_TARGETS;
  const { service = usual[action.type], from, to }: Readonly<Record<string, unknown>> = { ...action };
  return [service, from, to].filter((name) => typeof name === 'string');
}

function inOrder(actions: readonly ShopAction[]): ShopAction[] {
  return [...actions].sort((a, b) => a.at - b.at);
}

/** After all that are not later. */
function insert(actions: ShopAction[], action: ShopAction): void {
  const later = actions.findIndex(({ at }) => at > action.at);
  actions.splice(later < 0 ? actions.length : later, 0, action);
}
