import { atLeastZero } from './assert-range.js';
import { exp, log } from './portable-math.js';
import { Xoshiro128 } from './xoshiro.js';

const TWO_TO_MINUS_53 = 1 / 0x20000000000000;
const SMALL_MEAN = 10;

/**
 * A named stream of random numbers, the same in every browser. All distributions draw from it, by + - * / and square
 * roots alone.
 */
export class Random {
  readonly #bits: Xoshiro128;

  constructor(seed: string, stream: string) {
    // The length keeps ('1', '2x') and ('12', 'x') apart.
    this.#bits = Xoshiro128.seededBy(`${seed.length}:${seed}${stream}`);
  }

  /** Returns a number uniformly distributed in [0, 1), a multiple of 2^-53. */
  uniform(): number {
    const high = this.#bits.next() >>> 5;
    return (high * 0x4000000 + (this.#bits.next() >>> 6)) * TWO_TO_MINUS_53;
  }

  /** Returns true with probability p: never for p ≤ 0, always for p ≥ 1. Throws a `RangeError` for `NaN`. */
  bernoulli(p: number): boolean {
    if (Number.isNaN(p)) throw new RangeError('p must be a number, not NaN');
    return this.uniform() < p;
  }

  /** Returns an integer from min to max, inclusive. Throws a `RangeError` unless both are integers in order. */
  integer(min: number, max: number): number {
    const count = max - min + 1;
    if (!(Number.isSafeInteger(min) && Number.isSafeInteger(max) && Number.isSafeInteger(count) && count > 0)) {
      throw new RangeError(`min and max must be whole numbers in order, not ${min} and ${max}`);
    }
    return min + Math.floor(this.uniform() * count);
  }

  /**
   * Returns an exponentially distributed number: the time between random events at a rate of 1 / mean. It is 0 for a mean
   * of 0, and `Infinity` for `Infinity`. Throws a `RangeError` for a negative mean or `NaN`.
   */
  exponential(mean: number): number {
    return atLeastZero(mean, 'mean') * -log(this.#aboveZero());
  }

  /**
   * Returns a log-normally distributed number: median · exp(sigma · normal). The larger sigma is, the longer the tail.
   * Throws a `RangeError` unless both are finite and 0 or more.
   */
  logNormal(median: number, sigma: number): number {
    return finite(median, 'median') * exp(finite(sigma, 'sigma') * this.#normal());
  }

  /**
   * Returns a Poisson-distributed number of events, of which `mean` are expected. It is exact, in constant time for any
   * mean. Throws a `RangeError` for a mean that is negative or not finite.
   */
  poisson(mean: number): number {
    return finite(mean, 'mean') < SMALL_MEAN ? this.#poissonByProduct(mean) : this.#poissonByRejection(mean);
  }

  // Marsaglia's polar method needs no sine. It gives two numbers; keeping the second would make a draw depend on history.
  #normal(): number {
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * log(square)) / square);
    }
  }

  // Knuth: events come while the product of uniform numbers, the exponential of minus the time, is above exp(-mean).
  #poissonByProduct(mean: number): number {
    const end = exp(-mean);
    let count = 0;
    for (let product = this.#aboveZero(); product > end; product *= this.#aboveZero()) count++;
    return count;
  }

  // PTRS: W. Hörmann, "The transformed rejection method for generating Poisson random variables" (1993), as in NumPy.
  #poissonByRejection(mean: number): number {
    const b = 0.931 + 2.53 * Math.sqrt(mean);
    const a = -0.059 + 0.02483 * b;
    const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    const squeeze = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
      const u = this.uniform() - 0.5;
      const v = this.#aboveZero();
      const edge = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
      if (edge >= 0.07 && v <= squeeze) return k;
      if (k < 0 || (edge < 0.013 && v > edge)) continue;
      const left = log((v * inverseAlpha) / (a / (edge * edge) + b));
      if (left <= k * log(mean) - mean - logFactorial(k)) return k;
    }
  }

  /** Returns a number uniformly distributed in (0, 1), of which a logarithm exists. */
  #aboveZero(): number {
    return this.uniform() || TWO_TO_MINUS_53 / 2;
  }
}

/** Returns ln k!, from 10 on by Stirling's series, whose error is below 1e-12. */
function logFactorial(k: number): number {
  if (k < 10) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return log(product);
  }
  const square = k * k;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / k;
  return (k + 0.5) * log(k) - k + 0.9189385332046728 + series;
}

function finite(value: number, name: string): number {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be finite and 0 or more, not ${value}`);
  return value;
}
