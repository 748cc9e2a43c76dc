import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { errorBudget, type BudgetingMethod } from '../../src/slo/index.js';
import reference from '../reference/slo.json';
import { anyNumber, close, ratio } from './arbitraries.js';

describe('errorBudget', () => {
  const vector = reference.budgeting_methods_vector;
  const slices = vector.slices.map(([total = NaN, bad = NaN]) => ({ good: total - bad, total }));

  it('counts events by Occurrences', () => {
    const { budget, spent, remaining } = errorBudget({ method: 'Occurrences', objective: 0.95, slices });
    close(budget, 0.05 * 4010);
    expect(spent).to.equal(111);
    close(remaining, 0.05 * 4010 - 111);
    close(1 - spent / 4010, vector.occurrences_sli);
  });

  it('counts slices by Timeslices, against the objective unless told otherwise', () => {
    const { budget, spent } = errorBudget({ method: 'Timeslices', objective: 0.95, slices });
    close(budget, 0.2);
    close(1 - spent / slices.length, vector.timeslices_sli_target_0_95);
    expect(errorBudget({ method: 'Timeslices', objective: 0.95, slices, sliceTarget: 0.9 }).spent).to.equal(1);
    expect(errorBudget({ method: 'Timeslices', objective: 0.95, slices, sliceTarget: 1 }).spent).to.equal(3);
  });

  it("adds the slices' error ratios by RatioTimeslices", () => {
    const { spent, remaining } = errorBudget({ method: 'RatioTimeslices', objective: 0.95, slices });
    close(1 - spent / slices.length, vector.ratio_timeslices_sli);
    expect(remaining).to.be.below(0);
  });

  it('takes a slice without traffic for a good one', () => {
    const quiet = [{ good: 0, total: 0 }];
    for (const method of ['Occurrences', 'Timeslices', 'RatioTimeslices'] as const) {
      expect(errorBudget({ method, objective: 0.99, slices: quiet }).spent).to.equal(0);
    }
    close(errorBudget({ method: 'Timeslices', objective: 0.99, slices: quiet }).budget, 0.01);
  });

  it('is NaN for what cannot be', () => {
    const nothing = { budget: NaN, spent: NaN, remaining: NaN };
    const method: BudgetingMethod = 'Timeslices';
    expect(errorBudget({ method, objective: 2, slices })).to.deep.equal(nothing);
    expect(errorBudget({ method, objective: 0.9, slices, sliceTarget: -1 })).to.deep.equal(nothing);
    expect(errorBudget({ method, objective: 0.9, slices: [{ good: 2, total: 1 }] })).to.deep.equal(nothing);
    expect(errorBudget({ method, objective: 0.9, slices: [{ good: NaN, total: 1 }] })).to.deep.equal(nothing);
  });

  it('adds up, whatever it is given', () => {
    const slice = fc.record({ good: anyNumber, total: anyNumber });
    const method = fc.constantFrom<BudgetingMethod>('Occurrences', 'Timeslices', 'RatioTimeslices');
    fc.assert(
      fc.property(method, ratio, fc.array(slice), (chosen, objective, some) => {
        const result = errorBudget({ method: chosen, objective, slices: some });
        expect(result.remaining).to.deep.equal(result.budget - result.spent);
      }),
    );
  });
});
