/** The number itself when it is 0 or more (`Infinity` too); a `RangeError` that names it otherwise, for `NaN` too. */
export function atLeastZero(value: number, name: string): number {
  if (!(value >= 0)) throw new RangeError(`${name} must be 0 or more, not ${value}`);
  return value;
}

/** The number itself when it is 0, 1, 2 … or `Infinity`; a `RangeError` that names it otherwise. */
export function wholeOrInfinite(value: number, name: string): number {
  if (!(Number.isInteger(value) || value === Infinity) || value < 0) {
    throw new RangeError(`${name} must be a whole number, 0 or more, or Infinity, not ${value}`);
  }
  return value;
}
