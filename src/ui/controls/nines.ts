/*
 * A scale that is linear in nines: 90 % is 1, 99 % is 2, 99.9 % is 3. Its marks are the shares of failure with one
 * digit (90, 91 … 99, 99.1 … 99.9, 99.91 …), for nobody promises 99.9023 %. Percentages in, percentages out.
 */

export function ninesOf(percent: number): number {
  return 2 - Math.log10(100 - percent);
}

/** The mark nearest to a place on the scale. */
export function percentOf(nines: number): number {
  return markWithout(10 ** (2 - nines));
}

/** The next mark up (`1`) or down (`-1`), or the same digit one nine away (`10`, `-10`); from 90 to 99.9999. */
export function nextMark(percent: number, step: number): number {
  const failing = 100 - percent;
  // Up from 1 % failing the next mark is 0.9 %: the step is that of the finer digit.
  const digit = 10 ** Math.floor(Math.log10(step > 0 ? failing * 0.99 : failing * 1.001));
  const next = Math.abs(step) > 1 ? failing / 10 ** Math.sign(step) : failing - step * digit;
  // From 100 the scale is entered at its end, and up from there is nowhere.
  return Math.min(step > 0 ? Math.max(99.9999, percent) : 99.9999, Math.max(90, markWithout(next)));
}

function markWithout(failing: number): number {
  return Number((100 - Number(failing.toPrecision(1))).toFixed(8));
}
