import { html, svg, type TemplateResult } from 'lit';
import { flameOf, type FlameNode } from './flame.model.js';
import type { TraceView } from '../trace-viewer.view.js';

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
    const described = text.flameBlock(
      `${node.service} ${node.name}`,
      host.format.number(node.count),
      duration(node.workMs),
      duration(node.selfMs),
    );
    const act = (): void => select(node.span);
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      act();
    };
    const [x, y, width] = [node.startMs * scale, node.depth * ROW, node.workMs * scale];
    return svg`<g role="button" tabindex="0" aria-label=${described} aria-pressed=${node.span === selected}
      class="block s${colours.get(node.service) ?? 0}${node.errors ? ' bad' : ''}" @click=${act} @keydown=${press}>
      <title>${described}</title>
      <rect x=${x} y=${y} width=${Math.max(1, width - 1)} height=${ROW - 1} />
      <rect class="self" x=${x} y=${y + ROW - 5} width=${Math.max(0, node.selfMs * scale - 1)} height="4" />
    </g>`;
  };
  const name = (node: FlameNode): TemplateResult =>
    svg`<text x=${node.startMs * scale + 5} y=${node.depth * ROW + 15}>${shortened(node, node.workMs * scale, host)}</text>`;
  return html`<svg class="flame" viewBox="0 0 ${WIDTH} ${rows * ROW}" role="group" aria-label=${text.flame}>
      ${shown.map(block)}
      <g class="names" aria-hidden="true">${shown.map(name)}</g>
    </svg>
    <p class="quiet">${text.flameNote}</p>`;
}

/** As much of a block's name as there is room for. */
function shortened({ name, count }: FlameNode, width: number, { format }: TraceView['host']): string {
  const whole = count > 1 ? `${name} ×${format.number(count)}` : name;
  const letters = Math.floor((width - 10) / LETTER);
  if (letters >= whole.length) return whole;
  return letters > 4 ? `${whole.slice(0, letters - 1)}…` : '';
}
