import { describe, it } from 'node:test';
import { expect } from 'chai';
import { goldenSignals as german } from '../../../../src/i18n/de/golden-signals.js';
import { figure as germanFigure } from '../../../../src/i18n/de/figure.js';
import { figure } from '../../../../src/i18n/en/figure.js';
import { goldenSignals as english } from '../../../../src/i18n/en/golden-signals.js';
import { formatIn } from '../../../../src/i18n/format.js';
import { plainText } from '../../../../src/ui/element/rich-text.js';
import type { SignalsAt } from '../../../../src/simulations/golden-signals/golden-signals.model.js';
import { quantileText, sentenceOf } from '../../../../src/simulations/golden-signals/verdict/sentence.js';
import {
  situationOf,
  verdictOf,
  type Situation,
} from '../../../../src/simulations/golden-signals/verdict/verdict.model.js';
import { expectSentencesOf } from '../../../sentence-table.js';
import { moment } from '../fixture.js';

const OBJECTIVES = { latencyObjective: 0.5, errorObjective: 0.01 };
const MEASURING = { scrapeSeconds: 2, rangeSeconds: 15 };
const ENGLISH = { text: english, format: formatIn('en', figure) };
const say = (now: SignalsAt | undefined): string => plainText(sentenceOf(now, OBJECTIVES, MEASURING, ENGLISH));

const usage = (utilization: number, saturation = 0) => ({ utilization, saturation, errors: 0 });
const busy = (cpu: number, workers = 0.05, waiting = 0): SignalsAt['usages'] => ({
  ...moment().usages,
  cpu: usage(cpu, waiting),
  workers: usage(workers),
});
const NONE = moment().causes;
const GOOD_NOW = { seconds: 4, servedP99: 0.12, errorRatio: 0, traffic: 100 };
const slowCall = [{ to: 'payment-service', p99: 2.04, failed: 0 }];
const failedCalls = [{ to: 'payment-service', p99: 0.01, failed: 0.6 }];

interface Case {
  readonly when: string;
  readonly situation: Situation;
  readonly now: SignalsAt | undefined;
  readonly sentence: string;
  readonly evidence: string;
}

