import { valueAxis, type ValueAxis } from './axis.js';
import type { ChartData } from './chart-data.js';
import type { CleanSeries, Column } from './clean-series.js';

/** What the two axes of a chart cover. Guarded: uPlot hangs on a range like `[1, 1 - 1e-9]` and draws nothing on an infinite one. */
export interface ChartRanges {
  readonly from: number;
  readonly to: number;
  readonly axis: ValueAxis;
}

/** Returns ranges that are finite and never empty, whatever the data. */
export function chartRanges(data: ChartData, { times, columns }: CleanSeries): ChartRanges {
  const [from, to] = timeRange(data, times[0], times.at(-1));
  return { from, to, axis: valueAxis(heights(data, columns)) };
}

function* heights(data: ChartData, columns: readonly Column[]): Generator<number | null> {
  for (const column of columns) yield* column;
  for (const { value } of data.thresholds ?? []) yield bounded(value) ?? null;
  for (const { value } of data.points ?? []) yield bounded(value) ?? null;
  yield bounded(data.highest) ?? null;
}

/** The requested range of time where it can be shown, otherwise that of the data. */
export function timeRange(
  { from, to }: Pick<ChartData, 'from' | 'to'>,
  first: number = 0,
  last: number = 0,
): [from: number, to: number] {
  const start = bounded(from) ?? first;
  const end = bounded(to) ?? last;
  return end - start > Math.max(1, Math.abs(end)) * 1e-9
    ? [start, end]
    : [start - 0.5, start + 0.5 + Math.abs(start) * 1e-6];
}

/** The number, if its difference from another such number can't overflow. */
function bounded(value: number | undefined): number | undefined {
  return value !== undefined && Math.abs(value) < 1e100 ? value : undefined;
}
