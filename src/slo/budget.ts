/**
 * The share of events that an objective allows to fail: `1 - objective`, without the binary dust of the subtraction.
 * Ratio in, ratio out; `NaN` outside [0, 1].
 * @see https://sre.google/workbook/implementing-slos/
 */
export function errorBudgetRatio(objective: number): number {
  // 1 - 0.999 is 0.0010000000000000009; fifteen decimals are what a double near 1 really holds.
  return isRatio(objective) ? Math.round((1 - objective) * 1e15) / 1e15 : NaN;
}

/**
 * The time a service may be down in a period and still meet its objective: `(1 - objective) * period`.
 * Seconds; `NaN` for an objective outside [0, 1] or a negative period.
 * @see https://sre.google/sre-book/availability-table/
 */
export function allowedDowntimeSeconds(objective: number, periodSeconds: number): number {
  return periodSeconds >= 0 ? errorBudgetRatio(objective) * periodSeconds : NaN;
}

/**
 * How many times faster than allowed the error budget is spent: `errorRatio / (1 - objective)`.
 * 1 spends it in exactly one period. An objective of 1 has no budget: 0 without errors, else `Infinity`.
 * `NaN` when either ratio is outside [0, 1].
 * @see https://sre.google/workbook/alerting-on-slos/
 */
export function burnRate(errorRatio: number, objective: number): number {
  if (!isRatio(errorRatio) || !isRatio(objective)) return NaN;
  return errorRatio === 0 ? 0 : errorRatio / errorBudgetRatio(objective);
}

/**
 * The burn rate of a total outage, the largest there is: `1 / (1 - objective)`; a rule that asks for more never fires.
 * `Infinity` at an objective of 1, `NaN` outside [0, 1].
 * @see https://sre.google/workbook/alerting-on-slos/ ("Extreme Availability Goals")
 */
export function maximumBurnRate(objective: number): number {
  return burnRate(1, objective);
}

/**
 * The time until the budget is empty at a constant burn rate: `remaining * period / burnRate`.
 * `remaining` is the share of the budget that is left (1 = untouched). Seconds; 0 when nothing is left, `Infinity` at
 * burn rate 0, `NaN` for a negative burn rate or period.
 * @see https://sre.google/workbook/alerting-on-slos/ (table 5-4)
 */
export function timeToExhaustionSeconds(burnRate: number, periodSeconds: number, remaining: number = 1): number {
  if (!(burnRate >= 0 && periodSeconds >= 0) || Number.isNaN(remaining)) return NaN;
  if (remaining <= 0) return 0;
  return burnRate === 0 ? Infinity : (remaining * periodSeconds) / burnRate;
}

/**
 * The chance that at least one of several independent requests is slower than a quantile: `1 - quantile ** requests`.
 * With 20 requests a session, 18 % of sessions meet the p99. `NaN` for a quantile outside [0, 1] or a negative count.
 * @see https://research.google/pubs/the-tail-at-scale/
 */
export function chanceOfMeetingTail(quantile: number, requests: number): number {
  return isRatio(quantile) && requests >= 0 ? 1 - quantile ** requests : NaN;
}

/** True for a number in [0, 1]; false for `NaN`. */
export function isRatio(value: number): boolean {
  return value >= 0 && value <= 1;
}
