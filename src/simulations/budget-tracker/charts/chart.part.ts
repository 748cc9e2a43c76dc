import { live } from 'lit/directives/live.js';
import { html, svg, type TemplateResult } from 'lit';
import { choiceField } from '../../../ui/controls/fields.js';
import { plainText, richText } from '../../../ui/element/rich-text.js';
import { budgetLine, place } from './budget-line.part.js';
import type { TrackerView } from '../budget-tracker.view.js';
import { costIn, nameOf, seenAt } from '../budget-tracker.view.js';
import { burnPart } from './burn.part.js';
import { DAY, MONTH } from '../month/budget-ledger.model.js';

/** What is left by day, and under it how fast it burns; one cursor for both, moved by keys or by hand. */
export function chartPart(view: TrackerView, look: (day: number) => void): TemplateResult {
  const { text: t, host, cursor } = view;
  const { number } = host.format;
  const said = readout(view);
  const move = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) look(target.valueAsNumber);
  };
  return html`<div class="charts" part="chart" role="figure" aria-label=${t.chart}>
      <p class="line quiet"><span>${t.budgetLeft}</span><span>${t.legend}</span></p>
      ${budgetLine(view)}
      <p class="quiet">${t.burnRate}</p>
      ${burnPart(view)}
      <svg class="ticks" width="100%" height="18" aria-hidden="true">
        ${[1, 5, 10, 15, 20, 25, 30].map((day) => svg`<text x="${place(day * DAY)}%" y="14">${number(day)}</text>`)}
      </svg>
      <input
        type="range"
        class="cursor"
        name="cursor"
        min="0"
        max="30"
        aria-label=${t.chart}
        aria-valuetext=${plainText(said)}
        .value=${live(String(cursor))}
        @input=${move}
      />
    </div>
    <p class="readout" part="readout">${richText(said)}</p>`;
}

/** What the projection takes for granted, and the choice of it. */
export function assumptionPart({ text: t, host, record, pace, now }: TrackerView, lookBack: string): TemplateResult {
  const burnRate = host.format.times(pace);
  const assumed = record.window === 'rolling' ? t.assumptionRolling(burnRate) : t.assumption(burnRate);
  const isDrawn = pace > 0 && now < MONTH;
  return html`<div class="fields assumption">
    ${choiceField(host, 'pace', lookBack, t.paces)}
    <span class="quiet">${isDrawn ? assumed : ''} ${record.window === 'rolling' ? t.noIdeal : ''}</span>
  </div>`;
}

/** What the cursor stands on, in a sentence: the end of a day, or the present. */
export function readout(view: TrackerView): string {
  const { text: t, host, month, now, cursor, pace } = view;
  const { number, duration, percent, times } = host.format;
  const at = seenAt(cursor, now);
  if (at > now) {
    const left = month.ledger.projection(now, at, pace).at(-1)?.[1] ?? 0;
    return t.notYet(number(cursor), duration(Math.round(left)));
  }
  const { left, leftShare, band } = month.ledger.at(at);
  const since = Math.max(0, Math.ceil(at / DAY - 1) * DAY);
  const told = month.entries
    .filter(({ start, outcome }) => start >= since && start < at && outcome === 'happened')
    .map((entry) => `${nameOf(view, entry)} ${duration(costIn(entry))}`);
  const burning = at > since ? [t.burning(times(month.ledger.burnRate(since, at)))] : [];
  return [t.atDay(number(cursor), duration(left), percent(leftShare), t.bands[band]), ...burning, ...told].join(' · ');
}
