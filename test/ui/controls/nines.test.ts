import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { nextMark, ninesOf, percentOf } from '../../../src/ui/controls/nines.js';

/** The marks from `percent` on, upwards or downwards. */
function marks(percent: number, step: number, count: number): number[] {
  const visited: number[] = [];
  for (let at = percent; visited.length < count; at = nextMark(at, step)) visited.push(at);
  return visited;
}

const UPWARDS: readonly number[] = [
  90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 99.1, 99.2, 99.3, 99.4, 99.5, 99.6, 99.7, 99.8, 99.9, 99.91, 99.92, 99.93,
  99.94, 99.95, 99.96, 99.97, 99.98, 99.99, 99.991,
];
const anyMark = fc
  .record({ digit: fc.integer({ min: 1, max: 9 }), nine: fc.integer({ min: 0, max: 4 }) })
  .map(({ digit, nine }) => Number((100 - digit * 10 ** -nine).toFixed(6)));

describe('nines', () => {
  it('is linear in nines', () => {
    const nines = [90, 99, 99.9, 99.99, 99.999, 99.9999].map(ninesOf);
    for (const [index, place] of nines.entries()) expect(place).to.be.closeTo(index + 1, 1e-9);
  });

  it('goes up from mark to mark', () => {
    expect(marks(90, 1, UPWARDS.length)).to.deep.equal(UPWARDS);
  });

  it('goes down by the same marks', () => {
    expect(marks(99.991, -1, UPWARDS.length)).to.deep.equal(UPWARDS.toReversed());
  });

  it('comes back to where it was', () => {
    fc.assert(
      fc.property(anyMark, (mark) => {
        fc.pre(mark > 90 && mark < 99.9999);
        expect(nextMark(nextMark(mark, 1), -1)).to.equal(mark);
        expect(nextMark(nextMark(mark, -1), 1)).to.equal(mark);
      }),
    );
  });

  it('leaps a whole nine', () => {
    expect(marks(90, 10, 6)).to.deep.equal([90, 99, 99.9, 99.99, 99.999, 99.9999]);
    expect(marks(99.95, -10, 3)).to.deep.equal([99.95, 99.5, 95]);
  });

  it('ends at one nine and at six', () => {
    for (const step of [1, 10]) expect(nextMark(99.9999, step)).to.equal(99.9999);
    for (const step of [-1, -10]) expect(nextMark(90, step)).to.equal(90);
  });

  it('finds a mark for any place, and the place of any mark', () => {
    fc.assert(
      fc.property(anyMark, (mark) => {
        expect(percentOf(ninesOf(mark))).to.equal(mark);
      }),
    );
  });

  it('moves in the direction of the key, from anywhere on the scale', () => {
    fc.assert(
      fc.property(fc.double({ min: 90.001, max: 99.999, noNaN: true }), (percent) => {
        for (const step of [1, 10]) expect(nextMark(percent, step)).to.be.at.least(percent);
        for (const step of [-1, -10]) expect(nextMark(percent, step)).to.be.at.most(percent);
      }),
    );
  });
});
