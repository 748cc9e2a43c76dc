import { fieldValue, parseLogQuery, ROLE_FIELDS, type LogRecord } from '../../../telemetry/logs/index.js';
import type { Corpus } from '../corpus.model.js';
import { timeOf } from '../panes/volume.model.js';

/** No request leaves more lines than a reader can look through. */
const MOST_LINES = 500;

export interface RequestLine {
  readonly row: number;
  readonly record: LogRecord;
  /** Milliseconds after the first line; NaN where the record says no time. */
  readonly afterMs: number;
}

/** The lines of one request, from every service and under whatever name it wrote the id, in the order of time. */
export function requestLines({ store }: Corpus, traceId: string): RequestLine[] {
  if (traceId === '') return [];
  const asked = parseLogQuery(`trace_id=${JSON.stringify(traceId)}`);
  if (!asked.ok) return [];
  const lines = store.search(asked.query, { limit: MOST_LINES }).rows.map((row) => {
    const record = store.record(row);
    return { row, record, time: recordTime(record) };
  });
  // Equal times keep the order of the log, and so do lines without one.
  lines.sort((a, b) => a.time - b.time || a.row - b.row || 0);
  const first = lines.find(({ time }) => !Number.isNaN(time))?.time ?? NaN;
  return lines.map(({ row, record, time }) => ({ row, record, afterMs: time - first }));
}

function recordTime(record: LogRecord): number {
  return timeOf(fieldValue(record, 'time'));
}

/** The value of the first of these fields that a record has. */
export function firstOf(record: LogRecord, fields: readonly string[]): unknown {
  const field = fields.find((name) => Object.hasOwn(record, name));
  return field === undefined ? undefined : record[field];
}

/** What leads from a record to its trace and its span; empty where it has none. */
export function idsOf(record: LogRecord): { traceId: string; spanId: string } {
  return { traceId: textOf(record, ROLE_FIELDS.traceId), spanId: textOf(record, ROLE_FIELDS.spanId) };
}

function textOf(record: LogRecord, fields: readonly string[]): string {
  for (const field of fields) {
    const value = fieldValue(record, field);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return String(value);
  }
  return '';
}
