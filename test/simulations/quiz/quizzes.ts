import { expect } from '@open-wc/testing';
import type { ObsQuiz } from '../../../src/index.js';
import { drawn, figures, inside, root, words } from '../../helpers.js';

export const QUESTION = `<section>
  <p>What wakes the one on call?</p>
  <ol>
    <li data-right>A symptom <small>Users feel it.</small></li>
    <li>A cause <small>Perhaps nobody feels it.</small></li>
  </ol>
  <p>Page on symptoms.</p>
</section>`;

export const SEVERAL = `<section>
  <p>Which are pillars?</p>
  <ul><li data-right>Metrics</li><li>Mugs</li><li data-right>Traces</li></ul>
</section>`;

/** The quiz in the page, drawn; `markup` is what an author writes between `<obs-quiz` and `>`. */
export async function quizOf(markup: string = '', content: string = ''): Promise<ObsQuiz> {
  const [element] = await figures(`<obs-quiz ${markup}>${content}</obs-quiz>`);
  expect(element?.localName).to.equal('obs-quiz');
  return element as ObsQuiz;
}

export const asked = (element: Element): string => words(inside(element, '.asked').textContent);
export const inputs = (element: Element): HTMLInputElement[] => [
  ...root(element).querySelectorAll<HTMLInputElement>('.answer input'),
];
export const rows = (element: Element): string[] =>
  Array.from(root(element).querySelectorAll('.answer'), ({ textContent }) => words(textContent));
export const places = (element: Element): HTMLButtonElement[] => [
  ...root(element).querySelectorAll<HTMLButtonElement>('.strip button'),
];

/** Chooses the answers that have one of these texts, and checks them. */
export async function answer(element: ObsQuiz, ...texts: readonly string[]): Promise<void> {
  for (const label of root(element).querySelectorAll<HTMLElement>('label.answer')) {
    if (texts.includes(words(label.textContent))) label.click();
  }
  inside(element, '.go button').click();
  await drawn(element);
}

/** What is right in the question that is shown, by what the element gives away. */
export function rightOnes(element: ObsQuiz): string[] {
  const question = (element.questions as { answers: { text: string; right: boolean }[] }[])[element.at - 1]!;
  return question.answers.flatMap(({ text, right }) => (right ? words(text) : []));
}

export function wrongOne(element: ObsQuiz): string {
  const question = (element.questions as { answers: { text: string; right: boolean }[] }[])[element.at - 1]!;
  return words(question.answers.find(({ right }) => !right)!.text);
}

/** Goes on to the next question or to the result. */
export async function goOn(element: ObsQuiz): Promise<void> {
  inside(element, '.go button').click();
  await drawn(element);
}

/** Answers all that is open, rightly. */
export async function finish(element: ObsQuiz): Promise<void> {
  while (root(element).querySelector('form')) {
    await answer(element, ...rightOnes(element));
    await goOn(element);
  }
}
