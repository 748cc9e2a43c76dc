import { live } from 'lit/directives/live.js';
import { html, nothing, type TemplateResult } from 'lit';
import { note } from '../../ui/element/rich-text.js';
import { mark } from './mark.part.js';
import { wantsSeveral, type Chosen, type Question, type Verdict } from './quiz.model.js';
import type { QuizView } from './quiz.view.js';
import { unbroken } from './no-break.js';

/** A question: to be answered, or with what was answered and why that is right or not. */
export function questionPart(view: QuizView, question: Question): TemplateResult {
  const verdict = view.verdicts[view.shown] ?? 'open';
  return verdict === 'open' && !view.isPicture ? openPart(view, question) : checkedPart(view, question, verdict);
}

function openPart(view: QuizView, question: Question): TemplateResult {
  const { text: t, draft, isMissing } = view;
  const type = wantsSeveral(question) ? 'checkbox' : 'radio';
  return html`<form id="form" part="question" novalidate @submit=${view.check} @change=${view.choose}>
    <fieldset part="answers" aria-describedby=${isMissing ? 'missing' : nothing}>
      <legend class="asked">${unbroken(question.text)}</legend>
      ${severalPart(view, question)}
      ${question.answers.map(
        ({ text }, place) =>
          html`<label class="answer"
            ><input type=${type} name="answer" .value=${String(place)} .checked=${live(draft.includes(place))} />
            <span>${unbroken(text)}</span></label
          >`,
      )}
    </fieldset>
    ${isMissing ? note(t.choose, 'problem', 'missing') : ''}
  </form>`;
}

function severalPart({ text: t }: QuizView, question: Question): TemplateResult | string {
  return wantsSeveral(question) ? html`<p class="quiet several">${t.several}</p>` : '';
}

/** Answers that can no longer be changed, or in a picture never could; what was chosen and what is right say why. */
function checkedPart(view: QuizView, question: Question, verdict: Verdict): TemplateResult {
  const { text: t, chosen, shown } = view;
  const missed = wantsSeveral(question) ? t.alsoRight : t.rightAnswer;
  return html`<div part="question">
    <p class="asked" id="asked">${unbroken(question.text)}</p>
    ${severalPart(view, question)}
    <ul aria-labelledby="asked" part="answers">
      ${question.answers.map(({ text, right, why }, place) => {
        const isChosen = !!chosen[shown]?.includes(place);
        const shape = verdict === 'open' || !(isChosen || right) ? 'open' : right ? 'right' : 'wrong';
        const words = !isChosen ? missed : right ? t.chosenRight : t.chosenWrong;
        const reason = html` <span class="why"><b>${words}</b> ${unbroken(why)}</span>`;
        return html`<li class="answer ${shape}">
          ${mark(shape)}<span>${unbroken(text)}${shape === 'open' ? '' : reason}</span>
        </li>`;
      })}
    </ul>
    ${verdict === 'open' ? '' : outcomePart(view, question, verdict)}
  </div>`;
}

function outcomePart({ text: t }: QuizView, { why }: Question, verdict: 'right' | 'wrong'): TemplateResult {
  return html`<p class="note ${verdict === 'right' ? 'full' : 'none'}" part="note" id="outcome" tabindex="-1">
    <b>${t.verdicts[verdict]}</b> ${unbroken(why)}
  </p>`;
}

/** The places of the answers that are chosen in a form. */
export function chosenIn(form: EventTarget | null): Chosen {
  return form instanceof HTMLFormElement ? new FormData(form).getAll('answer').map(Number) : [];
}
