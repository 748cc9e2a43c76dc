import type { ChartData } from './chart-data.js';

/** A drawable line: finite numbers, and null for a gap. */
export type Column = (number | null)[];

/** Beyond this a difference of two values may overflow. */
const LARGEST = 1e100;

/** Of more rows than this that are out of order some are left out, evenly: sorting a million would hold up the page. */
const MOST_SORTED = 50_000;

/**
 * The columns of a chart as a canvas can bear them: times finite and rising, values finite or null, and not many more rows
 * than there are pixels; of rows that share a pixel, the lowest and the highest of each line stay.
 */
export function cleanColumns(
  { seconds, lines }: Pick<ChartData, 'seconds' | 'lines'>,
  pixels: number,
): { times: number[]; columns: Column[] } {
  const rows = thinned(risingRows(seconds, lines), lines, pixels);
  const times = Array.from(rows, (row) => Number(seconds[row]));
  const columns = lines.map(({ values }) => Array.from(rows, (row) => drawable(values[row])));
  return { times, columns };
}

function drawable(value: number | undefined): number | null {
  return typeof value === 'number' && Math.abs(value) <= LARGEST ? value : null;
}

/** Rows in the order of their times; of several at one time, the last that has a value. */
function risingRows(seconds: ArrayLike<number>, lines: ChartData['lines']): number[] {
  let rows: number[] = [];
  let isRising = true;
  let last = -Infinity;
  for (let row = 0; row < seconds.length; row++) {
    const time = drawable(seconds[row]);
    if (time === null) continue;
    if (time <= last) isRising = false;
    last = time;
    rows.push(row);
  }
  if (isRising) return rows;
  if (rows.length > MOST_SORTED) {
    rows = rows.filter((row) => lines.some(({ values }) => drawable(values[row]) !== null));
    const step = Math.ceil(rows.length / MOST_SORTED);
    rows = rows.filter((_, index) => index % step === 0);
  }
  return withoutTwins(
    rows.sort((a, b) => Number(seconds[a]) - Number(seconds[b])),
    seconds,
    lines,
  );
}

function withoutTwins(sorted: readonly number[], seconds: ArrayLike<number>, lines: ChartData['lines']): number[] {
  const rows: number[] = [];
  for (const row of sorted) {
    const isTwin = seconds[row] === seconds[rows.at(-1) ?? -1];
    if (!isTwin) rows.push(row);
    else if (lines.some(({ values }) => drawable(values[row]) !== null)) rows[rows.length - 1] = row;
  }
  return rows;
}

function thinned(rows: number[], lines: ChartData['lines'], pixels: number): number[] {
  const size = Math.ceil(rows.length / Math.max(1, pixels));
  if (size <= 2 * lines.length) return rows;
  const kept: number[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const group = rows.slice(start, start + size);
    const extremes = new Set(lines.flatMap(({ values }) => extremesOf(group, values)));
    kept.push(...group.filter((row) => extremes.has(row)));
  }
  return kept;
}

/** The rows of the lowest and the highest value, and the first: a group of gaps is a gap. */
function extremesOf(group: readonly number[], values: ArrayLike<number>): number[] {
  let low = group[0] ?? 0;
  let high = low;
  for (const row of group) {
    const value = drawable(values[row]);
    if (value === null) continue;
    if (!(value >= (drawable(values[low]) ?? Infinity))) low = row;
    if (!(value <= (drawable(values[high]) ?? -Infinity))) high = row;
  }
  return [low, high];
}
