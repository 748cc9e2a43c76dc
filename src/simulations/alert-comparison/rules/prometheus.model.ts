import { decimal, summaryOf, toPrometheusRules, type AlertSeries } from '../../../slo/index.js';
import { yamlFile, type Yaml } from '../../../slo/export/yaml.js';
import { GAUGES } from '../week/scrape.model.js';
import type { Alert, Lane } from '../scores/score.model.js';
import type { Strategy } from './strategies.model.js';

const SERVICE = 'checkout';
const SLO = 'availability';
const COUNTER = 'http_server_request_duration_seconds_count';
/** Counters that have run for long: near zero, Prometheus extrapolates less, for it takes them to have just begun. */
const GOOD_SO_FAR = 1e9;
const BAD_SO_FAR = 1e6;
/** The finest series that a unit test can bear: a week of it is several megabytes. */
const FINEST_SCRAPE = 15;

export interface RuleFile {
  readonly strategies: readonly Strategy[];
  readonly objective: number;
  readonly scrapeSeconds: number;
  readonly evaluationSeconds: number;
}

/**
 * The rules of all strategies as a Prometheus rule file. Ranges are one scrape longer than their windows, because the
 * increase over n scrapes lies between n + 1 samples: so the ratio is over the window itself.
 */
export function toRuleFile({ strategies, objective, scrapeSeconds, evaluationSeconds }: RuleFile): string {
  const requests = (status: string): string =>
    `sum(rate(${COUNTER}{job="${SERVICE}"${status}}[{{.window}}${scrapeSeconds}s]))`;
  const rules = toPrometheusRules({
    service: SERVICE,
    slo: SLO,
    objective,
    presence: `${COUNTER}{job="${SERVICE}"}`,
    errorQuery: requests(', http_response_status_code=~"5.."'),
    totalQuery: requests(''),
    rules: strategies.flatMap((strategy) => strategy.rules),
  });
  const head = [
    `For a scrape interval of ${scrapeSeconds} s and an evaluation interval of ${evaluationSeconds} s.`,
    'The counter of failed requests exists from the start: in a process that creates it late, an alert comes a scrape later.',
    'A range is one scrape longer than its window: the increase over n scrapes lies between n + 1 samples.',
  ];
  return yamlFile(head) + rules;
}

/**
 * A unit test for `promtool test rules`: the week as Prometheus scraped it, and when each alert fires and resolves.
 * Samples are taken a fifth of an interval before an evaluation, so that none lies on the edge of a window, which
 * Prometheus 2 counts in and Prometheus 3 does not. Its clock is one evaluation interval ahead of the week's.
 */
export function toRuleTest(file: RuleFile, lanes: readonly Lane[], series: AlertSeries, ruleFile: string): string {
  const { scrapeSeconds, evaluationSeconds } = file;
  if (scrapeSeconds < FINEST_SCRAPE) return yamlFile([`Choose a scrape interval of ${FINEST_SCRAPE} s or more.`]);
  const slot = Math.min(scrapeSeconds, evaluationSeconds) / 5;
  const slots = { each: scrapeSeconds / slot, first: (evaluationSeconds - slot) / slot };
  const gauges = Object.values(GAUGES).map((name) => ({
    series: `${name}{job="${SERVICE}"}`,
    values: spaced(gaugeSamples(series.gauges?.[name] ?? []), slots),
  }));
  const counter = (status: number, counts: ArrayLike<number>, soFar: number): Yaml => ({
    series: `${COUNTER}{job="${SERVICE}", http_response_status_code="${status}"}`,
    values: spaced(counterSamples(counts, soFar), slots),
  });
  const bad = Float64Array.from(series.total, (total, i) => total - (series.good[i] ?? NaN));
  const endSeconds = series.total.length * scrapeSeconds;
  const clock = (second: number): string => `${second + evaluationSeconds}s`;
  return yamlFile(['promtool test rules says whether the alerts fire and resolve at these times.'], {
    rule_files: [ruleFile],
    evaluation_interval: `${evaluationSeconds}s`,
    tests: [
      {
        interval: `${Math.round(slot * 1000)}ms`,
        input_series: [counter(200, series.good, GOOD_SO_FAR), counter(500, bad, BAD_SO_FAR), ...gauges],
        alert_rule_test: lanes.flatMap(({ alerts }) =>
          alerts.flatMap((alert) => edges(alert, file.strategies, { evaluationSeconds, endSeconds, clock })),
        ),
        promql_expr_test: lanes.flatMap((lane) => counts(lane, evaluationSeconds, endSeconds)),
      },
    ],
  });
}

