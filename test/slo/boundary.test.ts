import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { allowedDowntimeSeconds, budgetStanding } from '../../src/slo/index.js';
import { DAY } from './arbitraries.js';

const OBJECTIVES = [0.9, 0.95, 0.99, 0.995, 0.999, 0.9995, 0.9999, 0.99995, 0.99999, 0.999999];
const WINDOWS = [1, 7, 28, 29, 30, 31, 90, 92, 365, 30.436875].map((days) => days * DAY);

describe('budgetStanding', () => {
  it('is spent, to the second, where minutes typed as decimals make up the budget', () => {
    for (const [minutes, objective, days] of [
      [4.32, 0.9999, 30],
      [40.32, 0.999, 28],
      [44.64, 0.999, 31],
      [0.432, 0.99999, 30],
      [44.58, 0.999, 743 / 24],
    ] as const) {
      const standing = budgetStanding(minutes * 60, allowedDowntimeSeconds(objective, days * DAY));
      expect(standing).to.deep.equal({ left: 0, leftShare: 0, verdict: 'spent', band: 'hard' });
      expect(Object.is(standing.left, 0)).to.equal(true);
    }
  });

  it('stands on a boundary for every objective and window, however the spend was added up', () => {
    for (const objective of OBJECTIVES) {
      for (const window of WINDOWS) {
        const budget = allowedDowntimeSeconds(objective, window);
        for (const [share, band, verdict] of [
          [0, 'full', 'left'],
          [0.5, 'canary', 'left'],
          [0.75, 'canary', 'left'],
          [1, 'hard', 'spent'],
        ] as const) {
          // In fifty parts, a minute's worth at a time, and through a share that no double holds.
          const parts = Array.from({ length: 50 }, () => (share * budget) / 50).reduce((sum, part) => sum + part, 0);
          for (const spent of [share * budget, parts, ((share * budget) / 0.05) * 0.05]) {
            const standing = budgetStanding(spent, budget);
            expect(standing, `${objective} ${window} ${spent}`).to.deep.equal({
              left: (1 - share) * budget,
              leftShare: 1 - share,
              verdict,
              band,
            });
          }
        }
      }
    }
  });

  it('sees one failed request of a budget of ten billion', () => {
    expect(budgetStanding(10_000_000_001, 10_000_000_000)).to.include({ verdict: 'missed', left: -1 });
    expect(budgetStanding(9_999_999_999, 10_000_000_000)).to.include({ verdict: 'left', left: 1, band: 'freeze' });
  });

  it('lets nothing be spent of no budget', () => {
    expect(budgetStanding(0, 0)).to.deep.equal({ left: 0, leftShare: 0, verdict: 'spent', band: 'hard' });
    expect(budgetStanding(1, 0)).to.include({ verdict: 'missed', left: -1 });
  });

  it('has no share of a budget that is none', () => {
    expect(budgetStanding(1, NaN).leftShare).to.deep.equal(NaN);
    expect(budgetStanding(NaN, 1).leftShare).to.deep.equal(NaN);
  });

  it('never stands better after a larger spend', () => {
    const order = ['full', 'canary', 'freeze', 'hard'];
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (budget, a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)].map((share) => budgetStanding(share * budget, budget));
          expect(order.indexOf(more!.band)).to.be.at.least(order.indexOf(less!.band));
          expect(more!.leftShare).to.be.at.most(less!.leftShare);
        },
      ),
    );
  });
});
