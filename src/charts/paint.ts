import type { ChartData, ChartLine } from './chart-data.js';
import type { Column } from './clean-columns.js';
import { dashesOf, type Palette } from './palette.js';
import type { PlotArea } from './plot-area.js';

const FONT = '11px system-ui, "DejaVu Sans", sans-serif';

/** What a picture of a chart is made from. */
export interface Picture {
  readonly area: PlotArea;
  readonly data: ChartData;
  readonly times: readonly number[];
  readonly columns: readonly Column[];
  readonly palette: Palette;
  readonly format: (value: number) => string;
  readonly time: (seconds: number) => string;
}

/** Paints a chart on an empty canvas, in CSS pixels. */
export function paint(context: CanvasRenderingContext2D, picture: Picture): void {
  const { area, data, columns, palette } = picture;
  context.font = FONT;
  paintAxes(context, picture);
  context.save();
  context.beginPath();
  // A little room, so that a line along the edge is not cut in half.
  context.rect(area.left, area.top - 2, area.right - area.left, area.bottom - area.top + 4);
  context.clip();
  data.lines.forEach((line, index) => paintLine(context, picture, line, columns[index] ?? []));
  context.restore();
  paintThresholds(context, picture);
  paintMarks(context, picture);
  context.lineWidth = 2;
  for (const { seconds, value } of data.points ?? []) {
    if (area.shows(seconds, value)) ring(context, palette, [area.x(seconds), area.y(value)], 4);
  }
}

/** The cursor: a line at a row, and a dot on each line of the chart. */
export function paintCursor(context: CanvasRenderingContext2D, picture: Picture, row: number): void {
  const { area, data, times, columns, palette } = picture;
  const x = area.x(times[row] ?? NaN);
  context.strokeStyle = palette.quiet;
  context.setLineDash([3, 3]);
  stroke(context, [x, area.top], [x, area.bottom]);
  context.setLineDash([]);
  data.lines.forEach(({ look }, index) => {
    const value = columns[index]?.[row];
    if (value === null || value === undefined) return;
    context.fillStyle = palette.looks[look] ?? palette.ink;
    context.beginPath();
    context.arc(x, area.y(value), 3.5, 0, 2 * Math.PI);
    context.fill();
  });
}

function paintAxes(context: CanvasRenderingContext2D, { area, palette, format, time }: Picture): void {
  context.strokeStyle = palette.line;
  context.fillStyle = palette.quiet;
  context.lineWidth = 1;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const tick of area.axis.ticks) {
    const y = Math.round(area.y(tick)) + 0.5;
    stroke(context, [area.left, y], [area.right, y]);
    context.fillText(format(tick), area.left - 6, y);
  }
  context.textBaseline = 'alphabetic';
  for (const tick of area.times) {
    const text = time(tick);
    const half = context.measureText(text).width / 2;
    const x = Math.min(Math.max(area.x(tick), area.left + half), area.right - half);
    context.textAlign = 'center';
    context.fillText(text, x, area.height - 4);
  }
}

function paintLine(context: CanvasRenderingContext2D, picture: Picture, line: ChartLine, column: Column): void {
  const { area, palette, times } = picture;
  const color = palette.looks[line.look] ?? palette.ink;
  for (const [first, last] of stretches(column)) {
    const point = (row: number): [number, number] => [area.x(times[row] ?? 0), area.y(column[row] ?? 0)];
    context.beginPath();
    context.moveTo(...point(first));
    for (let row = first + 1; row <= last; row++) context.lineTo(...point(row));
    context.strokeStyle = color;
    context.lineWidth = line.isMain ? 2.5 : 1.75;
    context.lineJoin = 'round';
    context.setLineDash([...dashesOf(line)]);
    context.stroke();
    context.setLineDash([]);
    // One value between two gaps is no line, nor are some within a pixel; they must be seen all the same.
    if (point(last)[0] - point(first)[0] < 1) dot(context, color, point(last));
    if (!line.isFilled) continue;
    context.lineTo(area.x(times[last] ?? 0), area.y(Math.max(0, area.axis.low)));
    context.lineTo(area.x(times[first] ?? 0), area.y(Math.max(0, area.axis.low)));
    context.globalAlpha = 0.18;
    context.fillStyle = color;
    context.fill();
    context.globalAlpha = 1;
  }
}

/** The first and last rows of each run of values without a gap. */
function* stretches(column: Column): Generator<[first: number, last: number]> {
  let first = -1;
  for (let row = 0; row <= column.length; row++) {
    const isValue = row < column.length && column[row] !== null;
    if (isValue && first < 0) first = row;
    if (isValue || first < 0) continue;
    yield [first, row - 1];
    first = -1;
  }
}

/** Objectives and limits: a dotted line, named at its right end. */
function paintThresholds(context: CanvasRenderingContext2D, { area, data, palette }: Picture): void {
  context.lineWidth = 1;
  for (const { value, label } of data.thresholds ?? []) {
    if (!area.shows(area.from, value)) continue;
    const y = area.y(value);
    context.strokeStyle = palette.ink;
    context.setLineDash([2, 3]);
    stroke(context, [area.left, y], [area.right, y]);
    context.setLineDash([]);
    writeLabel(context, palette, label, [area.right - 2, y - 4], 'right');
  }
}

/** What happened: a dashed line from top to bottom, named at its head, where names do not run into one another. */
function paintMarks(context: CanvasRenderingContext2D, { area, data, palette }: Picture): void {
  let free = area.left;
  for (const { seconds, label } of data.marks ?? []) {
    if (!area.shows(seconds)) continue;
    const x = area.x(seconds);
    context.strokeStyle = palette.quiet;
    context.setLineDash([4, 3]);
    stroke(context, [x, area.top - 12], [x, area.bottom]);
    context.setLineDash([]);
    const width = context.measureText(label).width + 6;
    const isLeft = x + width > area.right;
    if ((isLeft ? x - width : x) < free) continue;
    writeLabel(context, palette, label, [x + (isLeft ? -4 : 4), area.top - 5], isLeft ? 'right' : 'left');
    free = isLeft ? x : x + width;
  }
}

function dot(context: CanvasRenderingContext2D, color: string, [x, y]: [number, number]): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, 2.5, 0, 2 * Math.PI);
  context.fill();
}

function ring(
  context: CanvasRenderingContext2D,
  { paper, ink }: Palette,
  [x, y]: [number, number],
  radius: number,
): void {
  context.fillStyle = paper;
  context.strokeStyle = ink;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

function stroke(context: CanvasRenderingContext2D, from: [number, number], to: [number, number]): void {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

/** Text with a rim of paper, so that it can be read over a line. */
function writeLabel(
  context: CanvasRenderingContext2D,
  { paper, quiet }: Palette,
  label: string,
  [x, y]: [number, number],
  align: CanvasTextAlign,
): void {
  context.textAlign = align;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = paper;
  context.strokeText(label, x, y);
  context.fillStyle = quiet;
  context.fillText(label, x, y);
  context.lineWidth = 1;
}
