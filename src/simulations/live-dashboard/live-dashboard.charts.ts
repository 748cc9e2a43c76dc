import { linesOf, type ChartData, type ChartFrame } from '../../charts/chart-data.js';
import type { LiveDashboardText } from '../../i18n/en/live-dashboard.js';
import type { Format } from '../../i18n/format.js';
import { durationOf, type SampledRequest, type ShopChange } from '../../shop/index.js';
import { errorBudgetRatio, multiWindowRules, type AlertRule } from '../../slo/index.js';
import { DURATION_BOUNDARIES } from '../../telemetry/index.js';
import type { RunMark } from '../../ui/playback/chart-annotations.js';
import { WINDOW_SECONDS } from './alerts/alert-monitor.model.js';
import { RESOURCES, type DashboardAt, type LiveDashboardModel } from './live-dashboard.model.js';
import type { Objectives } from './alerts/service-level.model.js';

/** The charts of the dashboard, in the order in which they stand: symptoms, causes, money. */
export const CHARTS = ['latency', 'errors', 'traffic', 'saturation', 'burn', 'budget'] as const;
export type ChartName = (typeof CHARTS)[number];

/** How the values of a chart are written. */
export function valueFormat(
  chart: ChartName,
  t: LiveDashboardText,
  format: Format,
  { latencySeconds }: Objectives,
): (value: number) => string {
  const bounds = durationBounds(latencySeconds);
  const written: Readonly<Record<ChartName, (value: number) => string>> = {
    latency: (value) => format.quantile(value, bounds),
    errors: (value) => format.percent(value, 1),
    traffic: (value) => t.perSecond(format.number(value)),
    saturation: (value) => format.percent(value),
    burn: (value) => format.times(Math.round(value * 10) / 10),
    budget: (value) => format.percent(value, 2),
  };
  return written[chart];
}

/** The bucket boundaries of latencies, rising: the usual ones, and the objective. */
export function durationBounds(latencySeconds: number): number[] {
  return [...new Set([...DURATION_BOUNDARIES, latencySeconds])].sort((a, b) => a - b);
}

/** Share of a month's budget that a page is worth, as the SRE Workbook has it: 2 % in an hour. */
const PAGE_BUDGET = 0.02;
const TICKET_FROM = 0.9;

export interface ChartInput {
  readonly model: LiveDashboardModel;
  readonly objectives: Objectives;
  readonly marks: readonly RunMark[];
  readonly usualTraffic: number;
  readonly text: LiveDashboardText;
  readonly format: Format;
}

/** Changes with names short enough to stand over a chart: versions; of all else only the line is drawn. */
export function shortChanges(changes: readonly ShopChange[]): ShopChange[] {
  return changes.map((change) => {
    const { version, service } = change;
    return { ...change, summary: version ? `${service.replace('-service', '')} ${version}` : '' };
  });
}

