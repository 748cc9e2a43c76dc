import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { readPlan, writePlan } from '../../../src/simulations/blind-vs-observable/blind-vs-observable.settings.js';
import { LOOKS, SIDES } from '../../../src/simulations/blind-vs-observable/probes/probes.model.js';
import { REMEDIES, type Remedy } from '../../../src/simulations/blind-vs-observable/diagnosis/suspects.model.js';

const step = (side: string) =>
  fc.oneof(
    fc.constantFrom(...LOOKS.filter((look) => look.side === side)).map(({ id }) => ({ look: id })),
    fc.constantFrom(...(Object.keys(REMEDIES) as Remedy[])).map((remedy) => ({ remedy })),
  );
const plan = fc.record({
  blind: fc.array(step('blind'), { maxLength: 20 }),
  observable: fc.array(step('observable'), { maxLength: 20 }),
});

describe('The looks in a link', () => {
  it('are read as they were written', () => {
    fc.assert(fc.property(plan, (one) => void expect(readPlan(writePlan(one))).to.deep.equal(one)));
  });

  it('are short text', () => {
    const written = writePlan({ blind: [{ look: 'count' }], observable: [{ look: 'trace' }, { remedy: 'flag-off' }] });
    expect(written).to.equal('blind count; observable trace !flag-off');
    expect(readPlan('')).to.deep.equal({ blind: [], observable: [] });
  });

  for (const hostile of [
    'abc',
    'blind dashboard',
    'observable count',
    'blind !constructor',
    'blind !__proto__',
    'blind toString',
    '__proto__ count',
    'blind count; blind count',
    'blind <img src=x onerror=alert(1)>',
    `blind ${'count '.repeat(61)}`,
    'blind count;'.repeat(100_000),
    'blind count NaN',
  ]) {
    it(`are refused as ${JSON.stringify(hostile.slice(0, 40))}`, () => {
      expect(readPlan(hostile)).to.equal(undefined);
    });
  }

  it('are read or refused, and never throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readPlan(text)));
  });

  it('exist on two sides', () => {
    expect(SIDES).to.deep.equal(['blind', 'observable']);
  });
});
