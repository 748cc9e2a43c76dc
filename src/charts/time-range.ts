import type { ChartData } from './chart-data.js';

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
export function bounded(value: number | undefined): number | undefined {
  return value !== undefined && Math.abs(value) < 1e100 ? value : undefined;
}
