import { describe, it } from 'node:test';
import { expect } from 'chai';
import { seeds } from '../../seeds.js';
import { watched } from './watched.js';

describe('Seeds without a fault', () => {
  // None in a hundred: the rate of false alarms is below 3 % a run, with 95 % confidence (the rule of three).
  it('mark no cell in the forty seconds after the quiet minute', () => {
    const marked = seeds(4, 100).flatMap((seed) =>
      watched('', 100, { seed, rate: 60 }).model.departures.map(
        ({ cell, seconds }) => `${seed}: ${cell.key} ${seconds}`,
      ),
    );
    expect(marked).to.deep.equal([]);
  });
});
