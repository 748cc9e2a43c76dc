import { otherNames } from './field-roles.js';

/** No key of an object has more dots than this and is still looked for as a part of a path. */
const MOST_DOTS = 20;
/** What stands before the digits of a long integer while JSON is written. */
const LONG_INTEGER = '\u0001long integer ';
const WRITTEN_LONG = /"\\u0001long integer (-?\d+)"/g;

/** A structured log line: fields with values as JSON has them, flat (`http.route`) or nested; long integers are bigints. */
export type LogRecord = Record<string, unknown>;

/**
 * The value of a field: `http.route` is the key itself or a path into objects and lists, with or without an @ before it;
 * a record without `level` is asked for the other names of a severity, and so with time, message, service and ids.
 * `undefined` for what is missing and for null, which queries do not tell apart.
 */
export function fieldValue(record: LogRecord, field: string): unknown {
  const named = valueAt(record, field) ?? valueAt(record, `@${field}`);
  if (named !== undefined) return named;
  for (const name of otherNames(field)) {
    const value = valueAt(record, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function valueAt(record: LogRecord, field: string): unknown {
  let within: unknown = record;
  let rest = field;
  for (;;) {
    if (Array.isArray(within)) return valuesIn(within, rest);
    if (!isObject(within)) return undefined;
    if (Object.hasOwn(within, rest)) return within[rest] ?? undefined;
    const prefix = prefixesOf(rest).find((some) => isNested(ownValue(within, some)));
    if (prefix === undefined) return undefined;
    within = ownValue(within, prefix);
    rest = rest.slice(prefix.length + 1);
  }
}

/** What the objects of a list have at a path, as one list; undefined where none of them has it. */
function valuesIn(list: readonly unknown[], path: string): unknown {
  const values = list.flatMap((item) => (isObject(item) ? (valueAt(item, path) ?? []) : []));
  return values.length > 0 ? values : undefined;
}

/** What stands before each of the first dots of a field, the shortest first: `a` and `a.b` for `a.b.c`. */
export function prefixesOf(field: string): string[] {
  const prefixes: string[] = [];
  let dot = field.indexOf('.');
  for (; dot >= 0 && prefixes.length < MOST_DOTS; dot = field.indexOf('.', dot + 1)) prefixes.push(field.slice(0, dot));
  return prefixes;
}

function ownValue(record: unknown, key: string): unknown {
  return isObject(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Whether a value has fields of its own. */
export function isObject(value: unknown): value is LogRecord {
  return isNested(value) && !Array.isArray(value);
}

/** A value as text: strings as they are, objects and lists as JSON. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return jsonText(value);
  } catch {
    // Nested too deeply for this engine, or a cycle.
    return '[object]';
  }
}

/** A value as JSON in which a bigint is a number with all its digits. Throws for a cycle, as `JSON.stringify`. */
export function jsonText(value: unknown): string {
  let hasLong = false;
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'bigint') return part;
    hasLong = true;
    return `${LONG_INTEGER}${part}`;
  });
  return hasLong ? text.replace(WRITTEN_LONG, '$1') : (text ?? '');
}

const ESCAPE = '\u001b';
const COLORS = new RegExp(`${ESCAPE}\\[[\\d;:?]*[A-Za-z]`, 'g');

/** A text without the colors that a console logger put into it. */
export function withoutColors(text: string): string {
  return text.includes(ESCAPE) ? text.replace(COLORS, '') : text;
}
