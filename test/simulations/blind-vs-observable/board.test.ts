import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  ALL_REMEDIES,
  bestRemedy,
  boardOf,
  chanceOf,
  entropy,
  expectedGain,
  leaderOf,
  NOTHING_KNOWN,
  type Known,
} from '../../../src/simulations/blind-vs-observable/diagnosis/diagnosis.model.js';
import { LOOK_BY_ID, LOOKS } from '../../../src/simulations/blind-vs-observable/probes/probes.model.js';
import { COUNTS } from '../../../src/simulations/blind-vs-observable/diagnosis/likelihoods.data.js';
import { SIGNS } from '../../../src/simulations/blind-vs-observable/incident/symptoms.model.js';
import { REMEDIES, SUSPECTS } from '../../../src/simulations/blind-vs-observable/diagnosis/suspects.model.js';

const known = (signs: Record<string, string>, failed: Known['failed'] = []): Known => ({
  signs: new Map(Object.entries(signs)),
  failed,
});

/** Any readings whatever. */
const anything = fc.array(
  fc.constantFrom(...SIGNS).chain(({ id, outcomes }) => fc.tuple(fc.constant(id), fc.constantFrom(...outcomes))),
  { maxLength: 12 },
);

describe('The board of suspects', () => {
  it('has one suspect for each fault of the shop, all equally likely while nothing is known', () => {
    expect(SUSPECTS).to.have.length(13);
    for (const chance of boardOf(NOTHING_KNOWN)) expect(chance).to.be.closeTo(1 / 13, 1e-12);
    expect(entropy(boardOf(NOTHING_KNOWN))).to.be.closeTo(Math.log2(13), 1e-9);
  });

  it('follows Bayes, by hand: more traffic was seen in all 16 readings of a spike, and in none of any other cause', () => {
    const rows = COUNTS['traffic']!.split(' ');
    expect(rows[SUSPECTS.indexOf('traffic-spike')]).to.equal('0,0,16');
    expect(rows.filter((row) => row.endsWith(',0'))).to.have.length(12);
    // (16 + 0.5) / (16 + 3 · 0.5) against twelve times 0.5 / 17.5: 16.5 / (16.5 + 6).
    const board = boardOf(known({ traffic: 'more' }));
    expect(chanceOf(board, 'traffic-spike')).to.be.closeTo(16.5 / 22.5, 1e-12);
    expect(chanceOf(board, 'slow-query')).to.be.closeTo(0.5 / 22.5, 1e-12);
  });

  it('makes the suspects of a remedy that did not help twenty times less likely', () => {
    const board = boardOf(known({}, ['fail-over-card']));
    expect(chanceOf(board, 'slow-dependency') / chanceOf(board, 'bad-deploy')).to.be.closeTo(1 / 20, 1e-12);
  });

  it('is a distribution, whatever is seen and in whatever order', () => {
    fc.assert(
      fc.property(anything, (readings) => {
        const last = new Map(readings);
        const board = boardOf({ signs: last, failed: [] });
        const backwards = boardOf({ signs: new Map([...last].reverse()), failed: [] });
        expect(board.reduce((sum, chance) => sum + chance, 0)).to.be.closeTo(1, 1e-9);
        for (const [i, chance] of board.entries()) expect(backwards[i]).to.be.closeTo(chance, 1e-9);
        expect(board.every((chance) => chance > 0)).to.equal(true);
      }),
      { numRuns: 100 },
    );
  });

  it('names the likeliest', () => {
    expect(leaderOf(boardOf(known({ network: 'lost' })))).to.equal('packet-loss');
  });

  it('sums over the suspects that one remedy fits', () => {
    const best = bestRemedy(boardOf(NOTHING_KNOWN), []);
    // Three suspects each for a roll-back of payments and for the other card processor; the first of them is named.
    expect(best?.remedy).to.equal('roll-back-payment');
    expect(best?.chance).to.be.closeTo(3 / 13, 1e-12);
    expect(bestRemedy(boardOf(NOTHING_KNOWN), ALL_REMEDIES)).to.equal(undefined);
    expect([...ALL_REMEDIES].sort()).to.deep.equal(Object.keys(REMEDIES).sort());
  });
});

describe('The expected gain of a look', () => {
  it('is the mutual information, by the definition', () => {
    // One sign of two outcomes: H(C) - Σ P(o) H(C | o), with the conditional boards from Bayes.
    const look = LOOK_BY_ID.get('ping-database')!;
    const shares = COUNTS['network']!.split(' ').map((row) => {
      const [usual = 0, lost = 0] = row.split(',').map(Number);
      return (lost + 0.5) / (usual + lost + 1);
    });
    const lost = shares.reduce((sum, share) => sum + share / 13, 0);
    const bits = (chances: readonly number[]) => chances.reduce((sum, p) => sum - p * Math.log2(p), 0);
    const left =
      lost * bits(shares.map((share) => share / 13 / lost)) +
      (1 - lost) * bits(shares.map((share) => (1 - share) / 13 / (1 - lost)));
    expect(expectedGain(NOTHING_KNOWN, look)).to.be.closeTo(Math.log2(13) - left, 1e-9);
  });

  it('is never below zero, never above what is unknown, and nothing for a look whose signs are known', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...LOOKS), (readings, look) => {
        const now: Known = { signs: new Map(readings), failed: [] };
        const gain = expectedGain(now, look);
        expect(gain).to.be.at.least(-1e-9);
        expect(gain).to.be.at.most(entropy(boardOf(now)) + 1e-9);
        const signs = new Map(now.signs);
        for (const sign of look.signs) signs.set(sign, 'none');
        expect(expectedGain({ signs, failed: [] }, look)).to.be.closeTo(0, 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});
