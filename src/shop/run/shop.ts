import { CHANGES } from '../actions/changes.js';
import { FAULTS } from '../actions/faults.js';
import { RequestCounts } from '../traffic/request-counts.js';
import type { UsageSource } from '../system/resources/resource-usage.js';
import { usageSourcesOf } from '../system/usage-sources.js';
import { MITIGATIONS } from '../actions/mitigations.js';
import type { Change, Fault, Mitigation, RunRecord, ShopAction } from './run-record.js';
import { SCENARIOS, settingsOf } from './scenarios.js';
import { BaseShop, type Actions } from './base-shop.js';
import { trafficShape } from '../traffic/traffic-shape.js';
import { DEFAULT_TARGETS } from '../actions/default-targets.js';

/** All actions, by type. */
const ACTIONS: Actions = { ...FAULTS, ...MITIGATIONS, ...CHANGES };

/**
 * The shop in any scenario, with all actions. A run depends on its record alone. Throws a `RangeError` for a scenario,
 * an action or a service that does not exist.
 */
export class Shop extends BaseShop {
  /** Counts of the customers' requests. */
  readonly requests: RequestCounts;
  readonly #record: RunRecord;

  constructor(run: RunRecord) {
    const scenario = Object.hasOwn(SCENARIOS, run.scenario) ? SCENARIOS[run.scenario] : undefined;
    if (scenario === undefined) throw new RangeError(`There is no scenario '${run.scenario}'`);
    const settings = settingsOf(scenario, run.settings);
    const agenda = inOrder([...scenario.actions, ...run.actions]);
    const [topology, shape] = [scenario.topology(settings), trafficShape(settings)];
    const requests = new RequestCounts();
    super({ seed: run.seed, settings, topology, shape, agenda, actions: ACTIONS, requests });
    this.requests = requests;
    this.#record = { ...run, settings: { ...run.settings }, actions: inOrder(run.actions) };
    for (const action of agenda) this.#check(action);
  }

  /** The record of this run, with the actions taken during playback. A shop that is built from it runs the same. */
  get record(): RunRecord {
    return { ...this.#record, actions: [...this.#record.actions] };
  }

  /** All resources that exist now. `usage` derives the usage of one from its readings. */
  get usageSources(): UsageSource[] {
    return [...this.services.values()].flatMap(usageSourcesOf);
  }

  /** Injects a fault now. Throws as `act` does. */
  inject(fault: Fault): void {
    this.act(fault);
  }

  /** Applies a mitigation now. Throws as `act` does. */
  mitigate(mitigation: Mitigation): void {
    this.act(mitigation);
  }

  /** Performs an action now, and records it. Throws a `RangeError` for an action or service that does not exist. */
  act(what: Fault | Mitigation | Change): void {
    const action: ShopAction = { ...what, at: this.simulation.now };
    this.#check(action);
    this.#record.actions = withAction(this.#record.actions, action);
    this.agenda = withAction(this.agenda, action);
    this.runUntil(action.at);
  }

  /** Removes all actions later than now from the record, because the run continues in another way. */
  forgetLater(): void {
    const { now } = this.simulation;
    const later = new Set(this.#record.actions.filter(({ at }) => at > now));
    this.#record.actions = this.#record.actions.filter((action) => !later.has(action));
    this.agenda = this.agenda.filter((action) => !later.has(action));
  }

  #check(action: ShopAction): void {
    const { at, type } = action;
    if (!Object.hasOwn(ACTIONS, type)) throw new RangeError(`There is no action '${type}'`);
    if (!(at >= 0 && at < Infinity)) throw new RangeError(`An action's time must be finite and 0 or more, not ${at}`);
    for (const service of servicesOf(action)) {
      if (!this.services.has(service)) throw new RangeError(`There is no service '${service}'`);
    }
  }
}

/** The services that an action applies to, named or by default. */
function servicesOf(action: ShopAction): string[] {
  const usual: Readonly<Record<string, string>> = DEFAULT_TARGETS;
  const { service = usual[action.type], from, to }: Readonly<Record<string, unknown>> = { ...action };
  return [service, from, to].filter((name) => typeof name === 'string');
}

function inOrder(actions: readonly ShopAction[]): ShopAction[] {
  return [...actions].sort((a, b) => a.at - b.at);
}

/** Inserts an action after those at the same time. */
function withAction(actions: readonly ShopAction[], action: ShopAction): ShopAction[] {
  const later = actions.findIndex(({ at }) => at > action.at);
  return actions.toSpliced(later < 0 ? actions.length : later, 0, action);
}
