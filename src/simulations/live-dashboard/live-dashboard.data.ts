import { html, type TemplateResult } from 'lit';
import { RUN_EPOCH_MILLISECONDS, RUN_EPOCH_UNIX_NANO, tracesOfSpans } from '../../shop/index.js';
import { writeOpenMetrics, writeOtlp } from '../../telemetry/index.js';
import { toRuleFile } from './alerts/rule-file.js';
import { dataTable } from '../../ui/controls/table.js';
import { RESOURCES, type DashboardAt, type LiveDashboardModel } from './live-dashboard.model.js';
import type { LiveDashboardView } from './live-dashboard.view.js';

/** The formats of an export, and how their files end. */
export const DASHBOARD_FILES = {
  CSV: 'csv',
  OpenMetrics: 'openmetrics.txt',
  Rules: 'rules.yml',
  OTLP: 'otlp.json',
  NDJSON: 'ndjson',
} as const;

/** How many moments the table shows; the file has all. */
const ROWS = 12;

/** When the day begins on which runs take place, for formats that ask for a date. */
const EPOCH_SECONDS = RUN_EPOCH_MILLISECONDS / 1000;

/** What the charts show, as numbers: the newest first. */
export function historyTable({ model, text: t, host, clock, quantile }: LiveDashboardView): TemplateResult {
  const { percent, number, times } = host.format;
  const shown = (value: number, write: (value: number) => string): string =>
    Number.isFinite(value) ? write(value) : '–';
  const rows = model.history
    .slice(-ROWS)
    .toReversed()
    .map((at) => ({
      head: clock(at.seconds),
      cells: [
        ...[at.p50, at.p95, at.p99, at.failedP99].map(quantile),
        shown(at.traffic, (value) => t.perSecond(number(value))),
        shown(at.errorRatio, (value) => percent(value, 1)),
        ...RESOURCES.map((kind) => shown(at.fullest[kind].utilization, percent)),
        shown(at.burnShort, times),
        shown(at.failedBudget, (value) => percent(value, 2)),
        shown(at.slowBudget, (value) => percent(value, 2)),
      ],
    }));
  const resources = RESOURCES.map((kind) => t.resources[kind] ?? kind);
  const columns = [
    t.time,
    'p50',
    'p95',
    'p99',
    t.failedP99,
    t.traffic,
    t.errors,
    ...resources,
    t.failedShort,
    t.failedBudget,
    t.slowBudget,
  ];
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${t.data}>
    ${dataTable(t.data, rows, columns)}
  </div>`;
}

/** The charts' lines as a file: seconds, requests a second, ratios; empty where nothing was measured. */
function toCsv(history: readonly DashboardAt[]): string {
  const routes = [...new Set(history.flatMap((at) => [...at.routes.keys()]))];
  const heads = [
    'seconds',
    'p50',
    'p95',
    'p99',
    'p99_failed',
    'requests_per_second',
    'error_ratio',
    ...routes.map((route) => `error_ratio ${route}`),
    ...RESOURCES.flatMap((kind) => [`${kind}_utilisation`, `${kind}_service`]),
    'burn_failed_5m',
    'burn_failed_1h',
    'burn_slow_5m',
    'budget_failed',
    'budget_slow',
  ];
  const written = (value: number): string => (Number.isFinite(value) ? String(value) : '');
  const lines = history.map((at) =>
    [
      ...[at.seconds, at.p50, at.p95, at.p99, at.failedP99, at.traffic, at.errorRatio].map(written),
      ...routes.map((route) => written(at.routes.get(route) ?? NaN)),
      ...RESOURCES.flatMap((kind) => [written(at.fullest[kind].utilization), at.fullest[kind].service]),
      ...[at.burnShort, at.burnLong, at.burnSlow, at.failedBudget, at.slowBudget].map(written),
    ].join(','),
  );
  return [heads.join(','), ...lines, ''].join('\n');
}

/** All that was scraped and is still known. */
function toOpenMetrics(model: LiveDashboardModel, startSeconds: number): string {
  return writeOpenMetrics(model.metrics.scraper.history({ epochSeconds: EPOCH_SECONDS + startSeconds }));
}

/** The requests that are kept, as traces. */
function toOtlp(model: LiveDashboardModel, startSeconds: number): string {
  const spans = model.requests.all.flatMap((request) => request.spans);
  const epochUnixNano = RUN_EPOCH_UNIX_NANO + BigInt(Math.round(startSeconds * 1e9));
  return JSON.stringify(writeOtlp(tracesOfSpans(spans, { epochUnixNano })));
}

/** Their log records, one in a line. */
function toNdjson(model: LiveDashboardModel, startSeconds: number): string {
  return model.requests.all
    .flatMap(({ logs }) => logs)
    .toSorted((a, b) => a.seconds - b.seconds)
    .map(({ seconds, severity, service, version, event, message, traceId, spanId, attributes }) => {
      const timestamp = new Date((EPOCH_SECONDS + startSeconds + seconds) * 1000).toISOString();
      const own = { timestamp, level: severity, service, version, event, message };
      return `${JSON.stringify({ ...own, trace_id: traceId, span_id: spanId, ...attributes })}\n`;
    })
    .join('');
}

/** What is on the screen, in a format of the menu; `startSeconds` is the time of day at which the run began. */
export function exportOf(model: LiveDashboardModel, format: string, startSeconds: number): string {
  switch (format) {
    case 'openmetrics':
      return toOpenMetrics(model, startSeconds);
    case 'rules':
      return toRuleFile(model.monitor.objectives, model.monitor.entry);
    case 'otlp':
      return toOtlp(model, startSeconds);
    case 'ndjson':
      return toNdjson(model, startSeconds);
    default:
      return toCsv(model.history);
  }
}
