import { FloatBuckets, floatBucket } from './float-buckets.js';

/**
 * The values of the last so many seconds, and their quantile within 0.2 % (`FLOAT_BUCKETS_ERROR`): the truth that a
 * histogram with its few buckets only estimates. A ring of 10 bytes a value; when it is full, the oldest leaves early.
 */
export class RecentValues {
  readonly windowSeconds: number;
  readonly #times: Float64Array;
  readonly #buckets: Uint16Array;
  readonly #counts = new FloatBuckets();
  #start = 0;

  constructor(options: { windowSeconds: number; capacity?: number }) {
    const { windowSeconds, capacity = 16_384 } = options;
    const length = Number.isFinite(capacity) ? Math.max(1, Math.floor(capacity)) : 1;
    this.windowSeconds = windowSeconds;
    this.#times = new Float64Array(length);
    this.#buckets = new Uint16Array(length);
  }

  /** How many values are held. */
  get length(): number {
    return this.#counts.total;
  }

  /** Adds a value that was seen at a second, not earlier than the last one. `NaN` is not a value. */
  record(seconds: number, value: number): void {
    if (Number.isNaN(value)) return;
    this.#forget(seconds);
    if (this.length === this.#times.length) this.#drop();
    const slot = (this.#start + this.length) % this.#times.length;
    const bucket = floatBucket(value);
    this.#times[slot] = seconds;
    this.#buckets[slot] = bucket;
    this.#counts.add(bucket);
  }

  /** The quantile of the values in (at - windowSeconds, at]; `at` not earlier than the last value. `NaN` for none. */
  quantile(q: number, at: number): number {
    this.#forget(at);
    return this.#counts.quantile(q);
  }

  #forget(at: number): void {
    while (this.length > 0 && (this.#times[this.#start] ?? 0) <= at - this.windowSeconds) this.#drop();
  }

  #drop(): void {
    this.#counts.remove(this.#buckets[this.#start] ?? 0);
    this.#start = (this.#start + 1) % this.#times.length;
  }
}
