import type { Bucket } from '../buckets.js';
import { parseNumber } from '../open-metrics/open-metrics.js';
import { rate } from './rate.js';
import type { SampleRange, Samples } from '../samples.js';

/**
 * `sum by (le) (rate(…_bucket[range]))`: what `histogramQuantile` takes for a quantile over a window and over any number
 * of label sets. Series without `le`, and those for which there is no rate, add nothing.
 */
export function bucketRates(
  series: Iterable<{ labels: ReadonlyMap<string, string>; points: Samples }>,
  range: SampleRange,
): Bucket[] {
  const counts = new Map<number, number>();
  for (const { labels, points } of series) {
    const le = parseNumber(labels.get('le') ?? '');
    const count = rate(points, range);
    if (le !== undefined && count !== undefined) counts.set(le, (counts.get(le) ?? 0) + count);
  }
  return Array.from(counts, ([le, count]) => ({ le, count }));
}
