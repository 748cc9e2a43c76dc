import { jsonText, valueText } from '../../telemetry/logs/log-record.js';
import type { LogSession } from './log-search.session.js';

/** More rows are no longer a file that a page should make at once. */
const MOST_ROWS = 100_000;

/** The records that the query found, a line each. */
export function exportHits({ corpus, query }: LogSession, format: string): string {
  if (!corpus || !query) return '';
  const records = query.rows.slice(0, MOST_ROWS).map((row) => corpus.store.record(row));
  if (format === 'ndjson') return records.map((record) => `${jsonText(record)}\n`).join('');
  const fields = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const row = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\r\n`;
  return [
    fields,
    ...records.map((record) => fields.map((field) => (Object.hasOwn(record, field) ? record[field] : ''))),
  ]
    .map(row)
    .join('');
}

/** @see https://www.rfc-editor.org/rfc/rfc4180 */
function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : valueText(value);
  // What begins like a formula would be run by a spreadsheet: this may be anybody's log.
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value !== 'number' && typeof value !== 'bigint' ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
