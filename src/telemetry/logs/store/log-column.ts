import { CodeArray } from './dictionary-codes.js';
import { IdRows, idLength } from './id-column.js';
import { isoMilliseconds } from '../iso-time.js';
import { NumberRows } from './number-column.js';
import { countCodes, Postings } from './postings.js';

/** Beyond so many different values, numbers and times take less room as they are than in a dictionary. */
const MOST_CODED = 65_535;
/** The same of times and ids; fewer, for those coded so far are read again when that is seen. */
const MOST_CODED_TEXTS = 1023;

/** One field of all records: a code for each row, and what each code stands for. Code 0 is a field that is missing. */
export class LogColumn {
  readonly field: string;
  readonly values: unknown[] = [undefined];
  /** Instead of the codes, where a column has many different numbers or times. */
  numbers: NumberRows | undefined;
  /** Instead of the codes, where it has many different ids. */
  ids: IdRows | undefined;
  readonly #codes = new CodeArray();
  #codeOf = new Map<unknown, number>();
  #differentNumbers = 0;
  #differentTimes = 0;
  readonly #differentIds = new Map<number, number>();
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
    if (this.#plain) return this.#plain.count();
    return this.counts.reduce((sum, count, code) => ((this.values[code] ?? null) === null ? sum : sum + count), 0);
  }

  /** The rows of each code, put in order when they are first asked for. */
  get postings(): Postings {
    return (this.#postings ??= new Postings(this.codes, this.counts));
  }

  get bytes(): number {
    const lists = (this.#counts?.byteLength ?? 0) + (this.#postings?.bytes ?? 0);
    return this.codes.byteLength + (this.#plain?.bytes ?? 0) + lists;
  }

  /** What its different values take: a pointer each, and what a text needs besides its characters. */
  get textBytes(): number {
    let sum = 0;
    for (const value of this.values) sum += typeof value === 'string' ? 24 + value.length : 8;
    return sum;
  }

  /** What stands in rows as it is, without codes. */
  get #plain(): NumberRows | IdRows | undefined {
    return this.numbers ?? this.ids;
  }

  /** Row after row, though not every row. */
  add(row: number, value: unknown): void {
    if (!this.#plain && (value !== this.#last || value === 0)) this.#lastCode = this.#codeFor((this.#last = value));
    // That may have been one too many for codes.
    if (this.#plain) this.#plain.set(row, value);
    else this.#codes.set(row, this.#lastCode);
  }

  /** Nothing is added any more. */
  finish(size: number): void {
    this.#codeOf = new Map();
    if (this.#plain) this.#plain.finish(size);
    else this.#codes.finish(size);
  }

  value(row: number): unknown {
    return this.#plain ? this.#plain.value(row) : this.values[this.codes[row] ?? 0];
  }

  #codeFor(value: unknown): number {
    // A map takes -0 for 0, and no object for another.
    if (Object.is(value, -0) || (typeof value === 'object' && value !== null)) return this.values.push(value) - 1;
    const known = this.#codeOf.get(value);
    if (known !== undefined) return known;
    const code = this.values.push(value) - 1;
    this.#codeOf.set(value, code);
    if (typeof value === 'number') {
      if (++this.#differentNumbers > MOST_CODED) this.#keep((this.numbers = new NumberRows('none')));
    } else if (typeof value === 'string') this.#countText(value);
    return code;
  }

  #countText(value: string): void {
    const digits = idLength(value);
    if (digits > 0) {
      const different = (this.#differentIds.get(digits) ?? 0) + 1;
      this.#differentIds.set(digits, different);
      if (different > MOST_CODED_TEXTS) this.#keep((this.ids = new IdRows(digits)));
    } else if (isoMilliseconds(value) !== undefined && ++this.#differentTimes > MOST_CODED_TEXTS) {
      this.#keep((this.numbers = new NumberRows('time')));
    }
  }

  #keep(rows: NumberRows | IdRows): void {
    const { codes } = this;
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? 0;
      if (code > 0) rows.set(row, this.values[code]);
    }
    this.values.length = 1;
    this.#codeOf.clear();
    this.#codes.finish(0);
  }
}
