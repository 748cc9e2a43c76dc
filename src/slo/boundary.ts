import { bandFor, type Band } from './budget-policy.js';

/** The shares of a budget at which a verdict changes. */
const BOUNDARIES: readonly number[] = [1, 0.5, 0.25, 0];

/**
 * How near to a boundary a share counts as being on it. Fifty spends that a double cannot hold exactly leave a dust of
 * 1e-14; one failed request of a budget of ten billion is still seen.
 */
const DUST = 1e-11;

/** How a budget stands: one verdict for every element that shows one. */
export interface BudgetStanding {
  /** In the budget's own unit; below zero when overspent, and exactly 0 where nothing is left. */
  readonly left: number;
  /** Of the whole budget. */
  readonly leftShare: number;
  /** `spent`: to the last second, and the objective is just met. */
  readonly verdict: 'left' | 'spent' | 'missed';
  readonly band: Band;
}

/**
 * How a budget stands after a spend, both in the same unit, such as seconds or requests. On a boundary (untouched, half,
 * a quarter, nothing left) it stands exactly, whatever the binary fractions of the two: 259.2 - 4.32 * 60 is 0.
 * Of a budget of 0 nothing is left; one request too much misses the objective. `NaN` shares for a budget that is none.
 */
export function budgetStanding(spent: number, budget: number): BudgetStanding {
  const exactShare = budget > 0 ? 1 - spent / budget : spent > 0 ? -Infinity : 0;
  const boundary = BOUNDARIES.find((share) => Math.abs(exactShare - share) <= DUST);
  const leftShare = Number.isNaN(spent + budget) ? NaN : (boundary ?? exactShare);
  const left = boundary === undefined ? budget - spent : boundary * budget;
  const verdict = leftShare > 0 ? 'left' : leftShare === 0 ? 'spent' : 'missed';
  return { left, leftShare, verdict, band: bandFor(leftShare) };
}
