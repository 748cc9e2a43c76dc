import { html, type TemplateResult } from 'lit';
import { DAY_NAMES } from '../alert-comparison.settings.js';
import type { ComparisonView } from '../alert-comparison.view.js';

/** The days, which are the axis of the week, and lead into it. */
export function daysPart(view: ComparisonView): TemplateResult {
  const { text, host, from, to, isStill } = view;
  const isWeek = to - from > 86_400;
  const button = (day: string, words: string, isShown: boolean): TemplateResult => {
    const show = (): void => void host.change('day', day);
    return html`<button class="day" aria-pressed=${isShown} ?disabled=${isStill} @click=${show}>${words}</button>`;
  };
  return html`<div class="lane-name">${button('week', text.wholeWeek, isWeek)}</div>
    <div class="lane-count"></div>
    <div class="days">
      ${DAY_NAMES.map((day, index) => button(day, text.days[day], !isWeek && from === index * 86_400))}
    </div>`;
}

/** The hours, where a day is shown. */
export function hoursPart({ from, to, host }: ComparisonView): TemplateResult | string {
  if (to - from > 86_400) return '';
  return html`<div class="lane-name"></div>
    <div class="lane-count"></div>
    <div class="hours" aria-hidden="true">
      ${[0, 6, 12, 18, 24].map((hour) => html`<span>${host.format.number(hour)}:00</span>`)}
    </div>`;
}
