import uPlot from 'uplot';
import { valueAxis, type ValueAxis } from './axis.js';
import type { ChartData, ChartPoint } from './chart-data.js';
import { chartOptions } from './chart-options.js';
import { cleanColumns, type Column } from './clean-columns.js';
import { drawMarks, drawPoints, drawThresholds } from './overlays.js';
import type { Palette } from './palette.js';

/** What a plot asks of the chart it is in. */
export interface PlotHost {
  readonly format: (value: number) => string;
  readonly time: (seconds: number) => string;
  readonly cursorGroup: string;
  /** The cursor is at a row of what is drawn, or nowhere. */
  readonly moved: (row: number | null) => void;
}

const NOTHING: ChartData = { seconds: [], lines: [] };

/** The one place that touches uPlot: whatever it is given is finite, bounded and in order. */
export class Plot {
  readonly height: number;
  palette: Palette;
  data: ChartData = NOTHING;
  times: readonly number[] = [];
  columns: readonly Column[] = [];
  axis: ValueAxis = valueAxis([]);
  from = 0;
  to = 1;
  readonly #host: PlotHost;
  readonly #place: HTMLElement;
  #chart: uPlot | undefined;
  /** What its options were made for: other lines need another chart. */
  #made = '';

  constructor(place: HTMLElement, host: PlotHost, palette: Palette, height: number) {
    this.#place = place;
    this.#host = host;
    this.palette = palette;
    this.height = height;
  }

  get format(): PlotHost['format'] {
    return this.#host.format;
  }

  get time(): PlotHost['time'] {
    return this.#host.time;
  }

  get cursorGroup(): string {
    return this.#host.cursorGroup;
  }

  /** Draws; nothing of what was drawn before stays. */
  draw(data: ChartData, width: number): void {
    if (!(width > 0)) return;
    this.data = data;
    const { times, columns } = cleanColumns(data, width);
    this.times = times;
    this.columns = columns;
    this.axis = valueAxis(this.#heights());
    [this.from, this.to] = timeRange(data, times);
    const made = JSON.stringify([
      width,
      this.palette,
      data.lines.map(({ look, isMain, isFilled }) => [look, isMain, isFilled]),
    ]);
    const table: uPlot.AlignedData = [[...times], ...columns];
    if (this.#chart && made === this.#made) {
      this.#chart.setData(table);
      return;
    }
    this.destroy();
    this.#made = made;
    this.#chart = new uPlot(chartOptions(this, data.lines, width), table, this.#place);
  }

  /** Puts the cursor on a row, here and in all charts of its group. */
  setCursor(row: number): void {
    const seconds = this.times[row];
    if (!this.#chart || seconds === undefined) return;
    this.#chart.setCursor({ left: this.#chart.valToPos(seconds, 'x'), top: 0 });
  }

  moveCursor(row: number | null | undefined): void {
    this.#host.moved(row ?? null);
  }

  /** The point nearest to the pointer, if it is near. */
  pointAt(x: number, y: number): ChartPoint | undefined {
    const chart = this.#chart;
    const near = (this.data.points ?? []).map((point) => {
      const across = (chart?.valToPos(point.seconds, 'x') ?? 0) - x;
      const down = (chart?.valToPos(point.value, 'y') ?? 0) - y;
      return { point, distance: Math.hypot(across, down) };
    });
    return near.filter(({ distance }) => distance < 16).sort((a, b) => a.distance - b.distance)[0]?.point;
  }

  drawOver(chart: uPlot): void {
    drawThresholds(chart, this);
    drawMarks(chart, this);
    drawPoints(chart, this);
  }

  destroy(): void {
    // Destroyed in mid-drag, uPlot would wait for the end of it on the document for ever.
    if (this.#chart) document.dispatchEvent(new MouseEvent('mouseup'));
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  *#heights(): Generator<number | null> {
    for (const column of this.columns) yield* column;
    for (const { value } of this.data.thresholds ?? []) yield value;
    for (const { value } of this.data.points ?? []) yield value;
    yield this.data.highest ?? null;
  }
}

/** What was asked for where it can be shown, else what there is; never empty. */
function timeRange({ from, to }: ChartData, times: readonly number[]): [from: number, to: number] {
  const start = finite(from) ?? times[0] ?? 0;
  const end = finite(to) ?? times.at(-1) ?? 0;
  return end - start > Math.abs(end) * 1e-9 ? [start, end] : [start, start + 1];
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Math.abs(value) < 1e100 ? value : undefined;
}
