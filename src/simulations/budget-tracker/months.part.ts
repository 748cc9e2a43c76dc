import { html, svg, type TemplateResult } from 'lit/html.js';
import { dataTable } from '../../ui/table.js';
import { richText } from '../../ui/text.js';
import type { TrackerView } from './budget-tracker.view.js';
import { PLANS, type MonthResult, type Plan } from './plans.model.js';

const HEIGHT = 72;

/** What is known of the many months so far. */
export interface Months {
  readonly count: number;
  /** Months played; below `count` while they are being played, undefined while they are not. */
  readonly played: number | undefined;
  readonly results: Readonly<Record<Plan, readonly MonthResult[]>> | undefined;
  readonly play: () => void;
  readonly cancel: () => void;
}

/** The same months met by every plan, as distributions of what was shipped. */
export function monthsPart(view: TrackerView, months: Months): TemplateResult {
  const { text: t, host } = view;
  const { played, count, results } = months;
  const { number } = host.format;
  return html`<p class="quiet">${t.monthsPlan}</p>
    <div class="fields">
      ${
        played === undefined
          ? html`<button class="primary" @click=${months.play}>${t.playMonths}</button>`
          : html`<button @click=${months.cancel}>${t.cancel}</button>
              <progress max=${count} value=${played} aria-label=${t.months}></progress>
              <span>${t.monthsPlayed(number(played))}</span>`
      }
    </div>
    ${results ? outcome(view, results) : ''}`;
}

/** A plan's months in a few numbers; the errors are standard errors. */
export function summarise(months: readonly MonthResult[]): {
  readonly within: number;
  readonly withinError: number;
  readonly features: number;
  readonly featuresError: number;
  readonly left: number;
} {
  const count = months.length;
  const mean = (of: (month: MonthResult) => number): number =>
    months.reduce((sum, month) => sum + of(month), 0) / count;
  const within = mean(({ left }) => (left >= 0 ? 1 : 0));
  const features = mean((month) => month.features);
  const variance = mean((month) => (month.features - features) ** 2);
  return {
    within,
    withinError: Math.sqrt((within * (1 - within)) / count),
    features,
    featuresError: Math.sqrt(variance / count),
    left: mean(({ left }) => left),
  };
}

function outcome(view: TrackerView, results: Readonly<Record<Plan, readonly MonthResult[]>>): TemplateResult {
  const { text: t, host } = view;
  const { number, percent, duration } = host.format;
  const most = Math.max(...PLANS.flatMap((plan) => results[plan].map(({ features }) => features)), 1);
  const [none, policy] = [summarise(results.none), summarise(results.policy)];
  return html`<p>
      ${richText(t.monthsCompared(number((policy.within - none.within) * 100), number(none.features - policy.features, 1)))}
    </p>
    <div class="many">
      ${PLANS.map((plan) => {
        const { within, features } = summarise(results[plan]);
        return html`<div>
          <p class="line"><b>${t.monthPlans[plan]}</b></p>
          ${histogram(results[plan], most)}
          <p class="quiet line"><span>0</span><span>${t.monthsAxis}</span><span>${number(most)}</span></p>
          <p>${richText(t.monthsWithin(percent(within)))}<br />${richText(t.monthsShipped(number(features, 1)))}</p>
        </div>`;
      })}
    </div>
    ${dataTable(
      t.months,
      PLANS.map((plan) => {
        const { within, withinError, features, featuresError, left } = summarise(results[plan]);
        return {
          head: t.monthPlans[plan],
          cells: [
            t.plusMinus(percent(within, 1), percent(withinError, 1)),
            t.plusMinus(number(features, 2), number(featuresError, 2)),
            duration(Math.round(left)),
          ],
        };
      }),
      t.monthsColumns,
    )}
    <p class="quiet">${t.monthsBars}</p>`;
}

/** How many months shipped how much; the full part of a bar kept the objective, the striped part missed it. */
function histogram(months: readonly MonthResult[], most: number): TemplateResult {
  const bars = Array.from({ length: most + 1 }, () => [0, 0] as [kept: number, missed: number]);
  for (const { features, left } of months) {
    const bar = bars[features];
    if (bar) bar[left >= 0 ? 0 : 1]++;
  }
  const tallest = Math.max(...bars.map(([kept, missed]) => kept + missed));
  const scale = HEIGHT / tallest;
  const width = 100 / bars.length;
  return html`<svg class="ltr" width="100%" height=${HEIGHT} aria-hidden="true">
    ${bars.map(([kept, missed], features) => {
      const [x, low] = [`${features * width}%`, HEIGHT - kept * scale];
      return svg`<rect class="within" x=${x} y=${low} width="${width * 0.86}%" height=${kept * scale} />
        <g class="missed"><rect class="wash" x=${x} y=${low - missed * scale} width="${width * 0.86}%" height=${missed * scale} />
        <rect fill="url(#stripes)" x=${x} y=${low - missed * scale} width="${width * 0.86}%" height=${missed * scale} /></g>`;
    })}
    <rect class="rule" y=${HEIGHT} width="100%" height="1" />
  </svg>`;
}
