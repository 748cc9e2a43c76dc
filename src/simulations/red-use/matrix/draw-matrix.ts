import { drawSpark, moveSparkCursor } from '../../../charts/sparkline.js';
import type { Cell } from './cells.model.js';
import { WINDOW_SECONDS, type RedUseModel } from '../red-use.model.js';

/** What a cell's axis reaches at least: a full resource, a few who wait. */
const HIGHEST: Readonly<Record<string, number>> = { utilisation: 1, saturation: 5, failures: 1, errors: 0.05 };

/** The stretch of time that all cells show. */
export function shownTime({ scrapes }: RedUseModel): { from: number; to: number } {
  const now = scrapes.at(-1) ?? 0;
  return { from: Math.max(0, now - WINDOW_SECONDS), to: Math.max(now, WINDOW_SECONDS) };
}

/** What each drawing shows: it changes with a scrape, and not with every frame. */
const drawn = new WeakMap<
  Element,
  { readonly values: readonly number[]; readonly at: number; readonly leftAt: number }
>();

/** Fills the drawings of the cells that are on the screen. */
export function drawMatrix(root: ParentNode, model: RedUseModel): void {
  const time = shownTime(model);
  for (const place of root.querySelectorAll<HTMLElement>('[data-cell]')) {
    const cell = model.cell(place.dataset['cell'] ?? '');
    const drawing = place.querySelector('svg');
    if (!cell || !drawing) continue;
    const { values, beside, baseline, departure } = model.track(cell);
    const now = { values, at: model.scrapes.at(-1) ?? 0, leftAt: departure?.seconds ?? Infinity };
    const before = drawn.get(drawing);
    // The array of values is the cell's own, and another run has others.
    if (before?.values === values && before.at === now.at && before.leftAt === now.leftAt) continue;
    drawn.set(drawing, now);
    drawSpark(drawing, {
      seconds: model.scrapes,
      values,
      beside,
      ...time,
      band: baseline && [Math.max(0, baseline.mean - baseline.width), baseline.mean + baseline.width],
      leftAt: departure?.seconds,
      highest: highestOf(cell),
    });
  }
}

/** Puts the cursor of all cells at a second; nowhere without one. */
export function moveCursor(root: ParentNode, model: RedUseModel, seconds: number | undefined): void {
  const { from, to } = shownTime(model);
  const share = seconds === undefined ? undefined : (seconds - from) / (to - from);
  for (const drawing of root.querySelectorAll('.spark')) moveSparkCursor(drawing, share);
}

/** The scrape that is nearest to a share of the width; undefined where there is none yet. */
export function scrapeAt(model: RedUseModel, share: number): number | undefined {
  const { from, to } = shownTime(model);
  const { scrapes } = model;
  const at = from + share * (to - from);
  let nearest: number | undefined;
  scrapes.forEach((seconds, index) => {
    const best = nearest === undefined ? Infinity : Math.abs((scrapes[nearest] ?? Infinity) - at);
    if (Math.abs(seconds - at) < best) nearest = index;
  });
  return nearest;
}

function highestOf({ kind, signal }: Cell): number {
  return kind === 'memory' && signal === 'saturation' ? 0.1 : (HIGHEST[signal] ?? 0);
}
