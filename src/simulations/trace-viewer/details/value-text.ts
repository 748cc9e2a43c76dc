/** The most characters of an attribute that are shown. */
const LONGEST = 2000;

/** An attribute as a reader sees it: text as it is, bytes as hex, lists and maps as JSON. */
export function valueText(value: unknown): string {
  const text = plain(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '–';
  if (value instanceof Uint8Array)
    return Array.from(value.slice(0, LONGEST), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  if (typeof value !== 'object') return String(value as number | boolean | bigint);
  return JSON.stringify(plainValue(value));
}

/** An attribute as JSON has it: maps are objects, large integers and bytes are text. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return plain(value);
  // Readers of files keep nothing deeper than a stack bears.
  if (Array.isArray(value)) return value.map(plainValue);
  const entries: Iterable<[unknown, unknown]> = value instanceof Map ? value : Object.entries(value);
  return Object.fromEntries(Array.from(entries, ([key, item]): [string, unknown] => [String(key), plainValue(item)]));
}
