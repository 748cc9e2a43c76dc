import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { questionOf } from '../../../src/simulations/quiz/questions/own-markup.js';
import {
  LONGEST_TEXT,
  readQuestions,
  readQuestionsJson,
  type Refusal,
} from '../../../src/simulations/quiz/questions/own-questions.model.js';
import { QUESTION } from './quizzes.js';

const GOOD = {
  question: 'Which?',
  answers: [
    { text: 'This', right: true, why: 'So it is.' },
    { text: 'That', right: false },
  ],
  why: 'Because.',
};

function refusalOf(value: unknown): Refusal | undefined {
  const read = readQuestions(value);
  return read.ok ? undefined : read.refusal;
}

describe('an author’s questions', () => {
  it('are read from JSON', () => {
    const read = readQuestionsJson(JSON.stringify([GOOD]));
    expect(read.ok && read.questions[0]).to.deep.include({
      text: 'Which?',
      why: 'Because.',
      answers: [
        { text: 'This', right: true, why: 'So it is.' },
        { text: 'That', right: false, why: '' },
      ],
    });
  });

  const bad: readonly (readonly [string, unknown, Refusal['why'], number])[] = [
    ['nothing', undefined, 'not-a-list', 0],
    ['an object', {}, 'not-a-list', 0],
    ['a text', 'question', 'not-a-list', 0],
    ['an empty list', [], 'not-a-list', 0],
    ['a list of nothing', [null], 'no-question', 1],
    ['a question without a text', [GOOD, { ...GOOD, question: '  ' }], 'no-question', 2],
    ['a question whose text is an object', [{ ...GOOD, question: {} }], 'no-question', 1],
    ['no answers', [{ question: 'Which?' }], 'few-answers', 1],
    ['one answer', [{ ...GOOD, answers: GOOD.answers.slice(0, 1) }], 'few-answers', 1],
    ['answers that are no list', [{ ...GOOD, answers: { length: 2 } }], 'few-answers', 1],
    ['an answer without a text', [{ ...GOOD, answers: [...GOOD.answers, { right: false }] }], 'few-answers', 1],
    ['no right answer', [{ ...GOOD, answers: [{ text: 'a' }, { text: 'b', right: 'true' }] }], 'none-right', 1],
    ['thirteen answers', [{ ...GOOD, answers: Array.from({ length: 13 }, () => GOOD.answers[0]) }], 'many-answers', 1],
    ['a text without end', [{ ...GOOD, why: 'x'.repeat(LONGEST_TEXT + 1) }], 'too-long', 1],
    ['too many questions', Array.from({ length: 101 }, () => GOOD), 'too-many', 0],
    ['a list of a thousand million', Object.assign([], { length: 1e9 }), 'too-many', 0],
    ['holes', [GOOD, , GOOD], 'no-question', 2], // eslint-disable-line no-sparse-arrays
  ];
  for (const [name, value, why, place] of bad) {
    it(`are refused where there is ${name}`, () => {
      expect(refusalOf(value)).to.deep.equal({ why, question: place });
    });
  }

  it('are refused where they are no JSON, or too much of it', () => {
    for (const json of ['', '[', '{]', 'undefined', '[{"question":}]']) {
      expect(readQuestionsJson(json), json).to.deep.equal({ ok: false, refusal: { why: 'not-json', question: 0 } });
    }
    const long = readQuestionsJson(' '.repeat(500_001));
    expect(long.ok ? '' : long.refusal.why).to.equal('too-large');
    expect(readQuestionsJson('['.repeat(100_000)).ok).to.equal(false);
  });

  it('take nothing from a prototype', () => {
    const json = '[{"__proto__":{"question":"Which?","answers":[]},"constructor":{"question":"x"}}]';
    expect(readQuestionsJson(json)).to.deep.equal({ ok: false, refusal: { why: 'no-question', question: 1 } });
    const answers = '[{"text":"a","__proto__":{"right":true}},{"text":"b"}]';
    const read = readQuestionsJson(`[{"question":"Which?","answers":${answers}}]`);
    expect(read.ok ? '' : read.refusal.why).to.equal('none-right');
    expect(Reflect.get({}, 'question')).to.equal(undefined);
  });

  it('bear what throws when it is read', () => {
    const trap = new Proxy([], {
      get() {
        throw new Error('trap');
      },
    });
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    const getter = Object.defineProperty({}, 'question', {
      get() {
        throw new Error('trap');
      },
    });
    for (const value of [trap, proxy, [getter]]) expect(refusalOf(value)?.why).to.equal('not-a-list');
  });

  it('never throw, and are either read or refused with a reason', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readQuestions(value).ok).to.be.a('boolean');
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(readQuestionsJson(json).ok).to.be.a('boolean');
      }),
    );
  });
});

describe('questions in markup', () => {
  function sectionOf(markup: string): Element {
    const host = document.createElement('div');
    host.innerHTML = markup;
    return host.firstElementChild!;
  }

  it('are a section with a paragraph, a list and an explanation', () => {
    expect(readQuestions([questionOf(sectionOf(QUESTION))])).to.deep.include({ ok: true });
    expect(readQuestions([questionOf(sectionOf(QUESTION))])).to.deep.equal(
      readQuestions([
        {
          question: 'What wakes the one on call?',
          answers: [
            { text: 'A symptom', right: true, why: 'Users feel it.' },
            { text: 'A cause', right: false, why: 'Perhaps nobody feels it.' },
          ],
          why: 'Page on symptoms.',
        },
      ]),
    );
  });

  it('may have a heading, inner markup, and no explanation', () => {
    const section = sectionOf(`<section><h3>Of <code>a</code>,</h3><p>which?</p>
      <ul><li>An <b>answer</b></li><li data-right="">x &lt; y<script>1</script></li></ul></section>`);
    expect(questionOf(section)).to.deep.include({ why: '' });
    const read = readQuestions([questionOf(section)]);
    expect(read.ok && [read.questions[0]!.text, ...read.questions[0]!.answers.map(({ text }) => text)]).to.deep.equal([
      'Of a, which?',
      'An answer',
      'x < y',
    ]);
  });

  it('are refused without a list', () => {
    expect(refusalOf([questionOf(sectionOf('<section><p>Which?</p></section>'))])?.why).to.equal('few-answers');
  });
});
