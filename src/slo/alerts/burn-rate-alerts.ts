import type { AlertRule } from './alert-rules.js';
import { burnRateWindows, DEFAULT_PERIOD_SECONDS } from './burn-rate-windows.js';
import { errorBudgetRatio, isRatio } from '../budget.js';
import { tidy } from '../numbers.js';

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
 * The Workbook's multi-window, multi-burn-rate rules. For 30 days: 14.4x over 1 h and 5 min, and 6x over 6 h and
 * 30 min, page; 3x over 1 d and 2 h, and 1x over 3 d and 6 h, open a ticket. For another period see `burnRateWindows`.
 * Rules that can never fire are in it too (see `canFire`). Empty for an objective outside [0, 1] or a period that is
 * not positive.
 * @see https://sre.google/workbook/alerting-on-slos/ (section 6)
 */
export function multiWindowRules(objective: number, periodSeconds: number = DEFAULT_PERIOD_SECONDS): AlertRule[] {
  if (!isRatio(objective)) return [];
  return burnRateWindows(periodSeconds).map(({ name, severity, burnRate, longSeconds, shortSeconds }) => {
    const threshold = tidy(burnRate * errorBudgetRatio(objective));
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
