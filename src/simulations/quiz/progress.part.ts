import { html, type TemplateResult } from 'lit';
import { mark } from './mark.part.js';
import type { QuizView } from './quiz.view.js';

/** A button for each question, and for the result when there is one. One stop for Tab; arrow keys go along. */
export function stripPart(view: QuizView): TemplateResult {
  const { text: t, format, verdicts, shown, score, goTo } = view;
  const button = (place: number, label: string, shape: TemplateResult | string, name: string): TemplateResult =>
    html`<button
      value=${place}
      tabindex=${place === shown ? 0 : -1}
      aria-current=${place === shown ? 'step' : 'false'}
      aria-label=${label}
      @click=${goTo}
    >
      ${shape}<span>${name}</span>
    </button>`;
  const buttons = verdicts.map((verdict, place) => {
    const name = format.number(place + 1);
    return button(place, t.places[verdict](name), mark(verdict), name);
  });
  const isOver = score.answered === score.max;
  return html`<div class="strip" part="strip" role="toolbar" aria-label=${t.questions} @keydown=${moveAlong}>
    ${buttons} ${isOver ? button(score.max, t.resultOf, '', t.resultOf) : ''}
  </div>`;
}

function moveAlong(event: KeyboardEvent): void {
  const { currentTarget: strip, target, key } = event;
  if (!(strip instanceof HTMLElement && target instanceof Element)) return;
  const buttons = [...strip.querySelectorAll('button')];
  const here = buttons.findIndex((button) => button === target.closest('button'));
  const forward = strip.matches(':dir(rtl)') ? -1 : 1;
  const places = new Map([
    ['ArrowRight', here + forward],
    ['ArrowLeft', here - forward],
    ['Home', 0],
    ['End', buttons.length - 1],
  ]);
  const place = places.get(key);
  if (place === undefined) return;
  event.preventDefault();
  buttons[place]?.focus();
}
