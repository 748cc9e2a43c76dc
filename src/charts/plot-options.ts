import type uPlot from 'uplot';
import { annotations } from './annotations.js';
import type { ChartLine } from './chart-data.js';
import type { Column } from './clean-series.js';
import { colorOf, dashesOf } from './palette.js';
import type { Picture } from './picture.js';
import { timeAxis } from './time-axis.js';

/** Room above the lines for the labels of marks, and at their right end, in CSS pixels. */
const TOP = 17;
const RIGHT = 5;
/** Width of the value axis in CSS pixels. The axes of charts below each other align unless one needs more. */
const VALUE_AXIS_WIDTH = 48;
const VALUE_AXIS_STEP = 8;
const LABEL_GAP = 6;
const LINE_PIXELS = 1.5;
const MAIN_LINE_PIXELS = 2.25;

/** Returns a key of everything that uPlot takes once: with another key, a plot has to be built anew. */
export function optionsKey({ data, frame, palette }: Picture): string {
  const lines = data.lines.map(({ look, isMain = false, isFilled = false }) => [look, isMain, isFilled]);
  return JSON.stringify([frame.cursorGroup, palette.font, lines]);
}

/** Returns the options of a uPlot instance. They read the newest picture whenever uPlot draws. */
export function plotOptions(picture: () => Picture, moved: (u: uPlot) => void): uPlot.Options {
  const { data, frame, width, height } = picture();
  const times = timeAxis(picture);
  return {
    width,
    height,
    padding: [TOP, RIGHT, 0, 0],
    legend: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: () => [picture().ranges.from, picture().ranges.to] },
      y: { range: () => [picture().ranges.axis.low, picture().ranges.axis.high] },
    },
    series: [{}, ...data.lines.map((line, index) => seriesOf(line, picture, index))],
    axes: [times.axis, valueAxis(picture)],
    cursor: cursor(picture, frame.cursorGroup),
    plugins: [times.plugin, annotations(picture), { hooks: { setCursor: moved } }],
  };
}

function valueAxis(picture: () => Picture): uPlot.Axis {
  return {
    font: picture().palette.font,
    stroke: () => picture().palette.quiet,
    gap: LABEL_GAP,
    size: (u, values) => valueAxisWidth(u, values, picture().palette.font),
    // The range comes with its ticks. uPlot draws none unless it finds an increment, and it knows the decimals of those from 5 on.
    space: 1,
    incrs: (_u, _axis, low, high) => [Math.max(5, high - low)],
    splits: () => [...picture().ranges.axis.ticks],
    values: (_u, ticks) => ticks.map((tick) => (picture().frame.tick ?? picture().frame.format)(tick)),
    grid: { stroke: () => picture().palette.line, width: 1 },
    ticks: { show: false },
  };
}

/** As wide as the longest label needs, so that none is cut. uPlot asks for the first time before there are any. */
function valueAxisWidth({ ctx }: uPlot, values: readonly string[] | null, font: string): number {
  ctx.save();
  ctx.font = font;
  const widest = Math.max(0, ...(values ?? []).map((value) => ctx.measureText(value).width));
  ctx.restore();
  return Math.max(VALUE_AXIS_WIDTH, Math.ceil((widest + LABEL_GAP + 1) / VALUE_AXIS_STEP) * VALUE_AXIS_STEP);
}

function seriesOf(line: ChartLine, picture: () => Picture, index: number): uPlot.Series {
  const color = (): string => colorOf(picture().palette, line.look);
  return {
    stroke: color,
    width: line.isMain ? MAIN_LINE_PIXELS : LINE_PIXELS,
    dash: [...dashesOf(line)],
    // Rounded to whole pixels, a moving line would tremble.
    pxAlign: 0,
    ...(line.isFilled && { fill: () => `color-mix(in srgb, ${color()} 16%, transparent)` }),
    points: {
      show: false,
      size: 5,
      width: 0,
      fill: color,
      filter: (u) => lonePoints(picture().series.columns[index] ?? [], (row) => u.valToPos(u.data[0][row] ?? 0, 'x')),
    },
  };
}

/** The rows that no line shows: a value between two gaps, or a few within one pixel. */
function lonePoints(column: Column, x: (row: number) => number): number[] | null {
  const lone: number[] = [];
  let first = -1;
  for (let row = 0; row <= column.length; row++) {
    const isGap = (column[row] ?? null) === null;
    if (!isGap && first < 0) first = row;
    if (!isGap || first < 0) continue;
    if (x(row - 1) - x(first) < 1) lone.push(row - 1);
    first = -1;
  }
  return lone.length > 0 ? lone : null;
}

function cursor(picture: () => Picture, key: string): uPlot.Cursor {
  const none = (): null => null;
  return {
    y: false,
    // Snaps to the nearest row.
    move: (u, left, top) => {
      const time = left < 0 ? undefined : u.data[0][u.posToIdx(left)];
      return time === undefined ? [-10, -10] : [u.valToPos(time, 'x'), top];
    },
    // The chart itself listens to pointers and keys. uPlot would start a drag, which leaks a plot destroyed meanwhile.
    bind: {
      mousedown: none,
      mouseup: none,
      click: none,
      dblclick: none,
      mousemove: none,
      mouseleave: none,
      mouseenter: none,
    },
    points: {
      size: 7,
      width: 0,
      fill: (_u, index) => colorOf(picture().palette, picture().data.lines[index - 1]?.look ?? 0),
    },
    sync: { key, scales: ['x', null] },
  };
}
