import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { Histogram, histogramQuantile, type Bucket } from '../../../../src/telemetry/index.js';
import reference from '../../../reference/histogram_quantile.json';
import { anyNumber, close, num } from '../arbitraries.js';

const toBuckets = (rows: { le: string; count: number }[]): Bucket[] =>
  rows.map(({ le, count }) => ({ le: num(le), count }));

const anyBuckets: fc.Arbitrary<Bucket[]> = fc.array(fc.record({ le: anyNumber, count: anyNumber }));

const growing: fc.Arbitrary<Bucket[]> = fc
  .array(fc.tuple(fc.integer({ min: -50, max: 1000 }), fc.nat(100)), { minLength: 1, maxLength: 20 })
  .map((rows) => {
    let count = 0;
    const bounds = [...new Set(rows.map(([le]) => le))].sort((a, b) => a - b);
    return [...bounds, Infinity].map((le, index) => ({ le, count: (count += (rows[index]?.[1] ?? 0) + 1) }));
  });

describe('histogramQuantile', () => {
  for (const [index, row] of reference.histogram_quantile.entries()) {
    it(`agrees with Prometheus on ${row.expr} (row ${index})`, () => {
      close(histogramQuantile(num(row.q), toBuckets(row.buckets)), num(row.expected));
    });
  }

  for (const row of reference.forced_monotonicity) {
    it(`forces counts to grow as Prometheus does: ${row.name}`, () => {
      for (const { q, expected } of row.expected) close(histogramQuantile(q, toBuckets(row.buckets)), expected, 1e-12);
    });
  }

  it('levels a rise that is no more than rounding', () => {
    const buckets = [
      { le: 1, count: 1e15 },
      { le: 2, count: 1e15 + 1 },
      { le: 3, count: 2e15 },
      { le: Infinity, count: 2e15 },
    ];
    expect(histogramQuantile(0.5 + 2e-16, buckets)).to.be.above(2);
  });

  it('adds buckets of equal bounds', () => {
    const split = [1, 1, 2, 2, Infinity, Infinity].map((le, index) => ({ le, count: index + 1 }));
    const whole = [1, 2, Infinity].map((le, index) => ({ le, count: 3 + 4 * index }));
    for (const q of [0, 0.1, 0.5, 0.9, 1]) expect(histogramQuantile(q, split)).to.equal(histogramQuantile(q, whole));
  });

  it('is NaN without a +Inf bucket, with one bucket, without observations and without buckets', () => {
    const unknown = [
      [
        { le: 1, count: 1 },
        { le: 2, count: 2 },
      ],
      [{ le: Infinity, count: 5 }],
      [
        { le: 1, count: 0 },
        { le: Infinity, count: 0 },
      ],
      [],
    ];
    for (const buckets of unknown) expect(histogramQuantile(0.5, buckets)).to.deep.equal(NaN);
  });

  it('does not mind the order of the buckets, and leaves them as they were', () => {
    fc.assert(
      fc.property(growing, fc.double({ min: 0, max: 1, noNaN: true }), (buckets, q) => {
        const reversed = buckets.toReversed();
        const copy = structuredClone(reversed);
        expect(histogramQuantile(q, reversed)).to.deep.equal(histogramQuantile(q, buckets));
        expect(reversed).to.deep.equal(copy);
      }),
    );
  });

  it('never falls as q rises, and stays within the finite bounds', () => {
    fc.assert(
      fc.property(
        growing,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (buckets, p, q) => {
          const [low, high] = [Math.min(p, q), Math.max(p, q)].map((some) => histogramQuantile(some, buckets));
          expect(low).to.be.at.most(high! + 1e-9);
          expect(low).to.be.within(Math.min(0, buckets[0]!.le), buckets.at(-2)!.le);
        },
      ),
    );
  });

  it('finds the bucket that the true quantile is in', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 1 }), (values) => {
        const histogram = new Histogram();
        for (const value of values) histogram.observe(value);
        const median = values.sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1]!;
        const top = histogram.boundaries.find((bound) => median <= bound) ?? Infinity;
        const bottom = histogram.boundaries.findLast((bound) => median > bound) ?? 0;
        expect(histogramQuantile(0.5, histogram.buckets())).to.be.within(bottom, top);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(anyNumber, anyBuckets, (q, buckets) => typeof histogramQuantile(q, buckets) === 'number'));
  });
});
