/** An answer that can be chosen; `why` says what is right or wrong about it, and may be empty. */
export interface Answer {
  readonly text: string;
  readonly right: boolean;
  readonly why: string;
}

/** A question with at least two answers, of which at least one is right. */
export interface Question {
  /** Tells it from the others, and from the same question with other figures. */
  readonly key: string;
  readonly text: string;
  readonly answers: readonly Answer[];
  /** What there is to learn from it, whatever was answered; may be empty. */
  readonly why: string;
}

/** The places of the answers that were chosen, from 0, in order; none where a question is open. */
export type Chosen = readonly number[];

export type Verdict = 'open' | 'right' | 'wrong';

/** The most answers that a question can have: a letter for each. */
export const MOST_ANSWERS = 12;

const LETTERS = 'abcdefghijkl'.split('');

/** Whether more than one answer has to be chosen. */
export function wantsSeveral({ answers }: Question): boolean {
  return answers.filter(({ right }) => right).length > 1;
}

/** Right is who chose all that is right and nothing else. */
export function verdictOn({ answers }: Question, chosen: Chosen): Verdict {
  if (chosen.length === 0) return 'open';
  return answers.every(({ right }, place) => right === chosen.includes(place)) ? 'right' : 'wrong';
}

export interface Score {
  readonly right: number;
  readonly answered: number;
  readonly max: number;
}

export function scoreOf(verdicts: readonly Verdict[]): Score {
  const right = verdicts.filter((verdict) => verdict === 'right').length;
  const open = verdicts.filter((verdict) => verdict === 'open').length;
  return { right, answered: verdicts.length - open, max: verdicts.length };
}

/** What `b - ac` says: the letters of the answers to each question, `-` for an open one; undefined where it says nothing. */
export function parseAnswers(text: string): Chosen[] | undefined {
  const words = text.split(/\s+/).filter(Boolean);
  if (!words.every((word) => /^([a-l]{1,12}|-)$/.test(word))) return undefined;
  return words.map((word) => LETTERS.flatMap((letter, place) => (word.includes(letter) ? place : [])));
}

/** The same as text; open questions at the end are left out. */
export function writeAnswers(chosen: readonly Chosen[]): string {
  const words = chosen.map((places) => places.map((place) => LETTERS[place]).join('') || '-');
  return words.join(' ').replace(/( ?-)+$/, '');
}

/** What was chosen for each of the questions; a choice that a question does not offer leaves it open. */
export function chosenFor(questions: readonly Question[], given: readonly Chosen[]): Chosen[] {
  return questions.map((question, index) => {
    const chosen = given[index] ?? [];
    const isOffered = chosen.every((place) => place < question.answers.length);
    return isOffered && (chosen.length < 2 || wantsSeveral(question)) ? chosen : [];
  });
}

/** The choices made for the questions `before`, at the places of the same questions `after`; what lies beyond stays. */
export function carryOver(before: readonly string[], after: readonly string[], given: readonly Chosen[]): Chosen[] {
  return after.map((key, index) => {
    const was = before.indexOf(key);
    return given[was >= 0 || index < before.length ? was : index] ?? [];
  });
}

/** The next open question after `shown`, from the start again after the last; -1 when none is open. */
export function nextOpen(verdicts: readonly Verdict[], shown: number): number {
  const later = verdicts.indexOf('open', shown + 1);
  return later >= 0 ? later : verdicts.indexOf('open');
}
