import { html, type TemplateResult } from 'lit';
import { section } from '../../ui/controls/section.js';
import type { Incident } from './incident/incident.model.js';
import { reviewPart } from './incident/review.part.js';
import { historyTable } from './live-dashboard.data.js';
import type { LiveDashboardView } from './live-dashboard.view.js';
import { futuresPart } from './what-if/what-if.part.js';

/** The parts that open: the same night by another way, the post-mortem, and the data. */
export function sectionsPart(
  view: LiveDashboardView,
  open: string,
  baseline: Incident | 'computing' | undefined,
  goBack: () => void,
): TemplateResult {
  const { text: t, host } = view;
  const parts = { open, toggled: (names: string) => void host.change('open', names) };
  return html`${section(parts, 'again', t.again, t.againSummary, () => futuresPart(view, baseline, goBack))}
  ${section(parts, 'review', t.review, t.reviewSummary, () => html`${reviewPart(view)}`)}
  ${section(parts, 'data', t.data, t.dataSummary, () => historyTable(view))}`;
}
