import { isObject, type LogRecord } from '../log-record.js';

/** Deeper than any log, and shallow enough for every engine's JSON to be read and written back. */
const DEEPEST = 200;
const LONG_DIGITS = /\d{16}/;
const STRING_OR_INTEGER = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d{16,}(?![\d.eE])/g;
/** What stands before the digits of a long integer until JSON is read. */
const MARK = '\u0001long integer ';
const WRITTEN_MARK = '"\\u0001long integer ';

/** The value of JSON, with integers beyond 2^53 as bigints, or why it is none. */
export function readJson(text: string): { value: unknown } | string {
  if (depth(text) > DEEPEST) return `The JSON is nested more than ${DEEPEST} deep.`;
  try {
    if (!LONG_DIGITS.test(text)) return { value: JSON.parse(text) as unknown };
    let hasLong = false;
    const marked = text.replace(STRING_OR_INTEGER, (token) => {
      if (token.startsWith('"') || Number.isSafeInteger(Number(token))) return token;
      hasLong = true;
      return `${WRITTEN_MARK}${token}"`;
    });
    const value: unknown = JSON.parse(marked);
    return { value: hasLong ? withLong(value) : value };
  } catch (error) {
    return `The line begins like JSON and is not: ${reason(error)}`;
  }
}

function withLong(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(MARK) ? BigInt(value.slice(MARK.length)) : value;
  if (Array.isArray(value)) return value.map(withLong);
  if (!isObject(value)) return value;
  // `fromEntries` makes even __proto__ a plain field.
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withLong(part)])) as LogRecord;
}

/** Where the object or list that begins here ends, within so many characters; undefined where it does not. */
export function endOfJson(text: string, start: number, longest: number): number | undefined {
  let open = 0;
  let isString = false;
  const end = Math.min(text.length, start + longest);
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isString && code === 92) at++;
    else if (code === 34) isString = !isString;
    else if (!isString && (code === 123 || code === 91)) open++;
    else if (!isString && (code === 125 || code === 93) && --open === 0) return at + 1;
  }
  return undefined;
}

/** How deep brackets are nested; those in strings do not count. */
function depth(line: string): number {
  let deepest = 0;
  let open = 0;
  let isString = false;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (isString && code === 92) at++;
    else if (code === 34) isString = !isString;
    else if (!isString && (code === 123 || code === 91)) deepest = Math.max(deepest, ++open);
    else if (!isString && (code === 125 || code === 93)) open--;
  }
  return deepest;
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.length > 120 ? `${message.slice(0, 120)}…` : message;
}
