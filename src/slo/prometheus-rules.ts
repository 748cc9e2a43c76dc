import { canFire, type AlertRule, type Condition } from './alert-rules.js';
import { errorBudgetRatio } from './budget.js';
import { multiWindowRules } from './burn-rate-alerts.js';
import { decimal } from './numbers.js';
import { alertExpression, errorRatioMetric, hasGauge, windowsOf } from './prometheus-expressions.js';
import { promqlDuration, templateText, withWindow } from './promql.js';
import { periodOf, queriesOf, type SloDefinition } from './slo-definition.js';
import { toYaml, type Yaml } from './yaml.js';

/**
 * A Prometheus rule file: a recording rule for the error ratio over each window that the alerts need, and the alerts.
 *
 * A comment stands in place of an alert that can never fire, and of all alerts when the objective is 1 (there is no
 * budget to burn) or no ratio. `promtool check rules` accepts it for any service, name and description.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
 */
export function toPrometheusRules(definition: SloDefinition): string {
  const { service, slo, objective } = definition;
  const comments: string[] = [];
  const budget = errorBudgetRatio(objective);
  const hasBudget = budget > 0;
  if (budget === 0) comments.push('No alerts: an objective of 100 % leaves no error budget to burn.');
  else if (!hasBudget) comments.push('No alerts: an objective is a ratio from 0 to 1.');

  const rules = definition.rules ?? multiWindowRules(objective, periodOf(definition));
  const possible = rules.filter((rule) => {
    const reason = reasonToLeaveOut(rule, objective);
    if (reason && hasBudget) comments.push(`${rule.name} is left out: ${reason}`);
    return !reason;
  });
  const windows = [...new Set(possible.flatMap((rule) => windowsOf(rule.condition)))].sort((a, b) => a - b);
  const written = [
    ...windows.map((seconds) => recordingRule(definition, seconds)),
    ...(hasBudget ? possible.map((rule) => alertingRule(definition, rule)) : []),
  ];
  return toYaml({ groups: written.length > 0 ? [{ name: `slo ${service} ${slo}`, rules: written }] : [] }, comments);
}

function reasonToLeaveOut({ condition }: AlertRule, objective: number): string | undefined {
  if (windowsOf(condition).some((seconds) => promqlDuration(seconds) === undefined)) {
    return 'Prometheus has no such window.';
  }
  if (canFire(condition)) return undefined;
  const largest = decimal(1 / errorBudgetRatio(objective));
  return `it can never fire, for a total outage burns the budget no more than ${largest} times too fast.`;
}

function recordingRule(definition: SloDefinition, windowSeconds: number): Yaml {
  const window = promqlDuration(windowSeconds) ?? '';
  const { error, total } = queriesOf(definition);
  return {
    record: errorRatioMetric(window),
    // Each on lines of their own, so that a comment in a query ends with it.
    expr: `(\n  ${withWindow(error, window)}\n)\n/\n(\n  ${withWindow(total, window)}\n)`,
    labels: { service: definition.service, slo: definition.slo },
  };
}

function alertingRule(definition: SloDefinition, rule: AlertRule): Yaml {
  const { service, slo, description } = definition;
  const windows = windowsOf(rule.condition).sort((a, b) => a - b);
  const [long, short] = [windows.at(-1), windows.length > 1 ? windows[0] : undefined].map(
    (seconds) => seconds && promqlDuration(seconds),
  );
  const factor = burnRateOf(rule.condition, definition.objective);
  const burn = factor ? `is burning its error budget ${factor} times too fast` : 'has reached an alert threshold';
  const over = [long, short].filter(Boolean).join(' and ');
  return {
    alert: rule.name || 'ErrorBudgetBurn',
    expr: alertExpression(rule.condition, service, slo),
    for: promqlDuration(rule.forSeconds ?? 0),
    keep_firing_for: promqlDuration(rule.keepFiringForSeconds ?? 0),
    labels: {
      service: templateText(service),
      slo: templateText(slo),
      severity: rule.severity,
      long_window: long || undefined,
      short_window: short || undefined,
      burn_rate: factor,
    },
    annotations: {
      summary: templateText(`${service}: ${slo} ${burn}${over && ` (over ${over})`}.`),
      description: description ? templateText(description) : undefined,
    },
  };
}

/** The factor of a rule whose error ratios have one threshold; undefined for any other rule. */
function burnRateOf(condition: Condition, objective: number): string | undefined {
  const [threshold, ...others] = new Set(thresholdsOf(condition));
  return threshold === undefined || others.length > 0 || hasGauge(condition)
    ? undefined
    : decimal(threshold / errorBudgetRatio(objective));
}

function thresholdsOf(condition: Condition): number[] {
  if ('all' in condition) return condition.all.flatMap(thresholdsOf);
  if ('any' in condition) return condition.any.flatMap(thresholdsOf);
  return [condition.threshold];
}
