import { expect } from 'chai';
import fc from 'fast-check';
import { parseNumber } from '../../../src/telemetry/metrics/open-metrics/open-metrics.js';
import type { Sample } from '../../../src/telemetry/metrics/index.js';

/** A number as the reference files have it: infinities and NaN are text. */
export function num(value: number | string): number {
  const number = typeof value === 'number' ? value : parseNumber(value);
  if (number === undefined) throw new Error(`${value} is not a number`);
  return number;
}

export function close(actual: number | undefined, expected: number, tolerance: number = 1e-9): void {
  if (Number.isFinite(expected)) expect(actual).to.be.closeTo(expected, Math.abs(expected) * tolerance);
  else expect(actual).to.deep.equal(expected);
}

/** Any double, and more often than not an awkward one. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, 0.5, NaN, Infinity, -Infinity, 1e308, 5e-324),
);

/** A counter read every 15 seconds or so; it falls where its process restarted. */
export const counterSamples: fc.Arbitrary<Sample[]> = fc
  .array(fc.record({ step: fc.integer({ min: 1, max: 40 }), grown: fc.nat(1000), restarted: fc.boolean() }), {
    minLength: 2,
    maxLength: 60,
  })
  .map((steps) => {
    let seconds = 0;
    let value = 0;
    return steps.map(({ step, grown, restarted }): Sample => {
      seconds += step;
      value = restarted ? grown : value + grown;
      return [seconds, value];
    });
  });

/** What breaks out of quotes, lines and regular expressions. */
export const hostileString: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', '"', '\\', '\n', '\r\n', '\\n', '\\"', '} 1 # {', ' # ', '# EOF', '\u2028', '\0', '\ud800', '💥'),
  fc.constantFrom('x'.repeat(300), '\\'.repeat(301), '{'.repeat(300), '__proto__', 'le="1"', 'a=1,b="2"'),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('a', ' ', '\n', '"', '\\', '{', '}', '=', ',', '#', 'n')).map((c) => c.join('')),
);
