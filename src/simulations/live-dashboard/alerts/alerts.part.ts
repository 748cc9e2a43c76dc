import { html, type TemplateResult } from 'lit';
import type { AlertInterval } from '../../../slo/index.js';
import { dashboardRules } from './alert-rules.model.js';
import type { LiveDashboardView } from '../live-dashboard.view.js';

/** Ended alerts that are still listed, the newest. */
const MOST_ENDED = 2;

/** What fires, what is about to, and what did; each is the beginning of a trail. */
export function alertsPart(view: LiveDashboardView, follow: (rule: string) => void): TemplateResult {
  const { model, text: t, trail } = view;
  const severities = new Map(dashboardRules(view.objectives).map(({ name, severity }) => [name, severity]));
  const rank = ({ rule, state }: AlertInterval): number =>
    (state === 'firing' ? 0 : 2) + (severities.get(rule) === 'page' ? 0 : 1);
  const open = model.active.toSorted((a, b) => rank(a) - rank(b) || b.startSeconds - a.startSeconds);
  const ended = model.alerts.filter((alert) => alert.state === 'firing' && !model.isOpen(alert)).toReversed();
  const shown = [...open, ...ended.slice(0, MOST_ENDED)];
  const row = (alert: AlertInterval): TemplateResult => {
    const { rule, state, startSeconds, endSeconds } = alert;
    const isOpen = model.isOpen(alert);
    const severity = severities.get(rule) ?? 'ticket';
    const told = isOpen ? state : 'resolved';
    const times = isOpen
      ? t.since(view.clock(startSeconds))
      : t.fromTo(view.clock(startSeconds), view.clock(endSeconds));
    const go = (): void => follow(rule);
    return html`<li>
      <button class="row ${told} ${severity}" aria-pressed=${isOpen && trail?.rule === rule} @click=${go}>
        <span class="state">${t.alertStates[told]}</span>
        <span class="what">${t.rules[rule] ?? rule}</span>
        <span class="quiet">${t.severities[severity]} ${times}</span>
      </button>
    </li>`;
  };
  return html`<section class="list" part="alerts" aria-label=${t.alerts}>
    <p class="title">${t.alerts}</p>
    ${
      shown.length
        ? html`<ul>
            ${shown.map(row)}
          </ul>`
        : html`<p class="quiet">${t.noneFiring}</p>`
    }
  </section>`;
}
