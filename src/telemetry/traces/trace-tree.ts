/** A trace's spans as a forest, by their indexes; finite whatever the ids say. */
export interface TraceTree {
  /** -1 at roots and orphans, and where a cycle is cut: at its first span. */
  parents: Int32Array;
  children: number[][];
  depths: Int32Array;
  /** All indexes: parents before their children, siblings as they came. */
  order: number[];
}

/** Who called whom. Of spans that share an id the first has the children. */
export function traceTree(spans: readonly { spanId: string; parentSpanId: string | null }[]): TraceTree {
  const parents = parentIndexes(spans);
  // Most spans call nobody: they share one list, for making a hundred thousand takes longer than all the rest.
  const none: number[] = [];
  const children: number[][] = Array.from(spans, () => none);
  for (let i = 0; i < parents.length; i++) {
    const parent = parents[i] ?? -1;
    if (parent === -1) continue;
    const siblings = children[parent];
    if (siblings === none) children[parent] = [i];
    else siblings?.push(i);
  }
  const depths = new Int32Array(spans.length);
  const order: number[] = [];
  const waiting: number[] = [];
  for (let root = 0; root < parents.length; root++) {
    if (parents[root] !== -1) continue;
    waiting.push(root);
    for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
      order.push(i);
      const below = children[i] ?? [];
      for (let child = below.length - 1; child >= 0; child--) {
        const index = below[child] ?? 0;
        depths[index] = (depths[i] ?? 0) + 1;
        waiting.push(index);
      }
    }
  }
  return { parents, children, depths, order };
}

/** The index of each span's parent, -1 where there is none, and where a cycle is cut: at its first span. */
export function parentIndexes(spans: readonly { spanId: string; parentSpanId: string | null }[]): Int32Array {
  const indexes = new Map<string, number>();
  for (let i = spans.length - 1; i >= 0; i--) indexes.set(spans[i]?.spanId ?? '', i);
  const parents = new Int32Array(spans.length);
  for (let i = 0; i < parents.length; i++) {
    const parent = spans[i]?.parentSpanId ?? null;
    parents[i] = parent === null ? -1 : (indexes.get(parent) ?? -1);
  }
  cutCycles(parents);
  return parents;
}

function cutCycles(parents: Int32Array): void {
  // 0: not seen; otherwise the walk that came by first.
  const walks = new Int32Array(parents.length);
  for (let start = 0; start < parents.length; start++) {
    let i = start;
    while (i !== -1 && walks[i] === 0) {
      walks[i] = start + 1;
      i = parents[i] ?? -1;
    }
    if (i === -1 || walks[i] !== start + 1) continue;
    let first = i;
    for (let member = parents[i] ?? i; member !== i; member = parents[member] ?? i) first = Math.min(first, member);
    parents[first] = -1;
  }
}
