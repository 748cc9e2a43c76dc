import { html, type TemplateResult } from 'lit';
import type { ShopChange } from '../../shop/index.js';
import { isSelected } from './drill-down/follow-selection.js';
import type { LiveDashboardView } from './live-dashboard.view.js';

const MOST = 6;

/** What was deployed, switched and done, the newest first; the one that a trail led to is marked, and the one that is selected. */
export function changesPart(view: LiveDashboardView): TemplateResult {
  const { model, text: t, trail, clock, selection } = view;
  const cause = trail?.step === 'cause' ? model.causeAt(trail.traceId, trail.spanId) : undefined;
  const guilty = cause?.kind === 'change' ? cause.change : undefined;
  const { changes } = model.changes;
  const selected = changes.find((change) => isSelected(change, selection));
  const row = (change: ShopChange): TemplateResult =>
    html`<li
      class="${change === guilty ? 'guilty' : ''} ${change === selected ? 'selected' : ''}"
      aria-current=${change === selected}
    >
      <span class="time">${clock(change.seconds)}</span> <span class="what">${change.summary}</span>
    </li>`;
  const newest = changes.slice(-MOST).toReversed();
  const older = [...new Set([selected, guilty])].filter((change) => change && !newest.includes(change));
  const shown = [...newest, ...older].filter((change) => change !== undefined);
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
