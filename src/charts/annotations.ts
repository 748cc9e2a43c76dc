import type uPlot from 'uplot';
import {
  labelsOf,
  marksOf,
  MARK_RISE,
  ringsOf,
  RING_RADIUS,
  thresholdsOf,
  type PlacedLabel,
} from './annotation-labels.js';
import type { Picture } from './picture.js';
import { drawOn, type Sheet } from './sheet.js';

const DASH_PIXELS = 3;

/** A uPlot plugin that draws thresholds and marks below the lines of a chart, and rings and labels above them. */
export function annotations(picture: () => Picture): uPlot.Plugin {
  let labels: readonly PlacedLabel[] = [];
  return {
    hooks: {
      drawAxes: (u) =>
        drawOn(u, picture(), (sheet) => {
          labels = labelsOf(sheet);
          drawThresholds(sheet);
          drawMarks(sheet, labels);
        }),
      draw: (u) =>
        drawOn(u, picture(), (sheet) => {
          drawRings(sheet);
          drawLabels(sheet, labels);
        }),
    },
  };
}

function drawThresholds(sheet: Sheet): void {
  const { context, area, picture } = sheet;
  context.lineWidth = 1;
  context.strokeStyle = picture.palette.ink;
  context.setLineDash([1.5, 3]);
  for (const { at } of thresholdsOf(sheet)) stroke(context, [area.left, at + 0.5], [area.left + area.width, at + 0.5]);
}

/** The line of a mark is interrupted where it would run through a label. */
function drawMarks(sheet: Sheet, labels: readonly PlacedLabel[]): void {
  const { context, area, picture } = sheet;
  context.fillStyle = picture.palette.quiet;
  for (const { at } of marksOf(sheet)) {
    const inTheWay = labels.filter(({ box }) => at >= box.left - 2 && at <= box.left + box.width + 2);
    let from = area.top - MARK_RISE;
    for (const { box } of inTheWay.toSorted((a, b) => a.box.top - b.box.top)) {
      fillDashes(context, at, from, box.top);
      from = Math.max(from, box.top + box.height);
    }
    fillDashes(context, at, from, area.top + area.height);
  }
}

/** A dashed line downwards, one pixel wide. Filled, because a browser may smooth the ends of a stroke's dashes. */
function fillDashes(context: CanvasRenderingContext2D, x: number, from: number, to: number): void {
  for (let y = from; y < to; y += 2 * DASH_PIXELS) context.fillRect(x, y, 1, Math.min(DASH_PIXELS, to - y));
}

function stroke(context: CanvasRenderingContext2D, from: [number, number], to: [number, number]): void {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

function drawRings(sheet: Sheet): void {
  const { context, picture } = sheet;
  context.fillStyle = picture.palette.paper;
  context.strokeStyle = picture.palette.ink;
  context.lineWidth = 1.75;
  for (const [x, y] of ringsOf(sheet)) {
    context.beginPath();
    context.arc(x, y, RING_RADIUS, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

function drawLabels({ context, picture }: Sheet, labels: readonly PlacedLabel[]): void {
  context.textAlign = 'left';
  context.fillStyle = picture.palette.quiet;
  for (const { label, box } of labels) context.fillText(label, box.left, box.top + box.height / 2);
}
