import fc from 'fast-check';
import type { ChartData } from '../../src/charts/chart-data.js';

/** Any number whatever, those that break arithmetic more often than others. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(
    NaN,
    Infinity,
    -Infinity,
    0,
    -0,
    1,
    1 - 1e-9,
    5e-324,
    -5e-324,
    1e-320,
    1e308,
    -1e308,
    1e99,
    1e100,
    1e101,
  ),
);

const column = fc.array(anyNumber, { maxLength: 40 });

/** Data that nobody would call data: columns of any length, in any order. */
export const anyData: fc.Arbitrary<ChartData> = fc.record(
  {
    seconds: column,
    lines: fc.array(
      column.map((values) => ({ name: 'line', look: 0, values })),
      { maxLength: 4 },
    ),
    from: anyNumber,
    to: anyNumber,
    highest: anyNumber,
    thresholds: fc.array(
      anyNumber.map((value) => ({ value, label: 'limit' })),
      { maxLength: 3 },
    ),
    marks: fc.array(
      anyNumber.map((seconds) => ({ seconds, label: 'deploy' })),
      { maxLength: 3 },
    ),
    points: fc.array(fc.record({ seconds: anyNumber, value: anyNumber, key: fc.constant('k') }), { maxLength: 3 }),
  },
  { requiredKeys: ['seconds', 'lines'] },
);
