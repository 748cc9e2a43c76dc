import type uPlot from 'uplot';
import type { Picture } from './picture.js';
import { drawOn, type Sheet } from './sheet.js';

/** Possible seconds between two labels. */
const STEPS: readonly number[] = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
];
/** Least number of CSS pixels between two labels. */
const SPACE = 90;
const HEIGHT = 20;
/** From the lines to the middle of a label. */
const GAP = 12;

/** Returns a time axis with round times. uPlot finds them; the plugin writes them, because uPlot would cut those at the ends. */
export function timeAxis(picture: () => Picture): { readonly axis: uPlot.Axis; readonly plugin: uPlot.Plugin } {
  let ticks: readonly number[] = [];
  return {
    axis: {
      // The last is for a range longer than months: without an increment, uPlot would keep the ticks it had.
      incrs: (_u, _axis, low, high) => [...STEPS, SPACE * Math.max(1, high - low)],
      space: SPACE,
      size: HEIGHT,
      grid: { show: false },
      ticks: { show: false },
      values: (_u, found) => {
        ticks = found;
        return [];
      },
    },
    plugin: { hooks: { drawAxes: (u) => drawOn(u, picture(), (sheet) => drawTimes(sheet, ticks)) } },
  };
}

function drawTimes({ context, picture, area, x }: Sheet, ticks: readonly number[]): void {
  context.fillStyle = picture.palette.quiet;
  context.textAlign = 'left';
  for (const tick of ticks) {
    const text = picture.frame.time(tick);
    const { width } = context.measureText(text);
    // Centered where there's room, and never beyond the ends of the lines.
    const left = Math.min(Math.max(x(tick) - width / 2, area.left), area.left + area.width - width);
    context.fillText(text, Math.max(0, left), area.top + area.height + GAP);
  }
}
