import { expect } from '@open-wc/testing';
import { HUNDRED, watched } from './helpers.js';

describe('A hundred seeds without a fault', function hundred() {
  this.timeout(115_000);

  // None in a hundred: the rate of false alarms is below 3 % a run, with 95 % confidence (the rule of three).
  it('mark no cell in the forty seconds after the quiet minute', () => {
    const marked = HUNDRED.flatMap((seed) =>
      watched('', 100, { seed, rate: 60 }).model.departures.map(
        ({ cell, seconds }) => `${seed}: ${cell.key} ${seconds}`,
      ),
    );
    expect(marked).to.deep.equal([]);
  });
});
