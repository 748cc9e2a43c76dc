import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { cleanSeries } from '../../src/charts/clean-series.js';
import { anyData } from './arbitraries.js';

const line = (values: ArrayLike<number>) => ({ name: 'line', look: 0, values });
const isDrawable = (value: number | undefined): value is number => value !== undefined && Math.abs(value) <= 1e100;

describe('cleanSeries', () => {
  it('leaves good data as they are', () => {
    const { times, columns } = cleanSeries({ seconds: [1, 2, 3], lines: [line([4, 5, 6]), line([7, 8, 9])] }, 100);
    expect([times, columns]).to.deep.equal([
      [1, 2, 3],
      [
        [4, 5, 6],
        [7, 8, 9],
      ],
    ]);
  });

  it('makes gaps of what cannot be drawn', () => {
    // The cast is what a page without types does: it gives what is no number for one.
    const untyped = [undefined, '3'] as unknown as number[];
    const values = [NaN, Infinity, -Infinity, 1e308, -1e308, ...untyped, 8];
    const { columns } = cleanSeries({ seconds: values.map((_, index) => index), lines: [line(values)] }, 100);
    expect(columns[0]).to.deep.equal([null, null, null, null, null, null, null, 8]);
  });

  it('makes gaps where a line is shorter than the times', () => {
    expect(cleanSeries({ seconds: [1, 2, 3], lines: [line([5])] }, 100).columns).to.deep.equal([[5, null, null]]);
  });

  it('leaves out rows without a time', () => {
    const { times, columns } = cleanSeries({ seconds: [NaN, 1, Infinity, 2], lines: [line([4, 5, 6, 7])] }, 100);
    expect([times, columns]).to.deep.equal([[1, 2], [[5, 7]]]);
  });

  it('puts rows in order', () => {
    const { times, columns } = cleanSeries({ seconds: [3, 1, 2], lines: [line([30, 10, 20])] }, 100);
    expect([times, columns]).to.deep.equal([[1, 2, 3], [[10, 20, 30]]]);
  });

  it('takes of rows at one time the last that has a value', () => {
    const { times, columns } = cleanSeries({ seconds: [1, 1, 1, 2], lines: [line([10, 11, NaN, 20])] }, 100);
    expect([times, columns]).to.deep.equal([[1, 2], [[11, 20]]]);
  });

  it('keeps the highest and the lowest of a million points, and hardly more rows than there are pixels', () => {
    const values = Float64Array.from({ length: 1e6 }, (_, index) => Math.sin(index / 1e4));
    values[345_678] = 99;
    values[765_432] = -99;
    values[123_456] = NaN;
    const { times, columns } = cleanSeries({ seconds: values.map((_, index) => index), lines: [line(values)] }, 500);
    expect(times.length).to.be.within(500, 1000);
    expect(columns[0]).to.include.members([99, -99]);
    expect(times).to.include.members([345_678, 765_432]);
  });

  it('keeps a long gap among very many points a gap', () => {
    const values = Float64Array.from({ length: 1e5 }, (_, index) => (index > 4e4 && index < 6e4 ? NaN : 1));
    const { times, columns } = cleanSeries({ seconds: values.map((_, index) => index), lines: [line(values)] }, 500);
    const inside = times.flatMap((time, row) => (time > 41e3 && time < 59e3 ? [columns[0]?.[row]] : []));
    expect(inside.length).to.be.above(50);
    expect(inside.every((value) => value === null)).to.equal(true);
  });

  it('keeps the extremes of every line where there are several', () => {
    const length = 20_000;
    const lines = [0, 1, 2].map((index) => {
      const values = new Float64Array(length).fill(index);
      values[5000 + index * 777] = 50 + index;
      values[15_000 + index * 777] = -50 - index;
      return line(values);
    });
    const { times, columns } = cleanSeries({ seconds: Float64Array.from({ length }, (_, i) => i), lines }, 100);
    expect(times.length).to.be.at.most(600);
    for (const [index, column] of columns.entries()) expect(column).to.include.members([50 + index, -50 - index]);
  });

  it('gives rising finite times, columns of their length, no more rows than it must, and loses no line', () => {
    fc.assert(
      fc.property(anyData, fc.integer({ min: 1, max: 30 }), (data, pixels) => {
        const { times, columns } = cleanSeries(data, pixels);
        expect(columns.length).to.equal(data.lines.length);
        times.forEach((time, row) => {
          expect(isDrawable(time) && time > (times[row - 1] ?? -Infinity), String(times)).to.equal(true);
        });
        for (const column of columns) {
          expect(column.length).to.equal(times.length);
          expect(column.every((value) => value === null || isDrawable(value))).to.equal(true);
        }
        expect(times.length).to.be.at.most(Math.max(1, 2 * data.lines.length) * (pixels + 1) + pixels);
        const isAnything = data.lines.some(({ values }) =>
          Array.from(data.seconds).some((time, row) => isDrawable(time) && isDrawable(values[row])),
        );
        const isShown = columns.some((column) => column.some((value) => value !== null));
        expect(isShown, 'a chart with a finite point is not blank').to.equal(isAnything);
      }),
    );
  });

  it('keeps the one value there is among more rows out of order than it sorts', () => {
    const length = 200_000;
    const seconds = Float64Array.from({ length }, (_, index) => (index * 7919) % length);
    const values = new Float64Array(length).fill(NaN);
    values[123_457] = 5;
    const { times, columns } = cleanSeries({ seconds, lines: [line(values)] }, 400);
    expect(columns[0]?.filter((value) => value !== null)).to.deep.equal([5]);
    expect(times).to.include(seconds[123_457]);
  });

  it('sorts no more rows than a page can wait for', () => {
    const length = 300_000;
    const seconds = Float64Array.from({ length }, (_, index) => (index * 7919) % length);
    let reads = 0;
    const counting = new Proxy(seconds, {
      get(target, key) {
        reads++;
        return Reflect.get(target, key) as unknown;
      },
    });
    const values = new Float64Array(length).fill(1);
    cleanSeries({ seconds: counting, lines: [line(values)] }, 400);
    // A look at every row, and about 16 for each of 50,000 that are sorted; all of them would be 36 each.
    expect(reads).to.be.below(3_500_000);
  });
});
