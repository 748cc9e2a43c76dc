import { isoMilliseconds, isoTime } from '../iso-time.js';
import type { ValueTest } from '../query/value-predicate.js';

type Cells = Int32Array | Float64Array;

/** No number, in cells of whole numbers. */
const NONE = -(2 ** 31);

/**
 * A number for each row, or a time as milliseconds, and apart from them the few values that are neither. Whole numbers
 * within two thousand million of the first time, or of 0, take four bytes; others eight.
 */
export class NumberRows {
  #cells: Cells = new Int32Array(64).fill(NONE);
  /** What the cells of whole numbers count from. */
  #base: number | undefined;
  readonly #others = new Map<number, unknown>();
  /** Plain numbers, or milliseconds since 1970 that are read from times and written as such. */
  readonly unit: 'none' | 'time';

  constructor(unit: 'none' | 'time') {
    this.unit = unit;
    this.#base = unit === 'none' ? 0 : undefined;
  }

  get bytes(): number {
    return this.#cells.byteLength + this.#others.size * 40;
  }

  /** Whether there is nothing but numbers, or nothing but times. */
  get areAll(): boolean {
    return this.#others.size === 0;
  }

  set(row: number, value: unknown): void {
    if (row >= this.#cells.length) this.#resize(Math.max(row + 1, this.#cells.length * 2));
    const number = this.unit === 'time' ? isoMilliseconds(value) : value;
    if (typeof number === 'number' && !Number.isNaN(number)) this.#put(row, number);
    else this.#others.set(row, value);
  }

  finish(length: number): void {
    this.#resize(length);
  }

  /** In how many rows there is a value. */
  count(): number {
    let count = countPresent(this.#others.values());
    for (let row = 0; row < this.#cells.length; row++) if (this.#number(row) !== undefined) count++;
    return count;
  }

  value(row: number): unknown {
    const number = this.#number(row);
    if (number === undefined) return this.#others.get(row);
    return this.unit === 'time' ? isoTime(number) : number;
  }

  /** The milliseconds of a time, so that it need not be written and read again. */
  milliseconds(row: number): number | undefined {
    return this.unit === 'time' ? this.#number(row) : undefined;
  }

  /** Whether a row satisfies a test; `testNumber` is the same test of numbers, or of milliseconds. */
  test(row: number, test: ValueTest, testNumber?: (number: number) => boolean): boolean {
    const number = testNumber && this.#number(row);
    return testNumber && number !== undefined ? testNumber(number) : test(this.value(row));
  }

  /** Moves the rows that satisfy it to the front, in order, and says how many they are. */
  filter(rows: Uint32Array, count: number, test: ValueTest, testNumber: (number: number) => boolean): number {
    const cells = this.#cells;
    const base = this.#base ?? 0;
    const isWhole = cells instanceof Int32Array;
    const none = isWhole ? NONE : NaN;
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const row = rows[index] ?? 0;
      const cell = cells[row] ?? none;
      const isNumber = isWhole ? cell !== NONE : !Number.isNaN(cell);
      if (isNumber ? testNumber(isWhole ? cell + base : cell) : test(this.#others.get(row))) rows[kept++] = row;
    }
    return kept;
  }

  #number(row: number): number | undefined {
    const cell = this.#cells[row];
    if (cell === undefined) return undefined;
    if (this.#cells instanceof Int32Array) return cell === NONE ? undefined : cell + (this.#base ?? 0);
    return Number.isNaN(cell) ? undefined : cell;
  }

  #put(row: number, number: number): void {
    if (this.#cells instanceof Float64Array) {
      this.#cells[row] = number;
      return;
    }
    const offset = number - (this.#base ??= number);
    if ((offset | 0) === offset && offset !== NONE && !Object.is(number, -0)) this.#cells[row] = offset;
    else {
      this.#cells = Float64Array.from(this.#cells, (_, at) => this.#number(at) ?? NaN);
      this.#cells[row] = number;
    }
  }

  #resize(length: number): void {
    const isWhole = this.#cells instanceof Int32Array;
    const cells = isWhole ? new Int32Array(length) : new Float64Array(length);
    cells.set(this.#cells.subarray(0, length));
    this.#cells = cells.fill(isWhole ? NONE : NaN, Math.min(length, this.#cells.length));
  }
}

/** How many of these are values, and neither null nor undefined. */
export function countPresent(values: Iterable<unknown>): number {
  let count = 0;
  for (const value of values) if (value !== undefined && value !== null) count++;
  return count;
}
