import type { Span } from '../../../telemetry/traces/index.js';

/** A trace as an outline, by index of the span: what `readTraces` has put in the order of the tree. */
export interface Outline {
  /** -1 at the top. */
  readonly parents: Int32Array;
  /** 0 at the top. */
  readonly depths: Int32Array;
  /** The first index that is no longer below the span. */
  readonly ends: Int32Array;
}

/** One pass over the spans: a parent is the nearest before with that id whose branch is not yet closed. */
export function outlineOf(spans: readonly Span[]): Outline {
  const parents = new Int32Array(spans.length);
  const depths = new Int32Array(spans.length);
  const ends = new Int32Array(spans.length);
  const open: number[] = [];
  for (let i = 0; i < spans.length; i++) {
    const parent = spans[i]?.parentSpanId ?? null;
    while (open.length > 0 && spans[open.at(-1) ?? 0]?.spanId !== parent) ends[open.pop() ?? 0] = i;
    parents[i] = open.at(-1) ?? -1;
    depths[i] = open.length;
    open.push(i);
  }
  for (const i of open) ends[i] = spans.length;
  return { parents, depths, ends };
}

/** Whether anything is below. */
export function hasChildren({ ends }: Outline, index: number): boolean {
  return (ends[index] ?? 0) > index + 1;
}

/** The indexes of the rows that are seen: all but those below a collapsed one. */
export function visibleRows(outline: Outline, collapsed: ReadonlySet<number>): Int32Array {
  const { length } = outline.ends;
  const rows = new Int32Array(length);
  let count = 0;
  for (let i = 0; i < length; i = collapsed.has(i) ? (outline.ends[i] ?? length) : i + 1) rows[count++] = i;
  return rows.subarray(0, count);
}

/** The place of a span in the visible rows, or of the collapsed one that hides it. Rows are in order: a bisection. */
export function rowOf(rows: Int32Array, index: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The collapsed set with one more level of the tree closed (the deepest that is open), or opened (the highest closed). */
export function shiftLevel(outline: Outline, collapsed: ReadonlySet<number>, isOpening: boolean): Set<number> {
  const next = new Set(collapsed);
  if (isOpening) {
    const level = Math.min(...Array.from(collapsed, (i) => outline.depths[i] ?? 0));
    for (const i of collapsed) if (outline.depths[i] === level) next.delete(i);
    return next;
  }
  let deepest = -1;
  const rows = visibleRows(outline, collapsed);
  for (const i of rows) {
    if (hasChildren(outline, i) && !collapsed.has(i)) deepest = Math.max(deepest, outline.depths[i] ?? 0);
  }
  for (const i of rows) if (outline.depths[i] === deepest && hasChildren(outline, i)) next.add(i);
  return next;
}

/** All that can be collapsed. */
export function allParents(outline: Outline): Set<number> {
  return new Set([...outline.ends.keys()].filter((i) => hasChildren(outline, i)));
}
