import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { Run, ShopMetrics, ServiceQueries } from '../../../../src/shop/index.js';
import {
  erlangC,
  fitKnee,
  kneeSeconds,
  waitSeconds,
} from '../../../../src/simulations/golden-signals/knee/knee.model.js';
import reference from '../../../reference/queueing.json';

interface Case {
  readonly c: number;
  readonly load: number;
  readonly mu: number;
  readonly wait: number;
  readonly Wq: number;
  readonly W: number;
}

/** The reference's M/M/c vectors; an M/M/1 is one of c = 1. */
const CASES: readonly Case[] = reference.computed.flatMap((row): Case[] => {
  const { c, offered_load_erlang: load, mu = 1 } = row.params as Record<string, number>;
  const { P_wait: wait, Wq, W }: { P_wait?: number; Wq?: number; W?: number } = row;
  if (row.model !== 'M/M/c' || c === undefined || load === undefined) return [];
  if (wait === undefined || Wq === undefined || W === undefined) return [];
  return [{ c, load, mu, wait, Wq, W }];
});

describe('erlangC', () => {
  it('is that of the reference', () => {
    expect(CASES.length).to.be.above(5);
    for (const { c, load, wait } of CASES) {
      expect(erlangC(c, load / c), `${c} servers, ${load} erlang`).to.be.closeTo(wait, 1e-12);
    }
  });

  it('is the utilization for one server, and certainty at 1', () => {
    for (const utilization of [0, 0.1, 0.5, 0.9, 0.999])
      expect(erlangC(1, utilization)).to.be.closeTo(utilization, 1e-12);
    expect(erlangC(4, 1)).to.equal(1);
  });

  it('is a chance, rises with the load and falls with the servers', () => {
    const utilization = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), utilization, utilization, (servers, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(erlangC(servers, low)).to.be.within(0, 1);
        expect(erlangC(servers, low)).to.be.at.most(erlangC(servers, high) + 1e-12);
        expect(erlangC(servers + 1, low)).to.be.at.most(erlangC(servers, low) + 1e-12);
      }),
    );
  });
});

describe('waitSeconds', () => {
  it('is that of the reference', () => {
    for (const { c, load, mu, Wq } of CASES) {
      expect(waitSeconds(c, 1 / mu, load / c), `${c} servers`).to.be.closeTo(Wq, 1e-9 * Math.max(1, Wq));
    }
  });
});

describe('kneeSeconds', () => {
  it('is the time in the system where the base is the work', () => {
    for (const { c, load, mu, W } of CASES) {
      const knee = { servers: c, serviceSeconds: 1 / mu, baseSeconds: 1 / mu };
      expect(kneeSeconds(knee, load / c)).to.be.closeTo(W, 1e-9 * Math.max(1, W));
    }
  });
});

describe('fitKnee', () => {
  it('finds the base of points that lie on a knee', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.array(fc.double({ min: 0.01, max: 0.89, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (servers, baseSeconds, utilizations) => {
          const knee = { servers, serviceSeconds: 0.05, baseSeconds };
          const points = utilizations.map((utilization) => ({ utilization, mean: kneeSeconds(knee, utilization) }));
          expect(fitKnee(points, servers, 0.05)?.baseSeconds).to.be.closeTo(baseSeconds, 1e-9);
        },
      ),
    );
  });

  it('leaves out what is no balance, and knows nothing from nothing', () => {
    expect(fitKnee([], 4, 0.1)).to.equal(undefined);
    expect(
      fitKnee(
        [
          { utilization: 0.99, mean: 3 },
          { utilization: 0, mean: 1 },
        ],
        4,
        0.1,
      ),
    ).to.equal(undefined);
    expect(fitKnee([{ utilization: NaN, mean: NaN }], 4, 0.1)).to.equal(undefined);
  });
});

const WORK_SECONDS = 0.1;
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const [WARM_UP, END] = [40, 280];

/** Utilization and mean duration of one queue as its scraped metrics have them, over four minutes. */
function measured(workers: number, rate: number, seed: number): { utilization: number; mean: number } {
  const settings = { workers, rate, workSeconds: WORK_SECONDS };
  const run = new Run({ scenario: 'one-queue', seed, settings, actions: [] });
  const { scraper } = run.watch((shop) => new ShopMetrics(shop, { scrapeSeconds: 5 })).current;
  run.runUntil(END);
  const time = { at: END, range: END - WARM_UP };
  const signals = new ServiceQueries(scraper, 'service');
  return { utilization: signals.usage('workers', time).utilization, mean: signals.mean(time) };
}

function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

describe('The knee of one queue', () => {
  for (const utilization of [0.25, 0.5, 0.75, 0.85]) {
    it(`is M/M/4 at ${utilization * 100} % busy, as it was scraped`, () => {
      const runs = SEEDS.map((seed) => measured(4, (utilization * 4) / WORK_SECONDS, seed));
      const expected = { servers: 4, serviceSeconds: WORK_SECONDS, baseSeconds: WORK_SECONDS };
      const duration = meanAndError(runs.map(({ mean }) => mean));
      const theory = kneeSeconds(expected, utilization);
      expect(Math.abs(duration.mean - theory), `${duration.mean} for ${theory}`).to.be.below(3 * duration.error);
      expect(duration.error / theory).to.be.below(0.05);
      const busy = meanAndError(runs.map((run) => run.utilization));
      expect(Math.abs(busy.mean - utilization), `${busy.mean} for ${utilization}`).to.be.below(3 * busy.error);
    });
  }
});
