/**
 * Sets an attribute. Where its key is there already, both values are kept, as a list: Jaeger shows a row for each, and
 * tracers write a key again when a value changes. The reader's `repeated` tells a list that is one value from this one.
 */
export function addAttribute(
  attributes: Map<string, unknown>,
  repeated: Set<string>,
  key: string,
  value: unknown,
): void {
  if (!attributes.has(key)) {
    attributes.set(key, value);
    return;
  }
  const before = attributes.get(key);
  attributes.set(key, repeated.has(key) && Array.isArray(before) ? [...(before as unknown[]), value] : [before, value]);
  repeated.add(key);
}

/** Of a key that has been repeated, the first value. */
export function firstValue(value: unknown): unknown {
  return Array.isArray(value) ? (value[0] as unknown) : value;
}

/** Adds those attributes whose keys are not there yet. */
export function addMissing(attributes: Map<string, unknown>, others: ReadonlyMap<string, unknown>): void {
  for (const [key, value] of others) if (!attributes.has(key)) attributes.set(key, value);
}
