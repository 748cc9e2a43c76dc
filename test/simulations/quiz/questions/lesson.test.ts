import { describe, it } from 'node:test';
import { expect } from 'chai';
import { figure } from '../../../../src/i18n/en/figure.js';
import { quiz } from '../../../../src/i18n/en/quiz.js';
import { formatIn } from '../../../../src/i18n/format.js';
import { text as textIn } from '../../../../src/i18n/languages.js';
import { lessonQuestions } from '../../../../src/simulations/quiz/questions/lesson.js';
import type { Question } from '../../../../src/simulations/quiz/quiz.model.js';
import { selfTime } from '../../../../src/telemetry/traces/self-time.js';
import type { Span, Trace } from '../../../../src/telemetry/traces/trace.js';
import { LANGUAGES } from '../../../i18n/all.js';
import { seeds } from '../../../seeds.js';

const english = formatIn('en', figure);
const lesson = (seed: number): Question[] => lessonQuestions('all', seed, quiz.lesson, english, figure.millisecond);
function lessonIn(language: string, seed: number): Question[] {
  const translated = textIn(language, 'figure', figure);
  const { lesson: text } = textIn(language, 'quiz', quiz);
  return lessonQuestions('all', seed, text, formatIn(language, translated), translated.millisecond);
}
const texts = (question: Question | undefined): string =>
  [question?.text, question?.why, ...(question?.answers ?? []).flatMap(({ text, why }) => [text, why])].join('\n');

const NAMES = [
  'failingPayments',
  'meanOfTwoKinds',
  'tailOfVisits',
  'roomLeft',
  'poolLimit',
  'budgetLeft',
  'bothNeeded',
  'riskyRelease',
  'fastBurn',
  'noisyAlert',
  'worthAPage',
  'linesOfASecond',
  'nestedSpans',
  'beforeLaunch',
];
const named = (name: string, seed: number = 1): Question => lesson(seed)[NAMES.indexOf(name)]!;
const rightIn = (question: Question): string[] => question.answers.flatMap(({ text, right }) => (right ? text : []));
const wrongIn = (question: Question): string[] => question.answers.flatMap(({ text, right }) => (right ? [] : text));

/** Worked out by hand, with seed 1: the lesson's figures. */
const byHand: Readonly<Record<string, readonly string[]>> = {
  // 0.08 / 0.001 = 80; 30 d / 80 = 720 h / 80 = 9 h
  failingPayments: ['8 % of all payments', 'burn at 80x', 'in 9 h'],
  // (99 × 10 + 4050) / 100 = 50.4; (10 + 4050) / 2 = 2030
  meanOfTwoKinds: ['Of 100 requests 1 took 4,050 ms, all others 10 ms', '50.4 ms, which', '2,030 ms, halfway'],
  // 1 − 0.99^20 = 0.1821; 20 × 0.01 = 0.2; 0.99^20 = 0.8179
  tailOfVisits: ['makes 20 requests', '\n18 %\n', '\n20 %\n', '\n82 %\n', '\n1 %\n'],
  // 1 / 0.95 − 1 = 0.0526; 500 × 0.0526 = 26.3
  roomLeft: ['500 requests a second', 'busy 95 %', '5 % more traffic, 26 requests a second'],
  // 20 / 0.08 = 250; 20 × 80 = 1600; 1 / 0.08 = 12.5
  poolLimit: [
    '20 connections',
    '80 ms',
    '\n250 a second\n',
    '\n1,600 a second\n',
    '\n12.5 a second\n',
    '\n20 a second\n',
  ],
  // 43.2 − 35 = 8.2 min; 43.2 / 2 = 21.6; 21.6 − 35 = −13.4; 432 − 35 = 397 min
  budgetLeft: ['99.9 %', 'day 15', '35 min', '\n8 min 12 s\n', '\n21 min 36 s\n', '\n−13 min 24 s\n', '\n6 h 37 min\n'],
  // 0.9995 × 0.9999 = 0.99940005; mean 0.9997; 1 − 0.0005 × 0.0001 = 0.99999995
  bothNeeded: ['(99.95 %)', '(99.99 %)', '\n99.94 %\n', '\n99.95 %\n', '\n99.97 %\n', '\n99.999995 %\n'],
  // 15 × 0.3 = 4.5 min; 15 − 5 = 10 min
  riskyRelease: ['5 min of the error budget', '30 %', 'costs 15 min', 'cost is 4 min 30 s', 'overspent by 10 min'],
  // 720 h / 14.4 = 50 h; 1 / 720 × 14.4 = 0.02; 14.4 h = 14 h 24 min
  fastBurn: ['burns at 14.4x', 'After 2 d 2 h', 'it spends 2 %', 'After 14 h 24 min', 'After 30 d', 'After 1 h\n'],
  // 2 / 15 = 0.133; 15 − 2 = 13
  noisyAlert: ['fired 15 times', 'right 2 times', 'precision is 13 %', '13 times for nothing'],
  // 0.02 / 0.001 = 20; 720 h / 20 = 36 h
  worthAPage: ['2 % of all payments', 'burns at 20x', 'in 1 d 12 h'],
  // 1200 × 5 = 6000
  linesOfASecond: ['1,200 requests a second with 5 lines each: 6,000 lines'],
  // 50 + 4850 = 4900; 5 + 20 + 4900 = 4925
  nestedSpans: ['gateway 4,925 ms', 'auth 20 ms', 'orders 4,900 ms', 'query 4,850 ms', '; 50 ms are', '; 5 ms are'],
  beforeLaunch: [],
};

