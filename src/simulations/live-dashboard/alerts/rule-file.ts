import { decimal } from '../../../slo/index.js';
import { yamlFile } from '../../../slo/export/yaml.js';
import { REQUEST_DURATION, RESOURCE_METRICS } from '../../../shop/index.js';
import { prometheusName, type MetricOptions } from '../../../telemetry/index.js';
import { EVALUATION_SECONDS, SCRAPE_SECONDS } from './alert-monitor.model.js';
import { dashboardRules, type DashboardCondition, type WatchedResource } from './alert-rules.model.js';
import type { Objectives } from './service-level.model.js';

const DURATION = prometheusName({ ...REQUEST_DURATION, type: 'histogram' });

/**
 * The rules of the dashboard as a Prometheus rule file. They select the metrics of the dashboard's own export, and fire
 * at the evaluations at which its alerts do.
 */
export function toRuleFile(objectives: Objectives, job: string): string {
  const rules = dashboardRules(objectives).map(({ name, severity, condition, forSeconds = 0 }) => ({
    alert: name,
    expr: expressionOf(condition, objectives, job),
    for: forSeconds > 0 ? `${forSeconds}s` : undefined,
    labels: { severity },
  }));
  return yamlFile([`For a scrape interval of ${SCRAPE_SECONDS} s.`], {
    groups: [{ name: job, interval: `${EVALUATION_SECONDS}s`, rules }],
  });
}

function expressionOf(condition: DashboardCondition, { latencySeconds }: Objectives, job: string): string {
  const rates = (suffix: string, more: string, seconds: number): string =>
    `rate(${DURATION}_${suffix}{job="${job}"${more}}[${seconds}s])`;
  const count = (more: string, seconds: number): string => rates('count', more, seconds);
  const failed = ', error_type!=""';
  const served = ', error_type=""';
  switch (condition.of) {
    case 'failed':
      return condition.windows
        .map((range) => `sum(${count(failed, range)}) / sum(${count('', range)}) > ${decimal(condition.threshold)}`)
        .join(' and ');
    case 'slow': {
      // A bound is written as `1` or as `1.0`, depending on the version of the format.
      const bound = decimal(latencySeconds);
      const le = Number.isInteger(latencySeconds) ? `le=~"${bound}([.]0)?"` : `le="${bound}"`;
      return condition.windows
        .map((range) => {
          const prompt = `sum(${rates('bucket', `${served}, ${le}`, range)})`;
          return `1 - ${prompt} / sum(${count(served, range)}) > ${decimal(condition.threshold)}`;
        })
        .join(' and ');
    }
    case 'route': {
      const by = 'sum by (http_request_method, http_route)';
      const { windowSeconds, threshold } = condition;
      const ratio = `${by} (${count(failed, windowSeconds)}) / ${by} (${count('', windowSeconds)})`;
      // One alert, however many routes.
      return `max(${ratio}) > ${decimal(threshold)}`;
    }
    case 'nothing':
      return `(sum(${count('', condition.windowSeconds)}) or vector(0)) == 0`;
    default: {
      const { of, windowSeconds, threshold } = condition;
      return `avg_over_time(max(${utilizationOf(of)})[${windowSeconds}s:${SCRAPE_SECONDS}s]) > ${decimal(threshold)}`;
    }
  }
}

/** How full each resource of a kind was between its last two scrapes. */
function utilizationOf(kind: WatchedResource): string {
  const { busy, capacity, level } = RESOURCE_METRICS[kind];
  const gauge = (options: MetricOptions): string => prometheusName({ unit: '', ...options, type: 'gauge' });
  if (busy === undefined || capacity === undefined) return level ? gauge(level) : 'vector(0)';
  const counter = `${prometheusName({ unit: '', ...busy, type: 'counter' })}_total`;
  return `irate(${counter}[${2 * SCRAPE_SECONDS}s]) / ${gauge(capacity)}`;
}
