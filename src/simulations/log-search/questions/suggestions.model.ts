import { valueText } from '../../../telemetry/logs/log-record.js';
import type { Corpus } from '../corpus.model.js';

const MOST = 12;
/** A field that needs no quotes. */
const PLAIN_NAME = /^[\p{L}_$][\p{L}\p{N}_$.@/-]*$/u;
/** A field, an operator and the beginning of a value, at the end of a query. */
const BEGUN_VALUE = /([\p{L}_@][\p{L}\p{N}_.@-]*)(=|!=)("?)([^\s()"]*)$/u;
const BEGUN_FIELD = /(?:^|[\s(!-])([\p{L}_@][\p{L}\p{N}_.@-]*)?$/u;

/** The query, carried on in the ways that the log offers: with the fields it has, or the values of the field. */
export function suggestions({ store, fields }: Corpus, query: string): string[] {
  const [, field = '', , quote = '', begun = ''] = BEGUN_VALUE.exec(query) ?? [];
  if (field !== '') {
    if (store.isEndless(field)) return [];
    const before = query.slice(0, query.length - quote.length - begun.length);
    const values = store.values(field).map(({ value }) => valueText(value));
    return values
      .filter((value) => value.startsWith(begun) && value !== begun)
      .slice(0, MOST)
      .map((value) => before + quotedWhereNeeded(value));
  }
  const begunField = BEGUN_FIELD.exec(query);
  if (!begunField) return [];
  const [, started = ''] = begunField;
  const before = query.slice(0, query.length - started.length);
  const names = fields.map(({ field: name }) => name);
  return names
    .filter((name) => name.startsWith(started) && PLAIN_NAME.test(name))
    .slice(0, MOST)
    .map((name) => `${before}${name}=`);
}

/** A query that asks for this value as well. */
export function withCondition(query: string, field: string, value: unknown): string {
  const name = PLAIN_NAME.test(field) ? field : JSON.stringify(field);
  const condition = `${name}=${quotedWhereNeeded(valueText(value))}`;
  return query.trim() === '' ? condition : `${query} AND ${condition}`;
}

function quotedWhereNeeded(value: string): string {
  return /^[\w.:/-]+$/.test(value) ? value : JSON.stringify(value);
}
