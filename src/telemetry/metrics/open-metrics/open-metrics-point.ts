import { Malformed } from './open-metrics-line.js';
import { parseNumber, type OpenMetricsSample } from './open-metrics.js';

/** Checks that the lines of one histogram at one time make a histogram. */
export class PointCheck {
  #le: number | undefined;
  #bucketCount = 0;
  #count: number | undefined;
  #sum: { suffix: string; value: number } | undefined;
  #hasNegativeBucket = false;

  add({ labels, value }: OpenMetricsSample, suffix: string): void {
    if (suffix === '_count' || suffix === '_gcount') this.#count = value;
    if (suffix === '_sum' || suffix === '_gsum') this.#sum = { suffix, value };
    if (suffix !== '_bucket') return;
    const le = parseNumber(labels.get('le') ?? '') ?? NaN;
    if (le < 0) this.#hasNegativeBucket = true;
    if (this.#le !== undefined && le <= this.#le) throw new Malformed('Buckets stand in the order of le.');
    if (value < this.#bucketCount) throw new Malformed('A bucket holds at least what the one before it does.');
    this.#le = le;
    this.#bucketCount = value;
  }

  /** Called after the last line. */
  close(): void {
    if (this.#le !== Infinity) throw new Malformed('A histogram has a bucket with le="+Inf".');
    if ((this.#sum === undefined) !== (this.#count === undefined)) {
      throw new Malformed('A histogram has both count and sum, or neither.');
    }
    if (this.#count !== undefined && this.#count !== this.#bucketCount) {
      throw new Malformed('A histogram’s count is that of its bucket with le="+Inf".');
    }
    if (this.#hasNegativeBucket && this.#sum?.suffix === '_sum') {
      throw new Malformed('A histogram with negative buckets has no sum, for it could fall.');
    }
    if (!this.#hasNegativeBucket && this.#sum?.suffix === '_gsum' && this.#sum.value < 0) {
      throw new Malformed('The sum is negative, but no bucket is.');
    }
  }
}
