import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  availabilityOf,
  calendars,
  readObjective,
  spentByMethod,
  trafficAt,
  type Dependency,
  type SloCalculatorSettings,
} from '../../../src/simulations/slo-calculator/slo-calculator.model.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

const usual: SloCalculatorSettings = {
  objective: 0.999,
  windowSeconds: 30 * DAY,
  elapsedSeconds: 15 * DAY,
  requestsPerSecond: 100,
  spentSeconds: 0,
  recentSeconds: 0,
  dependencies: [],
  calendar: calendars.plain,
};
const read = (settings: Partial<SloCalculatorSettings>): ReturnType<typeof readObjective> =>
  readObjective({ ...usual, ...settings });
const needs = (...availabilities: readonly number[]): Dependency[] =>
  availabilities.map((availability, index) => ({ name: `part ${index}`, availability, copies: 1, written: '' }));

const objective = fc.double({ min: 0.01, max: 0.999_999, noNaN: true });
const windowDays = fc.integer({ min: 1, max: 366 });
const settings: fc.Arbitrary<SloCalculatorSettings> = fc.record({
  objective,
  windowSeconds: windowDays.map((days) => days * DAY),
  elapsedSeconds: fc.double({ min: 0, max: DAY, noNaN: true }),
  requestsPerSecond: fc.double({ min: 1e-4, max: 1e9, noNaN: true }),
  spentSeconds: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e12, noNaN: true })),
  recentSeconds: fc.double({ min: 0, max: HOUR, noNaN: true }),
  dependencies: fc.array(
    fc.record({
      name: fc.string(),
      availability: fc.double({ min: 0, max: 1, noNaN: true }),
      copies: fc.integer({ min: 1, max: 9 }),
      written: fc.string(),
    }),
    { maxLength: 12 },
  ),
  calendar: fc.constantFrom(calendars.plain, calendars.gregorian),
});

