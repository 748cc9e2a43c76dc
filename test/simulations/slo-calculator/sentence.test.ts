import { describe, it } from 'node:test';
import { expect } from 'chai';
import { figure } from '../../../src/i18n/en/figure.js';
import { sloCalculator } from '../../../src/i18n/en/slo-calculator.js';
import { formatIn } from '../../../src/i18n/format.js';
import { whatIsLeft, type BudgetEvidence } from '../../../src/simulations/slo-calculator/sentence.js';
import { budgetStanding } from '../../../src/slo/index.js';
import { expectSentencesOf } from '../../sentence-table.js';

const DAY = 86_400;
/** 99.9% of 30 days. */
const BUDGET = 2592;
const english = formatIn('en', figure);

function evidence(spentSeconds: number, rest: Partial<BudgetEvidence> = {}): BudgetEvidence {
  return {
    standing: budgetStanding(spentSeconds, BUDGET),
    spent: spentSeconds,
    unit: 'minutes',
    requestsPerSecond: 100,
    budgetRequests: BUDGET * 100,
    restSeconds: 15 * DAY,
    ...rest,
  };
}

/** Each situation with what the calculator knows, what it says after "in 30 days", and why it may. */
const SITUATIONS: readonly (readonly [string, BudgetEvidence, string, string])[] = [
  [
    'nothing failed',
    evidence(0),
    ', or fail *259,200* requests.',
    'no spend; the budget in seconds × requests per second',
  ],
  [
    'part is spent',
    evidence(2100),
    '. You have used 35 min; *8 min 12 s* are left for the other 15 days.',
    'the spend is below the budget; days are those to the end of the window',
  ],
  [
    'exactly half is spent',
    evidence(1296),
    '. You have used 21 min 36 s; *21 min 36 s* are left for the other 15 days.',
    'the spend is half of the budget, to 1 part in 100 billion',
  ],
  [
    'spent to the second',
    evidence(2592),
    '. You have used 43 min 12 s, the whole budget: *0 s* are left, and the objective is just kept.',
    'spend and budget are equal, to 1 part in 100 billion',
  ],
  [
    'overspent',
    evidence(3000),
    '. You have used 50 min, *6 min 48 s* too much: the objective is missed.',
    'the spend is above the budget',
  ],
  [
    'the window is over',
    evidence(600, { restSeconds: 0 }),
    '. You have used 10 min; *33 min 12 s* were left at the end.',
    'the spend is below the budget, and no time is left',
  ],
  [
    'given in requests',
    evidence(2100, { spent: 210_000, unit: 'requests' }),
    '. You have used 210,000 failed requests; *49,200 failed requests* are left for the other 15 days.',
    'spend and rest in the unit that was typed',
  ],
  [
    'one request too many',
    evidence(2592.01, { spent: 259_201, unit: 'requests' }),
    '. You have used 259,201 failed requests, *1 failed request* too much: the objective is missed.',
    'the spend is above the budget, by one request',
  ],
];

describe('whatIsLeft', () => {
  for (const [situation, given, sentence] of SITUATIONS) {
    it(`says of a budget: ${situation}`, () => {
      expect(whatIsLeft(given, sloCalculator, english)).to.equal(sentence);
    });
  }

  it('stands with its evidence on the model page', async () => {
    await expectSentencesOf(
      'slo-calculator',
      SITUATIONS.map(([situation, , sentence, why]) => ({
        situation,
        sentence: `At 99.9% you may be down 43 min 12 s in 30 days${sentence}`,
        evidence: why,
      })),
    );
  });
});
