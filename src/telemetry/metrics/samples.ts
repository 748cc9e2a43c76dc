/** A value, and the second at which it was read. */
export type Sample = [seconds: number, value: number];

/** Samples by position, oldest first; a ring buffer is read through it without a copy. */
export interface SampleSeries {
  readonly length: number;
  /** The second at which the sample was read. */
  timeAt(index: number): number;
  valueAt(index: number): number;
  /** What a counter lost to resets between two samples, if the series keeps count of it. */
  lostToResets?(from: number, to: number): number;
}

/** What the functions of a range read, oldest first. */
export type Samples = readonly (readonly [seconds: number, value: number])[] | SampleSeries;

/** The window (at - range, at], in seconds: open on the left, as in Prometheus 3. */
export interface SampleRange {
  at: number;
  range: number;
}

/** The samples of a window: those from position `from` up to, but without, `to`. */
export interface SampleWindow {
  series: SampleSeries;
  from: number;
  to: number;
}

/**
 * Prometheus counts time in whole milliseconds, and so do its windows here: a sample at 0.1 s is outside (0.3 - 0.2, 0.3]
 * although 0.3 - 0.2 is a little less than 0.1.
 */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** Finds the window's samples by bisection. Empty for a range that is not positive, and for numbers that are not finite. */
export function windowOf(samples: Samples, { at, range }: SampleRange): SampleWindow {
  const series = 'timeAt' in samples ? samples : new SampleArray(samples);
  if (!(range > 0 && Number.isFinite(at) && Number.isFinite(range))) return { series, from: 0, to: 0 };
  const end = milliseconds(at);
  return { series, from: firstAfter(series, end - milliseconds(range)), to: firstAfter(series, end) };
}

function firstAfter(series: SampleSeries, bound: number): number {
  let low = 0;
  let high = series.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (milliseconds(series.timeAt(middle)) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

class SampleArray implements SampleSeries {
  readonly #samples: readonly (readonly [seconds: number, value: number])[];

  constructor(samples: readonly (readonly [seconds: number, value: number])[]) {
    this.#samples = samples;
  }

  get length(): number {
    return this.#samples.length;
  }

  timeAt(index: number): number {
    return this.#samples[index]?.[0] ?? NaN;
  }

  valueAt(index: number): number {
    return this.#samples[index]?.[1] ?? NaN;
  }
}