/** What each chart shows; they share the time axis, and what happened is marked on all. */
export function dashboardCharts(input: ChartInput): Readonly<Record<ChartName, ChartData>> {
  const { model, objectives, marks, text: t, format } = input;
  const { history, now } = model;
  const from = Math.max(0, now - WINDOW_SECONDS);
  const common = { seconds: history.map(({ seconds }) => seconds), from, to: Math.max(now, 300), marks };
  const line = linesOf(history);
  const main = { isMain: true };
  const routes = [
    ...new Set(history.flatMap((at) => [...at.routes].flatMap(([route, share]) => (share > 0 ? route : [])))),
  ];
  const { latencySeconds, availability } = objectives;
  const allowed = errorBudgetRatio(availability);
  const kept = model.requests.all;
  return {
    latency: {
      ...common,
      lines: [
        line('p50', 0, ({ p50 }) => p50),
        line('p95', 1, ({ p95 }) => p95),
        line('p99', 2, ({ p99 }) => p99, main),
        ...(history.some(({ failedP99 }) => failedP99 >= 0)
          ? [line(t.failedP99, 5, ({ failedP99 }) => failedP99)]
          : []),
      ],
      thresholds: [{ value: latencySeconds, label: t.objective(format.duration(latencySeconds)) }],
      points: slowestOf(kept).map((one) => ({ seconds: one.endSeconds, value: durationOf(one), key: one.traceId })),
    },
    errors: {
      ...common,
      lines: [
        ...routes.map((route, index) => line(route, index + 1, (at) => at.routes.get(route) ?? NaN)),
        line(t.total, 5, ({ errorRatio }) => errorRatio, { ...main, isFilled: true }),
      ],
      thresholds: [{ value: allowed, label: t.objective(format.percent(allowed, 3)) }],
      points: failedOf(kept).map(({ endSeconds, traceId }) => ({
        seconds: endSeconds,
        value: ratioAt(history, endSeconds),
        key: traceId,
      })),
      highest: 0.01,
    },
    traffic: {
      ...common,
      lines: [line(t.requestsLine, 0, ({ traffic }) => traffic, main)],
      thresholds: [
        { value: input.usualTraffic, label: t.usualTraffic(t.perSecond(format.number(input.usualTraffic))) },
      ],
    },
    saturation: {
      ...common,
      lines: RESOURCES.map((kind, index) =>
        line(
          resourceLabel(t.resources[kind] ?? kind, history.at(-1)?.fullest[kind].service),
          index,
          ({ fullest }) => fullest[kind].utilization,
          {
            isMain: kind === 'cpu',
          },
        ),
      ),
      thresholds: [{ value: TICKET_FROM, label: t.watchFrom(format.percent(TICKET_FROM)) }],
      highest: 1,
    },
    burn: {
      ...common,
      lines: [
        line(t.slowShort, 1, ({ burnSlow }) => burnSlow),
        line(t.failedLong, 3, ({ burnLong }) => burnLong),
        line(t.failedShort, 5, ({ burnShort }) => burnShort, main),
      ],
      thresholds: factors(multiWindowRules(availability), allowed).map((factor) => ({
        value: factor,
        label: t.pageAt(format.times(factor)),
      })),
      highest: 2,
    },
    budget: {
      ...common,
      lines: [
        line(t.slowBudget, 1, ({ slowBudget }) => slowBudget),
        line(t.failedBudget, 5, ({ failedBudget }) => failedBudget, { ...main, isFilled: true }),
      ],
      thresholds: [{ value: PAGE_BUDGET, label: t.worthAPage(format.percent(PAGE_BUDGET)) }],
      highest: PAGE_BUDGET * 1.1,
    },
  };
}

function resourceLabel(resource: string, service: string = ''): string {
  return service ? `${resource} ${service.replace('-service', '')}` : resource;
}

/** The burn rates of the rules that page. */
function factors(rules: readonly AlertRule[], allowed: number): number[] {
  return rules.flatMap(({ condition, severity }) => {
    const [first] = 'all' in condition ? condition.all : [];
    return severity === 'page' && first && 'ratio' in first ? Math.round((first.threshold / allowed) * 100) / 100 : [];
  });
}

/** Seconds between two rings, at least: more would hide the lines. */
const APART_SECONDS = 45;

/** The slowest of each stretch of time. */
function slowestOf(kept: readonly SampledRequest[]): SampledRequest[] {
  return thinned(kept.toSorted((a, b) => durationOf(b) - durationOf(a)));
}

function failedOf(kept: readonly SampledRequest[]): SampledRequest[] {
  return thinned(kept.filter(({ isFailed }) => isFailed).toSorted((a, b) => durationOf(b) - durationOf(a)));
}

/** The first of each stretch, in order of time. */
function thinned(requests: readonly SampledRequest[]): SampledRequest[] {
  const shown = new Map<number, SampledRequest>();
  for (const request of requests) {
    const stretch = Math.floor(request.endSeconds / APART_SECONDS);
    if (!shown.has(stretch)) shown.set(stretch, request);
  }
  return [...shown.values()].sort((a, b) => a.endSeconds - b.endSeconds);
}

function ratioAt(history: readonly DashboardAt[], seconds: number): number {
  return (history.find((at) => at.seconds >= seconds) ?? history.at(-1))?.errorRatio ?? 0;
}

/** From this width on a dashboard hangs on a wall, and is read from afar. In CSS pixels. */
const WALL_PIXELS = 1500;
const WALL_HEIGHT = 170;

/** The frame of a chart on a dashboard of this width. */
export function onWall(frame: ChartFrame, width: number): ChartFrame {
  return width < WALL_PIXELS ? frame : { ...frame, height: WALL_HEIGHT };
}
