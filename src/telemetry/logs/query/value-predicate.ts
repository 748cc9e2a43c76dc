import { ipRange } from './ip-range.js';
import { valueText } from '../log-record.js';
import type { LogCondition, LogOperator, LogValue } from './log-query.js';
import { compilePattern } from '../pattern/pattern.js';
import { parseQuantity } from './quantity.js';
import { severityNumber } from '../severity.js';
import { wildcardTest } from './wildcard.js';

export type ValueTest = (value: unknown) => boolean;

export type FieldCondition = Exclude<LogCondition, { kind: 'text' }>;

/** Whether a field's value, `undefined` for a missing one, satisfies a condition. Of a list, one element is enough. */
export function fieldTest(condition: FieldCondition): ValueTest {
  if (condition.kind === 'in') {
    const tests = condition.values.map((value) => anyOf(equalTest(value)));
    return (value) => tests.some((test) => test(value));
  }
  const { op, value } = condition;
  if (op === '=') return anyOf(equalTest(value));
  if (op === '=~') return anyOf(patternTest(value));
  // What is missing is not equal to anything: it matches.
  if (op === '!=') return not(anyOf(equalTest(value)));
  if (op === '!~') return not(anyOf(patternTest(value)));
  return anyOf(orderTest(op, value));
}

function equalTest({ text, isQuoted }: LogValue): ValueTest {
  const isSame: ValueTest = (value) => valueText(value) === text;
  if (isQuoted) return isSame;
  if (text === '*') return () => true;
  if (text.includes('*')) {
    const matches = wildcardTest(text);
    return (value) => matches(valueText(value));
  }
  const contains = ipRange(text);
  if (contains) return (value) => isSame(value) || (typeof value === 'string' && contains(value));
  const wanted = parseQuantity(text);
  if (!wanted?.isExact) return isSame;
  return (value) => {
    const quantity = parseQuantity(value);
    if (!quantity?.isExact) return isSame(value);
    return quantity.unit === wanted.unit && quantity.value === wanted.value;
  };
}

function patternTest({ text }: LogValue): ValueTest {
  const pattern = compilePattern(text);
  return pattern.ok ? (value) => pattern.test(valueText(value)) : () => false;
}

function orderTest(op: '>' | '>=' | '<' | '<=', { text }: LogValue): ValueTest {
  const compare = COMPARE[op];
  const wanted = parseQuantity(text);
  if (wanted) {
    return (value) => {
      // The quick way for a million of them.
      if (typeof value === 'number') return wanted.unit === 'none' && compare(value, wanted.value);
      const quantity = parseQuantity(value);
      return quantity?.unit === wanted.unit && compare(quantity.value, wanted.value);
    };
  }
  const severity = severityNumber(text);
  if (severity === undefined) return () => false;
  return (value) => {
    const number = severityNumber(value);
    return number !== undefined && compare(number, severity);
  };
}

export const COMPARE: Readonly<Record<'>' | '>=' | '<' | '<=', (a: number, b: number) => boolean>> = {
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
  return wanted?.unit === unit ? (value) => compare(value, wanted.value) : undefined;
}

/** The one text that satisfies a condition, where no other value does: no number, no wildcard, no range. */
export function onlyText(condition: FieldCondition): string | undefined {
  if (condition.kind !== 'compare' || condition.op !== '=') return undefined;
  const { text, isQuoted } = condition.value;
  const isPlain = isQuoted || !(text.includes('*') || ipRange(text) || parseQuantity(text)?.isExact);
  return isPlain ? text : undefined;
}

function isOrder(op: LogOperator): op is keyof typeof COMPARE {
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
