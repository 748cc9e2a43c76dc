import { isoMilliseconds, isoTime } from './iso-time.js';

/** A number for each row, or a time as milliseconds, and apart from them the few values that are neither. */
export class NumberRows {
  #numbers = new Float64Array(64).fill(NaN);
  readonly #others = new Map<number, unknown>();
  readonly #kind: 'number' | 'time';

  constructor(kind: 'number' | 'time') {
    this.#kind = kind;
  }

  get bytes(): number {
    return this.#numbers.byteLength + this.#others.size * 40;
  }

  /** Whether there is nothing but numbers, or nothing but times. */
  get areAll(): boolean {
    return this.#others.size === 0;
  }

  set(row: number, value: unknown): void {
    if (row >= this.#numbers.length) this.#resize(Math.max(row + 1, this.#numbers.length * 2));
    const number = this.#kind === 'time' ? isoMilliseconds(value) : value;
    if (typeof number === 'number' && !Number.isNaN(number)) this.#numbers[row] = number;
    else this.#others.set(row, value);
  }

  finish(length: number): void {
    this.#resize(length);
  }

  /** In how many rows there is a value. */
  count(): number {
    const others = [...this.#others.values()].filter((value) => value !== undefined && value !== null);
    return this.#numbers.reduce((sum, number) => (Number.isNaN(number) ? sum : sum + 1), others.length);
  }

  value(row: number): unknown {
    const number = this.#numbers[row];
    if (number === undefined || Number.isNaN(number)) return this.#others.get(row);
    return this.#kind === 'time' ? isoTime(number) : number;
  }

  /** The milliseconds of a time, so that it need not be written and read again. */
  milliseconds(row: number): number | undefined {
    const number = this.#kind === 'time' ? this.#numbers[row] : undefined;
    return number === undefined || Number.isNaN(number) ? undefined : number;
  }

  #resize(length: number): void {
    const numbers = new Float64Array(length).fill(NaN, Math.min(length, this.#numbers.length));
    numbers.set(this.#numbers.subarray(0, length));
    this.#numbers = numbers;
  }
}
