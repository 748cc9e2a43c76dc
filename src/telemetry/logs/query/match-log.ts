import { formatLine } from '../format-line.js';
import type { LogQuery, LogValue } from './log-query.js';
import { fieldValue, type LogRecord } from '../log-record.js';
import { fieldTest } from './value-predicate.js';
import { wildcardTest } from './wildcard.js';

type RecordTest = (record: LogRecord) => boolean;

const compiled = new WeakMap<LogQuery, RecordTest>();

/** Whether a record satisfies a query. The first record of a query compiles it, the others find it compiled. */
export function matchesLog(query: LogQuery, record: LogRecord): boolean {
  let test = compiled.get(query);
  if (!test) compiled.set(query, (test = recordTest(query)));
  return test(record);
}

function recordTest(query: LogQuery): RecordTest {
  if (query.kind === 'not') {
    const test = recordTest(query.term);
    return (record) => !test(record);
  }
  if (query.kind === 'and' || query.kind === 'or') {
    const tests = query.terms.map(recordTest);
    return query.kind === 'and'
      ? (record) => tests.every((test) => test(record))
      : (record) => tests.some((test) => test(record));
  }
  if (query.kind === 'text') {
    const contains = textTest(query.value);
    return (record) => contains(formatLine(record));
  }
  const test = fieldTest(query);
  return (record) => test(fieldValue(record, query.field));
}

/** Whether a line contains a text; in one without quotes, an asterisk stands for anything. */
export function textTest({ text, isQuoted }: LogValue): (line: string) => boolean {
  return isQuoted || !text.includes('*') ? (line) => line.includes(text) : wildcardTest(`*${text}*`);
}
