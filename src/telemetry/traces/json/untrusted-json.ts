import { encodeBase64 } from '../read/base64.js';

// Values that strangers wrote: read own keys only, expect any type anywhere, and hand on Maps rather than objects.

/** An own property of anything; undefined where there is none. */
export function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** The first of several spellings that is there. */
export function ownAny(value: unknown, ...keys: string[]): unknown {
  for (const key of keys) {
    const found = own(value, key);
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}

export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : '';
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How much of a span's attributes is kept: a stranger's file may nest them without end. */
export class ValueBudget {
  static readonly MAX_DEPTH = 64;
  #left = 10_000;
  cut = false;

  /** Whether one more value, so deep, may be kept. */
  spend(depth: number): boolean {
    if (depth < ValueBudget.MAX_DEPTH && this.#left-- > 0) return true;
    this.cut = true;
    return false;
  }
}

/** A copy of plain JSON in which objects are Maps. */
export function fromPlain(value: unknown, budget: ValueBudget, depth: number = 0): unknown {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (typeof value !== 'object' || value === null || (depth > 0 && !budget.spend(depth))) return null;
  if (Array.isArray(value)) return takeWhile(value, budget, depth, (item) => fromPlain(item, budget, depth + 1));
  const map = new Map<string, unknown>();
  for (const [key, item] of Object.entries(value)) {
    if (!budget.spend(depth)) break;
    map.set(key, fromPlain(item, budget, depth + 1));
  }
  return map;
}

/** The items of a list, read one by one until the budget is spent. */
export function takeWhile(
  items: readonly unknown[],
  budget: ValueBudget,
  depth: number,
  read: (item: unknown) => unknown,
): unknown[] {
  const taken: unknown[] = [];
  for (const item of items) {
    if (!budget.spend(depth)) break;
    taken.push(read(item));
  }
  return taken;
}

/** An attribute as plain JSON, for formats whose tags are text. */
export function toPlain(value: unknown, budget: ValueBudget, depth: number = 0): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (!budget.spend(depth)) return null;
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (Array.isArray(value)) return takeWhile(value, budget, depth, (item) => toPlain(item, budget, depth + 1));
  const entries: Iterable<[unknown, unknown]> = value instanceof Map ? value : Object.entries(value);
  // fromEntries defines properties: a key named __proto__ becomes one like any other.
  return Object.fromEntries(
    Array.from(entries, ([key, item]): [string, unknown] => [String(key), toPlain(item, budget, depth + 1)]),
  );
}
