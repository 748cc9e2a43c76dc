/** Returns a number that is 0 or more, or `Infinity`. Throws a `RangeError` for others and for `NaN`. */
export function atLeastZero(value: number, name: string): number {
  if (!(value >= 0)) throw new RangeError(`${name} must be 0 or more, not ${value}`);
  return value;
}

/** Returns a number that is 0, 1, 2 … or `Infinity`. Throws a `RangeError` for others. */
export function wholeOrInfinite(value: number, name: string): number {
  if (!(Number.isInteger(value) || value === Infinity) || value < 0) {
    throw new RangeError(`${name} must be a whole number, 0 or more, or Infinity, not ${value}`);
  }
  return value;
}
