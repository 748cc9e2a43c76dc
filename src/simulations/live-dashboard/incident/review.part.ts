import { html, type TemplateResult } from 'lit';
import type { LiveDashboardView } from '../live-dashboard.view.js';
import { reviewOf } from './review.js';

/** The post-mortem, to be read and taken along. */
export function reviewPart(view: LiveDashboardView): TemplateResult | string {
  const { incident, host, text: t } = view;
  if (!incident) return '';
  const review = reviewOf(view, incident);
  const copy = (): void => void host.menu.copy(review);
  return html`<button @click=${copy}>${t.copyReview}</button>
    <pre tabindex="0" role="region" aria-label=${t.review} part="review">${review}</pre>`;
}
