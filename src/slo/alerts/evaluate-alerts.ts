import type { AlertRule } from './alert-rules.js';
import { conditionTruth, stepsBy, type AlertSeries } from './condition-truth.js';

/** A stretch of time in which an alert was pending or firing; it ends at the evaluation that saw the state end. */
export interface AlertInterval {
  rule: string;
  state: 'pending' | 'firing';
  startSeconds: number;
  endSeconds: number;
}

// Beyond this the arrays would not fit in a browser's memory: an interval that small is a mistake.
const MOST_EVALUATIONS = 1e8;

/**
 * The states of alerts over a series, as Prometheus would have them, ordered by their start (then as the rules are).
 *
 * Rules are evaluated at `evaluationSeconds`, twice that, and so on until the series ends. At each evaluation a true
 * condition starts an alert (pending, or firing where there is no `for`), which fires once `for` has passed since then.
 * A false one, or one without data, ends pending at once, and firing too unless `keepFiringFor` has not passed since
 * the condition was first seen false; true again restarts both clocks. A state still open lasts to the series' end.
 * No rows when a step or interval is not positive.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/
 */
export function evaluateAlerts(
  rules: readonly AlertRule[],
  series: AlertSeries,
  options: { evaluationSeconds: number },
): AlertInterval[] {
  const { evaluationSeconds } = options;
  const { stepSeconds, total, gauges = {} } = series;
  const stride = evaluationSeconds / stepSeconds;
  if (!(stepSeconds > 0 && stride > 0 && stride < Infinity)) return [];
  const steps = Object.values(gauges).reduce((longest, { length }) => Math.max(longest, length), total.length);
  const count = stepsBy(steps / stride);
  if (count > MOST_EVALUATIONS) return [];

  const truth = conditionTruth(series, { steps, stride, count });
  return rules
    .flatMap((rule) => intervals(rule, truth(rule.condition), evaluationSeconds, steps * stepSeconds))
    .sort((a, b) => a.startSeconds - b.startSeconds);
}

function intervals(
  rule: AlertRule,
  active: Uint8Array,
  evaluationSeconds: number,
  endSeconds: number,
): AlertInterval[] {
  const evaluations = (seconds: number | undefined) => Math.ceil((seconds ?? 0) / evaluationSeconds - 1e-9);
  const pendingFor = evaluations(rule.forSeconds);
  const keepFiringFor = evaluations(rule.keepFiringForSeconds);
  const rows: AlertInterval[] = [];
  let open: AlertInterval | undefined;
  let since = 0;
  let lastTrue = 0;
  for (let k = active.indexOf(1, 1); k > 0 && k < active.length; k = open ? k + 1 : active.indexOf(1, k + 1)) {
    const isTrue = active[k] === 1;
    if (isTrue) lastTrue = k;

    let next: AlertInterval['state'] | undefined;
    if (isTrue) {
      if (!open) since = k;
      next = open?.state === 'firing' || k - since >= pendingFor ? 'firing' : 'pending';
    } else if (open?.state === 'firing' && k - (lastTrue + 1) < keepFiringFor) {
      next = 'firing';
    }
    if (next === open?.state) continue;

    const now = k * evaluationSeconds;
    if (open) open.endSeconds = now;
    open = next && { rule: rule.name, state: next, startSeconds: now, endSeconds };
    if (open) rows.push(open);
  }
  return rows;
}