describe('readObjective', () => {
  describe('in the lesson’s numbers', () => {
    it('allows 43 min 12 s in 30 days at 99.9 %', () => {
      expect(read({}).budgetSeconds).to.equal(43 * 60 + 12);
      expect(read({}).budgetRequests).to.equal(259_200);
    });

    it('leaves 8 min 12 s, 19 %, on day 15 with 35 minutes spent', () => {
      const { remainingSeconds, remainingShare, policy } = read({ spentSeconds: 35 * 60 });
      expect(remainingSeconds).to.equal(8 * 60 + 12);
      expect(remainingShare).to.be.closeTo(0.1898, 5e-5);
      expect(policy).to.equal('freeze');
    });

    it('burns at 33.3x, and lasts 21.6 h, at two minutes in an hour', () => {
      const { recentBurnRate, recentExhaustionSeconds } = read({ recentSeconds: 120 });
      expect(recentBurnRate).to.be.closeTo(33.333, 1e-3);
      expect(recentExhaustionSeconds).to.be.closeTo(21.6 * HOUR, 1e-6);
    });

    it('spends 2 % in an hour at 14.4x', () => {
      const [fastest] = read({}).rules;
      expect(fastest).to.deep.include({ budget: 0.02, longSeconds: HOUR, shortSeconds: 300 });
      expect(fastest!.burnRate).to.be.closeTo(14.4, 1e-9);
      expect((fastest!.burnRate * HOUR) / (30 * DAY)).to.be.closeTo(0.02, 1e-12);
    });

    it('can support 99.94 % on 99.95 % and 99.99 %', () => {
      const { ceiling, breaker } = read({ objective: 0.9999, dependencies: needs(0.9995, 0.9999) });
      expect(ceiling).to.be.closeTo(0.9994, 1e-7);
      expect(breaker?.name).to.equal('part 0');
    });

    it('never fires the 14.4x rule at 90 %, which burns at 10x at most', () => {
      const { maximumBurnRate, rules } = read({ objective: 0.9 });
      expect(maximumBurnRate).to.be.closeTo(10, 1e-9);
      expect(rules.map(({ detectionSeconds }) => Number.isFinite(detectionSeconds))).to.deep.equal([
        false,
        true,
        true,
        true,
      ]);
    });
  });

  it('balances: spent and left are the budget', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const { budgetSeconds, remainingSeconds, spentShare, remainingShare } = readObjective(given);
        const tolerance = 1e-9 * (given.spentSeconds + budgetSeconds);
        expect(given.spentSeconds + remainingSeconds).to.be.closeTo(budgetSeconds, tolerance);
        expect(spentShare + remainingShare).to.be.closeTo(1, 1e-9 * (1 + spentShare));
      }),
    );
  });

  it('allows less, and burns faster, the more is promised', () => {
    fc.assert(
      fc.property(settings, objective, objective, (given, a, b) => {
        const looser = readObjective({ ...given, objective: Math.min(a, b) });
        const stricter = readObjective({ ...given, objective: Math.max(a, b) });
        expect(stricter.budgetSeconds).to.be.at.most(looser.budgetSeconds);
        expect(stricter.remainingSeconds).to.be.at.most(looser.remainingSeconds);
        expect(stricter.maximumBurnRate).to.be.at.least(looser.maximumBurnRate);
        expect(stricter.burnRate).to.be.at.least(looser.burnRate);
      }),
    );
  });

  it('gives a number for everything that has one', () => {
    fc.assert(
      fc.property(settings, fc.constantFrom(undefined, 1), (given, perfect) => {
        const reading = readObjective({ ...given, objective: perfect ?? given.objective });
        const numbers = Object.entries(reading).filter(([, value]) => typeof value === 'number');
        for (const [name, value] of numbers) expect(Number.isNaN(value), name).to.equal(false);
        for (const rule of reading.rules) expect(Object.values(rule)).not.to.include(NaN);
      }),
      {
        examples: [[{ ...usual, elapsedSeconds: 0 }, undefined] as const, [{ ...usual, spentSeconds: 1 }, 1] as const],
      },
    );
  });

  it('promises nothing above the weakest dependency', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const { ceiling } = readObjective(given);
        expect(ceiling).to.be.at.most(Math.min(1, ...given.dependencies.map(availabilityOf)));
        expect(ceiling).to.be.at.least(0);
      }),
    );
  });

  it('names a breaker only where a dependency alone is worse than the objective', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const { breaker, ceiling } = readObjective(given);
        const weakest = Math.min(1, ...given.dependencies.map(availabilityOf));
        expect(breaker !== undefined).to.equal(weakest < given.objective);
        if (breaker) expect(ceiling).to.be.below(given.objective);
      }),
    );
  });

  it('fires a rule exactly where a total outage burns faster than it', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const { rules, maximumBurnRate } = readObjective(given);
        for (const { burnRate, detectionSeconds, longSeconds } of rules) {
          fc.pre(Math.abs(burnRate - maximumBurnRate) > 1e-9);
          expect(Number.isFinite(detectionSeconds)).to.equal(burnRate < maximumBurnRate);
          if (burnRate < maximumBurnRate) expect(detectionSeconds).to.be.at.most(longSeconds);
        }
      }),
    );
  });

  it('empties the budget at the window’s end at burn rate 1', () => {
    const { burnRate, exhaustedAtSeconds } = read({ spentSeconds: (43.2 * 60) / 2 });
    expect(burnRate).to.be.closeTo(1, 1e-9);
    expect(exhaustedAtSeconds).to.be.closeTo(30 * DAY, 1e-3);
  });

  it('relaxes and tightens the policy at a half, a quarter and nothing', () => {
    const left = (share: number): string => read({ objective: 0.5, spentSeconds: (1 - share) * 15 * DAY }).policy;
    expect([1, 0.51, 0.5, 0.25, 0.24, 0.01, 0, -1].map(left)).to.deep.equal([
      'full',
      'full',
      'canary',
      'canary',
      'freeze',
      'freeze',
      'hard',
      'hard',
    ]);
    expect(read({ objective: 1 }).policy).to.equal('none');
  });

  it('warns of low traffic where one failure in an hour outruns the fastest rule', () => {
    expect(read({ requestsPerSecond: 10 / HOUR }).lowTraffic).to.equal(true);
    expect(read({ requestsPerSecond: 10 / HOUR }).oneFailureBurnRate).to.be.closeTo(100, 1e-9);
    expect(read({ requestsPerSecond: 1 }).lowTraffic).to.equal(false);
  });
});

describe('availabilityOf', () => {
  it('multiplies the chances that all copies fail', () => {
    expect(availabilityOf({ name: '', availability: 0.99, copies: 2, written: '' })).to.be.closeTo(0.9999, 1e-12);
  });

  it('is never worse with one more copy', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 8 }),
        (availability, copies) => {
          const one = { name: '', availability, written: '' };
          expect(availabilityOf({ ...one, copies: copies + 1 })).to.be.at.least(availabilityOf({ ...one, copies }));
        },
      ),
    );
  });
});

describe('calendars', () => {
  it('count 30 and 365 days, or the means of the Gregorian calendar', () => {
    expect(calendars.plain).to.deep.equal({ monthSeconds: 30 * DAY, yearSeconds: 365 * DAY });
    expect(calendars.gregorian.yearSeconds / DAY).to.equal(365.2425);
    expect(calendars.gregorian.monthSeconds * 12).to.be.closeTo(calendars.gregorian.yearSeconds, 1e-6);
  });
});

