import { html, type TemplateResult } from 'lit';
import { richText } from '../../../ui/element/rich-text.js';
import type { Incident } from './incident.model.js';
import type { LiveDashboardView } from '../live-dashboard.view.js';
import { DEFAULT_PERIOD_SECONDS, errorBudgetRatio } from '../../../slo/index.js';
import { nameOf, remedyText, stepText } from './incident.text.js';

/** The figures of the newest incident: those of an hour after, and until then those so far. */
export function cardPart(view: LiveDashboardView, reveal: () => void): TemplateResult | string {
  const { incident, text: t } = view;
  if (!incident || incident.harmSeconds === undefined) return '';
  const stat = ([name, value, detail]: readonly string[]): TemplateResult =>
    html`<div>
      <dt>${name}</dt>
      <dd><b>${value}</b> <small>${detail}</small></dd>
    </div>`;
  return html`<section class="card" part="card" aria-label=${t.card}>
    <p class="title">${t.card}</p>
    <dl>${figuresOf(view, incident).map(stat)}</dl>
    ${
      view.isRevealed
        ? html`<p>
            ${richText(t.itWas(nameOf(view, incident.fault)))}
            ${incident.endSeconds === undefined ? '' : t.whatHelps(remedyText(view, incident.fault))}
          </p>`
        : html`<button @click=${reveal}>${t.reveal}</button>`
    }
  </section>`;
}

/** Name, value and detail of each figure. */
export function figuresOf(view: LiveDashboardView, incident: Incident): string[][] {
  const { text: t, host } = view;
  const { number, duration, percent } = host.format;
  const { startSeconds, pageSeconds, endSeconds, pages, failed, slow, steps } = incident;
  const after = (seconds: number | undefined): string =>
    seconds === undefined ? t.notYet : duration(Math.round(seconds - startSeconds));
  const soFar = (value: string): string => (endSeconds === undefined ? t.ongoing(value) : value);
  return [
    [t.detected, after(pageSeconds), t.pagesDetail(number(pages.length))],
    [t.mitigated, after(endSeconds), ''],
    [
      t.failureBudgetSpent,
      soFar(percent(incident.failedBudget, 2)),
      t.budgetDetail(
        duration(incident.failedBudget * DEFAULT_PERIOD_SECONDS * errorBudgetRatio(view.objectives.availability)),
      ),
    ],
    [t.latencyBudgetSpent, soFar(percent(incident.slowBudget, 2)), ''],
    [t.hurt, soFar(number(failed + slow)), t.hurtDetail(number(failed), number(slow))],
    [t.stepsTaken, number(steps.length), steps.map((step) => stepText(view, step)).join(', ')],
  ];
}
