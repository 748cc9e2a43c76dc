import type { ChartData, ChartFrame } from './chart-data.js';
import type { CleanSeries } from './clean-series.js';
import type { Palette } from './palette.js';
import type { ChartRanges } from './ranges.js';

/** Everything that one drawing of a chart is made from. */
export interface Picture {
  readonly frame: ChartFrame;
  readonly data: ChartData;
  readonly series: CleanSeries;
  readonly ranges: ChartRanges;
  readonly palette: Palette;
  /** Size of the whole plot with its axes, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}
