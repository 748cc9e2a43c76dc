import type { AlertRule } from './alert-rules.js';
import { tidy } from '../numbers.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const FOUR_WEEKS = 28 * DAY;

/** The period of an objective unless said otherwise: 30 days, in seconds. */
export const DEFAULT_PERIOD_SECONDS: number = 30 * DAY;

/** The Workbook's pairs of windows, and the share of the period's budget that is gone when a rule over them fires. */
export const WINDOW_PAIRS: readonly {
  readonly name: string;
  readonly severity: AlertRule['severity'];
  readonly budget: number;
  readonly longSeconds: number;
  readonly shortSeconds: number;
}[] = [
  { name: 'ErrorBudgetBurn1h', severity: 'page', budget: 0.02, longSeconds: HOUR, shortSeconds: 5 * MINUTE },
  { name: 'ErrorBudgetBurn6h', severity: 'page', budget: 0.05, longSeconds: 6 * HOUR, shortSeconds: 30 * MINUTE },
  { name: 'ErrorBudgetBurn1d', severity: 'ticket', budget: 0.1, longSeconds: DAY, shortSeconds: 2 * HOUR },
  { name: 'ErrorBudgetBurn3d', severity: 'ticket', budget: 0.1, longSeconds: 3 * DAY, shortSeconds: 6 * HOUR },
];

/**
 * The burn rates of the same windows for a period of seven days, as in Sloth's catalogue.
 * @see https://github.com/slok/sloth/blob/main/examples/windows/7d.yaml
 */
const WEEK_FACTORS: readonly number[] = [13.44, 3.5, 1.4, 0.98];

/** A pair of windows with the burn rate that both must exceed, for one period. */
export interface BurnRateWindow {
  readonly name: string;
  readonly severity: AlertRule['severity'];
  /** The share of the period's budget that is gone when the rule fires. */
  readonly budget: number;
  readonly burnRate: number;
  readonly longSeconds: number;
  readonly shortSeconds: number;
}

/**
 * The burn rate that spends a share of the budget in a window: `budget * period / window`, Sloth's factor.
 * `NaN` for negative inputs and a window of 0.
 * @see https://github.com/slok/sloth/blob/main/internal/alert/window.go
 */
export function burnRateForBudget(options: { budget: number; windowSeconds: number; periodSeconds: number }): number {
  const { budget, windowSeconds, periodSeconds } = options;
  return budget >= 0 && windowSeconds > 0 && periodSeconds >= 0 ? (budget * periodSeconds) / windowSeconds : NaN;
}

/**
 * The windows and burn rates of the multi-window rules for a period.
 *
 * From 28 days on a rule keeps its windows and its share of the budget, as Sloth does: 14.4x, 6x, 3x and 1x for 30 days.
 * For seven days the burn rates are those of Sloth's catalogue, and between seven and 28 days they lie on a straight
 * line between the two. Unlike Sloth, no burn rate is below 1x, for a service that burns at less keeps its objective:
 * Sloth has 0.98x for seven days and 0.93x for 28. Below seven days the burn rates stay, and a rule is left out that
 * would fire only after all of the budget is gone. Empty for a period that is not positive and finite.
 */
export function burnRateWindows(periodSeconds: number = DEFAULT_PERIOD_SECONDS): BurnRateWindow[] {
  if (!(periodSeconds > 0 && periodSeconds < Infinity)) return [];
  return WINDOW_PAIRS.map((pair, index) => {
    const { longSeconds } = pair;
    const burnRate = Math.max(1, tidy(factorOf(pair, WEEK_FACTORS[index] ?? 1, periodSeconds)));
    return { ...pair, burnRate, budget: tidy((burnRate * longSeconds) / periodSeconds) };
  }).filter(({ budget }) => budget <= 1);
}

function factorOf(pair: (typeof WINDOW_PAIRS)[number], weekFactor: number, periodSeconds: number): number {
  const { budget, longSeconds: windowSeconds } = pair;
  if (periodSeconds >= FOUR_WEEKS) return burnRateForBudget({ budget, windowSeconds, periodSeconds });
  const share = Math.max(0, (periodSeconds - WEEK) / (FOUR_WEEKS - WEEK));
  const fourWeeks = burnRateForBudget({ budget, windowSeconds, periodSeconds: FOUR_WEEKS });
  return weekFactor + share * (fourWeeks - weekFactor);
}
