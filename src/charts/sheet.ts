import type uPlot from 'uplot';
import type { Picture } from './picture.js';
import type { Box } from './place-labels.js';

/** The canvas of a plot in CSS pixels, with the places of seconds and values on it. */
export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly picture: Picture;
  /** Where the lines are drawn, without the axes. */
  readonly area: Box;
  readonly x: (seconds: number) => number;
  readonly y: (value: number) => number;
}

/** Returns where uPlot draws the lines, in CSS pixels. */
export function areaOf({ bbox, ctx, width }: uPlot): Box {
  const ratio = ctx.canvas.width / width;
  return {
    left: bbox.left / ratio,
    top: bbox.top / ratio,
    width: bbox.width / ratio,
    height: bbox.height / ratio,
  };
}

/** Draws on uPlot's canvas and leaves its state as it was: uPlot remembers the styles that it has set. */
export function drawOn(u: uPlot, picture: Picture, draw: (sheet: Sheet) => void): void {
  const { ctx: context } = u;
  const area = areaOf(u);
  const ratio = context.canvas.width / u.width;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.font = picture.palette.font;
  context.textBaseline = 'middle';
  context.setLineDash([]);
  draw({
    context,
    picture,
    area,
    x: (seconds) => area.left + u.valToPos(seconds, 'x'),
    y: (value) => area.top + u.valToPos(value, 'y'),
  });
  context.restore();
}
