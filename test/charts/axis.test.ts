import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { valueAxis } from '../../src/charts/axis.js';
import { anyNumber } from './arbitraries.js';

/** What a chart can bear: the rest is taken out before. */
const values = fc.array(
  fc.oneof(
    anyNumber.filter((value) => !(Math.abs(value) > 1e100)),
    fc.constant(null),
  ),
  { maxLength: 20 },
);

describe('valueAxis', () => {
  it('goes from 0 to a round number above the values', () => {
    expect(valueAxis([0.13, 0.52])).to.deep.equal({ low: 0, high: 0.6, ticks: [0, 0.2, 0.4, 0.6] });
    expect(valueAxis([93])).to.deep.equal({ low: 0, high: 100, ticks: [0, 50, 100] });
    expect(valueAxis([3])).to.deep.equal({ low: 0, high: 3, ticks: [0, 1, 2, 3] });
  });

  it('goes below 0 where there is something', () => {
    const { low, high, ticks } = valueAxis([-40, 60]);
    expect([low, high]).to.deep.equal([-50, 100]);
    expect(ticks).to.include(0);
  });

  it('is not empty where all values are 0, or there are none', () => {
    for (const nothing of [[], [0], [0, -0], [null], [NaN, Infinity], [5e-324]]) {
      expect(valueAxis(nothing), String(nothing)).to.include({ low: 0, high: 1 });
    }
  });

  it('writes its marks without the noise of floating point', () => {
    for (const most of [0.3, 0.7, 1.1, 2.3, 0.003, 1e-7]) {
      for (const tick of valueAxis([most]).ticks) expect(String(tick).length, String(tick)).to.be.at.most(7);
    }
  });

  it('does not fall for [1, 1 - 1e-9]', () => {
    expect(valueAxis([1, 1 - 1e-9])).to.deep.equal(valueAxis([1]));
  });

  it('is finite, rising, not empty and holds all values, whatever they are', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 10 }), (list, marks) => {
        const { low, high, ticks } = valueAxis(list, marks);
        const size = high - low;
        expect(size > 0 && Number.isFinite(low) && Number.isFinite(high), `${low} ${high}`).to.equal(true);
        expect(ticks.length).to.be.within(2, 3 * marks + 3);
        expect(ticks[0]).to.equal(low);
        expect(ticks.at(-1)).to.equal(high);
        for (const [index, tick] of ticks.entries()) {
          expect(Number.isFinite(tick) && tick > (ticks[index - 1] ?? -Infinity), String(ticks)).to.equal(true);
        }
        for (const value of list) {
          if (value !== null && Number.isFinite(value)) {
            expect(value >= low - 1e-5 * size && value <= high + 1e-5 * size, `${value} in ${low}…${high}`).to.equal(
              true,
            );
          }
        }
      }),
    );
  });
});
