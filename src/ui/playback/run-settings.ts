import { readActions, Run, SCENARIOS, writeActions, type RunRecord } from '../../shop/index.js';
import { Setting } from '../element/settings.js';

/** What the reader, the author or the scenario do to the shop, and when. */
export const actionsSetting: Setting<string> = new Setting(
  (given) => (readActions(given) ? given : undefined),
  (text) => text.like('60 traffic-spike factor=3; 120 scale-out service=auth'),
);

/** A number or a word; empty for the scenario's own. */
export const seedSetting: Setting<string> = new Setting(
  (given) => (/^[\w-]{0,40}$/.test(given) ? given : undefined),
  (text) => text.like('42, monday'),
);

/** The settings that make a run, as an element has them. */
export interface RunSettings {
  scenario: string;
  /** Empty for the scenario's own. */
  seed: string;
  /** Requests per second; 0 for the scenario's own. */
  rate: number;
  /** As `60 traffic-spike factor=3; 120 scale-out service=auth`. */
  actions: string;
  /** The second that is shown first. */
  at: number;
}

/** A word for the whole of the settings: equal settings have the same one. */
export function runKey({ scenario, seed, rate, actions, at }: RunSettings): string {
  return JSON.stringify([scenario, seed, rate, actions, at]);
}

/** The record of the run that the settings ask for, and why it cannot be, if it cannot: then it has no actions. */
export function recordOf(settings: RunSettings): { readonly record: RunRecord; readonly problem: string } {
  const { scenario, rate } = settings;
  const actions = readActions(settings.actions) ?? [];
  const record = { scenario, seed: seedOf(settings), settings: rate > 0 ? { rate } : {}, actions };
  const problem = messageOf(() => new Run(record));
  return { record: problem ? { ...record, actions: [] } : record, problem };
}

/** Makes the settings those of a run, so that a link has what was done in it. */
export function adoptRun(settings: RunSettings, run: Run): void {
  const { scenario, seed, settings: own, actions } = run.record;
  settings.scenario = scenario;
  if (String(seed) !== String(seedOf(settings))) settings.seed = String(seed);
  settings.rate = own.rate ?? 0;
  settings.actions = writeActions(actions);
  settings.at = run.now;
}

function seedOf({ seed, scenario }: RunSettings): string | number {
  return seed || (SCENARIOS[scenario]?.seed ?? 1);
}

/** Why something cannot be done that names what the scenario does not have; empty if it was done. */
export function messageOf(act: () => unknown): string {
  try {
    act();
    return '';
  } catch (problem) {
    if (problem instanceof RangeError) return problem.message;
    throw problem;
  }
}
