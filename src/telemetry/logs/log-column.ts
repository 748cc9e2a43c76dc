import { CodeArray } from './code-array.js';
import { isoMilliseconds } from './iso-time.js';
import { NumberRows } from './number-rows.js';
import { countCodes, Postings } from './postings.js';

/** Beyond so many different values, numbers and times take less room as they are than in a dictionary. */
const MOST_CODED = 65_535;

/** One field of all records: a code for each row, and what each code stands for. Code 0 is a field that is missing. */
export class LogColumn {
  readonly field: string;
  readonly values: unknown[] = [undefined];
  /** Instead of the codes, where a column has many different numbers or times. */
  numbers: NumberRows | undefined;
  readonly #codes = new CodeArray();
  #codeOf = new Map<unknown, number>();
  #differentNumbers = 0;
  #differentTimes = 0;
  /** Neighbours often say the same. */
  #last: unknown;
  #lastCode = 0;
  #counts: Uint32Array | undefined;
  #postings: Postings | undefined;

  constructor(field: string) {
    this.field = field;
  }

  get codes(): CodeArray['codes'] {
    return this.#codes.codes;
  }

  /** How many rows bear each code. */
  get counts(): Uint32Array {
    return (this.#counts ??= countCodes(this.codes, this.values.length));
  }

  /** In how many rows there is a value. */
  get present(): number {
    if (this.numbers) return this.numbers.count();
    return this.counts.reduce((sum, count, code) => ((this.values[code] ?? null) === null ? sum : sum + count), 0);
  }

  /** The rows of each code, put in order when they are first asked for. */
  get postings(): Postings {
    return (this.#postings ??= new Postings(this.codes, this.counts));
  }

  get bytes(): number {
    const lists = (this.#counts?.byteLength ?? 0) + (this.#postings?.bytes ?? 0);
    return this.codes.byteLength + (this.numbers?.bytes ?? 0) + lists;
  }

  /** Row after row, though not every row. */
  add(row: number, value: unknown): void {
    if (this.numbers) this.numbers.set(row, value);
    else {
      if (value !== this.#last || value === 0) this.#lastCode = this.#codeFor((this.#last = value));
      this.#codes.set(row, this.#lastCode);
      if (this.#differentNumbers > MOST_CODED) this.#keepNumbers('number');
      else if (this.#differentTimes > MOST_CODED) this.#keepNumbers('time');
    }
  }

  /** Nothing is added any more. */
  finish(size: number): void {
    this.#codeOf = new Map();
    if (this.numbers) this.numbers.finish(size);
    else this.#codes.finish(size);
  }

  value(row: number): unknown {
    return this.numbers ? this.numbers.value(row) : this.values[this.codes[row] ?? 0];
  }

  #codeFor(value: unknown): number {
    // A map takes -0 for 0.
    if (Object.is(value, -0)) return this.values.push(value) - 1;
    const known = this.#codeOf.get(value);
    if (known !== undefined) return known;
    const code = this.values.push(value) - 1;
    this.#codeOf.set(value, code);
    if (typeof value === 'number') this.#differentNumbers++;
    else if (isoMilliseconds(value) !== undefined) this.#differentTimes++;
    return code;
  }

  #keepNumbers(kind: 'number' | 'time'): void {
    const numbers = new NumberRows(kind);
    for (const [row, code] of this.codes.entries()) if (code > 0) numbers.set(row, this.values[code]);
    this.numbers = numbers;
    this.values.length = 1;
    this.#codeOf.clear();
    this.#codes.finish(0);
  }
}
