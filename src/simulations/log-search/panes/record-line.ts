import { html, type TemplateResult } from 'lit';
import {
  LEVEL_FIELDS,
  SERVICE_FIELDS,
  severityName,
  severityNumber,
  TIME_FIELDS,
  type LogQuery,
  type LogRecord,
} from '../../../telemetry/logs/index.js';
import { valueText } from '../../../telemetry/logs/log-record.js';
import { parseTextSearch } from './text-lines.model.js';

/** The fields that a line begins with, without their names. */
const HEAD = [...TIME_FIELDS, ...LEVEL_FIELDS, ...SERVICE_FIELDS, 'event'];
/** No more characters than fit a row. */
const LONGEST = 400;

/** What is found further back than this would not be seen: such a line begins shortly before it. */
const VISIBLE = 60;
const BEFORE = 30;

/** A line of text in which the places that were found are marked. The date is the same in all, and is left out. */
export function markedLine(line: string, wanted: string): TemplateResult {
  const whole = line.replace(/^\d{4}-\d\d-\d\d[T ]/, '');
  const parsed = parseTextSearch(wanted);
  if (!parsed.ok || !('text' in parsed.search) || parsed.search.text === '') return html`${whole.slice(0, LONGEST)}`;
  const found = parsed.search.text;
  const at = whole.indexOf(found);
  const isFarBack = at + found.length > VISIBLE && at > BEFORE;
  const shown = whole.slice(isFarBack ? at - BEFORE : 0).slice(0, LONGEST);
  const pieces = shown.split(found);
  return html`${isFarBack ? '… ' : ''}${pieces.map((piece, index) => (index === 0 ? html`${piece}` : html`<mark>${found}</mark>${piece}`))}`;
}

/** A record in one line: when, how bad, who, what; then the fields that the query asks for, then the others. */
export function recordLine(record: LogRecord, query: LogQuery | undefined): TemplateResult {
  const asked = query ? new Set(fieldsOf(query)) : new Set<string>();
  // Where an event says it in a word, the sentence is left to the record.
  const isSaid = (field: string): boolean => field === 'message' && Object.hasOwn(record, 'event') && !asked.has(field);
  const rest = Object.keys(record).filter((field) => !HEAD.includes(field) && !isSaid(field));
  const fields = [...rest.filter((field) => asked.has(field)), ...rest.filter((field) => !asked.has(field))];
  return html`${HEAD.filter((field) => Object.hasOwn(record, field)).map((field) => headToken(field, record[field], asked))}${fields
    .slice(0, 12)
    .map((field) => {
      const value = shortValue(record[field]);
      return asked.has(field)
        ? html`<span class="quiet">${`${field}=`}</span><mark>${value}</mark> `
        : html`<span class="quiet">${`${field}=${value}`}</span> `;
    })}`;
}

function headToken(field: string, value: unknown, asked: ReadonlySet<string>): TemplateResult {
  const text = valueText(value).slice(0, 80);
  const isTime = /^\d{4}-\d\d-\d\dT/.test(text);
  const shown = isTime ? text.slice(11).replace('Z', '') : text;
  if (LEVEL_FIELDS.includes(field)) return html`<b class=${levelClass(value)}>${shown}</b> `;
  return asked.has(field) ? html`<mark>${shown}</mark> ` : html`${shown} `;
}

/** No more of a value than a row has room for; of an id its beginning tells it from others. */
function shortValue(value: unknown): string {
  const text = valueText(value);
  if (/^[\da-f]{16,}$/.test(text)) return `${text.slice(0, 8)}…`;
  return text.slice(0, 80);
}

/** How a level is coloured. */
export function levelClass(level: unknown): string {
  return (severityName(severityNumber(level) ?? NaN) ?? 'other').toLowerCase();
}

/** The fields that a query is about. */
export function fieldsOf(query: LogQuery): string[] {
  if (query.kind === 'and' || query.kind === 'or') return query.terms.flatMap(fieldsOf);
  if (query.kind === 'not') return fieldsOf(query.term);
  return query.kind === 'text' ? [] : [query.field];
}
