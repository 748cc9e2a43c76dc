import type { AlertRule } from './alert-rules.js';
import { errorBudgetRatio, isRatio } from '../budget.js';
import { tidy } from '../numbers.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The period of an objective unless said otherwise: 30 days, in seconds. */
export const DEFAULT_PERIOD_SECONDS: number = 30 * DAY;

/** A constant error ratio, and the rule "the error ratio over the window is above burnRate * (1 - objective)". */
export interface BurnRateRule {
  objective: number;
  errorRatio: number;
  windowSeconds: number;
  burnRate: number;
}

/**
 * The time from the first error until the rule is true: `(1 - objective) / errorRatio * window * burnRate`, as if
 * evaluated at every instant and with constant traffic. Seconds.
 *
 * `Infinity` when it can never fire. Equality is never: the ratio reaches the threshold but a rule asks for more.
 * `NaN` for ratios outside [0, 1] and negative windows or burn rates.
 * @see https://sre.google/workbook/alerting-on-slos/ (sections 2 and 4)
 */
export function detectionTimeSeconds(options: BurnRateRule): number {
  const share = thresholdShare(options);
  return share < 1 ? tidy(share * options.windowSeconds) : share >= 1 ? Infinity : NaN;
}

/**
 * The time from the last error until the rule is false again: `window * (1 - threshold / errorRatio)`. Seconds; 0 when
 * the outage was too short to be detected. One that ends at the very instant of detection counts as detected.
 *
 * How long the outage lasted beyond detection does not matter: what must slide out of the window is all but the
 * `threshold / errorRatio` of it that the rule tolerates. `NaN` as in `detectionTimeSeconds`, and for a negative outage.
 * @see https://sre.google/workbook/alerting-on-slos/ (figure 5-6; the formula is ours)
 */
export function resetTimeSeconds(options: BurnRateRule & { outageSeconds: number }): number {
  const detection = detectionTimeSeconds(options);
  if (Number.isNaN(detection) || !(options.outageSeconds >= 0)) return NaN;
  const detected = tidy(options.outageSeconds) >= detection && detection < Infinity;
  return detected ? tidy(options.windowSeconds * (1 - thresholdShare(options))) : 0;
}

/**
 * The share of the period's budget that is gone when the rule fires: `burnRate * window / period`.
 * `NaN` for negative inputs and a period of 0.
 * @see https://sre.google/workbook/alerting-on-slos/ (section 4)
 */
export function budgetSpentAtDetection(options: {
  burnRate: number;
  windowSeconds: number;
  periodSeconds: number;
}): number {
  const { burnRate, windowSeconds, periodSeconds } = options;
  return burnRate >= 0 && windowSeconds >= 0 && periodSeconds > 0 ? (burnRate * windowSeconds) / periodSeconds : NaN;
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
 * The Workbook's multi-window, multi-burn-rate rules. For 30 days: 14.4x over 1 h and 5 min, and 6x over 6 h and
 * 30 min, page; 3x over 1 d and 2 h, and 1x over 3 d and 6 h, open a ticket. Another period keeps the windows and the
 * shares of the budget (2, 5, 10, 10 %) and scales the factors, as Sloth does. Rules that can never fire are in it too
 * (see `canFire`). Empty for an objective outside [0, 1] or a period that is not positive.
 * @see https://sre.google/workbook/alerting-on-slos/ (section 6)
 */
export function multiWindowRules(objective: number, periodSeconds: number = DEFAULT_PERIOD_SECONDS): AlertRule[] {
  if (!isRatio(objective) || !(periodSeconds > 0 && periodSeconds < Infinity)) return [];
  return WINDOW_PAIRS.map(({ name, severity, budget, longSeconds, shortSeconds }) => {
    const factor = burnRateForBudget({ budget, windowSeconds: longSeconds, periodSeconds });
    const threshold = tidy(factor * errorBudgetRatio(objective));
    const over = (windowSeconds: number) => ({ ratio: 'errors', windowSeconds, op: '>', threshold }) as const;
    return { name, condition: { all: [over(longSeconds), over(shortSeconds)] }, severity };
  });
}

/** The share of the window that must be outage before the rule is true; 1 and above: never. */
function thresholdShare({ objective, errorRatio, windowSeconds, burnRate }: BurnRateRule): number {
  if (!isRatio(errorRatio) || !(windowSeconds >= 0 && burnRate >= 0)) return NaN;
  const threshold = tidy(burnRate * errorBudgetRatio(objective));
  if (errorRatio === 0) return threshold >= 0 ? Infinity : NaN;
  return threshold / errorRatio;
}
