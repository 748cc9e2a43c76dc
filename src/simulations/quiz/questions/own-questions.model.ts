import { MOST_ANSWERS, type Answer, type Question } from '../quiz.model.js';

/** In characters of JSON. */
export const LONGEST_JSON = 500_000;
export const MOST_QUESTIONS = 100;
/** In characters, of a question, an answer or a reason. */
export const LONGEST_TEXT = 2000;

/** Why an author's questions cannot be used; `question` counts from 1, 0 where it is none in particular. */
export interface Refusal {
  readonly why:
    | 'too-large'
    | 'not-json'
    | 'not-a-list'
    | 'too-many'
    | 'no-question'
    | 'too-long'
    | 'few-answers'
    | 'many-answers'
    | 'none-right'
    | 'unreachable';
  readonly question: number;
}

export type OwnQuestions =
  { readonly ok: true; readonly questions: readonly Question[] } | { readonly ok: false; readonly refusal: Refusal };

const refused = (why: Refusal['why'], question: number = 0): OwnQuestions => ({
  ok: false,
  refusal: { why, question },
});

/** Reads the JSON of an author. Never throws. */
export function readQuestionsJson(json: string): OwnQuestions {
  if (json.length > LONGEST_JSON) return refused('too-large');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refused('not-json');
  }
  return readQuestions(value);
}

/** Reads `[{ question, answers: [{ text, right, why }], why }]`, whatever a script may have put there. Never throws. */
export function readQuestions(value: unknown): OwnQuestions {
  try {
    if (!Array.isArray(value) || value.length === 0) return refused('not-a-list');
    if (value.length > MOST_QUESTIONS) return refused('too-many');
    const questions: Question[] = [];
    for (const [index, item] of value.entries()) {
      const question = readQuestion(item);
      if (typeof question === 'string') return refused(question, index + 1);
      questions.push(question);
    }
    return { ok: true, questions };
  } catch {
    // A getter or a proxy of the page's.
    return refused('not-a-list');
  }
}

function readQuestion(item: unknown): Question | Refusal['why'] {
  const text = textOf(own(item, 'question'));
  const list = own(item, 'answers');
  if (!text) return 'no-question';
  if (!Array.isArray(list) || list.length < 2) return 'few-answers';
  if (list.length > MOST_ANSWERS) return 'many-answers';
  const answers = Array.from(list, (answer): Answer => {
    return { text: textOf(own(answer, 'text')), right: own(answer, 'right') === true, why: textOf(own(answer, 'why')) };
  });
  const why = textOf(own(item, 'why'));
  if (answers.some((answer) => !answer.text)) return 'few-answers';
  if (!answers.some(({ right }) => right)) return 'none-right';
  const texts = [text, why, ...answers.flatMap((answer) => [answer.text, answer.why])];
  if (texts.some(({ length }) => length > LONGEST_TEXT)) return 'too-long';
  return { key: JSON.stringify([text, answers, why]), text, answers, why };
}

/** A field of an object itself: what others have put on its prototype is none of the author's. */
function own(item: unknown, name: string): unknown {
  return typeof item === 'object' && item !== null && Object.hasOwn(item, name) ? Reflect.get(item, name) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || Number.isFinite(value) ? String(value).replace(/\s+/g, ' ').trim() : '';
}
