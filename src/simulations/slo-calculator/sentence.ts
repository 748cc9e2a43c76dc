import type { SloCalculatorText } from '../../i18n/en/slo-calculator.js';
import type { Format } from '../../i18n/format.js';
import type { BudgetStanding } from '../../slo/boundary.js';

/** What the sentence about a budget rests on. */
export interface BudgetEvidence {
  readonly standing: BudgetStanding;
  /** What was typed as failed so far: seconds of downtime, or requests. */
  readonly spent: number;
  readonly unit: 'minutes' | 'requests';
  readonly requestsPerSecond: number;
  readonly budgetRequests: number;
  /** From now to the end of the window. */
  readonly restSeconds: number;
}

const DAY = 86_400;

/** What is left of the budget, in the unit in which the spend was given; nothing spent: the budget in requests. */
export function whatIsLeft(evidence: BudgetEvidence, t: SloCalculatorText, format: Format): string {
  const { standing, spent, unit, requestsPerSecond, budgetRequests, restSeconds } = evidence;
  const { number, duration } = format;
  if (spent === 0) return t.requests(number(budgetRequests));
  const amount = (seconds: number): string =>
    unit === 'minutes' ? duration(seconds) : t.failedRequests(number(seconds * requestsPerSecond));
  const used = unit === 'minutes' ? duration(spent) : t.failedRequests(number(spent));
  if (standing.verdict === 'spent') return t.exactlySpent(used);
  if (standing.verdict === 'missed') return t.overspent(used, amount(-standing.left));
  const rest = number(restSeconds / DAY, 1);
  return rest === '0' ? t.kept(used, amount(standing.left)) : t.left(used, amount(standing.left), t.days(rest));
}
