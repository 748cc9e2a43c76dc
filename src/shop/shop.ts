import { CHANGES } from './changes.js';
import { FAULTS } from './faults.js';
import { MITIGATIONS } from './mitigations.js';
import type { RunRecord } from './run-record.js';
import { SCENARIOS } from './scenarios.js';
import { ScriptedShop, type Actions } from './scripted-shop.js';

/** Every action there is, by its type. */
const ACTIONS: Actions = { ...FAULTS, ...MITIGATIONS, ...CHANGES };

/** A shop in every scenario, in which everything can be done that there is. */
export class Shop extends ScriptedShop {
  /** Throws a `RangeError` for a scenario, an action or a service that does not exist. */
  constructor(run: RunRecord) {
    const scenario = Object.hasOwn(SCENARIOS, run.scenario) ? SCENARIOS[run.scenario] : undefined;
    if (scenario === undefined) throw new RangeError(`There is no scenario '${run.scenario}'`);
    super(run, scenario, ACTIONS);
  }
}
