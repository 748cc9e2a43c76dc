import { html, svg, type TemplateResult } from 'lit';
import { ticksOf } from './minimap.model.js';
import type { TraceView } from '../trace-viewer.view.js';

/** The grid of the waterfall with its head; its rows are drawn by hand. */
export function waterfallPart(view: TraceView): TemplateResult {
  const { text, other } = view;
  const [name, , self, path] = text.columns;
  return html`<div class="waterfall" role="treegrid" aria-label=${text.waterfall}>
      <div class="head" role="rowgroup">
        <div class="row" role="row" aria-rowindex="1">
          <div class="name" role="columnheader">${name}</div>
          <div class="time" role="columnheader">
            <span class="unseen">${text.columns[1]}</span>
            <svg class="axis" aria-hidden="true">${axis(view)}</svg>
          </div>
          <div class="number" role="columnheader">${self}</div>
          <div class="number" role="columnheader">${path}</div>
        </div>
      </div>
      <div class="rows" role="rowgroup"><div class="body" role="presentation"></div></div>
    </div>
    <p class="legend quiet">
      ${legend('path', text.legendPath)} ${legend('bar', text.legendOther)}
      ${other ? legend('ghost', text.legendGhost) : ''}
    </p>`;
}

function legend(kind: string, meaning: string): TemplateResult {
  return html`<span><span class="swatch ${kind}"></span> ${meaning}</span>`;
}

function axis({ range, duration }: TraceView): unknown[] {
  const length = range.toMs - range.fromMs || 1;
  return ticksOf(range.fromMs, range.toMs, 4).map((tick, i) => {
    const place = ((tick - range.fromMs) / length) * 100;
    // A label at the edge would stand outside.
    const anchor = i === 0 && place < 5 ? 'start' : place > 92 ? 'end' : 'middle';
    return svg`<text x="${place}%" y="1.1em" text-anchor=${anchor}>${duration(tick)}</text>`;
  });
}
