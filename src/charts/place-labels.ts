/** A rectangle in CSS pixels, y downward. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A drawn line: points from left to right; null is a gap. */
export interface Curve {
  readonly xs: readonly number[];
  readonly ys: readonly (number | null)[];
}

/** What labels must keep clear of. */
export interface Obstacles {
  readonly boxes: readonly Box[];
  readonly curves: readonly Curve[];
}

/** Pixels between a label and a line. */
const CLEARANCE = 2;

/**
 * Returns a box for each label: the first of its candidates that lies within `bounds`, crosses no line and overlaps no
 * label placed before it; undefined if every candidate is taken.
 */
export function placeLabels(
  labels: readonly (readonly Box[])[],
  bounds: Box,
  obstacles: Obstacles,
): (Box | undefined)[] {
  const placed: Box[] = [];
  return labels.map((candidates) => {
    const free = candidates.find(
      (box) =>
        isWithin(box, bounds) &&
        ![...obstacles.boxes, ...placed].some((other) => overlap(box, other)) &&
        !obstacles.curves.some((curve) => crosses(curve, grown(box))),
    );
    if (free) placed.push(free);
    return free;
  });
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

function isWithin(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.top >= bounds.top &&
    box.left + box.width <= bounds.left + bounds.width &&
    box.top + box.height <= bounds.top + bounds.height
  );
}

function grown({ left, top, width, height }: Box): Box {
  return {
    left: left - CLEARANCE,
    top: top - CLEARANCE,
    width: width + 2 * CLEARANCE,
    height: height + 2 * CLEARANCE,
  };
}

/** Whether a curve passes through a box. */
export function crosses({ xs, ys }: Curve, box: Box): boolean {
  const right = box.left + box.width;
  for (let i = Math.max(0, firstAtLeast(xs, box.left) - 1); i < xs.length; i++) {
    const [x, y, nextX, nextY] = [xs[i] ?? Infinity, ys[i] ?? null, xs[i + 1], ys[i + 1] ?? null];
    if (x > right) return false;
    if (y === null) continue;
    if (x >= box.left && y >= box.top && y <= box.top + box.height) return true;
    if (nextX !== undefined && nextY !== null && segmentCrosses([x, y], [nextX, nextY], box)) return true;
  }
  return false;
}

/** Whether the part of a segment above or below the box passes through it. */
function segmentCrosses([x1, y1]: [number, number], [x2, y2]: [number, number], box: Box): boolean {
  const right = box.left + box.width;
  if (x2 < box.left || x1 > right) return false;
  const at = (x: number): number => (x2 > x1 ? y1 + ((x - x1) / (x2 - x1)) * (y2 - y1) : y2);
  const [enters, leaves] = [x1 < box.left ? at(box.left) : y1, x2 > right ? at(right) : y2];
  return Math.min(enters, leaves) <= box.top + box.height && Math.max(enters, leaves) >= box.top;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
