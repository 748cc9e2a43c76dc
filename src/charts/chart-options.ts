import type uPlot from 'uplot';
import { timeTicks } from './axis.js';
import type { ChartLine } from './chart-data.js';
import { DASHES, type Palette } from './palette.js';
import type { Plot } from './plot.js';

const FONT = '11px system-ui, "DejaVu Sans", sans-serif';

/** uPlot's options for lines of some looks; `plot` has what changes while they stay. */
export function chartOptions(plot: Plot, lines: readonly ChartLine[], size: uPlot.Options['width']): uPlot.Options {
  const { palette } = plot;
  const axis = { stroke: palette.quiet, font: FONT, ticks: { show: false } };
  return {
    width: size,
    height: plot.height,
    padding: [14, 4, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false, setScale: false },
      points: { size: 7 },
      sync: { key: plot.cursorGroup, setSeries: false },
    },
    scales: {
      x: { time: false, range: () => [plot.from, plot.to] },
      y: { range: () => [plot.axis.low, plot.axis.high] },
    },
    axes: [
      {
        ...axis,
        size: 24,
        gap: 6,
        grid: { show: false },
        splits: () => timeTicks(plot.from, plot.to, Math.max(1, Math.floor(size / 90))),
        values: (_, splits) => splits.map(plot.time),
      },
      {
        ...axis,
        size: 46,
        gap: 6,
        grid: { stroke: palette.line, width: 1 },
        splits: () => [...plot.axis.ticks],
        values: (_, splits) => splits.map(plot.format),
      },
    ],
    series: [{}, ...lines.map((line) => seriesOptions(line, palette))],
    hooks: { draw: [(chart) => plot.drawOver(chart)], setCursor: [(chart) => plot.moveCursor(chart.cursor.idx)] },
  };
}

function seriesOptions({ look, isMain, isFilled }: ChartLine, palette: Palette): uPlot.Series {
  const stroke = palette.looks[look] ?? palette.ink;
  return {
    stroke,
    width: isMain ? 2.5 : 1.75,
    dash: [...(DASHES[look] ?? [])],
    points: { show: false },
    ...(isFilled ? { fill: tinted(stroke) } : {}),
  };
}

/** The same colour, mostly transparent; `color-mix` keeps whatever notation it is in. */
function tinted(color: string): string {
  return `color-mix(in srgb, ${color} 18%, transparent)`;
}
