import { html, svg, type TemplateResult } from 'lit';
import type { SampledRequest } from '../../../shop/index.js';
import type { LiveDashboardView } from '../live-dashboard.view.js';
import { spanRows, suspectOf, type SpanRow } from './suspect-span.model.js';

const MOST_ROWS = 40;

/** A request's spans, one below the other in time; the one that stands out is marked. */
export function waterfallPart(
  view: LiveDashboardView,
  request: SampledRequest,
  choose: (spanId: string) => void,
): TemplateResult {
  const { text: t, host, trail } = view;
  const rows = spanRows(request);
  const suspect = suspectOf(request);
  const from = Math.min(...rows.map(({ span }) => span.startSeconds));
  const length = Math.max(request.endSeconds - from, 1e-9);
  const row = ({ span, depth }: SpanRow): TemplateResult => {
    const x = ((span.startSeconds - from) / length) * 100;
    const width = ((Math.min(span.endSeconds, request.endSeconds) - span.startSeconds) / length) * 100;
    const duration = host.format.duration(span.endSeconds - span.startSeconds);
    const go = (): void => choose(span.spanId);
    const kind = span.isError ? 'failed' : span === suspect ? 'wide' : '';
    return html`<li>
      <button class="span" aria-pressed=${trail?.spanId === span.spanId} @click=${go}>
        <span class="name depth-${Math.min(depth, 9)}"
          >${span === suspect ? '▸ ' : ''}${span.service} <small>${span.name}</small></span
        >
        <svg class="bar mirrored ${kind}" width="100%" height="14" aria-hidden="true">
          ${svg`<rect x="${Math.max(0, x)}%" width="${Math.max(0.4, width)}%" y="2" height="10" rx="2" />`}
        </svg>
        <span class="length">${duration}</span>
      </button>
    </li>`;
  };
  const left = rows.length - MOST_ROWS;
  return html`<ul class="waterfall" part="waterfall">
      ${rows.slice(0, MOST_ROWS).map(row)}
    </ul>
    ${left > 0 ? html`<p class="quiet">${t.spansLeftOut(host.format.number(left))}</p>` : ''}`;
}
