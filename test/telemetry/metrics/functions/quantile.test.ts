import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { FLOAT_BUCKETS_ERROR, quantile, RecentValues } from '../../../../src/telemetry/index.js';
import reference from '../../../reference/histogram_quantile.json';
import { anyNumber, close, num } from '../arbitraries.js';

describe('quantile', () => {
  for (const row of reference.exact_quantile) {
    for (const [q, expected] of row.cases as [number, number | string][]) {
      it(`agrees with ${row.fn} of Prometheus: ${q} of ${JSON.stringify(row.values)}`, () => {
        close(quantile(q, row.values.map(num)), num(expected));
      });
    }
  }

  it('is NaN for no values and for a q of NaN', () => {
    expect(quantile(0.5, [])).to.deep.equal(NaN);
    expect(quantile(NaN, [1])).to.deep.equal(NaN);
  });

  it('leaves the values as they were', () => {
    const values = [3, 1, 2];
    expect(quantile(0.5, values)).to.equal(2);
    expect(values).to.deep.equal([3, 1, 2]);
  });

  it('never throws', () => {
    fc.assert(fc.property(anyNumber, fc.array(anyNumber), (q, values) => typeof quantile(q, values) === 'number'));
  });
});

describe('RecentValues', () => {
  const ofValues = (values: readonly number[], capacity = 1000) => {
    const recent = new RecentValues({ windowSeconds: 10, capacity });
    for (const value of values) recent.record(0, value);
    return recent;
  };

  it('is within its error of the exact quantile, whatever the unit', () => {
    const value = fc.oneof(
      fc.double({ min: 1e-5, max: 60, noNaN: true }),
      fc.double({ min: 1, max: 1e13, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const exact = quantile(q, values);
        expect(ofValues(values).quantile(q, 0)).to.be.closeTo(exact, exact * FLOAT_BUCKETS_ERROR * (1 + 1e-9));
      }),
      { numRuns: 500 },
    );
  });

  it('is within a microsecond where values are next to nothing', () => {
    expect(ofValues([0, 1e-9, 5e-7]).quantile(1, 0)).to.equal(0);
    expect(ofValues([-1, -Infinity]).quantile(0.5, 0)).to.equal(0);
  });

  it('forgets what has left the window (at - windowSeconds, at]', () => {
    const recent = new RecentValues({ windowSeconds: 10, capacity: 100 });
    for (let second = 1; second <= 30; second++) recent.record(second, second);
    expect(recent.length).to.equal(10);
    close(recent.quantile(0, 30), 21, FLOAT_BUCKETS_ERROR);
    close(recent.quantile(0, 39), 30, FLOAT_BUCKETS_ERROR);
    expect(recent.quantile(0.5, 40)).to.deep.equal(NaN);
    expect(recent.length).to.equal(0);
  });

  it('keeps the newest where the ring is full', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), { minLength: 1 }), (values) => {
        const recent = ofValues(values, 7);
        const exact = quantile(0.9, values.slice(-7));
        expect(recent.length).to.equal(Math.min(7, values.length));
        close(recent.quantile(0.9, 0), exact, FLOAT_BUCKETS_ERROR * (1 + 1e-9));
      }),
    );
  });

  it('answers q outside 0 to 1 as quantile does, and takes any number for a value', () => {
    const recent = ofValues([1, NaN, 2]);
    expect([-0.1, 1.1, NaN].map((q) => recent.quantile(q, 0))).to.deep.equal([-Infinity, Infinity, NaN]);
    expect(recent.length).to.equal(2);
    fc.assert(
      fc.property(fc.array(anyNumber), (values) => {
        expect(ofValues(values).length).to.equal(values.filter((value) => !Number.isNaN(value)).length);
        expect(ofValues(values).quantile(0.5, 0)).to.be.a('number');
      }),
    );
  });
});
