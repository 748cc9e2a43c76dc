import { addAttribute } from './add-attribute.js';
import { decodeBase64, encodeBase64 } from './base64.js';
import { asList, asText, fromPlain, isObject, own, takeWhile, ValueBudget } from '../json/untrusted-json.js';

// AnyValue and KeyValue of OTLP, in the protobuf mapping of JSON: 64-bit integers are strings, bytes are base64.

const INTEGER = /^-?\d{1,19}$/;

export function readKeyValues(list: unknown, budget: ValueBudget): Map<string, unknown> {
  const attributes = new Map<string, unknown>();
  const repeated = new Set<string>();
  for (const item of asList(list)) {
    const key = own(item, 'key');
    if (typeof key === 'string') addAttribute(attributes, repeated, key, readAnyValue(own(item, 'value'), budget));
  }
  return attributes;
}

function readAnyValue(value: unknown, budget: ValueBudget, depth: number = 0): unknown {
  if (!isObject(value)) return fromPlain(value, budget, depth);
  const [kind, held] = Object.entries(value).find(([key]) => key.endsWith('Value')) ?? [];
  if (kind === 'intValue') return readInteger(held);
  if (kind === 'doubleValue') return typeof held === 'number' ? held : Number(asText(held) || NaN);
  if (kind === 'bytesValue') return decodeBase64(asText(held)) ?? asText(held);
  if (kind === 'arrayValue') {
    return takeWhile(asList(own(held, 'values')), budget, depth, (item) => readAnyValue(item, budget, depth + 1));
  }
  if (kind === 'kvlistValue') {
    const map = new Map<string, unknown>();
    for (const item of asList(own(held, 'values'))) {
      if (!budget.spend(depth)) break;
      map.set(asText(own(item, 'key')), readAnyValue(own(item, 'value'), budget, depth + 1));
    }
    return map;
  }
  return kind === 'stringValue' || kind === 'boolValue' ? fromPlain(held, budget, depth) : null;
}

/** A 64-bit integer: a number where that is exact. */
export function readInteger(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : exactly(value);
  if (typeof value !== 'string') return typeof value === 'bigint' ? value : null;
  if (!INTEGER.test(value)) return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
}

/** The trace flags of a span's context; undefined where the file says nothing. */
export function readFlags(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32 ? value : undefined;
}

/** An integer that was parsed as a number has the digits that the file had: those that lose some come as text. */
function exactly(value: number): unknown {
  return INTEGER.test(String(value)) ? BigInt(String(value)) : value;
}

export function keyValues(attributes: Iterable<[string, unknown]>): object[] {
  const budget = new ValueBudget();
  return Array.from(attributes, ([key, value]) => ({ key, value: anyValue(value, budget) }));
}

function anyValue(value: unknown, budget: ValueBudget, depth: number = 0): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'bigint') {
    return BigInt.asIntN(64, value) === value ? { intValue: String(value) } : { stringValue: String(value) };
  }
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return { intValue: String(value) };
    return { doubleValue: Number.isFinite(value) ? value : String(value) };
  }
  if (typeof value !== 'object' || value === null || (depth > 0 && !budget.spend(depth))) return {};
  if (value instanceof Uint8Array) return { bytesValue: encodeBase64(value) };
  if (Array.isArray(value)) {
    return { arrayValue: { values: takeWhile(value, budget, depth, (item) => anyValue(item, budget, depth + 1)) } };
  }
  const entries: Iterable<[unknown, unknown]> = value instanceof Map ? value : Object.entries(value);
  const values: object[] = [];
  for (const [key, item] of entries) {
    if (!budget.spend(depth)) break;
    values.push({ key: String(key), value: anyValue(item, budget, depth + 1) });
  }
  return { kvlistValue: { values } };
}

/** The word that ends an enum's name, or its number: `SPAN_KIND_SERVER` and 2 are both `server`. */
export function readEnum<Word extends string>(value: unknown, words: readonly Word[], fallback: Word): Word {
  if (typeof value === 'number') return words[value] ?? fallback;
  const name = asText(value).toLowerCase();
  return words.find((word, i) => word === name.split('_').at(-1) || name === String(i)) ?? fallback;
}
