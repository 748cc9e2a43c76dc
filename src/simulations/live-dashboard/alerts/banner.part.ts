import { html, type TemplateResult } from 'lit';
import type { LiveDashboardView } from '../live-dashboard.view.js';
import { lampOf, type Lamp } from '../situation.js';

/** A shape for each state: colour alone says nothing to many. */
const SHAPES: Readonly<Record<Lamp, string>> = {
  good: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z',
  watch: 'M8 1l7.5 14h-15z',
  page: 'M1 1h14v14h-14z',
};

/** Across the top: the state, the alerts, and how old all of it is. */
export function bannerPart(view: LiveDashboardView): TemplateResult {
  const { model, text: t, host, clock } = view;
  const { number } = host.format;
  const lamp = lampOf(view);
  const { active } = model;
  const firing = active.filter(({ state }) => state === 'firing').length;
  const counts = active.length ? t.alertCount(number(firing), number(active.length - firing)) : t.noAlerts;
  const { scrapedAt } = model.metrics;
  return html`<p class="banner ${lamp}" part="banner">
    <svg class="lamp" viewBox="0 0 16 16" aria-hidden="true"><path d=${SHAPES[lamp]} /></svg>
    <b>${t.states[lamp]}</b> <span>${counts}</span>
    <span class="updated">${t.updated(host.figureText.second(number(model.now - scrapedAt)), clock(scrapedAt))}</span>
  </p>`;
}
