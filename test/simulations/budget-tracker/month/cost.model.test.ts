import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Simulation } from '../../../../src/engine/simulation.js';
import {
  even,
  falling,
  fixed,
  inTurn,
  longTailed,
  oneOf,
  shareOf,
  type Cost,
} from '../../../../src/simulations/budget-tracker/month/cost.model.js';
import { INCIDENTS } from '../../../../src/simulations/budget-tracker/month/incidents.model.js';
import { costOf, draw, type Practice, type Work } from '../../../../src/simulations/budget-tracker/month/work.model.js';

const practice: Practice = { rollback: 'build', riskMinutes: 15, riskChance: 0.3 };
const DRAWS = 20_000;

/**
 * The seed is fixed, so that a run never fails by chance. With another seed each comparison within three standard errors
 * would raise a false alarm in 0.27 % of runs, the fourteen of this file together in 4 %.
 */
function expectMean(drawn: readonly number[], mean: number, variance: number, what: string): void {
  const found = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  expect(Math.abs(found - mean), `${what}: ${found} for ${mean}`).to.be.below(3 * Math.sqrt(variance / drawn.length));
}

function drawnCosts(work: Work, canary: boolean, given: Practice = practice): number[] {
  const random = new Simulation({ seed: `costs of ${work}` }).random('draws');
  return Array.from({ length: DRAWS }, () => {
    const { seconds, share } = draw({ day: 1, work, canary, override: false, minutes: 0 }, given, random);
    return (seconds * share) / 60;
  });
}

describe('the costs of work', () => {
  // Means and second moments by hand. Rollout: falling to 2, mean 2/3, E[x²] = 2²/6. Noticed in 2 to 12 and undone in
  // 3 to 18 minutes: mean 7 + 10.5, variance 10²/12 + 15²/12.
  const rollout = [2 / 3, 4 / 6] as const;
  const bad = [17.5, 17.5 ** 2 + (100 + 225) / 12] as const;
  const mixed = (...parts: readonly (readonly [chance: number, mean: number, square: number])[]): [number, number] => {
    const [mean, square] = [1, 2].map((at) => parts.reduce((sum, part) => sum + part[0] * (part[at] ?? 0), 0));
    return [mean!, square! - mean! ** 2];
  };
  const cases: readonly (readonly [Work, boolean, readonly [number, number]])[] = [
    ['small', false, mixed([0.95, ...rollout], [0.05, ...bad])],
    ['large', false, mixed([0.8, ...rollout], [0.2, ...bad])],
    ['small', true, mixed([0.95, ...rollout], [0.04, bad[0] / 20, bad[1] / 400], [0.01, ...bad])],
    ['large', true, mixed([0.8, ...rollout], [0.16, bad[0] / 20, bad[1] / 400], [0.04, ...bad])],
    ['migration', false, mixed([0.3, 15, 225])],
    ['maintenance', false, [10, 100 / 12]],
  ];
  for (const [work, canary, [mean, variance]] of cases) {
    it(`are on average what is said: ${work}${canary ? ' behind a canary' : ''}`, () => {
      expect(costOf({ work, canary, minutes: 0 }, practice).mean).to.be.closeTo(mean, 1e-12);
      expectMean(drawnCosts(work, canary), mean, variance, work);
    });
  }

  it('are nothing for work on reliability', () => {
    expect(costOf({ work: 'reliability', canary: false, minutes: 0 }, practice).worst).to.equal(0);
    expect(Math.max(...drawnCosts('reliability', false).slice(0, 50))).to.equal(0);
  });

  it('keep to the lesson’s ranges', () => {
    const ranges: readonly (readonly [Work, number, number])[] = [
      ['maintenance', 5, 15],
      ['migration', 0, 15],
      ['large', 0, 30],
    ];
    for (const [work, least, most] of ranges) {
      const costs = drawnCosts(work, false);
      expect(Math.min(...costs), work).to.be.at.least(least);
      expect(Math.max(...costs), work).to.be.at.most(most);
      expect(Math.max(...costs), `${work} comes near its worst`).to.be.above(most * 0.9);
    }
  });

  it('lie between 5 and 30 minutes for a bad deploy, and below 2 for a good one', () => {
    const random = new Simulation({ seed: 1 }).random('deploys');
    for (let index = 0; index < 5000; index++) {
      const { bad: isBad, seconds } = draw(
        { day: 1, work: 'large', canary: false, override: false, minutes: 0 },
        practice,
        random,
      );
      expect(seconds / 60).to.be.within(isBad ? 5 : 0, isBad ? 30 : 2);
    }
  });

  it('fall with a faster rollback', () => {
    const means = (['build', 'command', 'automatic'] as const).map(
      (rollback) => costOf({ work: 'large', canary: false, minutes: 0 }, { ...practice, rollback }).mean,
    );
    // 0.8 of 2/3, and 0.2 of 17.5, 9 and 3 minutes.
    expect(means.map((mean) => mean.toFixed(4))).to.deep.equal(['4.0333', '2.3333', '1.1333']);
  });

  it('are never more behind a canary: the same luck, day for day', () => {
    for (const work of ['small', 'large'] as const) {
      const [bare, canaried] = [drawnCosts(work, false), drawnCosts(work, true)];
      expect(bare.every((minutes, index) => canaried[index]! <= minutes)).to.equal(true);
    }
  });
});

