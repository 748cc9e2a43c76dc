import type { AlertRule } from './alert-rules.js';
import { AlertTimeline, type AlertInterval } from './alert-timeline.js';
import { conditionTruth, stepsBy, type AlertSeries } from './condition-truth.js';

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
  const timeline = new AlertTimeline(rule, evaluationSeconds, endSeconds);
  for (
    let k = active.indexOf(1, 1);
    k > 0 && k < active.length;
    k = timeline.isOpen ? k + 1 : active.indexOf(1, k + 1)
  ) {
    timeline.evaluate(k, active[k] === 1);
  }
  return timeline.intervals;
}
