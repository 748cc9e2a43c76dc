import type { Bucket } from './buckets.js';
import type { Exemplar, ExemplarSource } from './labels.js';

/**
 * The bucket boundaries that OpenTelemetry advises for the duration of an HTTP request, in seconds.
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
 */
export const DURATION_BOUNDARIES: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

/** Observations counted by size: bucket i holds those above boundary i - 1 and at most boundary i, the last the rest. */
export class Histogram {
  /** Rising and finite; the +Inf bucket goes without saying. */
  readonly boundaries: readonly number[];
  /** Observations in each bucket, not cumulative; one more than there are boundaries. */
  readonly counts: Float64Array;
  /** The newest example in each bucket. */
  readonly exemplars: (Exemplar | undefined)[];
  sum = 0;
  count = 0;
  /** Since when it has counted, in seconds. */
  createdSeconds = 0;

  /** Boundaries in any order; those that are twice there or not finite are left out. */
  constructor(boundaries: Iterable<number> = DURATION_BOUNDARIES) {
    this.boundaries = [...new Set(boundaries)].filter(Number.isFinite).sort((a, b) => a - b);
    this.counts = new Float64Array(this.boundaries.length + 1);
    this.exemplars = Array.from(this.counts, () => undefined);
  }

  /** Counts one observation, in the boundaries' unit. `NaN` is none. */
  observe(value: number, exemplar?: ExemplarSource): void {
    if (Number.isNaN(value)) return;
    const index = this.#bucketOf(value);
    this.counts[index] = (this.counts[index] ?? 0) + 1;
    this.sum += value;
    this.count++;
    if (exemplar) this.exemplars[index] = { ...exemplar, value };
  }

  /** Sets the counts of all buckets, one more than there are boundaries, and the sum: what was observed before. */
  fill(counts: ArrayLike<number>, sum: number): void {
    this.counts.set(counts);
    this.count = this.counts.reduce((total, own) => total + own, 0);
    this.sum = sum;
  }

  /** The cumulative buckets, as `histogramQuantile` takes them. */
  buckets(): Bucket[] {
    let count = 0;
    return Array.from(this.counts, (own, index) => ({ le: this.boundaries[index] ?? Infinity, count: (count += own) }));
  }

  /** How many observations are in bucket `index` or below. */
  cumulativeCount(index: number): number {
    let count = 0;
    for (let i = 0; i <= index; i++) count += this.counts[i] ?? 0;
    return count;
  }

  /** What a restart does: nothing has been observed since `seconds`. */
  reset(seconds: number): void {
    this.counts.fill(0);
    this.exemplars.fill(undefined);
    this.sum = 0;
    this.count = 0;
    this.createdSeconds = seconds;
  }

  #bucketOf(value: number): number {
    let low = 0;
    let high = this.boundaries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (value <= (this.boundaries[middle] ?? Infinity)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
