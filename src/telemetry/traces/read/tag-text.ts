import { encodeBase64 } from './base64.js';
import { asText, toPlain, ValueBudget } from '../json/untrusted-json.js';

/** An attribute as the text of a tag: bytes in base64, lists and maps in JSON. */
export function tagText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(toPlain(value, new ValueBudget()));
  return asText(value);
}
