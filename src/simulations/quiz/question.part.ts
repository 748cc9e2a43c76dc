import { live } from 'lit/directives/live.js';
import { html, type TemplateResult } from 'lit/html.js';
import { note } from '../../ui/text.js';
import { mark } from './mark.part.js';
import { wantsSeveral, type Answer, type Chosen, type Question, type Verdict } from './quiz.model.js';
import type { QuizView } from './quiz.view.js';

/** A question: to be answered, or with what was answered and why that is right or not. */
export function questionPart(view: QuizView, question: Question): TemplateResult {
  const { verdicts, chosen, shown, isPicture } = view;
  const verdict = verdicts[shown] ?? 'open';
  if (verdict === 'open' && !isPicture) return openPart(view, question);
  return html`<div part="question">
    <p class="asked" id="asked">${question.text}</p>
    ${severalPart(view, question)}
    <ul aria-labelledby="asked" part="answers">
      ${question.answers.map((answer, place) => answerPart(view, answer, place, verdict, chosen[shown] ?? []))}
    </ul>
    ${verdict === 'open' ? '' : outcomePart(view, question, verdict)}
  </div>`;
}

function openPart(view: QuizView, question: Question): TemplateResult {
  const { text: t, draft, isMissing } = view;
  const type = wantsSeveral(question) ? 'checkbox' : 'radio';
  return html`<form id="form" part="question" novalidate @submit=${view.check} @change=${view.choose}>
    <fieldset part="answers">
      <legend class="asked">${question.text}</legend>
      ${severalPart(view, question)}
      ${question.answers.map(
        ({ text }, place) =>
          html`<label class="answer"
            ><input type=${type} name="answer" value=${place} .checked=${live(draft.includes(place))} />
            <span>${text}</span></label
          >`,
      )}
    </fieldset>
    ${isMissing ? note(t.choose, 'problem', 'missing') : ''}
  </form>`;
}

function severalPart({ text: t }: QuizView, question: Question): TemplateResult | string {
  return wantsSeveral(question) ? html`<p class="quiet several">${t.several}</p>` : '';
}

/** An answer that can no longer be changed; what was chosen and what is right say why. */
function answerPart(
  { text: t }: QuizView,
  { text, right, why }: Answer,
  place: number,
  verdict: Verdict,
  chosen: Chosen,
): TemplateResult {
  const isChosen = chosen.includes(place);
  const told = verdict !== 'open' && (isChosen || right);
  const shape = told ? (right ? 'right' : 'wrong') : 'open';
  const words = !isChosen ? t.missed : right ? t.chosenRight : t.chosenWrong;
  return html`<li class="answer ${told ? shape : ''}">
    ${mark(shape)}<span>${text}${told ? html` <span class="why"><b>${words}</b> ${why}</span>` : ''}</span>
  </li>`;
}

function outcomePart({ text: t }: QuizView, { why }: Question, verdict: 'right' | 'wrong'): TemplateResult {
  return html`<p class="note ${verdict === 'right' ? 'full' : 'none'}" part="note" id="outcome" tabindex="-1">
    <b>${t.verdicts[verdict]}</b> ${why}
  </p>`;
}
