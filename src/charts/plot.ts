import type { ChartData, ChartPoint } from './chart-data.js';
import { cleanColumns, type Column } from './clean-columns.js';
import { paint, paintCursor, type Picture } from './paint.js';
import type { Palette } from './palette.js';
import { PlotArea } from './plot-area.js';

/** What a plot asks of the chart it is in. */
export interface PlotHost {
  readonly format: (value: number) => string;
  readonly time: (seconds: number) => string;
  readonly cursorGroup: string;
  /** The cursor is at a row of what is drawn, or nowhere. */
  readonly moved: (row: number | null) => void;
}

const NOTHING: ChartData = { seconds: [], lines: [] };
/** How near to a point, in CSS pixels, a click means it: half of a target's 24. */
const NEAR = 12;

/** The plots that share a cursor. */
const groups = new Map<string, Set<Plot>>();

/** A drawing on two canvases, of which the upper has the cursor: it moves without the lines being drawn again. */
export class Plot {
  palette: Palette;
  times: readonly number[] = [];
  columns: readonly Column[] = [];
  readonly #host: PlotHost;
  readonly #canvases: readonly [lines: HTMLCanvasElement, cursor: HTMLCanvasElement];
  readonly #height: number;
  readonly #place: HTMLElement;
  /** The second at which the cursor is. */
  #cursor: number | undefined;
  #hasCursor = false;
  #data: ChartData = NOTHING;
  #area: PlotArea;

  constructor(place: HTMLElement, host: PlotHost, palette: Palette, height: number) {
    this.#host = host;
    this.#place = place;
    this.palette = palette;
    this.#height = height;
    this.#area = new PlotArea(NOTHING, this, { width: 1, height });
    this.#canvases = [document.createElement('canvas'), document.createElement('canvas')];
    place.replaceChildren(...this.#canvases);
    place.addEventListener('pointermove', this.#follow);
    place.addEventListener('pointerleave', this.#leave);
    const group = groups.get(host.cursorGroup) ?? new Set();
    groups.set(host.cursorGroup, group.add(this));
  }

  /** Draws; nothing of what was drawn before stays. */
  draw(data: ChartData, width: number): void {
    if (!(width > 0)) return;
    this.#data = data;
    const { times, columns } = cleanColumns(data, width);
    this.times = times;
    this.columns = columns;
    this.#area = new PlotArea(data, { times, columns }, { width, height: this.#height });
    const [lines] = this.#canvases;
    paint(this.#prepare(lines), this.#picture);
    // The cursor stays at its second while the lines move on below it.
    this.#showCursor(this.#cursor);
  }

  /** Puts the cursor at a second, here and in all charts of its group; nowhere without one. */
  setCursor(seconds: number | undefined): void {
    for (const plot of groups.get(this.#host.cursorGroup) ?? []) plot.#showCursor(seconds);
  }

  /** The point at a place of the drawing, if there is one near. */
  pointAt(x: number, y: number): ChartPoint | undefined {
    const distances = (this.#data.points ?? []).map((point) => ({
      point,
      distance: Math.hypot(this.#area.x(point.seconds) - x, this.#area.y(point.value) - y),
    }));
    return distances.filter(({ distance }) => distance <= NEAR).sort((a, b) => a.distance - b.distance)[0]?.point;
  }

  destroy(): void {
    this.#place.removeEventListener('pointermove', this.#follow);
    this.#place.removeEventListener('pointerleave', this.#leave);
    const group = groups.get(this.#host.cursorGroup);
    group?.delete(this);
    if (group?.size === 0) groups.delete(this.#host.cursorGroup);
  }

  get #picture(): Picture {
    const { format, time } = this.#host;
    const { times, columns, palette } = this;
    return { area: this.#area, data: this.#data, times, columns, palette, format, time };
  }

  #showCursor(seconds: number | undefined): void {
    this.#cursor = seconds;
    const row = seconds === undefined ? null : nearestRow(this.times, seconds);
    // An empty canvas that is emptied again would be composed again with every drawing.
    if (row !== null || this.#hasCursor) {
      const context = this.#prepare(this.#canvases[1]);
      if (row !== null) paintCursor(context, this.#picture, row);
    }
    this.#hasCursor = row !== null;
    this.#host.moved(row);
  }

  /** An empty canvas as sharp as the screen, to be drawn on in CSS pixels. */
  #prepare(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const { width, height } = this.#area;
    const ratio = globalThis.devicePixelRatio || 1;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser draws on no canvas.');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    return context;
  }

  readonly #follow = ({ offsetX }: PointerEvent): void => this.setCursor(this.#area.secondsAt(offsetX));

  readonly #leave = (): void => this.setCursor(undefined);
}

/** The row whose time is nearest; null where there is none. */
function nearestRow(times: readonly number[], seconds: number): number | null {
  let low = 0;
  let high = times.length - 1;
  if (high < 0) return null;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) < seconds) low = middle + 1;
    else high = middle;
  }
  const before = times[low - 1];
  return before !== undefined && seconds - before < (times[low] ?? Infinity) - seconds ? low - 1 : low;
}
