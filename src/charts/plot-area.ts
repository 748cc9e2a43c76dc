import { timeTicks, valueAxis, type ValueAxis } from './axis.js';
import type { ChartData } from './chart-data.js';
import type { Column } from './clean-columns.js';

/** Room around the lines for their axes and for the names of what happened, in CSS pixels. */
const MARGIN = { left: 48, right: 6, top: 16, bottom: 20 };
/** Pixels that a time below the axis takes. */
const TIME_PIXELS = 90;

/** Where a value and a second lie on the drawing: the scales of a chart, always finite. */
export class PlotArea {
  readonly width: number;
  readonly height: number;
  readonly axis: ValueAxis;
  readonly from: number;
  readonly to: number;
  readonly times: readonly number[];

  constructor(
    data: ChartData,
    { times, columns }: { times: readonly number[]; columns: readonly Column[] },
    size: { readonly width: number; readonly height: number },
  ) {
    this.width = size.width;
    this.height = size.height;
    this.axis = valueAxis(heights(data, columns));
    [this.from, this.to] = timeRange(data, times);
    this.times = timeTicks(this.from, this.to, Math.max(1, Math.floor((this.right - this.left) / TIME_PIXELS)));
  }

  get left(): number {
    return MARGIN.left;
  }

  get right(): number {
    return Math.max(this.left + 1, this.width - MARGIN.right);
  }

  get top(): number {
    return MARGIN.top;
  }

  get bottom(): number {
    return this.height - MARGIN.bottom;
  }

  x(seconds: number): number {
    return this.left + ((seconds - this.from) / (this.to - this.from)) * (this.right - this.left);
  }

  y(value: number): number {
    const { low, high } = this.axis;
    return this.bottom - ((value - low) / (high - low)) * (this.bottom - this.top);
  }

  /** The second at a horizontal place. */
  secondsAt(x: number): number {
    return this.from + ((x - this.left) / (this.right - this.left)) * (this.to - this.from);
  }

  /** Whether something at that second and value can be seen. */
  shows(seconds: number, value: number = this.axis.low): boolean {
    return seconds >= this.from && seconds <= this.to && value >= this.axis.low && value <= this.axis.high;
  }
}

function* heights(data: ChartData, columns: readonly Column[]): Generator<number | null> {
  for (const column of columns) yield* column;
  for (const { value } of data.thresholds ?? []) yield bounded(value) ?? null;
  for (const { value } of data.points ?? []) yield bounded(value) ?? null;
  yield bounded(data.highest) ?? null;
}

/** What was asked for where it can be shown, else what there is; never empty. */
function timeRange({ from, to }: ChartData, times: readonly number[]): [from: number, to: number] {
  const start = bounded(from) ?? times[0] ?? 0;
  const end = bounded(to) ?? times.at(-1) ?? 0;
  return end - start > Math.max(1, Math.abs(end)) * 1e-9
    ? [start, end]
    : [start - 0.5, start + 0.5 + Math.abs(start) * 1e-6];
}

/** A number whose differences with others cannot overflow. */
function bounded(value: number | undefined): number | undefined {
  return value !== undefined && Math.abs(value) < 1e100 ? value : undefined;
}
