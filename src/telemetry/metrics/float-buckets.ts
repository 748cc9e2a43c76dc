const STEPS_PER_OCTAVE_BITS = 8;
const STEPS_PER_OCTAVE = 2 ** STEPS_PER_OCTAVE_BITS;
const LOWEST_EXPONENT = -20;
const OCTAVES = 64;

// The upper half of a double is sign, eleven bits of exponent, twenty of mantissa. Cut after eight bits of the mantissa
// it is the number of a bucket, and no logarithm was taken.
const DROPPED_BITS = 20 - STEPS_PER_OCTAVE_BITS;
const OFFSET = (1023 + LOWEST_EXPONENT) * STEPS_PER_OCTAVE;
const MIDDLE = 1 << (DROPPED_BITS - 1);

/** How far a quantile of `FloatBuckets` may be from the exact one, as a share of it: half a bucket, 0.2 %. */
export const FLOAT_BUCKETS_ERROR: number = 2 ** -(STEPS_PER_OCTAVE_BITS + 1);

/** How many buckets there are: 256 to each doubling, from 2^-20 (a microsecond, of seconds) to 2^44 (17 TB, of bytes). */
export const FLOAT_BUCKET_COUNT: number = OCTAVES * STEPS_PER_OCTAVE;

const double = new DataView(new ArrayBuffer(8));

/** The bucket of a value. What is below 2^-20, 0 and negatives too, is in the lowest, what is above 2^44 in the highest. */
export function floatBucket(value: number): number {
  if (!(value > 0)) return 0;
  double.setFloat64(0, value);
  const index = (double.getUint32(0) >>> DROPPED_BITS) - OFFSET;
  return Math.min(Math.max(index, 0), FLOAT_BUCKET_COUNT - 1);
}

function middleOf(bucket: number): number {
  if (bucket === 0) return 0;
  double.setUint32(0, ((bucket + OFFSET) << DROPPED_BITS) | MIDDLE);
  double.setUint32(4, 0);
  return double.getFloat64(0);
}

/**
 * Counts of values in buckets so narrow that a quantile is as good as exact: within 0.2 % for values between 2^-20 and
 * 2^44. 64 KiB, whatever the number of values; values can be taken out again.
 */
export class FloatBuckets {
  readonly #counts = new Uint32Array(FLOAT_BUCKET_COUNT);
  #total = 0;

  /** How many values are in it. */
  get total(): number {
    return this.#total;
  }

  /** Puts a value in, by the number of its bucket. */
  add(bucket: number): void {
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#total++;
  }

  /** Takes a value out that was put in. */
  remove(bucket: number): void {
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) - 1;
    this.#total--;
  }

  /** As `quantile` over the values, within `FLOAT_BUCKETS_ERROR`. `NaN` for no values and for a q of `NaN`. */
  quantile(q: number): number {
    if (this.#total === 0 || Number.isNaN(q)) return NaN;
    if (q < 0) return -Infinity;
    if (q > 1) return Infinity;
    const rank = q * (this.#total - 1);
    const lower = Math.floor(rank);
    let bucket = 0;
    let below = this.#counts[0] ?? 0;
    while (below <= lower) below += this.#counts[++bucket] ?? 0;
    let next = bucket;
    if (rank > lower) while (below <= lower + 1) below += this.#counts[++next] ?? 0;
    const weight = rank - lower;
    return middleOf(bucket) * (1 - weight) + middleOf(next) * weight;
  }
}
