import { expect } from 'chai';
import fc from 'fast-check';
import hostile from './hostile-strings.json';

export const HOUR = 3600;
export const DAY: number = 24 * HOUR;

export const ratio: fc.Arbitrary<number> = fc.double({ min: 0, max: 1, noNaN: true });

/** Any double, and more often than not an awkward one. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, 0.999, NaN, Infinity, -Infinity, 1e308, 5e-324),
);

/** Names that people type into the wrong field, and those that break out of quotes; Vite's JSON holds no half characters. */
export const hostileStrings: readonly string[] = [...hostile, '\ud800', 'x'.repeat(3000)];

export const hostileString: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileStrings),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom('a', ' ', '\n', '"', "'", ':', '#', '{', '}', '\\', '-', '\t', '1')).map((c) => c.join('')),
);

export function close(actual: number, expected: number): void {
  expect(actual).to.be.closeTo(expected, Math.abs(expected) * 1e-9);
}

export function constant(length: number, value: number): number[] {
  return Array.from({ length }, () => value);
}
