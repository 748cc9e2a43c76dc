import { countPresent } from './number-column.js';
import { countCodes, Postings } from './postings.js';

/** In hexadecimal digits: the ids of spans and of traces. */
const LENGTHS = [16, 32];
const HEXADECIMAL = /^[\da-f]+$/;
/** Ids are drawn by lot, so that their first bits spread them evenly over lists; no more of them than so many. */
const MOST_LISTS = 65_535;
const ROWS_PER_LIST = 8;
/** Rows between two pauses. */
const PAUSE_ROWS = 65_536;

/** How many hexadecimal digits a value has, if it is an id as OpenTelemetry writes it; else 0. */
export function idLength(value: unknown): number {
  if (typeof value !== 'string' || !LENGTHS.includes(value.length)) return 0;
  return HEXADECIMAL.test(value) ? value.length : 0;
}

/** An id for each row in half as many bytes as it has digits, and apart from them the values that are none. */
export class IdRows {
  readonly #digits: number;
  /** Words of 32 bits in an id. */
  readonly #width: number;
  #words: Uint32Array;
  readonly #others = new Map<number, unknown>();
  /** The rows by the first bits of their ids, from 1; 0 is for those without. */
  #lists: Postings | undefined;

  constructor(digits: number) {
    this.#digits = digits;
    this.#width = digits / 8;
    this.#words = new Uint32Array(64 * this.#width);
  }

  get bytes(): number {
    return this.#words.byteLength + this.#others.size * 40 + (this.#lists?.bytes ?? 0);
  }

  /** Whether there is nothing but ids. */
  get areAll(): boolean {
    return this.#others.size === 0;
  }

  set(row: number, value: unknown): void {
    if (row * this.#width >= this.#words.length) this.finish(Math.max(row + 1, (this.#words.length / this.#width) * 2));
    // An id of zeros alone is no id, to OpenTelemetry neither: zeros are where nothing was set.
    if (idLength(value) === this.#digits && /[^0]/.test(value as string))
      this.#words.set(this.#parse(value as string), row * this.#width);
    else this.#others.set(row, value);
  }

  finish(length: number): void {
    const words = new Uint32Array(length * this.#width);
    words.set(this.#words.subarray(0, words.length));
    this.#words = words;
  }

  /** In how many rows there is a value. */
  count(): number {
    let count = countPresent(this.#others.values());
    for (let row = 0; row * this.#width < this.#words.length; row++) if (this.#hasId(row)) count++;
    return count;
  }

  value(row: number): unknown {
    if (!this.#hasId(row)) return this.#others.get(row);
    let id = '';
    for (let at = 0; at < this.#width; at++) id += this.#word(row, at).toString(16).padStart(8, '0');
    return id;
  }

  /**
   * The rows with this id, in order; undefined for a text that is none, which may be among the other values. The first time
   * takes longer, and pauses.
   */
  *searching(id: string): Generator<undefined, Uint32Array | undefined> {
    if (idLength(id) !== this.#digits || !/[^0]/.test(id)) return undefined;
    const words = this.#parse(id);
    this.#lists ??= yield* this.#listing();
    return this.#lists
      .rows(this.#listOf(words[0] ?? 0))
      .filter((row) => words.every((word, at) => this.#word(row, at) === word));
  }

  *#listing(): Generator<undefined, Postings> {
    const lists = new Uint16Array(this.#words.length / this.#width);
    for (let row = 0; row < lists.length; row++) {
      if (this.#hasId(row)) lists[row] = this.#listOf(this.#word(row, 0));
      if (row % PAUSE_ROWS === 0) yield;
    }
    const counts = countCodes(lists, this.#listCount + 1);
    yield;
    return new Postings(lists, counts);
  }

  get #listCount(): number {
    return Math.min(MOST_LISTS, Math.ceil(this.#words.length / this.#width / ROWS_PER_LIST));
  }

  /** From 1, for 0 is where there is no id. */
  #listOf(word: number): number {
    return ((word >>> 8) % this.#listCount) + 1;
  }

  #parse(id: string): number[] {
    return Array.from({ length: this.#width }, (_, at) => Number.parseInt(id.slice(at * 8, at * 8 + 8), 16));
  }

  #hasId(row: number): boolean {
    for (let at = 0; at < this.#width; at++) if (this.#word(row, at) !== 0) return true;
    return false;
  }

  #word(row: number, at: number): number {
    return this.#words[row * this.#width + at] ?? 0;
  }
}
