import type { AlertSeries, Condition } from '../../../slo/index.js';

/** A condition that reads one number. */
export type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { requests: string }>;

/** The comparisons that a condition is made of; none for one that asks whether there is data. */
export function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'requests' in condition ? [] : [condition];
}

/** The number that a comparison reads at a time: over the samples in (t - window, t]. NaN without any. */
export function readingAt(leaf: Leaf, series: AlertSeries, second: number): number {
  const { stepSeconds, good, total, gauges = {} } = series;
  const newest = Math.floor(second / stepSeconds) - 1;
  const samples = Math.max(1, Math.round((leaf.windowSeconds ?? stepSeconds) / stepSeconds));
  let dividend = 0;
  let divisor = 0;
  for (let i = Math.max(0, newest - samples + 1); i <= newest; i++) {
    const value = 'gauge' in leaf ? (gauges[leaf.gauge]?.[i] ?? NaN) : (total[i] ?? NaN) - (good[i] ?? NaN);
    if (Number.isNaN(value)) continue;
    dividend += value;
    divisor += 'gauge' in leaf ? 1 : (total[i] ?? 0);
  }
  return dividend / divisor;
}

/** Of the comparisons that a condition is made of, those that hold at a time. */
export function holdingAt(condition: Condition, series: AlertSeries, second: number): Leaf[] {
  return leavesOf(condition).filter((leaf) => {
    const value = readingAt(leaf, series, second);
    return leaf.op === '>' ? value > leaf.threshold : value >= leaf.threshold;
  });
}
