import { html, type TemplateResult } from 'lit';
import type { QuizView } from './quiz.view.js';

/** What can be done with the question that is shown. */
export function buttonsPart(view: QuizView): TemplateResult | string {
  const { text: t, verdicts, shown, score } = view;
  const verdict = verdicts[shown];
  if (!verdict) return '';
  if (verdict === 'open') return html`<div class="go"><button class="main" form="form">${t.check}</button></div>`;
  if (score.max === 1) return afterwardsPart(view);
  const label = score.answered < score.max ? t.next : t.toResult;
  return html`<div class="go">
    <button class="main" aria-describedby="outcome" @click=${view.goOn}>${label}</button>
  </div>`;
}

/** What can be done when all is answered. */
export function afterwardsPart({ text: t, score, isLesson, retry, otherFigures }: QuizView): TemplateResult {
  const again = html`<button class="main" @click=${retry}>${score.max > 1 ? t.retryWrong : t.retry}</button>`;
  const others = html`<button @click=${otherFigures}>${t.otherFigures}</button>`;
  return html`<div class="go">${score.right < score.max ? again : ''} ${isLesson ? others : ''}</div>`;
}
