import { valueAxis, type ValueAxis } from './axis.js';
import type { ChartData } from './chart-data.js';
import type { CleanSeries, Column } from './clean-series.js';
import { bounded, timeRange } from './time-range.js';

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
