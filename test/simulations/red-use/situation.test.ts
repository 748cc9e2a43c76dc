import { describe, it } from 'node:test';
import { expect } from 'chai';
import { figure } from '../../../src/i18n/en/figure.js';
import { redUse } from '../../../src/i18n/en/red-use.js';
import { formatIn } from '../../../src/i18n/format.js';
import { sentenceFrom, type Move, type RedUseEvidence } from '../../../src/simulations/red-use/situation.js';
import { plainText } from '../../../src/ui/element/rich-text.js';
import { expectSentencesOf } from '../../sentence-table.js';

const words = {
  text: redUse,
  format: formatIn('en', figure),
  clock: (seconds: number) => `1:${String(seconds - 60).padStart(2, '0')}`,
};
const say = (evidence: Partial<RedUseEvidence>): string =>
  plainText(sentenceFrom({ measuringSeconds: 0, cells: 126, moves: [], isDiagnosing: false, ...evidence }, words));

const disk: Move = { name: 'postgres disk, saturation', value: '39', seconds: 74, isSymptom: false, isBack: false };
const cpu: Move = { ...disk, name: 'postgres CPU, saturation', value: '7', seconds: 76 };
const slow: Move = { name: 'payment-service, duration', value: '2 s', seconds: 82, isSymptom: true, isBack: false };
const back = (move: Move): Move => ({ ...move, isBack: true });

const CASES: readonly (readonly [situation: string, Partial<RedUseEvidence>, sentence: string, evidence: string])[] = [
  [
    'healthy',
    {},
    'Every one of 126 cells is where it usually is. Break something, and see which leaves first.',
    'no cell was outside its baseline for three scrapes in a row',
  ],
  [
    'one resource first, users later',
    { moves: [disk, slow] },
    'postgres disk, saturation left first, at 1:14: 39 now. payment-service, duration followed 8 s later.',
    'the next cell left more than two scrapes later',
  ],
  [
    'nobody has noticed',
    { moves: [disk] },
    'postgres disk, saturation left first, at 1:14: 39 now. No service is slower, and none fails: nobody has noticed yet.',
    'no errors or duration of any service left its baseline',
  ],
  [
    'equals',
    { moves: [disk, cpu] },
    'postgres disk, saturation · postgres CPU, saturation moved from 1:14 on, within two scrapes of one another: which of them was first is not known. No service is slower, and none fails: nobody has noticed yet.',
    'two cells left within two scrapes',
  ],
  [
    'a symptom among the equals',
    { moves: [{ ...slow, seconds: 74 }, cpu] },
    'payment-service, duration · postgres CPU, saturation moved from 1:14 on, within two scrapes of one another: which of them was first is not known.',
    'the same; a symptom is not told as a cause',
  ],
  [
    'the first is back, others are not',
    { moves: [back(disk), slow] },
    'postgres disk, saturation left first, at 1:14: 39 now. That is back; still outside: payment-service, duration (1 in all).',
    'the first cell was within its baseline for three scrapes, another was not',
  ],
  [
    'recovered',
    { moves: [back(disk), back(slow)] },
    'Everything is back at its baseline. First to move, at 1:14: postgres disk, saturation.',
    'all cells that left were within their baselines for three scrapes',
  ],
  [
    'diagnosing',
    { moves: [disk, slow], isDiagnosing: true },
    'Something has been wrong since 1:14. Which resource of which service is it?',
    'a cell left; which one is not told',
  ],
];

describe('The sentence of RED and USE', () => {
  for (const [situation, evidence, sentence] of CASES) {
    it(`follows from the evidence: ${situation}`, () => {
      expect(say(evidence)).to.equal(sentence);
    });
  }

  it('calls nothing first on a lead that scrapes could make', () => {
    expect(say({ moves: [disk, { ...cpu, seconds: 78 }] })).to.contain('which of them was first is not known');
    expect(say({ moves: [disk, { ...cpu, seconds: 79 }] })).to.contain('left first');
  });

  it('lists three equals and counts the others', () => {
    expect(say({ moves: [disk, cpu, cpu, cpu, cpu] })).to.contain(' and 2 more moved from 1:14');
  });

  it('stands on the model page with its evidence', async () => {
    await expectSentencesOf(
      'red-use',
      CASES.map(([situation, , sentence, evidence]) => ({ situation, sentence, evidence })),
    );
  });
});
