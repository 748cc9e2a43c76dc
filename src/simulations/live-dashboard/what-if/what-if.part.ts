import { html, svg, type TemplateResult } from 'lit';
import { richText } from '../../../ui/element/rich-text.js';
import { dataTable } from '../../../ui/controls/table.js';
import type { Incident } from '../incident/incident.model.js';
import type { LiveDashboardView } from '../live-dashboard.view.js';

/** One measure of two futures; smaller is better. */
interface Pair {
  readonly name: string;
  readonly values: readonly [first: number, second: number];
  readonly shown: readonly [first: string, second: string];
}

/** The same incident again: the way back, and then both futures beside one another. */
export function futuresPart(
  view: LiveDashboardView,
  first: Incident | 'computing' | undefined,
  goBack: () => void,
): TemplateResult {
  const { text: t, incident, model, clock } = view;
  const canGoBack = incident?.pageSeconds !== undefined;
  const back = html`<button ?disabled=${!canGoBack} @click=${goBack}>${t.goBack}</button>`;
  if (first === 'computing') return html`<p class="quiet">${t.computing}</p>`;
  if (!first) return html`${canGoBack ? '' : html`<p class="quiet">${t.goBackUnpaged}</p>`} ${back}`;
  const isAtPage = first.pageSeconds !== undefined && model.now <= first.pageSeconds + 15 && !incident?.steps.length;
  return html`<p>${richText(isAtPage ? t.nowAct(clock(first.pageSeconds ?? 0)) : verdictOf(view, first))}</p>
    ${bars(view, first)} ${table(view, first)} ${back}`;
}

function pairsOf({ text: t, host, incident, model }: LiveDashboardView, first: Incident): Pair[] {
  const { duration, number, percent } = host.format;
  const pair = (name: string, of: (incident: Incident) => number, write: (value: number) => string): Pair => {
    const values = [of(first), incident ? of(incident) : 0] as const;
    const isOpen = incident?.endSeconds === undefined;
    return { name, values, shown: [write(values[0]), isOpen ? t.ongoing(write(values[1])) : write(values[1])] };
  };
  return [
    pair(
      t.compare.minutes,
      (one) => minutesOf(one, model.now),
      (value) => duration(Math.round(value)),
    ),
    pair(
      t.compare.pages,
      ({ pages }) => pages.length,
      (value) => number(value),
    ),
    pair(
      t.compare.failureBudget,
      ({ failedBudget }) => failedBudget,
      (value) => percent(value, 2),
    ),
    pair(
      t.compare.latencyBudget,
      ({ slowBudget }) => slowBudget,
      (value) => percent(value, 2),
    ),
    pair(
      t.compare.hurt,
      ({ failed, slow }) => failed + slow,
      (value) => number(value),
    ),
  ];
}

function minutesOf({ startSeconds, endSeconds }: Incident, now: number): number {
  return (endSeconds ?? now) - startSeconds;
}

function verdictOf({ text: t, host, incident, model }: LiveDashboardView, first: Incident): string {
  if (incident?.endSeconds === undefined) return t.verdict.open;
  const { duration, number } = host.format;
  const shorter = minutesOf(first, model.now) - minutesOf(incident, model.now);
  const spared = first.failed + first.slow - incident.failed - incident.slow;
  const told = [duration(Math.round(Math.abs(shorter))), number(Math.abs(spared))] as const;
  if (shorter >= 0 && spared >= 0) return t.verdict.better(...told);
  return shorter <= 0 && spared <= 0 ? t.verdict.worse(...told) : t.verdict.mixed;
}

/** Two bars for each measure, as long as they compare. */
function bars(view: LiveDashboardView, first: Incident): TemplateResult {
  const { text: t } = view;
  const row = ({ name, values, shown }: Pair): TemplateResult => {
    const most = Math.max(...values, 1e-12);
    return html`<div class="pair">
      <span>${name}</span>
      <svg class="mirrored" width="100%" height="26" aria-hidden="true">
        ${values.map(
          (value, index) =>
            svg`<rect class=${index ? 'second' : 'first'} y=${index * 13 + 1} width="${(value / most) * 100}%" height="10" rx="2" />`,
        )}
      </svg>
      <span class="shown">${shown[0]}<br />${shown[1]}</span>
    </div>`;
  };
  return html`<div class="pairs" part="futures" aria-hidden="true">
    <p class="quiet"><i class="first"></i> ${t.firstFuture} <i class="second"></i> ${t.secondFuture}</p>
    ${pairsOf(view, first).map(row)}
  </div>`;
}

function table(view: LiveDashboardView, first: Incident): TemplateResult {
  const { text: t } = view;
  const rows = pairsOf(view, first).map(({ name, shown }) => ({ head: name, cells: shown }));
  return html`<div class="unseen">${dataTable(t.twoFutures, rows, ['', t.firstFuture, t.secondFuture])}</div>`;
}
