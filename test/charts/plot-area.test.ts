import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import type { ChartData } from '../../src/charts/chart-data.js';
import { cleanColumns } from '../../src/charts/clean-columns.js';
import { PlotArea } from '../../src/charts/plot-area.js';
import { anyData } from './arbitraries.js';

const SIZE = { width: 400, height: 116 };

function area(data: ChartData, size: { width: number; height: number } = SIZE): PlotArea {
  return new PlotArea(data, cleanColumns(data, size.width), size);
}

const line = (values: number[]) => ({ name: 'line', look: 0, values });

describe('PlotArea', () => {
  it('puts the first second left, the last right, 0 at the bottom and the highest at the top', () => {
    const plot = area({ seconds: [0, 100], lines: [line([0, 10])] });
    expect([plot.x(0), plot.x(100), plot.y(0), plot.y(plot.axis.high)]).to.deep.equal([
      plot.left,
      plot.right,
      plot.bottom,
      plot.top,
    ]);
    expect(plot.left).to.be.below(plot.right);
    expect(plot.top).to.be.below(plot.bottom);
  });

  it('shows the time that is asked for', () => {
    const plot = area({ seconds: [10, 20], lines: [line([1, 2])], from: 0, to: 300 });
    expect([plot.from, plot.to]).to.deep.equal([0, 300]);
    expect(plot.shows(300)).to.equal(true);
    expect(plot.shows(301)).to.equal(false);
  });

  it('shows what there is where nothing is asked for', () => {
    const { from, to } = area({ seconds: [10, 20], lines: [line([1, 2])] });
    expect([from, to]).to.deep.equal([10, 20]);
  });

  it('puts a single point in the middle', () => {
    const plot = area({ seconds: [10], lines: [line([1])] });
    expect(plot.x(10)).to.be.closeTo((plot.left + plot.right) / 2, 1);
  });

  it('has room for thresholds, points, and the value that it is to reach', () => {
    const data = { seconds: [0, 1], lines: [line([1, 1])] };
    expect(area({ ...data, thresholds: [{ value: 7, label: '' }] }).axis.high).to.be.at.least(7);
    expect(area({ ...data, points: [{ seconds: 0, value: 9, key: '' }] }).axis.high).to.be.at.least(9);
    expect(area({ ...data, highest: 5 }).axis.high).to.be.at.least(5);
    expect(area({ ...data, highest: Infinity, thresholds: [{ value: NaN, label: '' }] }).axis.high).to.equal(1);
  });

  it('finds the second of a place, and the place of a second', () => {
    const plot = area({ seconds: [0, 300], lines: [line([1, 2])] });
    for (const seconds of [0, 1, 150, 299, 300]) expect(plot.secondsAt(plot.x(seconds))).to.be.closeTo(seconds, 1e-9);
  });

  it('stays finite on a place that is hardly there', () => {
    for (const width of [0.5, 1, 48, 54, 55]) {
      const plot = area({ seconds: [0, 300], lines: [line([1, 2])] }, { width, height: 20 });
      for (const x of [plot.x(0), plot.x(300), plot.y(1), plot.right])
        expect(Number.isFinite(x), String(width)).to.equal(true);
    }
  });

  it('is finite, ordered and within its bounds, whatever is shown', () => {
    fc.assert(
      fc.property(anyData, fc.integer({ min: 1, max: 2000 }), (data, width) => {
        const clean = cleanColumns(data, width);
        const plot = new PlotArea(data, clean, { width, height: 116 });
        expect(plot.from < plot.to && Number.isFinite(plot.to - plot.from), `${plot.from} ${plot.to}`).to.equal(true);
        const isWithin = (x: number, y: number): boolean =>
          x >= plot.left - 0.01 && x <= plot.right + 0.01 && y >= plot.top - 0.1 && y <= plot.bottom + 0.1;
        clean.columns.forEach((column) =>
          column.forEach((value, row) => {
            const time = clean.times[row]!;
            if (value === null) return;
            const [x, y] = [plot.x(time), plot.y(value)];
            expect(Number.isFinite(x) && Number.isFinite(y), `${x} ${y}`).to.equal(true);
            if (time >= plot.from && time <= plot.to) expect(isWithin(x, y), `${x} ${y}`).to.equal(true);
          }),
        );
        for (const tick of plot.axis.ticks) expect(isWithin(plot.left, plot.y(tick)), String(tick)).to.equal(true);
        for (const tick of plot.times)
          expect(isWithin(plot.x(tick), plot.top), `${tick} in ${plot.from}…${plot.to}`).to.equal(true);
      }),
    );
  });
});
