import { coalesce, type Bucket } from '../buckets.js';

/**
 * The share of the observations between `lower` and `upper`, as `histogram_fraction` of Prometheus estimates it: the
 * difference of their interpolated ranks over the total.
 *
 * Nothing is interpolated in a bucket of infinite width: what lies there counts for neither bound. 0 where `lower` is not
 * below `upper`; `NaN` for a bound of `NaN`, no +Inf bucket, and no observations.
 * @see https://github.com/prometheus/prometheus/blob/main/promql/quantile.go (BucketFraction)
 */
export function histogramFraction(lower: number, upper: number, buckets: readonly Bucket[]): number {
  const merged = coalesce(buckets);
  const total = merged?.at(-1)?.count;
  if (!merged || total === undefined || total === 0 || Number.isNaN(lower) || Number.isNaN(upper)) return NaN;
  if (lower >= upper) return 0;
  const rank = (bound: number) => Math.min(rankOf(bound, merged), total);
  return (rank(upper) - rank(lower)) / total;
}

/** How many observations are at most `bound`. */
function rankOf(bound: number, buckets: readonly Bucket[]): number {
  let start = (buckets[0]?.le ?? 0) <= 0 ? -Infinity : 0;
  let countBefore = 0;
  for (const { le, count } of buckets) {
    if (start >= bound) return countBefore;
    if (le > bound) {
      return start === -Infinity ? count : countBefore + ((count - countBefore) * (bound - start)) / (le - start);
    }
    start = le;
    countBefore = count;
  }
  return Infinity;
}
