import { decodeBase64 } from './read/base64.js';

const HEX = /^[0-9a-f]+$/;
const ZERO = /^0*$/;

/** An id in lower-case hex; one in base64 (the protobuf mapping of JSON) is turned, any other text stays as it is. */
export function readId(value: unknown, bytes: 8 | 16): string {
  if (typeof value !== 'string') return '';
  const text = value.trim();
  const lower = text.toLowerCase();
  if (HEX.test(lower)) return ZERO.test(lower) ? '' : lower;
  const decoded = text.length <= 24 ? decodeBase64(text) : null;
  if (decoded?.length !== bytes) return text;
  const hex = Array.from(decoded, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return ZERO.test(hex) ? '' : hex;
}

/** Like `readId`, and null where no parent is named. */
export function readParentId(value: unknown): string | null {
  return readId(value, 8) || null;
}

/** Sixteen hex digits from any text, the same for the same text (FNV-1a, twice). */
export function madeId(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x01234567;
  for (let i = 0; i < text.length; i++) {
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000193);
    low = Math.imul(low ^ text.charCodeAt(i) ^ (high >>> 16), 0x01000193);
  }
  const hex = [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  return ZERO.test(hex) ? '0000000000000001' : hex;
}

/** An id of so many hex digits: a shorter one gets zeros in front, any other text a made one. */
export function hexId(id: string, digits: 16 | 32): string {
  if (id.length <= digits && HEX.test(id) && !ZERO.test(id)) return id.padStart(digits, '0');
  return digits === 16 ? madeId(id) : madeId(id) + madeId(`${id} `);
}
