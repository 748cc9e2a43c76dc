import { html, svg, type TemplateResult } from 'lit';
import { afterwardsPart } from './buttons.part.js';
import { mark } from './mark.part.js';
import type { Question } from './quiz.model.js';
import type { QuizView } from './quiz.view.js';
import { unbroken } from './no-break.js';

/** How it went: the score as a bar, what can be done now, and each question with what was answered. */
export function resultPart(view: QuizView): TemplateResult {
  const { text: t, questions, chosen, verdicts, goTo, isPicture } = view;
  return html`${scoreBar(view)} ${isPicture ? '' : afterwardsPart(view)}
    <ol class="review" part="result" aria-label=${t.questions}>
      ${questions.map((question, place) => {
        const verdict = verdicts[place] ?? 'open';
        const said = answersOf(question, (_, index) => !!chosen[place]?.includes(index));
        const right = answersOf(question, (isRight) => isRight);
        return html`<li>
          ${mark(verdict)}
          <div>
            ${
              isPicture
                ? unbroken(question.text)
                : html`<button class="asks" value=${place} @click=${goTo}>${unbroken(question.text)}</button>`
            }
            <p><b>${verdict === 'open' ? '' : t.verdicts[verdict]}</b> ${t.youSaid(unbroken(said))}</p>
            ${verdict === 'wrong' ? html`<p>${t.rightIs(unbroken(right))}</p>` : ''}
          </div>
        </li>`;
      })}
    </ol>`;
}

/** The answers that `wanted` wants, as one text. */
export function answersOf({ answers }: Question, wanted: (isRight: boolean, place: number) => boolean): string {
  return answers.flatMap(({ text, right }, place) => (wanted(right, place) ? text : [])).join(' · ');
}

function scoreBar({ score: { right, max } }: QuizView): TemplateResult {
  const width = 100 / max;
  const cells = Array.from({ length: max }, (_, place) => {
    const isRight = place < right;
    return svg`<rect class=${isRight ? 'hit' : 'miss'} x="${place * width}%" width="${width - 0.6}%" height="100%" rx="2" />`;
  });
  return html`<svg class="score" aria-hidden="true">${cells}</svg>`;
}