describe('trafficAt', () => {
  it('is the mean on average over a day, busiest at 15:00 and quiet at 3:00', () => {
    const day = Array.from({ length: 24 }, (_, hour) => trafficAt(hour));
    expect(day.reduce((sum, traffic) => sum + traffic) / 24).to.be.closeTo(1, 1e-12);
    expect(day.indexOf(Math.max(...day))).to.equal(15);
    expect(day.indexOf(Math.min(...day))).to.equal(3);
    expect(Math.min(...day)).to.be.closeTo(0.2, 1e-12);
    expect(Math.max(...day)).to.be.closeTo(1.8, 1e-12);
  });
});

describe('spentByMethod', () => {
  const month = { objective: 0.999, windowSeconds: 30 * DAY };
  const shares = (...given: Parameters<typeof spentByMethod>): Record<string, number> =>
    Object.fromEntries(spentByMethod(...given).map(({ method, spentShare }) => [method, spentShare]));

  it('counts by OpenSLO’s three methods', () => {
    const counted = spentByMethod(month, { hour: 3, seconds: 1800, failing: 1 });
    expect(counted.map(({ method }) => method)).to.deep.equal(['Occurrences', 'Timeslices', 'RatioTimeslices']);
  });

  it('agrees on a total outage at mean traffic, whichever way it counts', () => {
    // 9:00 to 10:00 has the mean traffic: there a bad minute is as bad as the requests in it.
    expect(trafficAt(9)).to.be.closeTo(1, 1e-12);
    const { Occurrences, Timeslices, RatioTimeslices } = shares(month, { hour: 9, seconds: 1800, failing: 1 });
    expect(Occurrences).to.be.closeTo(1800 / 2592, 1e-6);
    expect(Timeslices).to.be.closeTo(1800 / 2592, 1e-6);
    expect(RatioTimeslices).to.be.closeTo(1800 / 2592, 1e-6);
  });

  it('costs more requests by day than by night, and as many minutes', () => {
    const night = shares(month, { hour: 3, seconds: 1800, failing: 1 });
    const noon = shares(month, { hour: 15, seconds: 1800, failing: 1 });
    expect(noon['Occurrences']! / night['Occurrences']!).to.be.closeTo(9, 1e-6);
    expect(noon['Timeslices']).to.be.closeTo(night['Timeslices']!, 1e-9);
    expect(noon['RatioTimeslices']).to.be.closeTo(night['RatioTimeslices']!, 1e-9);
  });

  it('counts a minute as wholly bad by Timeslices where others count only what failed', () => {
    const { Occurrences, Timeslices, RatioTimeslices } = shares(month, { hour: 9, seconds: 600, failing: 0.1 });
    expect(Timeslices! / Occurrences!).to.be.closeTo(10, 1e-4);
    expect(RatioTimeslices).to.be.closeTo(Occurrences!, 1e-6);
  });

  it('costs nothing while nothing fails, and never less for a longer outage', () => {
    const outage = fc.record({
      hour: fc.integer({ min: 0, max: 23 }),
      seconds: fc.integer({ min: 0, max: DAY }),
      failing: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const day = { objective: 0.99, windowSeconds: DAY };
    fc.assert(
      fc.property(outage, fc.integer({ min: 0, max: HOUR }), (short, more) => {
        const before = spentByMethod(day, short);
        const after = spentByMethod(day, { ...short, seconds: short.seconds + more });
        for (const [index, { spentShare, method }] of before.entries()) {
          expect(after[index]!.spentShare, method).to.be.at.least(spentShare - 1e-9);
        }
        for (const { spentShare } of spentByMethod(day, { ...short, failing: 0 })) {
          expect(spentShare).to.be.closeTo(0, 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('spends a share that shrinks as the window grows, and one outage over several days', () => {
    const years = { ...month, windowSeconds: 3660 * DAY };
    for (const outage of [
      { hour: 3, seconds: 1800, failing: 1 },
      { hour: 20, seconds: 100 * HOUR, failing: 0.5 },
    ]) {
      const [inMonth, inYears] = [shares(month, outage), shares(years, outage)];
      for (const method of Object.keys(inMonth)) {
        expect(inYears[method], method).to.be.closeTo((inMonth[method]! * 30) / 3660, 1e-9);
      }
    }
    // 50 hours' worth of bad minutes, by their mean error ratio: of a month's 43.2 minutes.
    expect(shares(month, { hour: 20, seconds: 100 * HOUR, failing: 0.5 })['RatioTimeslices']).to.be.closeTo(
      3000 / 43.2,
      1e-9,
    );
  });
});
