import { html, type TemplateResult } from 'lit/html.js';
import type { ShopChange } from '../../shop/index.js';
import type { LiveDashboardView } from './live-dashboard.view.js';

const MOST = 6;

/** What was deployed, switched and done, the newest first; the one that a trail led to is marked. */
export function changesPart(view: LiveDashboardView): TemplateResult {
  const { model, text: t, trail, clock } = view;
  const cause = trail?.step === 'cause' ? model.causeAt(trail.traceId, trail.spanId) : undefined;
  const guilty = cause?.kind === 'change' ? cause.change : undefined;
  const row = (change: ShopChange): TemplateResult =>
    html`<li class=${change === guilty ? 'guilty' : ''}>
      <span class="time">${clock(change.seconds)}</span> <span class="what">${change.summary}</span>
    </li>`;
  const newest = model.changes.changes.slice(-MOST).toReversed();
  const shown = guilty && !newest.includes(guilty) ? [...newest.slice(1), guilty] : newest;
  return html`<section class="list" part="changes" aria-label=${t.changes}>
    <p class="title">${t.changes}</p>
    ${
      shown.length
        ? html`<ul>
            ${shown.map(row)}
          </ul>`
        : html`<p class="quiet">${t.noChanges}</p>`
    }
  </section>`;
}
