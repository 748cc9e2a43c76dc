import { html, svg, type TemplateResult } from 'lit';
import { dataTable } from '../../../ui/controls/table.js';
import { richText } from '../../../ui/element/rich-text.js';
import type { TrackerView } from '../budget-tracker.view.js';
import { PLANS, type MonthResult, type MonthResults, type Plan } from './plans.model.js';

const HEIGHT = 64;
/** The budget left is drawn from this share of the budget on; months that are worse stand at the edge. */
const FROM = -1;
const BINS = 40;

/** Many months of one record, and what the reader can do about them. */
export interface MonthsView {
  readonly count: number;
  /** Months played so far; undefined while none are being played. */
  readonly played: number | undefined;
  readonly results: MonthResults | undefined;
  readonly play: () => void;
  readonly cancel: () => void;
}

/** The same months met by every plan, as distributions of what was shipped. */
export function monthsPart(view: TrackerView, months: MonthsView): TemplateResult {
  const { text: t, host } = view;
  const { played, count, results, play, cancel } = months;
  const { number } = host.format;
  return html`<p class="quiet">${t.monthsPlan}</p>
    <div class="fields">
      ${
        played === undefined
          ? html`<button class="primary" @click=${play}>${t.playMonths}</button>`
          : html`<button @click=${cancel}>${t.cancel}</button>
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
          <p><b>${t.monthPlans[plan]}</b></p>
          <p>${richText(t.monthsWithin(percent(within)))}</p>
          ${leftHistogram(results[plan], view.month.ledger.budget)}
          <p class="quiet line ltr">
            <span>≤ ${percent(FROM)}</span><span>${t.monthsLeftAxis}</span><span>${percent(1)}</span>
          </p>
          <p>${richText(t.monthsShipped(number(features, 1)))}</p>
          ${featureHistogram(results[plan], most)}
          <p class="quiet line ltr"><span>0</span><span>${t.monthsAxis}</span><span>${number(most)}</span></p>
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

/** How much of the budget was left: bars below zero are months that missed the objective. */
function leftHistogram(months: readonly MonthResult[], budget: number): TemplateResult {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const { left } of months) {
    const share = Math.min(Math.max(left / budget, FROM), 1 - 1e-9);
    const bin = Math.floor(((share - FROM) / (1 - FROM)) * BINS);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const zero = -FROM / (1 - FROM);
  return bars(bins, (bin) => (bin + 0.5) / BINS < zero, zero);
}

/** How many features were shipped. */
function featureHistogram(months: readonly MonthResult[], most: number): TemplateResult {
  const bins = Array.from({ length: most + 1 }, () => 0);
  for (const { features } of months) bins[features] = (bins[features] ?? 0) + 1;
  return bars(bins, () => false);
}

function bars(counts: readonly number[], missed: (bin: number) => boolean, zero?: number): TemplateResult {
  const tallest = Math.max(...counts, 1);
  const width = 100 / counts.length;
  return html`<svg class="ltr" width="100%" height=${HEIGHT} aria-hidden="true">
    ${counts.map((count, bin) => {
      const height = (count / tallest) * HEIGHT;
      const [x, y] = [`${bin * width}%`, HEIGHT - height];
      const across = `${width * 0.86}%`;
      return missed(bin)
        ? svg`<g class="missed"><rect class="wash" x=${x} y=${y} width=${across} height=${height} />
          <rect fill="url(#stripes)" x=${x} y=${y} width=${across} height=${height} /></g>`
        : svg`<rect class="within" x=${x} y=${y} width=${across} height=${height} />`;
    })}
    <rect class="rule" y=${HEIGHT} width="100%" height="1" />
    ${zero === undefined ? '' : svg`<rect class="expected" x="${zero * 100}%" width="1.5" height=${HEIGHT + 4} />`}
  </svg>`;
}
