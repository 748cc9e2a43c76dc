import { errorBudgetRatio, isRatio } from './budget.js';

/** How OpenSLO counts: events, whole slices of time, or the success ratios of slices. */
export type BudgetingMethod = 'Occurrences' | 'Timeslices' | 'RatioTimeslices';

/** The events of one slice of time; slices are equally long. */
export interface Slice {
  good: number;
  total: number;
}

/** An error budget in its method's own unit; `remaining` is negative when overspent. */
export interface ErrorBudget {
  budget: number;
  spent: number;
  remaining: number;
}

/**
 * The error budget of a period, what was spent of it and what remains: `budget = (1 - objective) * whole`.
 *
 * The unit follows the method. `Occurrences`: events, spent by bad ones. `Timeslices`: slices, spent by those whose
 * success ratio is below `sliceTarget` (the objective unless given). `RatioTimeslices`: slices' worth, spent by each
 * slice's error ratio. A slice without traffic hurt nobody and counts as good; OpenSLO leaves that open.
 * `NaN` for a ratio outside [0, 1] and for slices with less than no, or more good than all, events.
 * @see https://github.com/OpenSLO/OpenSLO/tree/main/examples/budgeting-method
 */
export function errorBudget(options: {
  method: BudgetingMethod;
  objective: number;
  slices: readonly Slice[];
  sliceTarget?: number | undefined;
}): ErrorBudget {
  const { method, objective, slices, sliceTarget = objective } = options;
  if (!isRatio(objective) || !isRatio(sliceTarget) || !slices.every(isSlice)) {
    return { budget: NaN, spent: NaN, remaining: NaN };
  }
  let whole = 0;
  let spent = 0;
  for (const { good, total } of slices) {
    const bad = total - good;
    const badRatio = bad === 0 ? 0 : bad / total;
    if (method === 'Occurrences') {
      whole += total;
      spent += bad;
    } else {
      whole += 1;
      if (method === 'RatioTimeslices') spent += badRatio;
      else if (bad > 0 && good / total < sliceTarget) spent += 1;
    }
  }
  const budget = errorBudgetRatio(objective) * whole;
  return { budget, spent, remaining: budget - spent };
}

function isSlice({ good, total }: Slice): boolean {
  return good >= 0 && good <= total && total < Infinity;
}
