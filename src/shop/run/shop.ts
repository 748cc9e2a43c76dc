import { CHANGES } from '../actions/changes.js';
import { FAULTS } from '../actions/faults.js';
import { Ledger } from '../traffic/request-counts.js';
import type { UsageSource } from '../system/resources/resource-usage.js';
import { usageSourcesOf } from '../system/resources/usage-sources.js';
import { MITIGATIONS } from '../actions/mitigations.js';
import type { Change, Fault, Mitigation, RunRecord, ShopAction } from './run-record.js';
import { SCENARIOS, settingsOf } from './scenarios.js';
import { BaseShop, type Actions } from './base-shop.js';
import { trafficShape } from '../traffic/traffic-shape.js';
import { DEFAULT_TARGETS } from '../actions/default-targets.js';

/** Every action there is, by its type. */
const ACTIONS: Actions = { ...FAULTS, ...MITIGATIONS, ...CHANGES };

/**
 * A shop in any scenario, in which everything can be done that there is: a pure function of its record. Throws a
 * `RangeError` for a scenario, an action or a service that does not exist.
 */
export class Shop extends BaseShop {
  readonly ledger: Ledger;
  readonly #record: RunRecord;

  constructor(run: RunRecord) {
    const scenario = Object.hasOwn(SCENARIOS, run.scenario) ? SCENARIOS[run.scenario] : undefined;
    if (scenario === undefined) throw new RangeError(`There is no scenario '${run.scenario}'`);
    const settings = settingsOf(scenario, run.settings);
    // The scenario's actions and the reader's.
    const agenda = inOrder([...scenario.actions, ...run.actions]);
    const [topology, shape] = [scenario.topology(settings), trafficShape(settings)];
    const ledger = new Ledger();
    super({ seed: run.seed, settings, topology, shape, agenda, actions: ACTIONS, ledger });
    this.ledger = ledger;
    this.#record = { ...run, settings: { ...run.settings }, actions: inOrder(run.actions) };
    for (const action of agenda) this.#check(action);
  }

  /** The run so far, to be kept, shared or played again: what was done while playing is in it. */
  get record(): RunRecord {
    return { ...this.#record, actions: [...this.#record.actions] };
  }

  /** Every resource there is at this time; their usage is read from two readings. */
  get usageSources(): UsageSource[] {
    return [...this.services.values()].flatMap(usageSourcesOf);
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
    this.#record.actions = withAction(this.#record.actions, action);
    this.agenda = withAction(this.agenda, action);
    this.runUntil(action.at);
  }

  /** Leaves out what was recorded to be done later than now: from here on the run goes another way. */
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

/** The services that an action names, or means. */
function servicesOf(action: ShopAction): string[] {
  const usual: Readonly<Record<string, string>> = DEFAULT_TARGETS;
  const { service = usual[action.type], from, to }: Readonly<Record<string, unknown>> = { ...action };
  return [service, from, to].filter((name) => typeof name === 'string');
}

function inOrder(actions: readonly ShopAction[]): ShopAction[] {
  return [...actions].sort((a, b) => a.at - b.at);
}

/** After all that are not later. */
function withAction(actions: readonly ShopAction[], action: ShopAction): ShopAction[] {
  const later = actions.findIndex(({ at }) => at > action.at);
  return actions.toSpliced(later < 0 ? actions.length : later, 0, action);
}