const CASES: readonly Case[] = [
  {
    when: 'before anything was scraped',
    situation: 'begin',
    now: undefined,
    sentence:
      'Press Play, then overload the service: saturation moves first, then latency, then errors. In an outage, errors come first.',
    evidence: 'no scrape, or one only',
  },
  {
    when: 'idle',
    situation: 'idle',
    now: moment({ traffic: 0 }),
    sentence: 'No requests in the last 15 s: the service is idle, so there is no latency.',
    evidence: 'scraped, and no request counted in the window',
  },
  {
    when: 'no data',
    situation: 'noData',
    now: moment({ traffic: NaN }),
    sentence:
      'No data: in the last 8 s no process of this service was scraped twice. Whether anybody is served is not known from here.',
    evidence: 'no two scrapes of any process within four scrape intervals',
  },
  {
    when: 'the newest scrape missing',
    situation: 'healthy',
    now: moment({ recent: { seconds: 4, servedP99: NaN, errorRatio: NaN, traffic: NaN } }),
    sentence:
      'p99 is 100 ms, within its objective of 500 ms. Fullest: CPU, 45 %. The newest scrapes are missing: this is what was before.',
    evidence: 'the window has samples, the last two scrapes have not',
  },
  {
    when: 'healthy',
    situation: 'healthy',
    now: moment(),
    sentence: 'p99 is 100 ms, within its objective of 500 ms. Fullest: CPU, 45 %.',
    evidence: 'errors and p99 of successes within their objectives, all resources below 80 %',
  },
  {
    when: 'nearly full, and nobody feels it',
    situation: 'saturated',
    now: moment({ usages: busy(0.88) }),
    sentence: 'Saturation: 88 % of the CPU in use. p99 is still 100 ms; with more load, latency follows.',
    evidence: 'a resource at 80 % or more over two scrapes',
  },
  {
    when: 'a queue in the first second of a spike',
    situation: 'saturated',
    now: moment({ usages: busy(0.55, 0.05, 36), queues: { cpu: 12 } }),
    sentence:
      'Saturation: requests queue for the CPU (36 waiting). p99 is still 100 ms; with more load, latency follows.',
    evidence: 'five or more wait for each unit; the utilization is not yet full, and is not said to be',
  },
  {
    when: 'full and slow',
    situation: 'slow',
    now: moment({ usages: busy(1, 0.05, 130), p99: 2.1 }),
    sentence: 'p99 is 2 s, 4x its objective: the CPU is full (130 waiting).',
    evidence: 'p99 of successes above its objective; a resource at 95 % or more',
  },
  {
    when: 'a slow call',
    situation: 'slow',
    now: moment({ p99: 2.1, calls: slowCall }),
    sentence: 'p99 is 2 s, 4x its objective: calls to payment-service take up to 2 s (p99).',
    evidence: 'p99 of the calls to that service is at least half of the objective, over two scrapes',
  },
  {
    when: 'two causes at once',
    situation: 'slow',
    now: moment({ usages: busy(1, 0.05, 130), p99: 12, calls: slowCall }),
    sentence:
      'p99 is ≥ 10 s, ≥ 20x its objective: the CPU is full (130 waiting), and calls to payment-service take up to 2 s (p99).',
    evidence: 'both of the above; above the last bucket only "at least" is known',
  },
  {
    when: 'slow, and no signal says why',
    situation: 'slow',
    now: moment({ p99: 1 }),
    sentence: 'p99 is 1 s, 2x its objective: nothing here is full and no call explains it, so look at what changed.',
    evidence: 'all resources below 80 %, all calls faster than half of the objective',
  },
  {
    when: 'slow, and nothing is known of the resources',
    situation: 'slow',
    now: moment({ p99: 1, usages: {}, queues: {} }),
    sentence: 'p99 is 1 s, 2x its objective: how full its resources are is not known, because no scrape says so.',
    evidence: 'no sample of any resource',
  },
  {
    when: 'the queue of an overload coming out',
    situation: 'slow',
    now: moment({ p99: 4, before: { usages: busy(1), queues: {}, queueShare: 0 } }),
    sentence: 'p99 is 4 s, 8x its objective: requests that waited for the CPU a moment ago are still coming out.',
    evidence: 'the resource was full two scrapes ago and is not now',
  },
  {
    when: 'recovered, the past still in the window',
    situation: 'recovering',
    now: moment({ p99: 4, errorRatio: 0.1, causes: { ...NONE, rejected: 0.1 }, recent: GOOD_NOW }),
    sentence:
      'Recovered in the last 4 s: p99 100 ms, 0 % fail. The window of 15 s still holds what was before: p99 4 s, 10 % failed.',
    evidence: 'an objective is missed over the window, both are kept over two scrapes, and nothing is full',
  },
  {
    when: 'fast failures of a call',
    situation: 'failing',
    now: moment({
      errorRatio: 0.2,
      causes: { ...NONE, dependency: 0.2 },
      calls: failedCalls,
      failedP50: 0.003,
    }),
    sentence:
      '20 % of the requests fail (failed dependency), while p99 of the successful ones is 100 ms, within its objective: 60 % of the calls to payment-service fail. Half of the failures take less than 5 ms: a fast failure is not fast, it only makes the latency of all requests look better.',
    evidence:
      'failures with status 502 or 504 above the objective, and 5 % or more of the calls failed; p50 of failures below half of that of successes',
  },
  {
    when: 'full and failing',
    situation: 'failing',
    now: moment({ usages: busy(1, 0.05, 130), p99: 2, errorRatio: 0.2, causes: { ...NONE, rejected: 0.2 } }),
    sentence:
      '20 % of the requests fail (rejected), and p99 of the successful ones is 2 s, 4x its objective: the CPU is full (130 waiting).',
    evidence: 'errors and p99 of successes above their objectives; a resource at 95 % or more',
  },
  {
    when: 'its own code throws',
    situation: 'failing',
    now: moment({ errorRatio: 0.3, causes: { ...NONE, exception: 0.3 } }),
    sentence:
      '30 % of the requests fail (exception), while p99 of the successful ones is 100 ms, within its objective: its own code throws, so look at what changed.',
    evidence: 'failures with status 500 above the objective',
  },
  {
    when: 'nobody is served',
    situation: 'failing',
    now: moment({
      errorRatio: 1,
      causes: { ...NONE, dependency: 1 },
      calls: failedCalls,
      served: { p50: NaN, p99: NaN },
    }),
    sentence: '100 % of the requests fail (failed dependency): 60 % of the calls to payment-service fail.',
    evidence: 'no successful request in the window, so no latency is told',
  },
];

