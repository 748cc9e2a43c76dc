import { isLevelField } from '../field-roles.js';
import { ipRange } from './ip-range.js';
import { valueText, withoutColors } from '../log-record.js';
import type { LogCondition, LogOperator, LogValue } from './log-query.js';
import { comparisonWith } from './order.js';
import { compilePattern } from '../pattern/pattern.js';
import { parseQuantity } from './quantity.js';
import { fieldSeverity, severityName, severityNumber } from '../severity.js';
import { wildcardTest } from './wildcard.js';

export type ValueTest = (value: unknown) => boolean;

export type FieldCondition = Exclude<LogCondition, { kind: 'text' }>;

/** What a JSON number can be equal to: no zero before other digits, and no hash such as 0e1. */
const NUMERAL = /^[+-]?(?:0|[1-9]\d*)?(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const HASH = /^0[eE]/;

/** Whether a field's value, `undefined` for a missing one, satisfies a condition. Of a list, one element is enough. */
export function fieldTest(condition: FieldCondition): ValueTest {
  const { field } = condition;
  if (condition.kind === 'in') {
    const tests = condition.values.map((value) => equalTest(field, value));
    return (value) => tests.some((test) => test(value));
  }
  const { op, value } = condition;
  if (op === '=') return equalTest(field, value);
  if (op === '=~') return anyOf(patternTest(value));
  // What is missing is equal to nothing but the empty text.
  if (op === '!=') return not(equalTest(field, value));
  if (op === '!~') return not(anyOf(patternTest(value)));
  return anyOf(orderTest(field, op, value));
}

function equalTest(field: string, value: LogValue): ValueTest {
  const test = anyOf(presentEqualTest(field, value));
  return value.text === '' ? (found) => found === undefined || found === null || test(found) : test;
}

function presentEqualTest(field: string, { text, isQuoted }: LogValue): ValueTest {
  const isSame: ValueTest = (value) => visibleText(value) === text || value === text;
  if (isQuoted) return isSame;
  if (text === '*') return () => true;
  if (text.includes('*')) {
    const matches = wildcardTest(text);
    return (value) => matches(visibleText(value));
  }
  const contains = ipRange(text);
  if (contains) return (value) => isSame(value) || (typeof value === 'string' && contains(value));
  const severity = isLevelField(field) ? severityNumber(text) : undefined;
  if (severity !== undefined) return (value) => isSame(value) || isSeverity(field, value, severity);
  const wanted = parseQuantity(text);
  if (!wanted?.isExact) return isSame;
  const compare = comparisonWith(field, text);
  // A text is a number only to > and <: 1.10 is not 1.1.
  const isNumber = wanted.unit === 'none' && NUMERAL.test(text) && !HASH.test(text);
  return (value) => {
    if (isSame(value)) return true;
    return wanted.unit === 'none' ? isNumber && value === wanted.value : compare?.(value) === 0;
  };
}

/** The number of OpenTelemetry is among the four of its name; any other severity is one of them. */
function isSeverity(field: string, value: unknown, wanted: number): boolean {
  const found = fieldSeverity(field, plainLevel(value));
  if (typeof value !== 'number' || found === undefined) return found === wanted;
  return found === wanted || (wanted % 4 === 1 && severityName(found) === severityName(wanted));
}

function plainLevel(value: unknown): unknown {
  return typeof value === 'string' ? withoutColors(value).trim() : value;
}

function visibleText(value: unknown): string {
  return withoutColors(valueText(value));
}

function patternTest({ text }: LogValue): ValueTest {
  const pattern = compilePattern(text);
  return pattern.ok ? (value) => pattern.test(visibleText(value)) : () => false;
}

function orderTest(field: string, op: Order, { text }: LogValue): ValueTest {
  const compare = COMPARE[op];
  const comparison = comparisonWith(field, text);
  if (comparison) return (value) => compare(comparison(value), 0);
  const severity = severityNumber(text);
  if (severity === undefined) return () => false;
  return (value) => {
    const number = isLevelField(field) ? fieldSeverity(field, plainLevel(value)) : severityNumber(plainLevel(value));
    return number !== undefined && compare(number, severity);
  };
}

type Order = '>' | '>=' | '<' | '<=';

export const COMPARE: Readonly<Record<Order, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

/** The same test of a number, or of a time as milliseconds since 1970, for a condition that compares with one. */
export function numberTest(condition: FieldCondition, unit: 'none' | 'time'): ((value: number) => boolean) | undefined {
  if (condition.kind !== 'compare' || !isOrder(condition.op)) return undefined;
  const compare = COMPARE[condition.op];
  const wanted = parseQuantity(condition.value.text);
  if (wanted?.unit !== unit || !wanted.isExact) return undefined;
  // Between two milliseconds, where the columns have none.
  const limit = wanted.nanoseconds > 0 ? wanted.value + 0.5 : wanted.value;
  return (value) => compare(value, limit);
}

/** The one text that satisfies a condition, where no other value does: no number, no wildcard, no range, no severity. */
export function onlyText(condition: FieldCondition): string | undefined {
  if (condition.kind !== 'compare' || condition.op !== '=') return undefined;
  const { text, isQuoted } = condition.value;
  const isPlain = isQuoted || !(text.includes('*') || ipRange(text) || parseQuantity(text)?.isExact);
  return isPlain && text !== '' ? text : undefined;
}

function isOrder(op: LogOperator): op is Order {
  return Object.hasOwn(COMPARE, op);
}

function anyOf(test: ValueTest): ValueTest {
  return (value) => {
    if (value === undefined || value === null) return false;
    return (
      test(value) || (Array.isArray(value) && value.some((item) => item !== undefined && item !== null && test(item)))
    );
  };
}

function not(test: ValueTest): ValueTest {
  return (value) => !test(value);
}