describe('the costs of incidents', () => {
  const cases = {
    // A log-normal cost has the mean m e^(s²/2) and the variance (e^(s²) - 1) m² e^(s²).
    blip: [1.25, 1.5 ** 2 / 12],
    dependency: [4 * Math.exp(0.32), (Math.exp(0.64) - 1) * 16 * Math.exp(0.64)],
    infrastructure: [8 * Math.exp(0.32), (Math.exp(0.64) - 1) * 64 * Math.exp(0.64)],
    badDeploy: [17.5, 325 / 12],
  } as const;
  for (const [kind, [mean, variance]] of Object.entries(cases) as [keyof typeof cases, readonly [number, number]][]) {
    it(`are on average what is said: ${kind}`, () => {
      expect(INCIDENTS[kind].cost.mean).to.be.closeTo(mean, 1e-9);
      const random = new Simulation({ seed: kind }).random('costs');
      const drawn = Array.from({ length: DRAWS }, () => INCIDENTS[kind].drawMinutes(random));
      expectMean(drawn, mean, variance, kind);
    });
  }
});

describe('a cost', () => {
  const costs: Readonly<Record<string, Cost>> = {
    fixed: fixed(15),
    even: even([5, 15]),
    falling: falling(2),
    'in turn': inTurn([2, 12], [3, 18]),
    'a share': shareOf(0.05, inTurn([2, 12], [3, 18])),
    'one of several': oneOf([0.3, fixed(15)], [0.2, even([1, 4])]),
    'long-tailed': longTailed(4, 0.8),
  };
  for (const [name, cost] of Object.entries(costs)) {
    it(`has the mean that its chances add up to: ${name}`, () => {
      // The mean of what cannot be negative is the area under the chance of more.
      const [step, end] = [0.005, 400];
      let area = 0;
      for (let minutes = step / 2; minutes < end; minutes += step) area += cost.above(minutes) * step;
      expect(area).to.be.closeTo(cost.mean, 0.01);
    });

    it(`is ever less likely to be above more, and never above its worst: ${name}`, () => {
      let before = 1;
      for (let minutes = 0; minutes < 60; minutes += 0.25) {
        const chance = cost.above(minutes);
        expect(chance).to.be.within(0, before + 1e-12);
        before = chance;
      }
      if (cost.worst < Infinity) expect(cost.above(cost.worst)).to.be.closeTo(0, 1e-12);
    });
  }

  it('knows the chances of a trapezium', () => {
    // By hand: 2 to 12 and then 3 to 18. Below 15 lies a triangle of 10²/2 of 150, to 20 five strips of 10 more.
    const { above } = inTurn([2, 12], [3, 18]);
    expect(above(5)).to.equal(1);
    expect(above(15)).to.be.closeTo(1 - 50 / 150, 1e-12);
    expect(above(20)).to.be.closeTo(50 / 150, 1e-12);
    expect(above(30)).to.equal(0);
  });

  it('knows the quantiles of a log-normal: half above the median, 1 in 20 above e^(1.6449 sigma) of it', () => {
    const { above } = longTailed(4, 0.8);
    expect(above(4)).to.be.closeTo(0.5, 1e-7);
    expect(above(4 * Math.exp(1.6448536 * 0.8))).to.be.closeTo(0.05, 1e-6);
    expect(above(4 * Math.exp(-1.6448536 * 0.8))).to.be.closeTo(0.95, 1e-6);
  });
});
