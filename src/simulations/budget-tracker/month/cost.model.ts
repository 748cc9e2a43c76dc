import { exp, log } from '../../../engine/portable-math.js';

/** How many minutes of budget something may cost. */
export interface Cost {
  /** Minutes. */
  readonly mean: number;
  /** The most it can cost, in minutes; `Infinity` where there is no most. */
  readonly worst: number;
  /** The chance of a cost above so many minutes. */
  readonly above: (minutes: number) => number;
}

/** A range of minutes, of which each is as likely as any other. */
export type Range = readonly [from: number, to: number];

/** Always the same. */
export function fixed(minutes: number): Cost {
  return { mean: minutes, worst: minutes, above: (than) => (than < minutes ? 1 : 0) };
}

export function even([from, to]: Range): Cost {
  return {
    mean: (from + to) / 2,
    worst: to,
    above: (than) => Math.min(Math.max((to - than) / (to - from), 0), 1),
  };
}

/** Likeliest at nothing, and ever less likely up to `most`: a triangle. */
export function falling(most: number): Cost {
  return {
    mean: most / 3,
    worst: most,
    above: (than) => square(Math.min(Math.max(1 - than / most, 0), 1)),
  };
}

/** One range after the other, such as the time to notice and the time to roll back: a trapezium. */
export function inTurn(first: Range, second: Range): Cost {
  const [a, b] = [first[1] - first[0], second[1] - second[0]];
  const positive = (value: number): number => square(Math.max(value, 0));
  return {
    mean: even(first).mean + even(second).mean,
    worst: first[1] + second[1],
    above(than) {
      const s = than - first[0] - second[0];
      // Rounding must not leave a chance of -1e-16.
      const below = (positive(s) - positive(s - a) - positive(s - b) + positive(s - a - b)) / (2 * a * b);
      return Math.min(Math.max(1 - below, 0), 1);
    },
  };
}

/** Log-normal: half of all cost less than the median, and a few far more. */
export function longTailed(median: number, sigma: number): Cost {
  return {
    mean: median * exp((sigma * sigma) / 2),
    worst: Infinity,
    above: (than) => (than <= 0 ? 1 : normalAbove(log(than / median) / sigma)),
  };
}

/** The same for a share of the users only. */
export function shareOf(share: number, cost: Cost): Cost {
  return { mean: cost.mean * share, worst: cost.worst * share, above: (than) => cost.above(than / share) };
}

/** One of several, each with its chance; what the chances leave over costs nothing. */
export function oneOf(...parts: readonly (readonly [chance: number, cost: Cost])[]): Cost {
  const rest = parts.reduce((left, [chance]) => left - chance, 1);
  // The rest of 0.95 + 0.04 + 0.01 is dust, not a chance.
  const possible = [...parts, [rest, fixed(0)] as const].filter(([chance]) => chance > 1e-12);
  return {
    mean: possible.reduce((sum, [chance, { mean }]) => sum + chance * mean, 0),
    worst: Math.max(0, ...possible.map(([, { worst }]) => worst)),
    above: (than) => possible.reduce((sum, [chance, { above }]) => sum + chance * above(than), 0),
  };
}

function square(value: number): number {
  return value * value;
}

/**
 * The chance that a standard normal number is above `z`; the error is below 7.5e-8.
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17
 */
function normalAbove(z: number): number {
  if (z < 0) return 1 - normalAbove(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 0.3989422804014327 * exp((-z * z) / 2) * series;
}
