/** A cumulative bucket of a histogram: how many observations were at most `le`, which may be Infinity. */
export interface Bucket {
  le: number;
  count: number;
}

/**
 * The buckets by rising bound, those of equal bounds added together. A copy. `undefined` where the last is not +Inf, for
 * then nobody knows how many observations there were.
 * @see https://github.com/prometheus/prometheus/blob/main/promql/quantile.go (coalesceBuckets)
 */
export function coalesce(buckets: readonly Bucket[]): Bucket[] | undefined {
  const sorted = buckets.filter(({ le }) => !Number.isNaN(le)).sort((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0));
  const merged: Bucket[] = [];
  for (const { le, count } of sorted) {
    const last = merged.at(-1);
    if (last?.le === le) last.count += count;
    else merged.push({ le, count });
  }
  return merged.at(-1)?.le === Infinity ? merged : undefined;
}

const TOLERANCE = 1e-12;
const SMALLEST_NORMAL = 2 ** -1022;

/**
 * Raises every count that is below an earlier one, in place; a cumulative count cannot fall, but scraped and summed
 * ones do. A step of less than 1e-12, relative, is rounding and is levelled in either direction.
 * @see https://github.com/prometheus/prometheus/blob/main/promql/quantile.go (ensureMonotonicAndIgnoreSmallDeltas)
 */
export function forceMonotonic(buckets: readonly Bucket[]): void {
  let previous = buckets[0]?.count ?? 0;
  for (const bucket of buckets) {
    if (bucket.count < previous || almostEqual(bucket.count, previous)) bucket.count = previous;
    else previous = bucket.count;
  }
}

function almostEqual(a: number, b: number): boolean {
  if (a === b) return true;
  const sum = Math.abs(a) + Math.abs(b);
  const difference = Math.abs(a - b);
  if (a === 0 || b === 0 || sum < SMALLEST_NORMAL) return difference < TOLERANCE * SMALLEST_NORMAL;
  return difference / Math.min(sum, Number.MAX_VALUE) < TOLERANCE;
}
