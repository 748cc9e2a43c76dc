import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import type { ChartData } from '../../src/charts/chart-data.js';
import { cleanSeries } from '../../src/charts/clean-series.js';
import { chartRanges, type ChartRanges } from '../../src/charts/ranges.js';
import { anyData } from './arbitraries.js';

const rangesOf = (data: ChartData): ChartRanges => chartRanges(data, cleanSeries(data));
const line = (values: number[]) => ({ name: 'line', look: 0, values });

describe('chartRanges', () => {
  it('covers the time that is asked for', () => {
    const { from, to } = rangesOf({ seconds: [10, 20], lines: [line([1, 2])], from: 0, to: 300 });
    expect([from, to]).to.deep.equal([0, 300]);
  });

  it('covers the data where no time is asked for', () => {
    const { from, to } = rangesOf({ seconds: [10, 20], lines: [line([1, 2])] });
    expect([from, to]).to.deep.equal([10, 20]);
  });

  it('has a single point in the middle', () => {
    const { from, to } = rangesOf({ seconds: [10], lines: [line([1])] });
    expect((from + to) / 2).to.be.closeTo(10, 0.1);
  });

  it('has room for thresholds, points, and the value that it is to reach', () => {
    const data = { seconds: [0, 1], lines: [line([1, 1])] };
    expect(rangesOf({ ...data, thresholds: [{ value: 7, label: '' }] }).axis.high).to.be.at.least(7);
    expect(rangesOf({ ...data, points: [{ seconds: 0, value: 9, key: '' }] }).axis.high).to.be.at.least(9);
    expect(rangesOf({ ...data, highest: 5 }).axis.high).to.be.at.least(5);
    expect(rangesOf({ ...data, highest: Infinity, thresholds: [{ value: NaN, label: '' }] }).axis.high).to.equal(1);
  });

  it('is finite, not empty and holds every value, whatever is shown', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const series = cleanSeries(data);
        const { from, to, axis } = chartRanges(data, series);
        expect(from < to && Number.isFinite(to - from), `${from} ${to}`).to.equal(true);
        expect(axis.low < axis.high && Number.isFinite(axis.high - axis.low)).to.equal(true);
        const room = 1e-5 * (axis.high - axis.low);
        for (const value of series.columns.flat()) {
          if (value !== null) expect(value >= axis.low - room && value <= axis.high + room, `${value}`).to.equal(true);
        }
      }),
    );
  });

  it('can be told apart by uPlot, which ignores a range below 1e-16', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const { from, to } = rangesOf(data);
        expect(to - from).to.be.above(1e-10);
      }),
    );
  });
});
