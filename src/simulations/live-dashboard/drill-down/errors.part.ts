import { html, type TemplateResult } from 'lit';
import { dataTable } from '../../../ui/controls/table.js';
import type { LiveDashboardView } from '../live-dashboard.view.js';

const MOST = 5;

/** What the logs complain of most. */
export function errorsPart({ model, text: t, host, clock }: LiveDashboardView): TemplateResult {
  const groups = model.errors.top(model.now, MOST);
  const rows = groups.map(({ severity, service, event, count, lastSeconds }) => ({
    head: event,
    small: severity === 'ERROR' ? service : `${service} ${severity}`,
    cells: [host.format.number(count), clock(lastSeconds)],
  }));
  const { event, count, last } = t.columns;
  return html`<section class="list" part="errors" aria-label=${t.topErrors}>
    <p class="title">${t.topErrors}</p>
    ${rows.length ? dataTable(t.topErrors, rows, [event, count, last]) : html`<p class="quiet">${t.noErrors}</p>`}
  </section>`;
}
