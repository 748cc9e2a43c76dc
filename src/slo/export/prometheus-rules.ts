import { canFire, type AlertRule, type Condition } from '../alerts/alert-rules.js';
import { burnRateWindows } from '../alerts/burn-rate-windows.js';
import { alertExpression, errorRatioMetric, promqlDuration, templateText, windowsOf, withWindow } from './promql.js';
import { complete, whyNoRules, type CompleteDefinition, type SloDefinition } from './slo-definition.js';
import { yamlFile } from './yaml.js';

const positive = (seconds: number = 0): string | undefined => (seconds > 0 ? promqlDuration(seconds) : undefined);

/**
 * A Prometheus rule file: a recording rule for the error ratio over each window that the alerts need, and the alerts.
 *
 * A recorded ratio is 0 while no series of errors exists, and has no sample while there is no traffic, so it is never
 * NaN. Missing data fires an alert of its own. A comment stands in place of an alert that can never fire, and in place
 * of all where there is no budget to burn. `promtool check rules` accepts the file for any service, name and description.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
 */
export function toPrometheusRules(definition: SloDefinition): string {
  const full = complete(definition);
  const { service, slo, rules, errorQuery, totalQuery } = full;
  const why = whyNoRules(definition);
  const live = why ? [] : rules.filter((rule) => canFire(rule.condition));
  const windows = [...new Set(live.flatMap((rule) => windowsOf(rule.condition)))].sort((a, b) => a - b);
  const recorded = windows.map((seconds) => ({
    record: errorRatioMetric(seconds),
    expr: withWindow(`((${errorQuery}) or 0 * (${totalQuery})) / ((${totalQuery}) > 0)`, promqlDuration(seconds)),
    labels: { service, slo },
  }));
  const alerts = live.map((rule) => ({
    alert: rule.name,
    expr: alertExpression(rule.condition, full),
    for: positive(rule.forSeconds),
    keep_firing_for: positive(rule.keepFiringForSeconds),
    labels: { service: templateText(service), slo: templateText(slo), severity: rule.severity },
    annotations: { summary: templateText(summaryOf(rule, full.description)) },
  }));
  const dead = why ? [why] : rules.filter((rule) => !live.includes(rule)).map(neverFires);
  const comments = [...dead, ...(live.length > 0 ? remarks(definition, full) : [])];
  return yamlFile(comments, { groups: [{ name: `${service} ${slo}`, rules: [...recorded, ...alerts] }] });
}

/** What an alert says: the objective's description, and for missing data that the objective cannot be computed. */
export function summaryOf({ condition }: Pick<AlertRule, 'condition'>, description: string): string {
  if (!('requests' in condition)) return description;
  const what = condition.requests === 'absent' ? 'no metrics' : 'no requests';
  return `${description} (${what}, so no error ratio)`;
}

function neverFires({ name, condition }: AlertRule): string {
  return `${name} can never fire: ${asksTooMuch(condition) ? 'no more than all requests can fail' : 'no data can meet its condition'}.`;
}

/** Whether a condition asks for an error ratio above 1. */
function asksTooMuch(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksTooMuch);
  if ('any' in condition) return condition.any.some(asksTooMuch);
  return (
    'ratio' in condition && condition.windowSeconds > 0 && condition.threshold >= 1 && condition.threshold < Infinity
  );
}

/** What a reader of the file must know of its windows, its calendar and its counters. */
function remarks({ rules }: SloDefinition, { periodSeconds, calendarMonth, timeZone }: CompleteDefinition): string[] {
  const factors = burnRateWindows(periodSeconds).map(({ burnRate }) => `${Number(burnRate.toPrecision(4))}x`);
  return [
    ...(rules ? [] : [`Burn rates for a period of ${promqlDuration(periodSeconds)}: ${factors.join(', ')}.`]),
    ...(calendarMonth
      ? [
          `The budget is that of a calendar month in ${timeZone}. Burn rates know no calendar: these are for its length.`,
        ]
      : []),
    'A counter that appears with its first errors counts from its second scrape: initialize it at 0.',
  ];
}
