import { windowOf, type Sample, type SampleRange, type SampleSeries } from './samples.js';

/** Samples for which there is room at first. */
const FIRST_CAPACITY = 64;

/**
 * A series of samples in a ring, which grows until its capacity: when that is full, the newest takes the place of the
 * oldest. 24 bytes a sample. `rate` and its kin read it in place.
 */
export class TimeSeries implements SampleSeries {
  /** How many samples it can hold. */
  readonly capacity: number;
  #times: Float64Array;
  #values: Float64Array;
  /** What the counter had lost to resets by each sample, since the first. */
  #lost: Float64Array;
  #start = 0;
  #length = 0;

  constructor(capacity: number) {
    this.capacity = Number.isFinite(capacity) ? Math.max(1, Math.floor(capacity)) : 1;
    const room = Math.min(this.capacity, FIRST_CAPACITY);
    this.#times = new Float64Array(room);
    this.#values = new Float64Array(room);
    this.#lost = new Float64Array(room);
  }

  /** How many samples it holds. */
  get length(): number {
    return this.#length;
  }

  /** Adds the newest sample. One that is not later than the last before it is refused, as Prometheus refuses it. */
  append(seconds: number, value: number): boolean {
    const last = this.#length - 1;
    if (!Number.isFinite(seconds) || seconds <= this.timeAt(last)) return false;
    const before = this.valueAt(last);
    const lost = last < 0 ? 0 : (this.#lost[this.#slot(last)] ?? 0);
    if (this.#length === this.#times.length && this.#length < this.capacity) this.#grow();
    const slot = this.#slot(this.#length);
    this.#times[slot] = seconds;
    this.#values[slot] = value;
    this.#lost[slot] = value < before ? lost + before : lost;
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

  /** What a counter lost to resets between two samples: the sum of the values from which it fell. */
  lostToResets(from: number, to: number): number {
    if (!this.#holds(from) || !this.#holds(to)) return NaN;
    return (this.#lost[this.#slot(to)] ?? 0) - (this.#lost[this.#slot(from)] ?? 0);
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
    return slot < this.#times.length ? slot : slot - this.#times.length;
  }

  // Only before the ring is full for the first time, so that it starts at slot 0.
  #grow(): void {
    const room = Math.min(this.capacity, 2 * this.#times.length);
    this.#times = grown(this.#times, room);
    this.#values = grown(this.#values, room);
    this.#lost = grown(this.#lost, room);
  }
}

function grown(values: Float64Array, length: number): Float64Array {
  const longer = new Float64Array(length);
  longer.set(values);
  return longer;
}
