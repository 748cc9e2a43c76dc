import type { Cost } from '../month/cost.model.js';
import { budgetStanding } from '../../../slo/boundary.js';
import type { Band } from '../../../slo/budget-policy.js';
import { allows } from './policy.model.js';
import type { Action } from '../month/work.model.js';

/** A chance of overspending above this is too much. */
export const TOLERATED = 0.05;

/** Why to do it or not; the first that holds. */
export type Reason = 'free' | 'stopped' | 'overspends' | 'risky' | 'demotes' | 'fits';

/** Should we? All in seconds, but for chances and shares. */
export interface Advice {
  readonly expected: number;
  readonly worst: number;
  readonly expectedLeft: number;
  readonly worstLeft: number;
  /** The chance that it costs more than is left. */
  readonly overspendChance: number;
  /** Where the policy would stand after the worst case. */
  readonly worstBand: Band;
  readonly verdict: 'proceed' | 'defer';
  readonly reason: Reason;
}

/** Weighs what an action may cost against what is left, as the lesson does: by the expected and by the worst case. */
export function advise(
  action: Pick<Action, 'work' | 'canary'>,
  cost: Cost,
  { left, budget, policy }: { readonly left: number; readonly budget: number; readonly policy: boolean },
): Advice {
  const [expected, worst] = [cost.mean * 60, cost.worst * 60];
  const overspendChance = cost.above(left / 60);
  const { band: worstBand } = budgetStanding(budget - left + worst, budget);
  const { band } = budgetStanding(budget - left, budget);
  const found = {
    expected,
    worst,
    expectedLeft: left - expected,
    worstLeft: left - worst,
    overspendChance,
    worstBand,
  };
  const reason = reasonFor();
  return { ...found, reason, verdict: ['stopped', 'overspends'].includes(reason) ? 'defer' : 'proceed' };

  function reasonFor(): Reason {
    if (policy && !allows(band, action)) return overspendChance > TOLERATED ? 'overspends' : 'stopped';
    if (worst === 0) return 'free';
    if (overspendChance > TOLERATED) return 'overspends';
    if (worst > left) return 'risky';
    return worstBand === band ? 'fits' : 'demotes';
  }
}
