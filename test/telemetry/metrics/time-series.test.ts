import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { increase, rate, TimeSeries, type Sample } from '../../../src/telemetry/index.js';
import { anyNumber, counterSamples } from './arbitraries.js';

const filled = (samples: readonly Sample[], capacity: number) => {
  const series = new TimeSeries(capacity);
  for (const [seconds, value] of samples) series.append(seconds, value);
  return series;
};

describe('TimeSeries', () => {
  it('holds the newest samples, oldest first', () => {
    fc.assert(
      fc.property(counterSamples, fc.integer({ min: 1, max: 80 }), (samples, capacity) => {
        const series = filled(samples, capacity);
        expect([...series]).to.deep.equal(samples.slice(-capacity));
        expect(series.length).to.equal(Math.min(capacity, samples.length));
      }),
    );
  });

  it('is read by rate as the array of its samples is', () => {
    fc.assert(
      fc.property(counterSamples, fc.nat(1000), fc.nat(1000), (samples, at, range) => {
        const series = filled(samples, 20);
        expect(rate(series, { at, range })).to.deep.equal(rate([...series], { at, range }));
        expect(increase(series, { at, range })).to.deep.equal(increase([...series], { at, range }));
      }),
    );
  });

  it('copies a window for a chart', () => {
    const series = filled(
      [10, 20, 30, 40, 50].map((seconds) => [seconds, seconds * 2]),
      4,
    );
    const times = new Float64Array(10);
    const values = new Float64Array(10);
    const count = series.copyWindow({ at: 45, range: 25 }, times, values);
    expect([...times.subarray(0, count)]).to.deep.equal([30, 40]);
    expect([...values.subarray(0, count)]).to.deep.equal([60, 80]);
    expect(series.copyWindow({ at: 60, range: 60 }, new Float64Array(2), values)).to.equal(2);
  });

  it('refuses a sample that is not later than the last', () => {
    const series = filled([[10, 1]], 5);
    expect([10, 9, NaN, Infinity].map((seconds) => series.append(seconds, 2))).to.deep.equal([
      false,
      false,
      false,
      false,
    ]);
    expect(series.append(11, 2)).to.equal(true);
    expect([...series]).to.deep.equal([
      [10, 1],
      [11, 2],
    ]);
  });

  it('has nothing before it is filled, outside its length, and after it was cleared', () => {
    const series = filled([[10, 1]], 5);
    expect([series.timeAt(-1), series.valueAt(1), series.timeAt(0.5)].every(Number.isNaN)).to.equal(true);
    series.clear();
    expect([...series]).to.deep.equal([]);
    expect(series.append(1, 1)).to.equal(true);
  });

  it('has room for one sample at least, whatever capacity is asked for', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(0, -5, NaN, 0.3, Infinity),
          anyNumber.filter((n) => !(n > 1e4)),
        ),
        (capacity) => {
          expect(new TimeSeries(capacity).append(1, 1)).to.equal(true);
        },
      ),
    );
  });
});
