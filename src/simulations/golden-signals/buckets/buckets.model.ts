import { DURATION_BOUNDARIES, Histogram, histogramQuantile, quantile } from '../../../telemetry/index.js';

/** A quantile as it is, as buckets estimate it, and what the buckets alone leave possible; all in seconds. */
export interface BucketEstimate {
  readonly exact: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Requests in each bucket, by its upper boundary. */
  readonly buckets: readonly { readonly low: number; readonly high: number; readonly count: number }[];
}

/** The usual boundaries, the one nearest to `boundary` moved there. */
export function movedBoundaries(boundary: number): number[] {
  if (!(boundary > 0)) return [...DURATION_BOUNDARIES];
  const nearest = DURATION_BOUNDARIES.reduce((near, other) =>
    Math.abs(other - boundary) < Math.abs(near - boundary) ? other : near,
  );
  return DURATION_BOUNDARIES.map((other) => (other === nearest ? boundary : other)).sort((a, b) => a - b);
}

/** What buckets of these boundaries make of durations, in seconds; undefined where there are none. */
export function estimateFromBuckets(
  durations: readonly number[],
  boundaries: readonly number[],
  q: number,
): BucketEstimate | undefined {
  if (durations.length === 0) return undefined;
  const histogram = new Histogram(boundaries);
  for (const duration of durations) histogram.observe(duration);
  const cumulative = histogram.buckets();
  const rank = q * durations.length;
  const index = cumulative.findIndex(({ count }) => count >= rank);
  return {
    exact: quantile(q, [...durations]),
    estimate: histogramQuantile(q, cumulative),
    low: cumulative[index - 1]?.le ?? 0,
    high: cumulative[index]?.le ?? Infinity,
    buckets: cumulative.map(({ le, count }, i) => ({
      low: cumulative[i - 1]?.le ?? 0,
      high: le,
      count: count - (cumulative[i - 1]?.count ?? 0),
    })),
  };
}
