import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { crosses, overlap, placeLabels, type Box, type Curve } from '../../src/charts/place-labels.js';

const BOUNDS: Box = { left: 0, top: 0, width: 300, height: 100 };
const NOTHING = { boxes: [], curves: [] };
const box = (left: number, top: number, width = 50, height = 12): Box => ({ left, top, width, height });
const curve = (...points: readonly [x: number, y: number | null][]): Curve => ({
  xs: points.map(([x]) => x),
  ys: points.map(([, y]) => y),
});

describe('placeLabels', () => {
  it('takes the first place of each label while nothing is in the way', () => {
    const places = [[box(0, 0), box(100, 0)], [box(100, 50)]];
    expect(placeLabels(places, BOUNDS, NOTHING)).to.deep.equal([box(0, 0), box(100, 50)]);
  });

  it('does not print a label over another', () => {
    const places = [[box(0, 0)], [box(20, 5), box(120, 5)], [box(30, 0)]];
    expect(placeLabels(places, BOUNDS, NOTHING)).to.deep.equal([box(0, 0), box(120, 5), undefined]);
  });

  it('does not print a label over a line, nor over a box', () => {
    const places = [[box(0, 40), box(100, 40), box(200, 40)]];
    const obstacles = { boxes: [box(110, 30, 5, 40)], curves: [curve([0, 46], [90, 46], [91, null])] };
    expect(placeLabels(places, BOUNDS, obstacles)).to.deep.equal([box(200, 40)]);
  });

  it('does not print a label over a line that is steep within it, or that begins or ends there', () => {
    const places = [[box(100, 40)]];
    for (const line of [
      curve([120, 100], [121, 0]),
      curve([120, 100], [120, 0]),
      curve([90, 30], [160, 60]),
      curve([120, 45]),
      curve([140, 46], [299, 46]),
      curve([0, 46], [110, 46]),
    ]) {
      expect(placeLabels(places, BOUNDS, { boxes: [], curves: [line] }), JSON.stringify(line)).to.deep.equal([
        undefined,
      ]);
    }
  });

  it('prints a label where a line has a gap', () => {
    const places = [[box(100, 40)]];
    const line = curve([0, 46], [90, 46], [120, null], [200, 46]);
    expect(placeLabels(places, BOUNDS, { boxes: [], curves: [line] })).to.deep.equal([box(100, 40)]);
  });

  it('leaves out a label that has no place within the bounds', () => {
    const places = [[box(-1, 0), box(251, 0), box(0, 89), box(0, -1)]];
    expect(placeLabels(places, BOUNDS, NOTHING)).to.deep.equal([undefined]);
  });

  it('gives boxes within the bounds that touch neither one another nor a line, whatever there is', () => {
    const number = fc.integer({ min: -20, max: 320 });
    const anyBox = fc.record({
      left: number,
      top: number,
      width: fc.integer({ min: 1, max: 120 }),
      height: fc.integer({ min: 1, max: 20 }),
    });
    const anyCurve = fc.array(fc.tuple(number, fc.option(number)), { maxLength: 20 }).map((points) => {
      return curve(...points.toSorted(([a], [b]) => a - b));
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(anyBox, { maxLength: 6 }), { maxLength: 8 }),
        fc.array(anyBox, { maxLength: 3 }),
        fc.array(anyCurve, { maxLength: 3 }),
        (candidates, boxes, curves) => {
          const placed = placeLabels(candidates, BOUNDS, { boxes, curves });
          expect(placed.length).to.equal(candidates.length);
          const found = placed.filter((each) => each !== undefined);
          found.forEach((one, index) => {
            expect(
              one.left >= 0 && one.left + one.width <= 300 && one.top >= 0 && one.top + one.height <= 100,
            ).to.equal(true);
            for (const other of [...found.slice(index + 1), ...boxes]) expect(overlap(one, other)).to.equal(false);
            for (const each of curves) expect(isDrawnOver(each, one), JSON.stringify([each, one])).to.equal(false);
          });
        },
      ),
    );
  });
});

/** Walks along a curve in small steps, as a pen would. */
function isDrawnOver({ xs, ys }: Curve, { left, top, width, height }: Box): boolean {
  return xs.some((x, i) => {
    const y = ys[i] ?? null;
    if (y === null) return false;
    // Before a gap, and at the end, there is only a point.
    const [nextX, nextY] = typeof ys[i + 1] === 'number' ? [xs[i + 1] ?? x, ys[i + 1] ?? y] : [x, y];
    return Array.from({ length: 101 }, (_, step) => step / 100).some((share) => {
      const [penX, penY] = [x + share * (nextX - x), y + share * (nextY - y)];
      return penX > left && penX < left + width && penY > top && penY < top + height;
    });
  });
}

describe('crosses', () => {
  it('sees a line through a box, and none beside it', () => {
    const through = curve([0, 0], [100, 100]);
    expect(crosses(through, box(40, 40, 20, 20))).to.equal(true);
    expect(crosses(through, box(60, 0, 20, 20))).to.equal(false);
    expect(crosses(through, box(101, 90, 20, 20))).to.equal(false);
    expect(crosses(curve(), box(0, 0))).to.equal(false);
  });
});
