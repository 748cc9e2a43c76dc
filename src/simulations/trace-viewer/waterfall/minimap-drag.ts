import type { TimeRange } from '../source/shown-trace.js';
import { chosenRange, movedRange } from './zoom.js';

/** Pixels that a hand moves without meaning to drag. */
const STILL = 4;

/**
 * Follows a pointer that went down on the minimap, until it is let go: within the shown part of a zoomed trace it moves
 * that part, elsewhere it draws a new one. A click beside the shown part brings it there.
 */
export function followDrag(
  down: PointerEvent,
  picture: Element,
  { range, durationMs }: { readonly range: TimeRange; readonly durationMs: number },
  zoom: (range: TimeRange, done: boolean) => void,
): void {
  const { currentTarget: surface } = down;
  if (!(surface instanceof HTMLElement) || down.button !== 0 || durationMs <= 0) return;
  const { left, width } = picture.getBoundingClientRect();
  const timeAt = ({ clientX }: PointerEvent): number =>
    Math.max(0, Math.min(1, (clientX - left) / (width || 1))) * durationMs;
  const start = timeAt(down);
  const isZoomed = range.toMs - range.fromMs < durationMs;
  const isInside = isZoomed && start >= range.fromMs && start <= range.toMs;
  const rangeAt = (move: PointerEvent): TimeRange =>
    isInside ? movedRange(range, timeAt(move) - start, durationMs) : chosenRange(start, timeAt(move), durationMs);
  let hasMoved = false;
  const ended = new AbortController();
  const { signal } = ended;
  const moved = (move: PointerEvent): void => {
    hasMoved ||= Math.abs(move.clientX - down.clientX) > STILL;
    if (hasMoved) zoom(rangeAt(move), false);
  };
  const released = (up: PointerEvent): void => {
    ended.abort();
    if (hasMoved) zoom(rangeAt(up), true);
    else if (isZoomed && !isInside) zoom(movedRange(range, start - (range.fromMs + range.toMs) / 2, durationMs), true);
  };
  const canceled = (): void => {
    ended.abort();
    if (hasMoved) zoom(range, true);
  };
  surface.setPointerCapture(down.pointerId);
  surface.addEventListener('pointermove', moved, { signal });
  surface.addEventListener('pointerup', released, { signal });
  surface.addEventListener('pointercancel', canceled, { signal });
}
