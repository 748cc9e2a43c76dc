import type { Condition } from './alert-rules.js';
import { errorSums, valueSums, type Quotient } from './window-sums.js';

/**
 * Events counted, and gauges read, once a step. Step i covers (i * step, (i + 1) * step] and its sample bears the time
 * at which it ends. `NaN` is a sample that was never taken; so is one that is not finite.
 */
export interface AlertSeries {
  stepSeconds: number;
  good: ArrayLike<number>;
  total: ArrayLike<number>;
  gauges?: Readonly<Record<string, ArrayLike<number>>>;
}

/** How a series is evaluated: `stride` steps apart, until `steps` have passed. */
export interface Evaluations {
  steps: number;
  stride: number;
  count: number;
}

/**
 * Prepares a series, and returns a function that tells at which evaluations a condition holds: element k, from 1, is 1
 * or 0 for the time k * stride * step. A window without data makes its condition false, as no result does in Prometheus.
 */
export function conditionTruth(series: AlertSeries, evaluations: Evaluations): (condition: Condition) => Uint8Array {
  const { stepSeconds, good, total, gauges = {} } = series;
  const { steps, count } = evaluations;
  const errors = errorSums(good, total, steps);
  const requests = valueSums(total, steps);

  /** Clears the marks of those evaluations at which the condition does not hold. */
  function narrow(marks: Uint8Array, condition: Condition): void {
    if ('all' in condition) {
      for (const part of condition.all) narrow(marks, part);
    } else if ('any' in condition) {
      const alternatives = condition.any.map((part) => narrowed(marks, part));
      marks.forEach((_, k) => (marks[k] = alternatives.some((alternative) => alternative[k]) ? 1 : 0));
    } else if ('ratio' in condition) {
      const { windowSeconds, op, threshold } = condition;
      narrowToAbove(marks, errors, { windowSteps: windowSeconds / stepSeconds, op, threshold }, evaluations);
    } else if ('requests' in condition) {
      const windowSteps = condition.windowSeconds / stepSeconds;
      const isAbsent = condition.requests === 'absent';
      narrowToIdle(marks, requests, { windowSteps, isAbsent }, evaluations);
    } else {
      // A window of one step holds exactly the newest sample.
      const { gauge, windowSeconds = stepSeconds, op, threshold } = condition;
      const { unitsPerOne, ...values } = valueSums((Object.hasOwn(gauges, gauge) && gauges[gauge]) || [], steps);
      const limit = { windowSteps: windowSeconds / stepSeconds, op, threshold: Math.round(threshold * unitsPerOne) };
      narrowToAbove(marks, values, limit, evaluations);
    }
  }

  function narrowed(marks: Uint8Array, condition: Condition): Uint8Array {
    const copy = marks.slice();
    narrow(copy, condition);
    return copy;
  }

  const everyEvaluation = new Uint8Array(count + 1).fill(1);
  return (condition) => narrowed(everyEvaluation, condition);
}

// Not inside `conditionTruth`: what a loop reads from around its function is read again at every turn.
function narrowToAbove(
  marks: Uint8Array,
  { dividend, divisor }: Quotient,
  { windowSteps, op, threshold }: { windowSteps: number; op: '>' | '>='; threshold: number },
  { stride, count }: Evaluations,
): void {
  if (!(windowSteps > 0)) marks.fill(0);
  const orEqual = op === '>=';
  // Nearly always windows and intervals are whole steps: then nothing needs rounding.
  const isWhole = Number.isInteger(stride) && Number.isInteger(windowSteps);
  for (let k = 1; k <= count; k++) {
    if (marks[k] === 0) continue;
    const now = k * stride;
    const to = isWhole ? now : stepsBy(now);
    const from = windowSteps < now ? (isWhole ? now - windowSteps : stepsBy(now - windowSteps)) : 0;
    // Without data this is 0 / 0, and NaN is above nothing.
    const value = ((dividend[to] ?? 0) - (dividend[from] ?? 0)) / ((divisor[to] ?? 0) - (divisor[from] ?? 0));
    if (!(value > threshold || (orEqual && value === threshold))) marks[k] = 0;
  }
}

/** Keeps the evaluations whose window holds no sample, or samples that counted nothing. */
function narrowToIdle(
  marks: Uint8Array,
  { dividend, divisor }: Quotient,
  { windowSteps, isAbsent }: { windowSteps: number; isAbsent: boolean },
  { stride, count }: Evaluations,
): void {
  if (!(windowSteps > 0)) marks.fill(0);
  for (let k = 1; k <= count; k++) {
    const to = stepsBy(k * stride);
    const from = stepsBy(Math.max(0, k * stride - windowSteps));
    // What was before the series begins is not known, so its data are not missing.
    const isKnown = windowSteps - k * stride <= 1e-9;
    const samples = (divisor[to] ?? 0) - (divisor[from] ?? 0);
    const counted = (dividend[to] ?? 0) - (dividend[from] ?? 0);
    if (isAbsent ? samples > 0 || !isKnown : samples === 0 || counted !== 0) marks[k] = 0;
  }
}

/** How many whole steps have ended by a time given in steps; a rounding error must not cost one. */
export function stepsBy(time: number): number {
  return Math.floor(time + 1e-9);
}
