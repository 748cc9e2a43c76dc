import type { ChartData, ChartLine } from './chart-data.js';
import { timeRange } from './time-range.js';

/** A line that can be drawn: finite numbers, and null for a gap. */
export type Column = (number | null)[];

/** Series that uPlot can draw: times are finite and rising, and every column has a value or null for each of them. */
export interface CleanSeries {
  readonly times: readonly number[];
  readonly columns: readonly Column[];
}

/** The difference of two larger values could overflow. */
const LARGEST = 1e100;

/** More columns of pixels than a chart usually has. */
const PIXELS = 1000;

/**
 * Returns the series of a chart as uPlot can draw them, with not many more rows than there are pixels. Of the rows that
 * share a pixel, those with the lowest and the highest value of each line stay; the newest row always stays.
 */
export function cleanSeries(data: ChartData, pixels: number = PIXELS): CleanSeries {
  const { seconds, lines } = data;
  const times = scan(seconds);
  const isFew = times.count <= pixels * Math.max(1, 2 * lines.length);
  const rows = isFew ? rowsWithTime(seconds) : thinned(data, times, Math.max(1, Math.floor(pixels)));
  const rising = isFew && times.isRising ? rows : inOrder(rows, seconds, lines);
  return {
    times: rising.map((row) => Number(seconds[row])),
    columns: lines.map(({ values }) => rising.map((row) => drawable(values[row]))),
  };
}

/** Returns the index of the time nearest to `seconds`, or null if there are none. */
export function nearestIndex(times: readonly number[], seconds: number): number | null {
  let low = 0;
  let high = times.length - 1;
  if (high < 0) return null;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) < seconds) low = middle + 1;
    else high = middle;
  }
  const before = times[low - 1];
  return before !== undefined && seconds - before <= (times[low] ?? Infinity) - seconds ? low - 1 : low;
}

function drawable(value: number | undefined): number | null {
  return typeof value === 'number' && Math.abs(value) <= LARGEST ? value : null;
}

interface Times {
  readonly count: number;
  readonly isRising: boolean;
  readonly first: number;
  readonly last: number;
  /** The row of the last time. */
  readonly newest: number;
}

function scan(seconds: ArrayLike<number>): Times {
  let [count, first, last, newest, previous] = [0, Infinity, -Infinity, -1, -Infinity];
  let isRising = true;
  for (let row = 0; row < seconds.length; row++) {
    const time = drawable(seconds[row]);
    if (time === null) continue;
    count++;
    if (time <= previous) isRising = false;
    previous = time;
    if (time < first) first = time;
    if (time >= last) {
      last = time;
      newest = row;
    }
  }
  return { count, isRising, first, last, newest };
}

function rowsWithTime(seconds: ArrayLike<number>): number[] {
  const rows: number[] = [];
  for (let row = 0; row < seconds.length; row++) if (drawable(seconds[row]) !== null) rows.push(row);
  return rows;
}

/** In a few passes without sorting: a million rows must not hold up the page. */
function thinned(data: ChartData, times: Times, pixels: number): number[] {
  const [from, to] = timeRange(data, times.first, times.last);
  const places = placesOf(data.seconds, from, to, pixels);
  const rows = data.lines.flatMap(({ values }) => extremes(places, values, pixels + 2));
  // A place without any value keeps a row without a value: it's a gap.
  const isTaken = new Uint8Array(pixels + 2);
  for (const row of rows) isTaken[places[row] ?? 0] = 1;
  for (let row = 0; row < places.length; row++) {
    const place = places[row] ?? -1;
    if (place < 0 || isTaken[place] === 1) continue;
    isTaken[place] = 1;
    rows.push(row);
  }
  return [...new Set([...rows, times.newest])];
}

/** The column of pixels of each row, 1 to `pixels`; 0 is left of the range, `pixels + 1` right of it, -1 nowhere. */
function placesOf(seconds: ArrayLike<number>, from: number, to: number, pixels: number): Int32Array {
  const places = new Int32Array(seconds.length);
  for (let row = 0; row < places.length; row++) {
    const time = seconds[row];
    if (typeof time !== 'number' || !(Math.abs(time) <= LARGEST)) places[row] = -1;
    else if (time < from) places[row] = 0;
    else if (time > to) places[row] = pixels + 1;
    else places[row] = 1 + Math.min(pixels - 1, Math.floor(((time - from) / (to - from)) * pixels));
  }
  return places;
}

/** The rows of the lowest and the highest value in each place. */
function extremes(places: Int32Array, values: ArrayLike<number>, count: number): number[] {
  const lows = new Float64Array(count).fill(Infinity);
  const highs = new Float64Array(count).fill(-Infinity);
  const lowRows = new Int32Array(count).fill(-1);
  const highRows = new Int32Array(count).fill(-1);
  const length = Math.min(places.length, values.length);
  for (let row = 0; row < length; row++) {
    const value = values[row];
    const place = places[row] ?? -1;
    if (place < 0 || typeof value !== 'number' || !(Math.abs(value) <= LARGEST)) continue;
    if (value < (lows[place] ?? 0)) {
      lows[place] = value;
      lowRows[place] = row;
    }
    if (value > (highs[place] ?? 0)) {
      highs[place] = value;
      highRows[place] = row;
    }
  }
  return [...lowRows, ...highRows].filter((row) => row >= 0);
}

/** Sorts rows by time; of several rows at one time, the last that has a value stays. */
function inOrder(rows: readonly number[], seconds: ArrayLike<number>, lines: readonly ChartLine[]): number[] {
  const sorted = rows.toSorted((a, b) => Number(seconds[a]) - Number(seconds[b]) || a - b);
  const kept: number[] = [];
  for (const row of sorted) {
    const isTwin = seconds[row] === seconds[kept.at(-1) ?? -1];
    if (!isTwin) kept.push(row);
    else if (lines.some(({ values }) => drawable(values[row]) !== null)) kept[kept.length - 1] = row;
  }
  return kept;
}
