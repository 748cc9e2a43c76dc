import type { TimeRange } from '../source/shown-trace.js';

/** Where a stretch of time lies in a cell of so many pixels; undefined where it is out of sight. */
export function stretch(
  startMs: number,
  endMs: number,
  { fromMs, toMs }: TimeRange,
  width: number,
): { x: number; width: number } | undefined {
  if (endMs < fromMs || startMs > toMs) return undefined;
  const scale = width / (toMs - fromMs || 1);
  const x = Math.max(0, (startMs - fromMs) * scale);
  const end = Math.min(width, (endMs - fromMs) * scale);
  // What is too short to be seen is drawn all the same, within the cell.
  const shown = Math.max(2, end - x);
  return { x: Math.min(x, width - shown), width: shown };
}

/** A rectangle, as a path. */
export function box(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${y}h${round(width)}v${height}h${round(-width)}z`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
