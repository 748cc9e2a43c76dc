const KEY = /^[a-z0-9][a-z0-9_\-*/@]{0,255}$/;
const VALUE = /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;
const MEMBER_LIMIT = 32;

/**
 * The vendors' entries, the latest first, or null where the whole header must be ignored. Several headers are joined
 * by commas first. Of entries with one key the first stays.
 * @see https://www.w3.org/TR/trace-context/#tracestate-header
 */
export function parseTracestate(header: string): { key: string; value: string }[] | null {
  if (typeof header !== 'string') return null;
  const entries = new Map<string, string>();
  let members = 0;
  for (const part of header.split(',')) {
    const member = part.replace(/^[ \t]+|[ \t]+$/g, '');
    if (member === '') continue;
    const equals = member.indexOf('=');
    const key = member.slice(0, Math.max(0, equals));
    const value = member.slice(equals + 1);
    if (++members > MEMBER_LIMIT || !KEY.test(key) || !VALUE.test(value)) return null;
    if (!entries.has(key)) entries.set(key, value);
  }
  return Array.from(entries, ([key, value]) => ({ key, value }));
}
