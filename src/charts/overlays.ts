import type uPlot from 'uplot';
import type { Plot } from './plot.js';

const FONT_SIZE = 11;

/** uPlot draws in device pixels. */
function begin(chart: uPlot): { context: CanvasRenderingContext2D; scale: number } {
  const { ctx: context } = chart;
  const scale = devicePixelRatio;
  context.save();
  context.font = `${FONT_SIZE * scale}px system-ui, "DejaVu Sans", sans-serif`;
  return { context, scale };
}

/** Objectives and limits: a dotted line, named at its right end. */
export function drawThresholds(chart: uPlot, { data, palette }: Plot): void {
  const { context, scale } = begin(chart);
  const { left, width } = chart.bbox;
  context.strokeStyle = palette.ink;
  context.setLineDash([2 * scale, 3 * scale]);
  context.lineWidth = scale;
  context.textAlign = 'right';
  for (const { value, label } of data.thresholds ?? []) {
    if (!Number.isFinite(value)) continue;
    const y = chart.valToPos(value, 'y', true);
    context.beginPath();
    context.moveTo(left, y);
    context.lineTo(left + width, y);
    context.stroke();
    writeLabel(context, palette, label, left + width - 2 * scale, y - 4 * scale);
  }
  context.restore();
}

/** What happened: a dashed line from top to bottom, named at its head. */
export function drawMarks(chart: uPlot, { data, palette, from, to }: Plot): void {
  const { context, scale } = begin(chart);
  const { left, width, top, height } = chart.bbox;
  context.strokeStyle = palette.quiet;
  context.setLineDash([4 * scale, 3 * scale]);
  context.lineWidth = scale;
  for (const { seconds, label } of data.marks ?? []) {
    if (!(seconds >= from && seconds <= to)) continue;
    const x = chart.valToPos(seconds, 'x', true);
    context.beginPath();
    context.moveTo(x, top - 12 * scale);
    context.lineTo(x, top + height);
    context.stroke();
    const fits = x + context.measureText(label).width + 6 * scale < left + width;
    context.textAlign = fits ? 'left' : 'right';
    writeLabel(context, palette, label, x + (fits ? 4 : -4) * scale, top - 4 * scale);
  }
  context.restore();
}

/** Single observations: hollow circles. */
export function drawPoints(chart: uPlot, { data, palette, from, to, axis }: Plot): void {
  const { context, scale } = begin(chart);
  context.lineWidth = 2 * scale;
  context.strokeStyle = palette.ink;
  context.fillStyle = palette.paper;
  for (const { seconds, value } of data.points ?? []) {
    if (!(seconds >= from && seconds <= to && value >= axis.low && value <= axis.high)) continue;
    context.beginPath();
    context.arc(chart.valToPos(seconds, 'x', true), chart.valToPos(value, 'y', true), 4 * scale, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.restore();
}

/** Text with a rim of paper, so that it can be read over a line. */
function writeLabel(
  context: CanvasRenderingContext2D,
  { paper, quiet }: Plot['palette'],
  text: string,
  x: number,
  y: number,
): void {
  context.save();
  context.setLineDash([]);
  context.lineWidth = 3 * devicePixelRatio;
  context.lineJoin = 'round';
  context.strokeStyle = paper;
  context.strokeText(text, x, y);
  context.fillStyle = quiet;
  context.fillText(text, x, y);
  context.restore();
}
