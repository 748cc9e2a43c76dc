/** No key of an object has more dots than this and is still looked for as a part of a path. */
const MOST_DOTS = 20;

/** A structured log line: fields with values as JSON has them, flat (`http.route`) or nested. */
export type LogRecord = Record<string, unknown>;

/**
 * The value of a field: `http.route` is the key itself or a path into objects, with or without an @ before it.
 * `undefined` for what is missing and for null, which queries do not tell apart.
 */
export function fieldValue(record: LogRecord, field: string): unknown {
  return valueAt(record, field) ?? valueAt(record, `@${field}`);
}

function valueAt(record: LogRecord, field: string): unknown {
  let within: unknown = record;
  let rest = field;
  while (isObject(within)) {
    if (Object.hasOwn(within, rest)) return within[rest] ?? undefined;
    const prefix = prefixesOf(rest).find((some) => isObject(ownValue(within, some)));
    if (prefix === undefined) return undefined;
    within = ownValue(within, prefix);
    rest = rest.slice(prefix.length + 1);
  }
  return undefined;
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

function isObject(value: unknown): value is LogRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as text: strings as they are, objects and lists as JSON. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Nested too deeply for this engine, a cycle or a bigint.
    return '[object]';
  }
}
