import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  expectedGain,
  NOTHING_KNOWN,
  type Known,
} from '../../../src/simulations/blind-vs-observable/diagnosis/diagnosis.model.js';
import { nextStep } from '../../../src/simulations/blind-vs-observable/probes/expert.model.js';
import { Expert } from '../../../src/simulations/blind-vs-observable/replay/replayed-incidents.model.js';
import { LOOKS, SIDES } from '../../../src/simulations/blind-vs-observable/probes/probes.model.js';
import { SIGNS } from '../../../src/simulations/blind-vs-observable/incident/symptoms.model.js';
import { REMEDIES, type Remedy } from '../../../src/simulations/blind-vs-observable/diagnosis/suspects.model.js';

const SPIKE: Known = { signs: new Map([['traffic', 'more']]), failed: [] };

describe('The expert', () => {
  for (const side of SIDES) {
    it(`takes the look with the most bits a minute on the ${side} side`, () => {
      const best = LOOKS.filter((look) => look.side === side).toSorted(
        (a, b) => expectedGain(NOTHING_KNOWN, b) / b.minutes - expectedGain(NOTHING_KNOWN, a) / a.minutes,
      )[0]!;
      expect(nextStep(side, NOTHING_KNOWN, 0.9)).to.deep.equal({ look: best.id });
    });

    it(`acts on the ${side} side as soon as a remedy fits with the chance that is asked for, and not before`, () => {
      // 16.5 / 22.5 for the spike, and 0.5 / 22.5 for lost machines, which the same remedy fits.
      const chance = 17 / 22.5;
      expect(nextStep(side, SPIKE, chance - 0.001)).to.deep.equal({ remedy: 'scale-out-order' });
      expect(nextStep(side, SPIKE, chance + 0.001)).to.have.property('look');
    });

    it(`tries the likeliest remedy on the ${side} side when no look says anything more, and gives up after the last`, () => {
      const signs = new Map(SIGNS.map(({ id, outcomes }) => [id, outcomes[0]!]));
      expect(nextStep(side, { signs, failed: [] }, 1)).to.have.property('remedy');
      expect(nextStep(side, { signs, failed: Object.keys(REMEDIES) as Remedy[] }, 1)).to.equal(undefined);
    });
  }

  it('never looks where only the other side can', () => {
    for (const side of SIDES) {
      const step = nextStep(side, NOTHING_KNOWN, 0.9);
      expect(LOOKS.find((look) => step && 'look' in step && look.id === step.look)?.side).to.equal(side);
    }
  });

  it('decides the same when it remembers', () => {
    const expert = new Expert(0.9);
    for (const side of SIDES) {
      expect(expert.next(side, SPIKE)).to.deep.equal(nextStep(side, SPIKE, 0.9));
      expect(expert.next(side, SPIKE)).to.equal(expert.next(side, SPIKE));
    }
  });
});
