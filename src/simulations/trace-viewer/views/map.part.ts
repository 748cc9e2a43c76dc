import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { dataTable } from '../../../ui/controls/table.js';
import { serviceMap, type MapEdge, type MapNode } from './map.model.js';
import type { TraceView } from '../trace-viewer.view.js';

const BOX = { width: 170, height: 48 };
const GAP = { x: 90, y: 26 };

/** Who called whom: services as boxes from left to right, calls as arrows; the same as a table. */
export function mapPart(view: TraceView): TemplateResult {
  const { trace, analysis, text, duration, host } = view;
  const { nodes, edges, omitted } = serviceMap(trace.spans, analysis?.pathMs ?? new Float64Array());
  const layers = nodes.reduce((most, { layer }) => Math.max(most, layer + 1), 1);
  const tallest = nodes.reduce((most, { place }) => Math.max(most, place + 1), 1);
  const sizes = Array.from({ length: layers }, (_, layer) => nodes.filter((node) => node.layer === layer).length);
  const at = ({ layer, place }: MapNode): { x: number; y: number } => ({
    x: layer * (BOX.width + GAP.x),
    y: (place + (tallest - (sizes[layer] ?? 1)) / 2) * (BOX.height + GAP.y),
  });
  const byName = new Map(nodes.map((node) => [node.service, node]));
  const width = layers * (BOX.width + GAP.x) - GAP.x;
  const height = tallest * (BOX.height + GAP.y) - GAP.y;
  const { number } = host.format;
  return html`<div class="wide" tabindex="0" role="group" aria-label=${text.map}>
      <svg class="map" viewBox="-2 -2 ${width + 4} ${height + 4}" aria-hidden="true">
        <marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0L8 4L0 8z" />
        </marker>
        ${edges.map((edge) => arrow(edge, byName, at, view))} ${nodes.map((node) => box(node, at(node), view))}
      </svg>
    </div>
    <p class="quiet">${text.mapNote} ${omitted ? text.andMore(number(omitted)) : ''}</p>
    <div class="wide" tabindex="0" role="group" aria-label=${text.map}>
      ${dataTable(
        text.map,
        edges.map(({ from, to, calls, errors, totalMs, pathMs }) => ({
          head: from,
          cells: [
            to,
            number(calls),
            errors ? number(errors) : '–',
            duration(totalMs / calls),
            pathMs ? duration(pathMs) : '–',
          ],
        })),
        text.mapColumns,
      )}
    </div>`;
}

function box(
  node: MapNode,
  { x, y }: { x: number; y: number },
  { duration, colours, analysis }: TraceView,
): SVGTemplateResult {
  const total = analysis?.pathTotalMs || 1;
  const share = Math.max(0, Math.min(1, node.pathMs / total));
  return svg`<g class="node s${colours.get(node.service) ?? 7} ${node.isTraced ? '' : 'untraced'} ${node.errors ? 'bad' : ''}">
    <rect x=${x} y=${y} width=${BOX.width} height=${BOX.height} rx="5" />
    <rect class="share" x=${x} y=${y + BOX.height - 5} width=${BOX.width * share} height="5" />
    <text x=${x + 10} y=${y + 20}>${node.service.slice(0, 22)}</text>
    <text class="small" x=${x + 10} y=${y + 36}>${duration(Math.max(0, node.pathMs))}</text>
  </g>`;
}

function arrow(
  { from, to, calls, errors, totalMs }: MapEdge,
  nodes: ReadonlyMap<string, MapNode>,
  at: (node: MapNode) => { x: number; y: number },
  { text, duration, host }: TraceView,
): SVGTemplateResult | string {
  const [caller, callee] = [nodes.get(from), nodes.get(to)];
  if (!caller || !callee) return '';
  const [a, b] = [at(caller), at(callee)];
  const isBack = b.x <= a.x;
  const [x1, y1] = [a.x + (isBack ? BOX.width / 2 : BOX.width), a.y + (isBack ? BOX.height : BOX.height / 2)];
  const [x2, y2] = [b.x + (isBack ? BOX.width / 2 : 0), b.y + (isBack ? 0 : BOX.height / 2)];
  const middle = (x1 + x2) / 2;
  const curve = isBack ? `M${x1} ${y1}L${x2} ${y2}` : `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  return svg`<path class="edge ${errors ? 'bad' : ''}" d=${curve} marker-end="url(#tip)" />
    <text class="small" x=${middle} y=${(y1 + y2) / 2 - 3} text-anchor="middle">${text.calls(host.format.number(calls), duration(totalMs / calls))}</text>`;
}
