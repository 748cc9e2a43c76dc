import { linesOf, type ChartData } from '../../charts/chart-data.js';
import { FAILURE_CAUSES } from '../../shop/index.js';
import type { GoldenSignalsText } from '../../i18n/en/golden-signals.js';
import type { RecentRequest } from './recent-requests.js';
import { WINDOW_SECONDS, type SignalsAt } from './golden-signals.model.js';
import { WATCH_FROM } from './verdict/verdict.model.js';

/** The four signals, in the order in which they are drawn. */
export const SIGNALS = ['latency', 'traffic', 'errors', 'saturation'] as const;
export type Signal = (typeof SIGNALS)[number];

export interface ChartInput {
  readonly history: readonly SignalsAt[];
  /** Exemplars: the slowest requests, and the slowest of those that failed. */
  readonly slowest: readonly RecentRequest[];
  readonly failed: readonly RecentRequest[];
  readonly marks: readonly { readonly seconds: number; readonly label: string }[];
  readonly now: number;
  /** Seconds, a ratio, requests a second. */
  readonly latencyObjective: number;
  readonly errorObjective: number;
  readonly usualTraffic: number;
  readonly withMean: boolean;
  readonly text: GoldenSignalsText;
  readonly format: {
    readonly seconds: (value: number) => string;
    readonly ratio: (value: number) => string;
    readonly number: (value: number) => string;
  };
}

/** What each of the four charts shows: they share the time axis and what happened. */
export function signalCharts(input: ChartInput): Readonly<Record<Signal, ChartData>> {
  const { history, now, marks, text: t, format } = input;
  const common = {
    seconds: history.map(({ seconds }) => seconds),
    from: Math.max(0, now - WINDOW_SECONDS),
    to: Math.max(now, WINDOW_SECONDS),
    marks,
  };
  const line = linesOf(history);
  const mean = input.withMean ? [line(t.meanLine, 3, ({ mean: value }) => value)] : [];
  const seen = FAILURE_CAUSES.filter((cause) => history.some(({ causes }) => causes[cause] > 0));
  const hasPool = history.some(({ usages }) => Number.isFinite(usages['pool']?.utilization));
  return {
    latency: {
      ...common,
      lines: [
        ...mean,
        line('p50', 0, ({ p50 }) => p50),
        line('p95', 1, ({ p95 }) => p95),
        line('p99', 2, ({ p99 }) => p99, { isMain: true }),
      ],
      thresholds: [{ value: input.latencyObjective, label: t.objective(format.seconds(input.latencyObjective)) }],
      points: input.slowest.map(({ seconds, duration, traceId }) => ({ seconds, value: duration, key: traceId })),
    },
    traffic: {
      ...common,
      lines: [line(t.requestsLine, 0, ({ traffic }) => traffic, { isMain: true })],
      thresholds: [
        { value: input.usualTraffic, label: t.usualTraffic(t.perSecond(format.number(input.usualTraffic))) },
      ],
    },
    errors: {
      ...common,
      lines: [
        ...seen.map((cause, index) => line(t.causes[cause], index, ({ causes }) => causes[cause])),
        line(t.total, 5, ({ errorRatio }) => errorRatio, { isMain: true, isFilled: true }),
      ],
      thresholds: [{ value: input.errorObjective, label: t.budget(format.ratio(input.errorObjective)) }],
      points: input.failed.map(({ seconds, traceId }) => ({
        seconds,
        value: history.findLast(({ seconds: at }) => at <= seconds)?.errorRatio ?? 0,
        key: traceId,
      })),
      highest: 0.05,
    },
    saturation: {
      ...common,
      lines: [
        line(t.resources['cpu'] ?? '', 0, ({ usages }) => usages['cpu']?.utilization ?? NaN, { isMain: true }),
        line(t.resources['workers'] ?? '', 1, ({ usages }) => usages['workers']?.utilization ?? NaN),
        line(t.resources['queue'] ?? '', 2, ({ queueShare }) => queueShare),
        ...(hasPool ? [line(t.resources['pool'] ?? '', 3, ({ usages }) => usages['pool']?.utilization ?? NaN)] : []),
      ],
      thresholds: [{ value: WATCH_FROM, label: t.watchFrom(format.ratio(WATCH_FROM)) }],
      highest: 1,
    },
  };
}
