import { coalesce, forceMonotonic, type Bucket } from '../buckets.js';

/**
 * The value below which a share `q` of the observations lies, as `histogram_quantile` of Prometheus estimates it: in the
 * first bucket whose cumulative count reaches `rank = q * total`,
 * `start + (end - start) * (rank - countBefore) / (count - countBefore)`, as if observations were spread evenly in it.
 *
 * In the bounds' unit. A lowest bucket above 0 starts at 0; one at or below 0 answers its bound; the +Inf bucket answers
 * the highest finite bound. `-Infinity` for q below 0, `Infinity` above 1; `NaN` for a q of `NaN`, no +Inf bucket, fewer
 * than two buckets, and no observations.
 * @see https://github.com/prometheus/prometheus/blob/main/promql/quantile.go (BucketQuantile)
 */
export function histogramQuantile(q: number, buckets: readonly Bucket[]): number {
  if (Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  const merged = coalesce(buckets);
  if (!merged || merged.length < 2) return NaN;
  forceMonotonic(merged);
  const total = merged.at(-1)?.count;
  if (!total) return total === 0 ? NaN : (merged.at(-2)?.le ?? NaN);

  const rank = q * total;
  const index = merged.findIndex(({ le, count }) => le === Infinity || count >= rank);
  const bucket = merged[index];
  const before = merged[index - 1];
  if (!bucket) return NaN;
  if (bucket.le === Infinity) return before?.le ?? NaN;
  if (!before && bucket.le <= 0) return bucket.le;
  const { le: start, count: countBefore } = before ?? { le: 0, count: 0 };
  return start + (bucket.le - start) * ((rank - countBefore) / (bucket.count - countBefore));
}
