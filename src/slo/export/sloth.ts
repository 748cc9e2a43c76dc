import { canFire, type AlertRule, type Condition } from '../alerts/alert-rules.js';
import { burnRateWindows } from '../alerts/burn-rate-windows.js';
import { promqlDuration, templateText } from './promql.js';
import { complete, machineName, whyNoRules, type CompleteDefinition, type SloDefinition } from './slo-definition.js';
import { yamlFile, type Yaml } from './yaml.js';

const DAY = 86_400;
/** The periods for which Sloth has windows of its own. */
const EMBEDDED_PERIODS: readonly number[] = [28 * DAY, 30 * DAY];

/**
 * A file for Sloth, version prometheus/v1. Sloth writes the multi-window rules itself: what of the definition's rules
 * is kept is whether any that can fire pages or opens a ticket. Its names are those of machines; the label
 * `service_name` keeps the service's own. The period is no field of the file, so a comment says how to pass it, and
 * holds the catalogue of windows that Sloth needs for a period other than 28 or 30 days.
 * @see https://sloth.dev/specs/default/
 */
export function toSloth(definition: SloDefinition): string {
  const full = complete(definition);
  const { service, slo, objective, rules, errorQuery, totalQuery, description } = full;
  const why = whyNoRules(definition);
  const alert = (severity: AlertRule['severity']): Yaml =>
    !why && rules.some((rule) => rule.severity === severity && isAboutErrors(rule.condition) && canFire(rule.condition))
      ? { labels: { severity } }
      : { disable: true };
  const name = machineName(slo, 'slo');
  // Sloth refuses labels and annotations that are empty.
  return yamlFile(why ? [why] : commandFor(full), {
    version: 'prometheus/v1',
    service: machineName(service, 'service'),
    labels: { service_name: service || 'service' },
    slos: [
      {
        name,
        objective: objective * 100,
        description,
        sli: { events: { error_query: errorQuery, total_query: totalQuery } },
        alerting: {
          name: 'ErrorBudgetBurn',
          annotations: { summary: templateText(description) || name },
          page_alert: alert('page'),
          ticket_alert: alert('ticket'),
        },
      },
    ],
  });
}

/**
 * Sloth's catalogue of windows for a period, a file for `--slo-period-windows-path`; empty for a period so short that
 * not all of its four rules make sense, because Sloth asks for all four.
 * @see https://sloth.dev/usage/slo-period-windows/
 */
export function toSlothWindows(periodSeconds: number): string {
  const [quickPage, slowPage, quickTicket, slowTicket] = burnRateWindows(periodSeconds).map(
    ({ budget, shortSeconds, longSeconds }) => ({
      errorBudgetPercent: budget * 100,
      shortWindow: promqlDuration(shortSeconds),
      longWindow: promqlDuration(longSeconds),
    }),
  );
  if (!quickPage || !slowPage || !quickTicket || !slowTicket) return '';
  return yamlFile([], {
    apiVersion: 'sloth.slok.dev/v1',
    kind: 'AlertWindows',
    spec: {
      sloPeriod: promqlDuration(periodSeconds),
      page: { quick: quickPage, slow: slowPage },
      ticket: { quick: quickTicket, slow: slowTicket },
    },
  });
}

/** How Sloth is called for a period, and what it does otherwise than these rules do. */
function commandFor({ periodSeconds, calendarMonth, timeZone }: CompleteDefinition): string[] {
  const period = promqlDuration(periodSeconds);
  const command = `sloth generate --default-slo-period=${period}`;
  const windows = toSlothWindows(periodSeconds);
  const calendar = calendarMonth
    ? [`Sloth has no calendar months: it takes the last ${period}, not the month in ${timeZone}.`]
    : [];
  const common = [
    ...calendar,
    'Sloth writes no alert for missing data: take SLOMetricAbsent from the Prometheus rules.',
  ];
  if (EMBEDDED_PERIODS.includes(periodSeconds)) {
    const slowest =
      periodSeconds === 28 * DAY ? ['For 28d Sloth’s slowest ticket is at 0.93x, below the objective.'] : [];
    return [command, ...slowest, ...common];
  }
  if (!windows)
    return [`Sloth has no windows for a period of ${period}, and four that make sense do not fit.`, ...common];
  return [
    `${command} --slo-period-windows-path=windows`,
    ...common,
    `Sloth has windows for 28d and 30d only. Save the following as windows/${period}.yaml:`,
    ...windows.trimEnd().split('\n'),
  ];
}

function isAboutErrors(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(isAboutErrors);
  if ('any' in condition) return condition.any.some(isAboutErrors);
  return 'ratio' in condition;
}
