/**
 * Two running sums, from which the quotient over any window is four look-ups: element i is the sum over the first i
 * steps, so that the steps in (from, to] give (dividend[to] - dividend[from]) / (divisor[to] - divisor[from]).
 */
export interface Quotient {
  dividend: Float64Array;
  divisor: Float64Array;
}

/** Bad events over all events; a step of which either number is missing adds to neither. */
export function errorSums(good: ArrayLike<number>, total: ArrayLike<number>, steps: number): Quotient {
  const unitsPerOne = exactUnits(total);
  const dividend = new Float64Array(steps + 1);
  const divisor = new Float64Array(steps + 1);
  let bad = 0;
  let all = 0;
  for (let i = 0; i < steps; i++) {
    const totalUnits = Math.round((total[i] ?? NaN) * unitsPerOne);
    const badUnits = totalUnits - Math.round((good[i] ?? NaN) * unitsPerOne);
    if (Number.isFinite(badUnits)) {
      bad += badUnits;
      all += totalUnits;
    }
    dividend[i + 1] = bad;
    divisor[i + 1] = all;
  }
  return { dividend, divisor };
}

/** The sum of the values that are present over their number: their average, times `unitsPerOne`. */
export function valueSums(values: ArrayLike<number>, steps: number): Quotient & { unitsPerOne: number } {
  const unitsPerOne = exactUnits(values);
  const dividend = new Float64Array(steps + 1);
  const divisor = new Float64Array(steps + 1);
  let sum = 0;
  let present = 0;
  for (let i = 0; i < steps; i++) {
    const units = Math.round((values[i] ?? NaN) * unitsPerOne);
    if (Number.isFinite(units)) {
      sum += units;
      present++;
    }
    dividend[i + 1] = sum;
    divisor[i + 1] = present;
  }
  return { dividend, divisor, unitsPerOne };
}

// A long sum of fractions drifts, and a gauge that stands at its threshold would seem above it. Sums of whole units do
// not: the unit is the smallest power of two for which all values together still are an exact integer. Over a
// week of seconds it is a part in four billion of the largest value, and two values nearer than that count as equal.
function exactUnits(values: ArrayLike<number>): number {
  let peak = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i] ?? NaN);
    if (size > peak && size < Infinity) peak = size;
  }
  const limit = 2 ** 52 / values.length;
  let unitsPerOne = 1;
  while (peak * unitsPerOne * 2 <= limit && unitsPerOne < 2 ** 1000) unitsPerOne *= 2;
  while (peak * unitsPerOne > limit) unitsPerOne /= 2;
  return unitsPerOne;
}
