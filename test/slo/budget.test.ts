import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  allowedDowntimeSeconds,
  burnRate,
  chanceOfMeetingTail,
  errorBudgetRatio,
  maximumBurnRate,
  timeToExhaustionSeconds,
} from '../../src/slo/index.js';
import reference from '../reference/slo.json';
import { anyNumber, close, DAY, HOUR, ratio } from './arbitraries.js';

describe('errorBudgetRatio', () => {
  it('has no binary dust', () => {
    expect([0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999, 0.9995].map(errorBudgetRatio)).to.deep.equal([
      0.1, 0.01, 0.001, 0.0001, 0.00001, 0.000001, 0.0005,
    ]);
  });
});

describe('allowedDowntimeSeconds', () => {
  const gregorianYear = 365.2425 * DAY;
  const conventions = {
    google: { year: 365 * DAY, quarter: 90 * DAY, month: 30 * DAY, week: 7 * DAY, day: DAY, hour: HOUR },
    uptimeIs: { year: gregorianYear, quarter: gregorianYear / 4, month: gregorianYear / 12, week: 7 * DAY, day: DAY },
  };

  for (const row of reference.nines_table_google_sre) {
    it(`agrees with the SRE book's table at ${row.availability_pct} %`, () => {
      for (const [name, seconds] of Object.entries(conventions.google)) {
        const expected = row.exact_s[name as keyof typeof row.exact_s];
        close(allowedDowntimeSeconds(row.availability_pct / 100, seconds), expected);
      }
    });
  }

  for (const row of reference.nines_uptime_is) {
    it(`agrees with uptime.is at ${row.availability_pct} %`, () => {
      for (const [name, seconds] of Object.entries(conventions.uptimeIs)) {
        const expected = row.exact_s[name as keyof typeof row.exact_s];
        close(allowedDowntimeSeconds(row.availability_pct / 100, seconds), expected);
      }
    });
  }

  it('is exact where the numbers are round', () => {
    expect(allowedDowntimeSeconds(0.999, 30 * DAY)).to.equal(2592);
    expect(allowedDowntimeSeconds(1, 30 * DAY)).to.equal(0);
    expect(allowedDowntimeSeconds(0, 30 * DAY)).to.equal(30 * DAY);
  });

  it('is NaN outside its domain', () => {
    for (const objective of [-0.1, 1.1, NaN, Infinity])
      expect(allowedDowntimeSeconds(objective, DAY)).to.deep.equal(NaN);
    expect(allowedDowntimeSeconds(0.999, -1)).to.deep.equal(NaN);
  });

  it('never grows with the objective', () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(allowedDowntimeSeconds(high, DAY)).to.be.at.most(allowedDowntimeSeconds(low, DAY));
      }),
    );
  });
});

describe('burnRate', () => {
  it("agrees with the Workbook's table 5-4", () => {
    for (const { inputs, exact } of reference.burn_rate_table) {
      close(burnRate(inputs.error_rate, inputs.slo), inputs.burn_rate);
      close(timeToExhaustionSeconds(inputs.burn_rate, inputs.period_h * HOUR), exact.hours * HOUR);
    }
  });

  it('is 100, not 1,000, for one failure in ten at 99.9 %', () => {
    const row = reference.misc_vectors.find(({ id }) => id === 'low-traffic')!;
    close(burnRate(row.inputs.rph! / 100, 0.999), 100);
    const failuresAllowed = errorBudgetRatio(0.999) * row.inputs.rph! * 720;
    close(failuresAllowed, 7.2);
    close(1 / failuresAllowed, 0.1388888888888889);
  });

  it('is 0 without errors and infinite with any when the objective is 1', () => {
    expect(burnRate(0, 1)).to.equal(0);
    expect(burnRate(1e-9, 1)).to.equal(Infinity);
  });

  it('is NaN outside its domain', () => {
    for (const bad of [-0.1, 1.1, NaN]) {
      expect(burnRate(bad, 0.9)).to.deep.equal(NaN);
      expect(burnRate(0, bad)).to.deep.equal(NaN);
    }
  });
});

describe('maximumBurnRate', () => {
  it('is the burn rate of a total outage', () => {
    expect([0, 0.9, 0.99, 0.999, 1].map(maximumBurnRate)).to.deep.equal([1, 10, 100, 1000, Infinity]);
  });
});

describe('timeToExhaustionSeconds', () => {
  it('agrees with the extreme goals of the Workbook', () => {
    const exact = (id: string) => reference.misc_vectors.find((row) => row.id === id)!.exact as number;
    close(HOUR / timeToExhaustionSeconds(maximumBurnRate(0.9), 30 * DAY), exact('extreme-90'));
    close(timeToExhaustionSeconds(maximumBurnRate(0.99999), 30 * DAY), exact('extreme-99999'));
    close(timeToExhaustionSeconds(burnRate(0.01, 0.99999), 30 * DAY), exact('extreme-99999-1pct') * 60);
    close(timeToExhaustionSeconds(35, 30 * DAY), reference.six_approaches[3]!.exact_missed_h! * HOUR);
  });

  it('counts what remains', () => {
    expect(timeToExhaustionSeconds(2, DAY, 0.5)).to.equal(DAY / 4);
    expect(timeToExhaustionSeconds(0, DAY)).to.equal(Infinity);
    expect(timeToExhaustionSeconds(0, DAY, 0)).to.equal(0);
    expect(timeToExhaustionSeconds(1, DAY, -0.5)).to.equal(0);
    expect(timeToExhaustionSeconds(Infinity, DAY)).to.equal(0);
    expect(timeToExhaustionSeconds(-1, DAY)).to.deep.equal(NaN);
  });
});

describe('chanceOfMeetingTail', () => {
  it('is 18 % for twenty requests and the 99th percentile', () => {
    close(chanceOfMeetingTail(0.99, 20), 0.18209306240276923);
    expect(chanceOfMeetingTail(0.99, 0)).to.equal(0);
    expect(chanceOfMeetingTail(2, 1)).to.deep.equal(NaN);
    expect(chanceOfMeetingTail(0.5, -1)).to.deep.equal(NaN);
  });
});

describe('the pure functions', () => {
  it('return a number for any numbers', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, (a, b, c) => {
        for (const result of [
          allowedDowntimeSeconds(a, b),
          burnRate(a, b),
          timeToExhaustionSeconds(a, b, c),
          maximumBurnRate(a),
          chanceOfMeetingTail(a, b),
        ]) {
          expect(result).to.be.a('number');
        }
      }),
    );
  });
});
