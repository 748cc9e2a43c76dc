import { parseLogQuery, TIME_FIELDS, type LogRecord } from '../../../telemetry/logs/index.js';
import type { Corpus } from '../corpus.model.js';
import { timeOf } from '../panes/volume.model.js';

/** The names under which loggers write the ids that connect lines to a trace. */
const TRACE_FIELDS = ['trace_id', 'traceId', 'traceID', 'traceid', 'trace.id', 'otelTraceID'];
const SPAN_FIELDS = ['span_id', 'spanId', 'spanID', 'spanid', 'span.id', 'otelSpanID'];
/** No request leaves more lines than a reader can look through. */
const MOST_LINES = 500;

export interface RequestLine {
  readonly row: number;
  readonly record: LogRecord;
  /** Milliseconds after the first line; NaN where the record says no time. */
  readonly afterMs: number;
}

/** The lines of one request, from every service, in the order of time. */
export function requestLines({ store, fields }: Corpus, traceId: string): RequestLine[] {
  const present = new Set(fields.map(({ field: name }) => name));
  const field = TRACE_FIELDS.find((name) => present.has(name));
  if (field === undefined || traceId === '') return [];
  const asked = parseLogQuery(`"${field}"=${JSON.stringify(traceId)}`);
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
  return timeOf(firstOf(record, TIME_FIELDS));
}

/** The value of the first of these fields that a record has. */
export function firstOf(record: LogRecord, fields: readonly string[]): unknown {
  const field = fields.find((name) => Object.hasOwn(record, name));
  return field === undefined ? undefined : record[field];
}

/** What leads from a record to its trace and its span; empty where it has none. */
export function idsOf(record: LogRecord): { traceId: string; spanId: string } {
  return { traceId: textOf(record, TRACE_FIELDS), spanId: textOf(record, SPAN_FIELDS) };
}

function textOf(record: LogRecord, fields: readonly string[]): string {
  const value = firstOf(record, fields);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
