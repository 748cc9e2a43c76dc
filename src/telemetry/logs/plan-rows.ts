import { isSeverityField, lineToken } from './format-line.js';
import type { LogColumn } from './log-column.js';
import type { LogCondition, LogQuery } from './log-query.js';
import { fieldValue, prefixesOf } from './log-record.js';
import type { LogTable } from './log-table.js';
import { matchesLog } from './match-log.js';
import { allOf, oneOf, planColumn, planOf, type RowPlan } from './row-plan.js';
import { fieldTest, timeTest, type FieldCondition } from './value-test.js';

/** Without spaces, quotes and equals signs, each of these stands within one token of the line. */
const WORDS = /[\p{L}\p{N}_.:/-]+/gu;
const IN_NUMBERS = /^(?:[-\d.e+:TZ]+|[Infity]+)$/;

/** A plan whose hits are exactly the records that `matchesLog` takes. */
export function planRows(table: LogTable, query: LogQuery): RowPlan {
  if (query.kind === 'not') {
    const { test } = planRows(table, query.term);
    return planOf((row) => !test(row));
  }
  if (query.kind === 'and') return allOf(query.terms.map((term) => planRows(table, term)));
  if (query.kind === 'or')
    return oneOf(
      query.terms.map((term) => planRows(table, term)),
      table.size,
    );
  return (query.kind === 'text' ? planText(table, query) : planField(table, query)) ?? planRecords(table, query);
}

/** The hard way, for what is not in one column: each record is put together and asked. */
function planRecords(table: LogTable, query: LogQuery): RowPlan {
  return planOf((row) => matchesLog(query, table.record(row)));
}

function planField(table: LogTable, condition: FieldCondition): RowPlan | undefined {
  const { field } = condition;
  const keys = [field, `@${field}`].flatMap((key) => [key, ...prefixesOf(key)]);
  if (keys.some((key) => table.rareFields.has(key))) return undefined;
  const present = keys.filter((key) => table.columns.has(key));
  const [key = ''] = present;
  const column = table.columns.get(key);
  const test = fieldTest(condition);
  if (!column) {
    const matchesMissing = test(undefined);
    return planOf(() => matchesMissing);
  }
  if (present.length > 1) return undefined;
  return key === field
    ? planColumn(column, test, timeTest(condition))
    : planColumn(column, (value) => test(fieldValue({ [key]: value }, field)));
}

function planText(table: LogTable, query: Extract<LogCondition, { kind: 'text' }>): RowPlan | undefined {
  const words = query.value.text.match(WORDS);
  if (!words || table.rareFields.size > 0) return undefined;
  const plans = words.map((word) => planWord(table, word));
  // A line with the text has its words; those that have them are asked for the text.
  return query.value.text === words[0] ? plans[0] : allOf([...plans, planRecords(table, query)]);
}

function planWord(table: LogTable, word: string): RowPlan {
  const isWithin = (field: string, value: unknown): boolean =>
    value !== undefined && value !== null && lineToken(field, value).includes(word);
  const columns = [...table.columns.values()].filter((column) => canContain(column, word));
  return oneOf(
    columns.map((column) => planColumn(column, (value) => isWithin(column.field, value))),
    table.size,
  );
}

/** False for a column of numbers or times, where neither its name nor one of them has such characters. */
function canContain({ field, numbers }: LogColumn, text: string): boolean {
  return !numbers?.areAll || field.includes(text) || IN_NUMBERS.test(text) || isSeverityField(field);
}
