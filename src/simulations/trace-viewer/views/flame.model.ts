import type { Span } from '../../../telemetry/traces/index.js';
import { outlineOf } from '../waterfall/rows.model.js';

/** Calls of one operation below the same calls, taken together. */
export interface FlameNode {
  readonly service: string;
  readonly name: string;
  readonly depth: number;
  /** The first of the spans, by index. */
  readonly span: number;
  count: number;
  errors: number;
  /** The work in it and below, milliseconds: parallel calls added up. Self time and the children's make it. */
  workMs: number;
  selfMs: number;
  /** Where it begins on the axis of work. */
  startMs: number;
  readonly children: FlameNode[];
}

/** A flame graph: the widths are self times, so that a block is as wide as the work below it. Parents before children. */
export function flameOf(spans: readonly Span[], selfMs: Float64Array): { nodes: FlameNode[]; totalMs: number } {
  const { parents } = outlineOf(spans);
  const nodes: FlameNode[] = [];
  const roots: FlameNode[] = [];
  const known = new Map<string, FlameNode>();
  const ids = new Map<FlameNode, number>();
  const nodeOf: FlameNode[] = [];
  spans.forEach((span, i) => {
    const parent = nodeOf[parents[i] ?? -1];
    const key = JSON.stringify([parent ? ids.get(parent) : -1, span.service, span.name]);
    let node = known.get(key);
    if (node === undefined) {
      const place = { depth: parent ? parent.depth + 1 : 0, span: i, startMs: 0, children: [] };
      node = { service: span.service, name: span.name, count: 0, errors: 0, workMs: 0, selfMs: 0, ...place };
      known.set(key, node);
      ids.set(node, nodes.length);
      nodes.push(node);
      (parent?.children ?? roots).push(node);
    }
    nodeOf.push(node);
    node.count++;
    node.selfMs += selfMs[i] ?? 0;
    if (span.status === 'error') node.errors++;
  });
  for (const node of nodes.toReversed()) {
    node.workMs = node.children.reduce((sum, child) => sum + child.workMs, node.selfMs);
  }
  let totalMs = 0;
  for (const root of roots) {
    root.startMs = totalMs;
    totalMs += root.workMs;
  }
  for (const node of nodes) {
    let at = node.startMs;
    for (const child of node.children.sort((a, b) => b.workMs - a.workMs)) {
      child.startMs = at;
      at += child.workMs;
    }
  }
  return { nodes, totalMs };
}
