import type { Span } from '../../../telemetry/traces/index.js';
import { peerOf } from '../analysis/analysis.model.js';
import { outlineOf } from '../waterfall/rows.model.js';

export interface MapNode {
  readonly service: string;
  /** Whether it left spans, or is only known from those who call it. */
  isTraced: boolean;
  spans: number;
  errors: number;
  pathMs: number;
  /** How many calls it is away from the first service. */
  layer: number;
  /** Its place among those of its layer. */
  place: number;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  calls: number;
  errors: number;
  totalMs: number;
  pathMs: number;
}

export interface ServiceMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** Services beyond the limit. */
  readonly omitted: number;
}

const MOST_NODES = 60;

/** Who called whom, how often, and how long that took. */
export function serviceMap(spans: readonly Span[], pathMs: Float64Array): ServiceMap {
  const { parents, ends } = outlineOf(spans);
  const nodes = new Map<string, MapNode>();
  const edges = new Map<string, MapEdge>();
  const node = (service: string): MapNode => {
    let found = nodes.get(service);
    if (!found)
      nodes.set(service, (found = { service, isTraced: false, spans: 0, errors: 0, pathMs: 0, layer: 0, place: 0 }));
    return found;
  };
  const call = (from: string, to: string, index: number): void => {
    const key = JSON.stringify([from, to]);
    const edge = edges.get(key) ?? { from, to, calls: 0, errors: 0, totalMs: 0, pathMs: 0 };
    edges.set(key, edge);
    edge.calls++;
    edge.totalMs += spans[index]?.durationMs ?? 0;
    edge.pathMs += pathMs[index] ?? 0;
    if (spans[index]?.status === 'error') edge.errors++;
  };
  spans.forEach((span, i) => {
    const here = node(span.service);
    here.isTraced = true;
    here.spans++;
    here.pathMs += pathMs[i] ?? 0;
    if (span.status === 'error') here.errors++;
    const parent = spans[parents[i] ?? -1];
    if (parent && parent.service !== span.service) call(parent.service, span.service, i);
    const peer = peerOf(span);
    // Who called somebody that leaves no spans is the only one to tell of it.
    if (peer === '' || peer === span.service || ends[i] !== i + 1) return;
    node(peer).pathMs += pathMs[i] ?? 0;
    here.pathMs -= pathMs[i] ?? 0;
    call(span.service, peer, i);
  });
  layOut(nodes, edges);
  const kept = [...nodes.values()].slice(0, MOST_NODES);
  const names = new Set(kept.map(({ service }) => service));
  return {
    nodes: kept,
    edges: [...edges.values()].filter(({ from, to }) => names.has(from) && names.has(to)),
    omitted: nodes.size - kept.length,
  };
}

/** In layers: each as far to the right as the shortest way to it is long. */
function layOut(nodes: ReadonlyMap<string, MapNode>, edges: ReadonlyMap<string, MapEdge>): void {
  const called = new Map<string, string[]>();
  const callees = new Set<string>();
  for (const { from, to } of edges.values()) {
    called.set(from, [...(called.get(from) ?? []), to]);
    callees.add(to);
  }
  const roots = [...nodes.keys()].filter((service) => !callees.has(service));
  const layers = new Map<string, number>();
  let next = roots.length > 0 ? roots : [...nodes.keys()].slice(0, 1);
  for (let layer = 0; next.length > 0; layer++) {
    for (const service of next) layers.set(service, layer);
    next = [...new Set(next.flatMap((service) => called.get(service) ?? []))].filter((service) => !layers.has(service));
  }
  const places: number[] = [];
  for (const node of nodes.values()) {
    node.layer = layers.get(node.service) ?? 0;
    node.place = places[node.layer] ?? 0;
    places[node.layer] = node.place + 1;
  }
}
