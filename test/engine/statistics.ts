import { expect } from 'chai';

/** Mean and standard error of independent values. */
export function estimate(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

/** The mean of independent values is the expected one within 3 standard errors; a part in 10^9 is left to rounding. */
export function meanIsNear(values: readonly number[], expected: number, what: string = 'mean'): void {
  const { mean, error } = estimate(values);
  const tolerance = 3 * error + 1e-9 * Math.abs(expected);
  expect(mean, what).to.be.within(expected - tolerance, expected + tolerance);
}