describe('The verdict of the golden signals', () => {
  for (const { when, situation, now, sentence } of CASES) {
    it(`follows from the evidence: ${when}`, () => {
      expect(situationOf(now, OBJECTIVES, MEASURING)).to.equal(situation);
      expect(say(now)).to.equal(sentence);
    });
  }

  it('stands on the model page with its evidence', async () => {
    const rows = CASES.map(({ when, sentence, evidence }) => ({ situation: when, sentence, evidence }));
    await expectSentencesOf('golden-signals', rows);
  });

  it('knows nothing of a window that cannot hold two scrapes', () => {
    for (const rangeSeconds of [5, 14, 15]) {
      const measuring = { scrapeSeconds: 15, rangeSeconds };
      expect(situationOf(moment({ traffic: NaN }), OBJECTIVES, measuring)).to.equal('blind');
    }
    expect(situationOf(moment(), OBJECTIVES, { scrapeSeconds: 15, rangeSeconds: 30 })).to.equal('healthy');
  });

  it('does not call recovered what is not known, or what is still full', () => {
    const unknown = { seconds: 4, servedP99: NaN, errorRatio: NaN, traffic: NaN };
    for (const over of [
      { recent: unknown },
      { recent: GOOD_NOW, usages: busy(1) },
      { recent: GOOD_NOW, usages: {}, queues: {} },
    ]) {
      expect(situationOf(moment({ p99: 4, ...over }), OBJECTIVES, MEASURING)).to.equal('slow');
    }
  });

  it('blames a call only for what a call can do', () => {
    const rejected = moment({ errorRatio: 0.2, causes: { ...NONE, rejected: 0.2 }, calls: failedCalls });
    expect(verdictOf(rejected, OBJECTIVES, MEASURING).failingCalls).to.deep.equal([]);
    expect(say(moment({ p99: 2 }))).not.to.contain('payment-service');
  });

  it('counts what is exactly at its objective as kept', () => {
    expect(situationOf(moment({ p99: 0.5, errorRatio: 0.01 }), OBJECTIVES, MEASURING)).to.equal('healthy');
  });

  it('judges latency by the successful requests, however the failures pull it', () => {
    const fast = moment({
      p99: 0.01,
      errorRatio: 0.005,
      served: { p50: 0.4, p99: 2 },
      recent: { ...GOOD_NOW, servedP99: 2 },
    });
    expect(situationOf(fast, OBJECTIVES, MEASURING)).to.equal('slow');
    expect(say(fast)).to.match(/^p99 of the successful requests is 2 s/);
  });

  it('has a sentence without gaps for every moment, in two languages', () => {
    for (const now of [...CASES.map((one) => one.now), moment({ p99: NaN, p50: NaN, mean: NaN })]) {
      for (const words of [ENGLISH, { text: german, format: formatIn('de', germanFigure) }]) {
        const sentence = sentenceOf(now, OBJECTIVES, MEASURING, words);
        expect(sentence).not.to.match(/NaN|undefined|Infinity|×-/);
        expect((sentence.match(/\*/g) ?? []).length % 2, sentence).to.equal(0);
      }
    }
  });
});

describe('quantileText', () => {
  it('has no more digits than the bucket is wide, stays on its side of the objective, and knows where the buckets end', () => {
    const cases: readonly [number, string][] = [
      [0.467, '470 ms'],
      [0.4672, '470 ms'],
      [0.3, '300 ms'],
      [0.062, '60 ms'],
      [0.54, '540 ms'],
      [3.21, '3 s'],
      [10, '≥ 10 s'],
      [Infinity, '≥ 10 s'],
      [NaN, '–'],
    ];
    for (const [value, text] of cases) {
      expect(quantileText(value, 0.5, ENGLISH), String(value)).to.equal(text);
    }
  });
});
