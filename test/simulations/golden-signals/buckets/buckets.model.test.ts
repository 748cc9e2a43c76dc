import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  estimateFromBuckets,
  movedBoundaries,
} from '../../../../src/simulations/golden-signals/buckets/buckets.model.js';
import { DURATION_BOUNDARIES } from '../../../../src/telemetry/index.js';
import { close, num } from '../../../telemetry/metrics/arbitraries.js';
import reference from '../../../reference/histogram_quantile.json';

const HUNDRED = Array.from({ length: 100 }, (_, index) => (index + 1) / 100);

describe('estimateFromBuckets', () => {
  it('knows nothing of nothing', () => {
    expect(estimateFromBuckets([], [1, 2], 0.99)).to.equal(undefined);
  });

  it('draws a straight line through the bucket in which the quantile lies', () => {
    // 0.01, 0.02 … 1: ranks 50 and 99 lie in (0.25, 0.5] and (0.75, 1], of 25 requests each.
    const p50 = estimateFromBuckets(HUNDRED, [0.25, 0.5, 0.75, 1], 0.5)!;
    expect([p50.low, p50.high, p50.estimate]).to.deep.equal([0.25, 0.5, 0.5]);
    const p99 = estimateFromBuckets(HUNDRED, [0.25, 0.5, 0.75, 1], 0.99)!;
    expect([p99.low, p99.high]).to.deep.equal([0.75, 1]);
    expect(p99.estimate).to.be.closeTo(0.75 + 0.25 * (24 / 25), 1e-12);
  });

  it('has the exact quantile beside it, as numpy has it', () => {
    // numpy.quantile(numpy.arange(1, 101) / 100, [0.5, 0.9, 0.99]): rank q (n - 1), linear.
    const exact = (q: number): number => estimateFromBuckets(HUNDRED, [1], q)!.exact;
    expect(exact(0.5)).to.be.closeTo(0.505, 1e-12);
    expect(exact(0.9)).to.be.closeTo(0.901, 1e-12);
    expect(exact(0.99)).to.be.closeTo(0.9901, 1e-12);
  });

  it('is far off where one bucket is wide: the trap of an objective at 300 ms', () => {
    // Ninety at 20 ms and ten at 260 ms: the p99 is 260 ms, and the bucket from 250 to 500 ms says 475.
    const durations = [...Array.from({ length: 90 }, () => 0.02), ...Array.from({ length: 10 }, () => 0.26)];
    const { exact, estimate, low, high } = estimateFromBuckets(durations, DURATION_BOUNDARIES, 0.99)!;
    expect(exact).to.be.closeTo(0.26, 1e-12);
    expect([low, high]).to.deep.equal([0.25, 0.5]);
    expect(estimate).to.be.closeTo(0.475, 1e-12);
  });

  it('says the last boundary where the quantile lies beyond all of them', () => {
    const { estimate, low, high } = estimateFromBuckets([20, 30, 40], [1, 10], 0.99)!;
    expect([estimate, low, high]).to.deep.equal([10, 10, Infinity]);
  });

  it('agrees with the reference of Prometheus', () => {
    let compared = 0;
    for (const row of reference.histogram_quantile) {
      const buckets = row.buckets.map(({ le, count }) => ({ le: num(le), count }));
      const q = num(row.q);
      const own = buckets.map(({ count }, index) => count - (buckets[index - 1]?.count ?? 0));
      const isWhole = own.every((count) => Number.isInteger(count) && count >= 0) && buckets.at(-1)?.le === Infinity;
      if (!isWhole || !(q >= 0 && q <= 1)) continue;
      // As many observations as each bucket has, at its upper end, which is within it.
      const durations = own.flatMap((count, index) => {
        const { le } = buckets[index]!;
        return Array.from({ length: count }, () => (Number.isFinite(le) ? le : 1e9));
      });
      const found = estimateFromBuckets(
        durations,
        buckets.map(({ le }) => le),
        q,
      );
      if (found === undefined) continue;
      close(found.estimate, num(row.expected));
      compared++;
    }
    expect(compared).to.be.above(10);
  });

  it('counts every request once, and has both the estimate and the sample quantile in reach of its bucket', () => {
    const duration = fc.double({ min: 0.0001, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.array(duration, { minLength: 1, maxLength: 200 }), (durations) => {
        const { buckets, low, high, estimate } = estimateFromBuckets(durations, DURATION_BOUNDARIES, 0.99)!;
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).to.equal(durations.length);
        expect(estimate).to.be.within(low, Math.min(high, 10));
        // The smallest observation that 99 % are not above lies in the bucket that is marked.
        const sorted = [...durations].sort((a, b) => a - b);
        const real = sorted[Math.ceil(0.99 * sorted.length - 1e-9) - 1]!;
        expect(real > low && real <= high, `${real} in (${low}, ${high}]`).to.equal(true);
      }),
    );
  });
});

describe('movedBoundaries', () => {
  it('moves the nearest one', () => {
    expect(movedBoundaries(0.3)).to.deep.equal(DURATION_BOUNDARIES.map((le) => (le === 0.25 ? 0.3 : le)));
    expect(movedBoundaries(60).at(-1)).to.equal(60);
    expect(movedBoundaries(0.001)[0]).to.equal(0.001);
  });

  it('moves none for what is no boundary', () => {
    for (const nothing of [0, -1, NaN]) expect(movedBoundaries(nothing)).to.deep.equal([...DURATION_BOUNDARIES]);
  });

  it('keeps their number and order', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 100, noNaN: true }), (boundary) => {
        const moved = movedBoundaries(boundary);
        expect(new Set(moved).size).to.equal(DURATION_BOUNDARIES.length);
        expect(moved).to.deep.equal([...moved].sort((a, b) => a - b));
        expect(moved).to.include(boundary);
      }),
    );
  });
});