interface Clock {
  readonly evaluationSeconds: number;
  readonly endSeconds: number;
  readonly clock: (second: number) => string;
}

/** The evaluations at which an alert begins and ceases to fire, and those just before. */
function edges(
  alert: Alert,
  strategies: readonly Strategy[],
  { evaluationSeconds: interval, endSeconds: end, clock }: Clock,
): Yaml[] {
  const { rule, severity, firedAt, resolvedAt } = alert;
  const written = strategies.flatMap(({ rules }) => rules).find(({ name }) => name === rule);
  const summary = summaryOf(written ?? { condition: { any: [] } }, `${SERVICE}: ${SLO}`);
  const expected = (second: number, isFiring: boolean): Yaml => ({
    eval_time: clock(second),
    alertname: rule,
    exp_alerts: isFiring
      ? [{ exp_labels: { service: SERVICE, slo: SLO, severity }, exp_annotations: { summary } }]
      : [],
  });
  const begins = [expected(firedAt - interval, false), expected(firedAt, true)];
  return resolvedAt >= end ? begins : [...begins, expected(resolvedAt - interval, true), expected(resolvedAt, false)];
}

/** At how many evaluations each rule was pending and firing: with the edges, that leaves no evaluation open. */
function counts({ strategy, alerts, pendings }: Lane, interval: number, end: number): Yaml[] {
  const at = `${end + interval}s`;
  // Not the evaluation at 0, which comes before the week: there are no data yet.
  const range = `${end + interval / 2}s`;
  const evaluations = (from: number, to: number): number => Math.floor((to - from) / interval) + (to >= end ? 1 : 0);
  return strategy.rules.flatMap((rule) => {
    const total = (rows: readonly (readonly [number, number])[]): number =>
      rows.reduce((sum, [from, to]) => sum + evaluations(from, to), 0);
    const firing = alerts.filter((alert) => alert.rule === rule.name).map((a) => [a.firedAt, a.resolvedAt] as const);
    const pending = pendings.filter((p) => p.rule === rule.name).map((p) => [p.start, p.end] as const);
    return Object.entries({ firing, pending }).map(([state, rows]) => ({
      expr: `sum(count_over_time(ALERTS{alertname="${rule.name}", alertstate="${state}"}[${range}]))`,
      eval_time: at,
      exp_samples: rows.length > 0 ? [{ labels: '{}', value: total(rows) }] : [],
    }));
  });
}

type Slots = { readonly each: number; readonly first: number };

/** Samples in promtool's notation, each in the first of so many slots. */
function spaced(samples: readonly string[], { each, first }: Slots): string {
  return (first > 0 ? `_x${first} ` : '') + samples.join(` _x${each - 1} `);
}

/** A counter from the start of the week on; after a gap it begins at 0. */
function counterSamples(counts: ArrayLike<number>, soFar: number): string[] {
  let count = soFar;
  return withStaleness(counts, [decimal(soFar, 15)], (added, wasMissing) => {
    count = wasMissing ? 0 : count + added;
    return decimal(count, 15);
  });
}

function gaugeSamples(values: ArrayLike<number>): string[] {
  return withStaleness(values, ['_'], (value) => decimal(value));
}

/** A scrape that fails leaves a stale marker, and after it nothing until one succeeds. */
function withStaleness(
  values: ArrayLike<number>,
  samples: string[],
  write: (value: number, wasMissing: boolean) => string,
): string[] {
  let wasMissing = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    const isMissing = Number.isNaN(value);
    samples.push(isMissing ? (wasMissing ? '_' : 'stale') : write(value, wasMissing));
    wasMissing = isMissing;
  }
  return samples;
}
