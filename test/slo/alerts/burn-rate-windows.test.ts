import { describe, it } from 'node:test';
import { expect } from 'chai';
import { burnRateWindows } from '../../../src/slo/index.js';
import { close, DAY } from '../arbitraries.js';

const factors = (days: number) => burnRateWindows(days * DAY).map(({ burnRate }) => burnRate);

describe('burnRateWindows', () => {
  it('has the Workbook’s burn rates for 30 days', () => {
    expect(factors(30)).to.deep.equal([14.4, 6, 3, 1]);
  });

  it('has those of Sloth’s catalogues for 7 and 28 days, but none below 1x', () => {
    expect(factors(7)).to.deep.equal([13.44, 3.5, 1.4, 1]);
    expect(factors(28)).to.deep.equal([13.44, 5.6, 2.8, 1]);
  });

  it('has burn rates between those of 7 and 28 days for what lies between', () => {
    const days = [7, 10, 14, 21, 28];
    for (const [index, burnRate] of factors(14).entries()) {
      expect(burnRate).to.be.within(factors(7)[index]!, factors(28)[index]!);
    }
    close(factors(14)[1]!, 4.2);
    for (const count of days) expect(Math.min(...factors(count))).to.be.at.least(1);
  });

  it('says what share of the budget is gone when a rule fires', () => {
    const shares = burnRateWindows(7 * DAY).map(({ budget }) => budget);
    [0.08, 0.125, 0.2, 3 / 7].forEach((share, index) => close(shares[index]!, share));
  });

  it('leaves out a rule that would fire only after the whole budget is gone', () => {
    expect(burnRateWindows(DAY).map(({ name }) => name)).to.deep.equal(['ErrorBudgetBurn1h', 'ErrorBudgetBurn6h']);
    expect(burnRateWindows(DAY / 24)).to.deep.equal([]);
    for (const days of [0.1, 1, 3, 7, 30, 90]) {
      for (const { budget } of burnRateWindows(days * DAY)) expect(budget).to.be.at.most(1);
    }
  });

  it('is empty for a period that is none', () => {
    for (const period of [NaN, 0, -DAY, Infinity]) expect(burnRateWindows(period)).to.deep.equal([]);
  });
});
