import { describe, it } from 'node:test';
import { expect } from 'chai';
import '../../../src/i18n/de/index.js';
import { goldenSignals as german } from '../../../src/i18n/de/golden-signals.js';
import { figure as germanFigure } from '../../../src/i18n/de/figure.js';
import { figure } from '../../../src/i18n/en/figure.js';
import { goldenSignals as english } from '../../../src/i18n/en/golden-signals.js';
import { formatIn } from '../../../src/i18n/format.js';
import type { SignalsAt } from '../../../src/simulations/golden-signals/golden-signals.model.js';
import { sentenceOf, situationOf, type Situation } from '../../../src/simulations/golden-signals/situation.js';
import { moment } from './fixture.js';

const OBJECTIVES = { latencyObjective: 0.5, errorObjective: 0.01 };
const MEASURING = { scrapeSeconds: 2, rangeSeconds: 15 };
const say = (now: SignalsAt | undefined): string =>
  sentenceOf(now, OBJECTIVES, MEASURING, { text: english, format: formatIn('en', figure) });

const busy = (cpu: number, workers = 0.05): SignalsAt['usages'] => ({
  ...moment().usages,
  cpu: { utilization: cpu, saturation: 0, errors: 0 },
  workers: { utilization: workers, saturation: 0, errors: 0 },
});
const rejected = { ...moment().causes, rejected: 0.15, timeout: 0.05 };

const MOMENTS: readonly (readonly [Situation, string, SignalsAt | undefined, string])[] = [
  ['begin', 'before anything was scraped', undefined, 'Press *Play*'],
  ['begin', 'while a rate has one scrape only', moment({ seconds: 2, traffic: NaN }), 'Press *Play*'],
  ['silent', 'where there is nothing to measure any more', moment({ traffic: NaN }), 'Nobody is served'],
  ['silent', 'where nobody comes', moment({ traffic: 0 }), 'Nobody is served'],
  ['healthy', 'where all is well', moment(), 'p99 is *120 ms*, within its objective of 500 ms. Fullest: CPU, *45 %*.'],
  [
    'saturated',
    'where something is nearly full and nobody feels it',
    moment({ usages: busy(0.88) }),
    '*88 %* of the CPU in use, and p99 still *120 ms*. Saturation leads: latency is next.',
  ],
  [
    'saturated',
    'where many wait, whatever the mean of the window says',
    moment({ queues: { cpu: 12 } }),
    '*100 %* of the CPU in use, and p99 still *120 ms*.',
  ],
  [
    'slow',
    'where it is full and slow',
    moment({ usages: busy(1), p99: 2.1, waiting: 130 }),
    'p99 is *2.1 s*, 4.2x its objective: the CPU is full, and *130* wait.',
  ],
  [
    'slow',
    'in the first seconds of a spike, when many wait and the window has hardly seen it',
    moment({ usages: busy(0.55), queues: { cpu: 40 }, p99: 0.6, waiting: 120 }),
    'p99 is *600 ms*, 1.2x its objective: the CPU is full, and *120* wait.',
  ],
  [
    'slow',
    'where all workers wait for somebody',
    moment({ usages: busy(0.2, 0.99), p99: 3, waiting: 7 }),
    'p99 is *3 s*, 6x its objective: all workers are busy, and *7* wait.',
  ],
  [
    'strained',
    'where it is busy enough to be slow, and not full',
    moment({ usages: busy(NaN, 0.84), p99: 0.69 }),
    'p99 is *690 ms*, 1.38x its objective: with *84 %* of the workers in use, requests queue.',
  ],
  [
    'slowElsewhere',
    'where it is slow and nothing is full',
    moment({ p99: 1 }),
    'p99 is *1 s*, 2x its objective, yet nothing here is full: it waits for *something it calls*.',
  ],
  [
    'failing',
    'where it is full and fails, with the cause of most',
    moment({ usages: busy(1), p99: 2, errorRatio: 0.2, causes: rejected }),
    '*20 %* of the requests fail (rejected), and p99 is *2 s*: the CPU is full.',
  ],
  [
    'failingElsewhere',
    'where it fails and nothing is full',
    moment({ errorRatio: 0.3, causes: { ...moment().causes, exception: 0.3 } }),
    '*30 %* of the requests fail (exception), p99 is *120 ms*, and nothing here is full',
  ],
];

describe('situationOf', () => {
  for (const [situation, when, now, sentence] of MOMENTS) {
    it(`is ${situation} ${when}`, () => {
      expect(situationOf(now, OBJECTIVES, MEASURING)).to.equal(situation);
      expect(say(now)).to.contain(sentence);
    });
  }

  it('is blind where a window holds fewer than two scrapes, whatever is going on', () => {
    for (const [scrapeSeconds, rangeSeconds] of [
      [15, 15],
      [15, 10],
      [30, 30],
    ] as const) {
      expect(situationOf(moment({ traffic: NaN }), OBJECTIVES, { scrapeSeconds, rangeSeconds })).to.equal('blind');
    }
    expect(situationOf(moment(), OBJECTIVES, { scrapeSeconds: 15, rangeSeconds: 30 })).to.equal('healthy');
  });

  it('errors come before latency, and latency before saturation: the worst is told', () => {
    const worst = moment({ usages: busy(1), p99: 9, errorRatio: 0.5 });
    expect(situationOf(worst, OBJECTIVES, MEASURING)).to.equal('failing');
    expect(situationOf({ ...worst, errorRatio: 0 }, OBJECTIVES, MEASURING)).to.equal('slow');
    expect(situationOf({ ...worst, errorRatio: 0, p99: 0.1 }, OBJECTIVES, MEASURING)).to.equal('saturated');
  });

  it('counts what is exactly at its objective as kept', () => {
    expect(situationOf(moment({ p99: 0.5, errorRatio: 0.01 }), OBJECTIVES, MEASURING)).to.equal('healthy');
  });

  it('has a sentence without gaps for every moment, in both languages', () => {
    const all = [...MOMENTS.map(([, , now]) => now), moment({ p99: NaN, p50: NaN, mean: NaN })];
    for (const now of all) {
      for (const [text, format] of [
        [english, formatIn('en', figure)],
        [german, formatIn('de', germanFigure)],
      ] as const) {
        const sentence = sentenceOf(now, OBJECTIVES, MEASURING, { text, format });
        expect(sentence).not.to.match(/NaN|undefined|Infinity|×-/);
        expect((sentence.match(/\*/g) ?? []).length % 2, sentence).to.equal(0);
      }
    }
  });
});
