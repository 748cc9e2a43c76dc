import type { LogQuery } from '../query/log-query.js';
import type { LogRecord } from '../log-record.js';
import { LogTable } from './log-table.js';
import { patternEffort } from '../pattern/pattern.js';
import { planRows } from './query-planner.js';
import type { RowPlan } from './row-filter.js';

/** So many rows at a time are looked at: what is in hand stays in the processor's cache, and the next pause is near. */
const BLOCK = 128;
/** Where a pattern takes more steps for them, the next are fewer. */
const MOST_STEPS = 20_000;

/** How often something occurs. */
export interface FieldCount {
  field: string;
  count: number;
}

export interface ValueCount {
  value: unknown;
  count: number;
}

/** What a search has found. */
export interface LogHits {
  /** How many rows match. */
  total: number;
  /** The first of them, in the order of the records. */
  rows: number[];
  /** How many rows were looked at one by one; the lists of the index spare the others. */
  scanned: number;
}

/**
 * Records as columns of codes, a few bytes a line, that find what `matchesLog` finds and a thousand times as fast: a
 * condition is asked once of each different value, and the rows of a value are listed when they are first needed.
 */
export class LogStore {
  readonly #table: LogTable;
  /** A query object that is asked again need not be planned again. */
  readonly #plans = new WeakMap<LogQuery, RowPlan>();

  constructor(records: Iterable<LogRecord> | LogTable) {
    this.#table = records instanceof LogTable ? records : tableOf(records);
  }

  get size(): number {
    return this.#table.size;
  }

  /** Bytes of columns and of the lists made so far; the different texts come on top. */
  get bytes(): number {
    return this.#table.bytes;
  }

  /** What the different values take, about: texts with one byte a character. */
  get textBytes(): number {
    return this.#table.textBytes;
  }

  /** The rows that match, in the order of the records: how many, and the first `limit` of them. */
  search(query: LogQuery, options: { limit?: number } = {}): { total: number; rows: number[] } {
    const { total, rows } = drain(this.searching(query, options));
    return { total, rows };
  }

  /** The same in small steps, for one who has other things to do: the pauses are close together, even for a slow query. */
  *searching(query: LogQuery, options: { limit?: number } = {}): Generator<undefined, LogHits> {
    const { limit = Infinity } = options;
    let plan = this.#plans.get(query);
    if (!plan) this.#plans.set(query, (plan = yield* planRows(this.#table, query)));
    if (!plan.hits) return yield* this.#scan(plan, limit);
    const hits = plan.hits.rows();
    const rows: number[] = [];
    // Array.from asks an iterator for each of them, and takes ten times as long.
    for (let index = 0; index < hits.length && index < limit; index++) rows.push(hits[index] ?? 0);
    return { total: hits.length, rows, scanned: plan.hits.atMost };
  }

  *#scan(plan: RowPlan, limit: number): Generator<undefined, LogHits> {
    const block = new Uint32Array(BLOCK);
    const rows: number[] = [];
    let total = 0;
    let size = BLOCK;
    for (let start = 0, count = 0; start < this.size; start += count) {
      count = Math.min(size, this.size - start);
      const steps = patternEffort.steps;
      for (let index = 0; index < count; index++) block[index] = start + index;
      const kept = plan.filter(block, count);
      for (let index = 0; index < kept && total + index < limit; index++) rows.push(block[index] ?? 0);
      total += kept;
      yield;
      if (patternEffort.steps - steps > MOST_STEPS) size = Math.max(1, size >> 2);
    }
    return { total, rows, scanned: this.size };
  }

  /** The record of a row; an empty one for a row that is not there. */
  record(row: number): LogRecord {
    return this.#table.record(row);
  }

  /** The value of a field that a record bears by this very name. */
  value(row: number, field: string): unknown {
    const column = this.#table.columns.get(field);
    return column ? column.value(row) : this.record(row)[field];
  }

  /** The milliseconds since 1970 of a time, where the field has so many different ones that they are kept as such. */
  milliseconds(row: number, field: string): number | undefined {
    return this.#table.columns.get(field)?.numbers?.milliseconds(row);
  }

  /** Whether a field has so many different values, numbers, times or ids, that they are not even listed. */
  isEndless(field: string): boolean {
    const column = this.#table.columns.get(field);
    return column?.numbers !== undefined || column?.ids !== undefined;
  }

  /** The fields and in how many records each is, the most frequent first. */
  fields(): FieldCount[] {
    return drain(this.countingFields());
  }

  /** The same in small steps; of fields beyond those that have a column, no more than `rare` are looked at. */
  *countingFields(options: { rare?: number } = {}): Generator<undefined, FieldCount[]> {
    const { columns, rareFields } = this.#table;
    const counts: FieldCount[] = [];
    for (const { field, present } of columns.values()) {
      counts.push({ field, count: present });
      yield;
    }
    for (const [field, count] of rareFields) {
      if (counts.length - columns.size >= (options.rare ?? Infinity)) break;
      counts.push({ field, count });
    }
    return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  }

  /** The values of a field that a record bears by this very name, the most frequent first. */
  values(field: string, options: { limit?: number } = {}): ValueCount[] {
    const counts = Array.from(this.#counts(field), ([value, count]) => ({ value, count }));
    return counts.sort((a, b) => b.count - a.count).slice(0, options.limit ?? 100);
  }

  #counts(field: string): Map<unknown, number> {
    const column = this.#table.columns.get(field);
    const counts = new Map<unknown, number>();
    const add = (value: unknown, count: number): void => {
      if (value !== undefined && value !== null && count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
    };
    if (column && !column.numbers && !column.ids) {
      for (const [code, value] of column.values.entries()) add(value, column.counts[code] ?? 0);
    } else if (column) for (let row = 0; row < this.size; row++) add(column.value(row), 1);
    else for (const [, fields] of this.#table.rareRows) add(fields.get(field), 1);
    return counts;
  }
}

function tableOf(records: Iterable<LogRecord>): LogTable {
  const table = new LogTable();
  for (const record of records) table.add(record);
  drain(table.finish());
  return table;
}

function drain<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
