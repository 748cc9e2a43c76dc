import { html, svg, type TemplateResult } from 'lit/html.js';
import { flameOf, type FlameNode } from './flame.model.js';
import type { TraceView } from './trace-viewer.view.js';

const WIDTH = 1000;
const ROW = 24;
/** Blocks narrower than this are not drawn: nobody could see them, or hit them. */
const NARROWEST = 1.5;
const DEEPEST = 60;
/** Units of a letter, roughly. */
const LETTER = 8.2;

/** The work of a trace as blocks: each as wide as the work in it and below. */
export function flamePart(view: TraceView): TemplateResult {
  const { trace, analysis, text, duration, select, selected, colours, host } = view;
  if (!analysis) return html`<p>${text.reading}</p>`;
  const { nodes, totalMs } = flameOf(trace.spans, analysis.selfMs);
  const scale = WIDTH / (totalMs || 1);
  const shown = nodes.filter(({ workMs, depth }) => workMs * scale >= NARROWEST && depth < DEEPEST);
  const rows = shown.reduce((most, { depth }) => Math.max(most, depth + 1), 1);
  const block = (node: FlameNode): TemplateResult => {
    const x = node.startMs * scale;
    const width = node.workMs * scale;
    const name = node.count > 1 ? `${node.name} ×${host.format.number(node.count)}` : node.name;
    const described = text.flameBlock(
      `${node.service} ${node.name}`,
      host.format.number(node.count),
      duration(node.workMs),
      duration(node.selfMs),
    );
    const letters = Math.floor((width - 10) / LETTER);
    const written = letters >= name.length ? name : letters > 4 ? `${name.slice(0, letters - 1)}…` : '';
    const act = (): void => select(node.span);
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      act();
    };
    return svg`<g role="button" tabindex="0" aria-label=${described} aria-pressed=${node.span === selected}
      class="block s${colours.get(node.service) ?? 0}${node.errors ? ' bad' : ''}" @click=${act} @keydown=${press}>
      <title>${described}</title>
      <rect x=${x} y=${node.depth * ROW} width=${Math.max(1, width - 1)} height=${ROW - 1} />
      <rect class="self" x=${x} y=${node.depth * ROW + ROW - 5} width=${Math.max(0, node.selfMs * scale - 1)} height="4" />
      <text x=${x + 5} y=${node.depth * ROW + 15}>${written}</text>
    </g>`;
  };
  return html`<svg class="flame" viewBox="0 0 ${WIDTH} ${rows * ROW}" role="group" aria-label=${text.flame}>
      ${shown.map(block)}
    </svg>
    <p class="quiet">${text.flameNote}</p>`;
}