const rightByHand: Readonly<Record<string, readonly RegExp[]>> = {
  failingPayments: [/^How many fail, since when/],
  meanOfTwoKinds: [/^50\.4 ms/],
  tailOfVisits: [/^18 %$/],
  roomLeft: [/^Find what keeps it busy/],
  poolLimit: [/^250 a second$/],
  budgetLeft: [/^8 min 12 s$/],
  bothNeeded: [/^99\.94 %$/],
  riskyRelease: [/^Not like this/],
  fastBurn: [/^After 2 d 2 h$/],
  noisyAlert: [/^Page on what users feel/],
  worthAPage: [/^2 % of all payments/, /^For five minutes nobody/],
  linesOfASecond: [/^trace_id$/],
  nestedSpans: [/^In the query/],
  beforeLaunch: [/^Rate, errors/, /^Log records/, /^Trace context/, /^An objective/],
};

describe('the lesson’s questions', () => {
  for (const [name, expected] of Object.entries(byHand)) {
    it(`have in ${name} the figures that were worked out by hand`, () => {
      for (const figures of expected) expect(`\n${texts(named(name))}\n`).to.contain(figures);
    });
  }

  for (const [name, expected] of Object.entries(rightByHand)) {
    it(`call right in ${name} what is right`, () => {
      const right = rightIn(named(name));
      expect(right.length).to.equal(expected.length);
      for (const text of expected)
        expect(
          right.some((answer) => text.test(answer)),
          String(text),
        ).to.equal(true);
    });
  }

  it('cover the nine topics, each with a question of its own', () => {
    const topics = [
      'pillars',
      'golden-signals',
      'red-use',
      'slo',
      'error-budget',
      'alerting',
      'logging',
      'tracing',
      'launch',
    ] as const;
    const about = topics.map((topic) => lessonQuestions(topic, 1, quiz.lesson, english, figure.millisecond));
    expect(about.map(({ length }) => length)).to.deep.equal([1, 2, 2, 2, 2, 2, 1, 1, 1]);
    expect(about.flat()).to.deep.equal(lesson(1));
  });

  it('are the same for the same seed, and others for another', () => {
    expect(lesson(7)).to.deep.equal(lesson(7));
    expect(lesson(7).map(texts)).not.to.deep.equal(lesson(8).map(texts));
  });

  it('are whole for any seed: no two answers read the same, and none says NaN', () => {
    for (const seed of seeds(100, 1000)) {
      for (const question of lesson(seed)) {
        const answers = question.answers.map(({ text }) => text);
        expect(new Set(answers).size, `${seed}: ${answers.join(' / ')}`).to.equal(answers.length);
        expect(answers.length, question.key).to.be.within(4, 6);
        expect(
          question.answers.every(({ text, why }) => text && why),
          question.key,
        ).to.equal(true);
        expect(rightIn(question).length).to.be.above(0);
        expect(wrongIn(question).length).to.be.above(1);
        expect(question.text && question.why, question.key).not.to.equal('');
        expect(texts(question)).not.to.match(/NaN|Infinity|undefined|\||\*/);
      }
    }
  });

  it('are decided by their figures for any seed: the expected cost fits and the worst does not, a budget is left', () => {
    const minutes = (text: string): number => {
      const [, min = 0, s = 0] = /^(?:(\d+) min)? ?(?:(\d+) s)?$/.exec(text) ?? [NaN, NaN, NaN];
      return Number(min) + Number(s) / 60;
    };
    for (const seed of seeds(100, 1000)) {
      const release = texts(named('riskyRelease', seed));
      const left = minutes(/(\d+ min(?: \d+ s)?) of the error budget/.exec(release)![1]!);
      const worst = minutes(/costs (\d+ min(?: \d+ s)?)/.exec(release)![1]!);
      const expected = minutes(/expected cost is ((?:\d+ min)?(?: ?\d+ s)?)/.exec(release)![1]!);
      expect(expected, release).to.be.above(0).and.below(left);
      expect(worst, release).to.be.above(left);
      expect(rightIn(named('budgetLeft', seed))[0]).to.match(/^\d+ (min|s)/);
      const [precision = ''] = /precision is \d+/.exec(texts(named('noisyAlert', seed))) ?? [];
      expect(Number(precision.slice(13)), precision).to.be.within(1, 30);
    }
  });

  it('have their right answer at no favourite place', () => {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 500; seed++) {
      for (const { answers } of lesson(seed)) {
        if (answers.length === 4) counts[answers.findIndex(({ right }) => right)]!++;
      }
    }
    const all = counts.reduce((sum, count) => sum + count, 0);
    for (const count of counts) expect(count / all).to.be.within(0.23, 0.27);
  });

  it('ask for the bottleneck by what traces call self time', () => {
    const span = (spanId: string, parentSpanId: string | null, startMs: number, durationMs: number): Span => ({
      spanId,
      parentSpanId,
      service: 's',
      name: 'n',
      kind: 'server',
      startMs,
      durationMs,
      status: 'unset',
      attributes: new Map(),
      events: [],
      links: [],
      warnings: [],
    });
    const spans = [
      span('gateway', null, 0, 4925),
      span('auth', 'gateway', 2, 20),
      span('orders', 'gateway', 22, 4900),
      span('query', 'orders', 30, 4850),
    ];
    const trace: Trace = { traceId: 't', startUnixNano: 0n, durationMs: 4925, spans, warnings: [] };
    const own = selfTime(trace);
    expect([own.get('gateway'), own.get('auth'), own.get('orders'), own.get('query')]).to.deep.equal([5, 20, 50, 4850]);
  });

  for (const language of LANGUAGES) {
    it(`say in ${language} the same figures, with the same answers right and at the same places`, () => {
      for (const seed of [1, 2, 3]) {
        const places = (questions: readonly Question[]): boolean[][] =>
          questions.map(({ answers }) => answers.flatMap(({ right, why }) => [right, why !== '']));
        expect(places(lessonIn(language, seed))).to.deep.equal(places(lesson(seed)));
      }
      const digits = (question: Question): string[] =>
        (texts(question).replace(/[.,]/g, '').match(/\d+/g) ?? []).filter((number) => number !== '0').sort();
      for (const [index, question] of lessonIn(language, 1).entries()) {
        expect(new Set(digits(question)), question.key).to.deep.equal(new Set(digits(lesson(1)[index]!)));
      }
    });
  }
});
