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
  // Readers of files keep nothing deeper than a stack bears.
  return JSON.stringify(value, (_key, item: unknown) =>
    item instanceof Map ? Object.fromEntries(item) : typeof item === 'bigint' ? String(item) : item,
  );
}
