import { canFire } from '../alerts/alert-rules.js';
import { alertExpression, errorRatioMetric, promqlDuration, templateText, windowsOf } from './promql.js';
import { complete, withWindow, type SloDefinition } from './slo-definition.js';
import { yamlFile } from './yaml.js';

const positive = (seconds: number = 0): string | undefined => (seconds > 0 ? promqlDuration(seconds) : undefined);

/**
 * A Prometheus rule file: a recording rule for the error ratio over each window that the alerts need, and the alerts.
 * A comment stands in place of an alert that can never fire. At an objective of 1 none makes sense, for there is no
 * budget to burn. `promtool check rules` accepts it for any service, name and description.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
 */
export function toPrometheusRules(definition: SloDefinition): string {
  const { service, slo, objective, rules, errorQuery, totalQuery, description } = complete(definition);
  const live = objective < 1 ? rules.filter((rule) => canFire(rule.condition)) : [];
  const windows = [...new Set(live.flatMap((rule) => windowsOf(rule.condition)))].sort((a, b) => a - b);
  const recorded = windows.map((seconds) => ({
    record: errorRatioMetric(seconds),
    expr: withWindow(`(${errorQuery}) / (${totalQuery})`, promqlDuration(seconds)),
    labels: { service, slo },
  }));
  const alerts = live.map(({ name, condition, severity, forSeconds, keepFiringForSeconds }) => ({
    alert: name,
    expr: alertExpression(condition, service, slo),
    for: positive(forSeconds),
    keep_firing_for: positive(keepFiringForSeconds),
    labels: { service: templateText(service), slo: templateText(slo), severity },
    annotations: { summary: templateText(description) },
  }));
  const dead = rules.filter((rule) => !live.includes(rule)).map((rule) => `${rule.name} can never fire.`);
  return yamlFile(dead, { groups: [{ name: `${service} ${slo}`, rules: [...recorded, ...alerts] }] });
}
