import { CodeArray } from './dictionary-codes.js';
import { LogColumn } from './log-column.js';
import type { LogRecord } from '../log-record.js';
import { keysOf, LogShape } from '../log-shape.js';

/** Fields beyond these are kept by row: a file that names a new field in every line must not fill the memory. */
const MOST_COLUMNS = 100;

/** Records as columns, from which each of them can be put together again. */
export class LogTable {
  readonly columns: Map<string, LogColumn> = new Map();
  /** The fields without a column, and in how many rows each is. */
  readonly rareFields: Map<string, number> = new Map();
  readonly #rare = new Map<number, Map<string, unknown>>();
  readonly #shapes: LogShape[] = [new LogShape(0)];
  readonly #shapeOf = new CodeArray();
  size = 0;

  /** What its typed arrays take; the different texts come on top. */
  get bytes(): number {
    let sum = this.#shapeOf.codes.byteLength;
    for (const column of this.columns.values()) sum += column.bytes;
    return sum;
  }

  /** What the different values take. */
  get textBytes(): number {
    let sum = 0;
    for (const column of this.columns.values()) sum += column.textBytes;
    return sum;
  }

  record(row: number): LogRecord {
    const shape = this.#shapes[this.#shapeOf.codes[row] ?? 0];
    const rare = this.#rare.get(row);
    const fields = shape && keysOf(shape).map(({ key, column }) => [key, column ? column.value(row) : rare?.get(key)]);
    return Object.fromEntries(fields ?? []) as LogRecord;
  }

  get rareRows(): Iterable<[row: number, fields: ReadonlyMap<string, unknown>]> {
    return this.#rare;
  }

  add(record: LogRecord): void {
    const row = this.size++;
    let shape = this.#shapes[0] as LogShape;
    for (const key of Object.keys(record)) {
      shape = shape.child(key) ?? this.#grow(shape, key);
      if (shape.column) shape.column.add(row, record[key]);
      else this.#addRare(row, key, record[key]);
    }
    this.#shapeOf.set(row, shape.code);
  }

  /** Gives everything its length for good. Pauses after each column. */
  *finish(): Generator<undefined, void> {
    for (const column of this.columns.values()) {
      column.finish(this.size);
      yield;
    }
    this.#shapeOf.finish(this.size);
  }

  #grow(parent: LogShape, key: string): LogShape {
    const shape = new LogShape(this.#shapes.length, parent, key, this.#columnFor(key));
    this.#shapes.push(shape);
    parent.adopt(shape);
    return shape;
  }

  #columnFor(field: string): LogColumn | undefined {
    const known = this.columns.get(field);
    if (known || this.columns.size >= MOST_COLUMNS) return known;
    const column = new LogColumn(field);
    this.columns.set(field, column);
    return column;
  }

  #addRare(row: number, field: string, value: unknown): void {
    const fields = this.#rare.get(row) ?? new Map<string, unknown>();
    this.#rare.set(row, fields.set(field, value));
    const isPresent = value !== undefined && value !== null;
    this.rareFields.set(field, (this.rareFields.get(field) ?? 0) + (isPresent ? 1 : 0));
  }
}
