import { isSeverityField, lineToken } from '../format-line.js';
import type { LogColumn } from './log-column.js';
import { otherNames } from '../field-roles.js';
import type { LogCondition, LogQuery } from '../query/log-query.js';
import { fieldValue, prefixesOf } from '../log-record.js';
import type { LogTable } from './log-table.js';
import { matchesLog } from '../query/match-log.js';
import { allOf, oneOf, planColumn, planOf, type RowPlan } from './row-filter.js';
import { fieldTest, numberTest, onlyText, type FieldCondition } from '../query/value-predicate.js';

/** Without spaces, quotes and equals signs, each of these stands within one token of the line. */
const WORDS = /[\p{L}\p{N}_.:/-]+/gu;
const SAFE_ID = /^[\da-f]+$/;
const IN_NUMBERS = /^(?:[-\d.e+:TZ]+|[Infity]+)$/;

/**
 * A plan whose hits are exactly the records that `matchesLog` takes. Making it can take long, and pauses. `few` is how many
 * rows will be asked at most, where another part of the query says so.
 */
export function* planRows(table: LogTable, query: LogQuery, few: number = Infinity): Generator<undefined, RowPlan> {
  if (query.kind === 'not') {
    const { test } = yield* planRows(table, query.term);
    return planOf((row) => !test(row));
  }
  if (query.kind === 'and') return yield* planAll(table, query.terms);
  if (query.kind === 'or') {
    const plans: RowPlan[] = [];
    for (const term of query.terms) plans.push(yield* planRows(table, term));
    return oneOf(plans, table.size);
  }
  const plan = query.kind === 'text' ? yield* planText(table, query) : yield* planField(table, query, few);
  return plan ?? planRecords(table, query);
}

/** What is equal to one value is likely to leave few rows, and the rest of the query is then asked of those alone. */
function* planAll(table: LogTable, terms: readonly LogQuery[]): Generator<undefined, RowPlan> {
  const isEqual = (term: LogQuery): boolean => term.kind === 'compare' && term.op === '=';
  const plans: RowPlan[] = [];
  let few = Infinity;
  for (const term of [...terms.filter(isEqual), ...terms.filter((term) => !isEqual(term))]) {
    const plan = yield* planRows(table, term, few);
    few = Math.min(few, plan.hits?.atMost ?? Infinity);
    plans.push(plan);
  }
  return allOf(plans);
}

/** The hard way, for what is not in one column: each record is put together and asked. */
function planRecords(table: LogTable, query: LogQuery): RowPlan {
  return planOf((row) => matchesLog(query, table.record(row)));
}

function* planField(
  table: LogTable,
  condition: FieldCondition,
  few: number,
): Generator<undefined, RowPlan | undefined> {
  const { field } = condition;
  const keys = [field, `@${field}`].flatMap((key) => [key, ...prefixesOf(key)]);
  if (keys.some((key) => table.rareFields.has(key))) return undefined;
  const present = keys.filter((key) => table.columns.has(key));
  // Where a record has not this name, another name of the same is asked.
  const others = otherNames(field).filter((name) => name !== field && name !== `@${field}`);
  const isElsewhere = others
    .flatMap((name) => [name, ...prefixesOf(name)])
    .some((name) => table.columns.has(name) || table.rareFields.has(name));
  if (isElsewhere) return yield* planNames(table, condition, [field, `@${field}`, ...others]);
  const [key = ''] = present;
  const column = table.columns.get(key);
  const test = fieldTest(condition);
  if (!column) {
    const matchesMissing = test(undefined);
    return planOf(() => matchesMissing);
  }
  if (present.length > 1) return undefined;
  if (key !== field) return yield* planColumn(column, { test: (value) => test(fieldValue({ [key]: value }, field)) });
  const testNumber = column.numbers && numberTest(condition, column.numbers.unit);
  return yield* planColumn(column, { test, testNumber, only: onlyText(condition), few });
}

/** A column is asked for the rows that have it; a record only where a name is a path, or is rare. */
function* planNames(
  table: LogTable,
  condition: FieldCondition,
  names: readonly string[],
): Generator<undefined, RowPlan | undefined> {
  const paths = names.flatMap(prefixesOf);
  const isRare = [...names, ...paths].some((key) => table.rareFields.has(key));
  if (isRare || paths.some((key) => table.columns.has(key))) return undefined;
  const columns = names.flatMap((name) => table.columns.get(name) ?? []);
  const test = fieldTest(condition);
  const plans: RowPlan[] = [];
  for (const column of columns) plans.push(yield* planColumn(column, { test }));
  const missing = test(undefined);
  return planOf((row) => {
    const at = columns.findIndex((column) => (column.value(row) ?? undefined) !== undefined);
    return plans[at]?.test(row) ?? missing;
  });
}

function* planText(
  table: LogTable,
  query: Extract<LogCondition, { kind: 'text' }>,
): Generator<undefined, RowPlan | undefined> {
  const words = query.value.text.match(WORDS);
  if (!words || table.rareFields.size > 0) return undefined;
  const plans: RowPlan[] = [];
  for (const word of words) plans.push(yield* planWord(table, word));
  // A line with the text has its words; those that have them are asked for the text.
  return query.value.text === words[0] ? plans[0] : allOf([...plans, planRecords(table, query)]);
}

function* planWord(table: LogTable, word: string): Generator<undefined, RowPlan> {
  const isWithin = (field: string, value: unknown): boolean =>
    value !== undefined && value !== null && lineToken(field, value).includes(word);
  const columns = [...table.columns.values()].filter((column) => canContain(column, word));
  const plans: RowPlan[] = [];
  for (const column of columns) {
    const { field, ids } = column;
    // An id needs no quotes.
    const test = (value: unknown): boolean =>
      ids && typeof value === 'string' && SAFE_ID.test(value)
        ? field.includes(word) || value.includes(word)
        : isWithin(field, value);
    plans.push(yield* planColumn(column, { test }));
  }
  return oneOf(plans, table.size);
}

/** False for a column of numbers, times or ids, where neither its name nor one of them has such characters. */
function canContain({ field, numbers, ids }: LogColumn, text: string): boolean {
  if (ids?.areAll) return field.includes(text) || SAFE_ID.test(text);
  return !numbers?.areAll || field.includes(text) || IN_NUMBERS.test(text) || isSeverityField(field);
}
