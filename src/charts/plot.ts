import type uPlot from 'uplot';
import type { ChartPoint } from './chart-data.js';
import type { UPlot } from './load-uplot.js';
import type { Picture } from './picture.js';
import { optionsKey, plotOptions } from './plot-options.js';
import { areaOf } from './sheet.js';

/** A click within so many CSS pixels of a point means the point: half of a target's 24. */
const NEAR = 12;
const OUTSIDE = { left: -10, top: -10 };

/** The uPlot instance of a chart, and the one place that touches it. */
export class Plot {
  readonly #uPlot: UPlot;
  readonly #place: HTMLElement;
  readonly #moved: (seconds: number | undefined) => void;
  #instance: uPlot | undefined;
  #key = '';
  #picture: Picture;
  /** While it draws, uPlot moves the cursor to where the pointer was, whatever time is there now. */
  #isDrawing = false;

  /** `moved` is called with the second at which the cursor of the group is, or without one. */
  constructor(library: UPlot, place: HTMLElement, picture: Picture, moved: (seconds: number | undefined) => void) {
    this.#uPlot = library;
    this.#place = place;
    this.#picture = picture;
    this.#moved = moved;
  }

  /** Draws a picture, at once, with the cursor at a second or without one. */
  draw(picture: Picture, cursor: number | undefined): void {
    this.#picture = picture;
    const { series, ranges, width, height } = picture;
    const u = this.#prepare();
    this.#isDrawing = true;
    u.batch(() => {
      if (u.width !== width || u.height !== height) u.setSize({ width, height });
      u.setData(rowsOf(picture), false);
      u.setScale('x', { min: ranges.from, max: ranges.to });
    });
    this.#isDrawing = false;
    u.setCursor(series.times.length > 0 ? this.#positionOf(u, cursor) : OUTSIDE, false);
  }

  /** Puts the cursor of the group at a second; without one, removes it. */
  setCursor(seconds: number | undefined): void {
    const u = this.#instance;
    if (!u) return;
    const { left, top } = this.#positionOf(u, seconds);
    u.setCursor({ left, top });
    const { key, values } = u.cursor.sync ?? {};
    if (key === undefined || !values) return;
    values[0] = seconds ?? 0;
    const { width, height } = areaOf(u);
    this.#uPlot.sync(key).pub('mousemove', u, left, top, width, height, u.cursor.idx ?? -1);
  }

  /** Puts the cursor of the group at a horizontal place of the plot. */
  pointTo(x: number): void {
    const u = this.#instance;
    if (u) this.setCursor(u.posToVal(x - areaOf(u).left, 'x'));
  }

  /** Returns the point at a place of the plot, if there's one near. */
  pointAt(x: number, y: number): ChartPoint | undefined {
    const u = this.#instance;
    if (!u) return undefined;
    const { left, top } = areaOf(u);
    const distances = (this.#picture.data.points ?? []).map((point) => ({
      point,
      distance: Math.hypot(left + u.valToPos(point.seconds, 'x') - x, top + u.valToPos(point.value, 'y') - y),
    }));
    return distances.filter(({ distance }) => distance <= NEAR).sort((a, b) => a.distance - b.distance)[0]?.point;
  }

  destroy(): void {
    this.#instance?.destroy();
    this.#instance = undefined;
  }

  /** The instance for the newest picture: another one where what it takes once has changed. */
  #prepare(): uPlot {
    const key = optionsKey(this.#picture);
    if (this.#instance && key === this.#key) return this.#instance;
    this.destroy();
    this.#key = key;
    const options = plotOptions(
      () => this.#picture,
      (u) => this.#tellMove(u),
    );
    const nothing: uPlot.AlignedData = [[], ...this.#picture.data.lines.map(() => [])];
    this.#instance = new this.#uPlot(options, nothing, (u, start) => {
      this.#place.append(u.root);
      start();
    });
    return this.#instance;
  }

  /** Where a second is within the lines' area; the nearer end for one outside of it. */
  #positionOf(u: uPlot, seconds: number | undefined): { left: number; top: number } {
    if (seconds === undefined) return OUTSIDE;
    const { width } = areaOf(u);
    return { left: Math.min(Math.max(u.valToPos(seconds, 'x'), 0), width), top: 0 };
  }

  #tellMove({ cursor }: uPlot): void {
    if (this.#isDrawing) return;
    const index = cursor.idx ?? null;
    this.#moved(index === null ? undefined : this.#picture.series.times[index]);
  }
}

/** The rows for uPlot. Without any row uPlot would keep its old scales, so an empty series gets two rows without values. */
function rowsOf({ series: { times, columns }, ranges: { from, to } }: Picture): uPlot.AlignedData {
  if (times.length === 0) return [[from, to], ...columns.map(() => [null, null])];
  return [[...times], ...columns];
}
