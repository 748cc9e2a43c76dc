import { windowOf, type Sample, type SampleRange, type SampleSeries } from './samples.js';

/**
 * A series of samples in a ring of fixed length: when it is full, the newest takes the place of the oldest. 16 bytes a
 * sample, and none allocated after it was made. `rate` and its kin read it in place.
 */
export class TimeSeries implements SampleSeries {
  /** How many samples it can hold. */
  readonly capacity: number;
  readonly #times: Float64Array;
  readonly #values: Float64Array;
  #start = 0;
  #length = 0;

  constructor(capacity: number) {
    this.capacity = Number.isFinite(capacity) ? Math.max(1, Math.floor(capacity)) : 1;
    this.#times = new Float64Array(this.capacity);
    this.#values = new Float64Array(this.capacity);
  }

  /** How many samples it holds. */
  get length(): number {
    return this.#length;
  }

  /** Adds the newest sample. One that is not later than the last before it is refused, as Prometheus refuses it. */
  append(seconds: number, value: number): boolean {
    if (!Number.isFinite(seconds) || seconds <= this.timeAt(this.#length - 1)) return false;
    const slot = this.#slot(this.#length);
    this.#times[slot] = seconds;
    this.#values[slot] = value;
    if (this.#length < this.capacity) this.#length++;
    else this.#start = this.#slot(1);
    return true;
  }

  /** The second of a sample, 0 being the oldest; `NaN` where there is none. */
  timeAt(index: number): number {
    return this.#holds(index) ? (this.#times[this.#slot(index)] ?? NaN) : NaN;
  }

  /** The value of a sample, 0 being the oldest; `NaN` where there is none. */
  valueAt(index: number): number {
    return this.#holds(index) ? (this.#values[this.#slot(index)] ?? NaN) : NaN;
  }

  /** Copies the samples of a window into arrays, for a chart to draw, and returns how many there were. */
  copyWindow(range: SampleRange, times: Float64Array, values: Float64Array): number {
    const { from, to } = windowOf(this, range);
    const count = Math.min(to - from, times.length, values.length);
    for (let i = 0; i < count; i++) {
      times[i] = this.timeAt(from + i);
      values[i] = this.valueAt(from + i);
    }
    return count;
  }

  *[Symbol.iterator](): Generator<Sample, void, undefined> {
    for (let i = 0; i < this.#length; i++) yield [this.timeAt(i), this.valueAt(i)];
  }

  clear(): void {
    this.#start = 0;
    this.#length = 0;
  }

  #holds(index: number): boolean {
    return index >= 0 && index < this.#length;
  }

  #slot(index: number): number {
    const slot = this.#start + index;
    return slot < this.capacity ? slot : slot - this.capacity;
  }
}
