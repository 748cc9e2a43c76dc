import { isRatio } from './budget.js';

/**
 * The availability of parts that are all needed: the product of theirs. Ratios; 1 for no parts, `NaN` when one is
 * outside [0, 1]. It assumes that parts fail independently.
 * @see https://sre.google/workbook/implementing-slos/
 */
export function availabilityInSeries(parts: readonly number[]): number {
  return parts.reduce((product, part) => (isRatio(part) ? product * part : NaN), 1);
}

/**
 * The availability of parts of which one suffices: `1 - (1 - a)(1 - b)…`. Ratios; 0 for no parts, `NaN` when one is
 * outside [0, 1]. It assumes that parts fail independently, which replicas that share a fault do not.
 * @see https://sre.google/workbook/implementing-slos/
 */
export function availabilityInParallel(parts: readonly number[]): number {
  return 1 - availabilityInSeries(parts.map((part) => 1 - part));
}
