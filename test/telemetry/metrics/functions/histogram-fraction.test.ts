import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { histogramFraction, histogramQuantile } from '../../../../src/telemetry/index.js';
import reference from '../../../reference/histogram_quantile.json';
import { anyNumber, close, num } from '../arbitraries.js';

const buckets = [
  { le: 0.1, count: 40 },
  { le: 0.5, count: 90 },
  { le: 1, count: 100 },
  { le: Infinity, count: 100 },
];

describe('histogramFraction', () => {
  for (const [index, row] of reference.histogram_fraction.entries()) {
    it(`agrees with Prometheus on ${row.expr} (row ${index})`, () => {
      const rows = row.buckets.map(({ le, count }) => ({ le: num(le), count }));
      close(histogramFraction(num(row.lower), num(row.upper), rows), num(row.expected));
    });
  }

  it('is the inverse of histogramQuantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), (q) => {
        close(histogramFraction(0, histogramQuantile(q, buckets), buckets), q);
      }),
    );
  });

  it('is NaN without a +Inf bucket, without observations and for bounds of NaN', () => {
    expect(histogramFraction(0, 1, buckets.slice(0, 3))).to.deep.equal(NaN);
    expect(histogramFraction(0, 1, [{ le: Infinity, count: 0 }])).to.deep.equal(NaN);
    expect(histogramFraction(0, 1, [])).to.deep.equal(NaN);
    expect(histogramFraction(NaN, 1, buckets)).to.deep.equal(NaN);
  });

  it('adds up: parts of a range make the range', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }), (bounds) => {
        const [a, b, c] = bounds.sort((x, y) => x - y) as [number, number, number];
        const parts = histogramFraction(a, b, buckets) + histogramFraction(b, c, buckets);
        expect(histogramFraction(a, c, buckets)).to.be.closeTo(parts, 1e-12);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        anyNumber,
        anyNumber,
        fc.array(fc.record({ le: anyNumber, count: anyNumber })),
        (lower, upper, any) => {
          expect(histogramFraction(lower, upper, any)).to.be.a('number');
        },
      ),
    );
  });
});
