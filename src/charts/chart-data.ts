/** The texts and formats of a chart; they stay while its data change. */
export interface ChartFrame {
  readonly title: string;
  /** What a screen reader is told about the chart: a sentence. */
  readonly summary: string;
  readonly format: (value: number) => string;
  /** How the values at the axis are written; as `format` writes them if it is unset. */
  readonly tick?: (value: number) => string;
  readonly time: (seconds: number) => string;
  /** The values at a time, in words: `At 3:20: p99 2.1 s, p95 1 s`. */
  readonly describe: (time: string, values: readonly string[]) => string;
  /** Charts of the same group share their cursor. */
  readonly cursorGroup: string;
  /** Height of the plot in CSS pixels; 116 by default. */
  readonly height?: number;
}

/** One line of a chart. */
export interface ChartLine {
  readonly name: string;
  /** One value for each of `ChartData.seconds`; a value that isn't finite is a gap. */
  readonly values: ArrayLike<number>;
  /** Color and dash pattern, 0 to 5; 0 is the calmest, 5 is the color of failures. */
  readonly look: number;
  /** Whether the line is drawn solid and thicker than the others, with a larger value in the legend. */
  readonly isMain?: boolean;
  /** Whether the area below the line is tinted. */
  readonly isFilled?: boolean;
}

/** Returns a function that makes lines of measurements, one value per measurement. */
export function linesOf<T>(
  measured: readonly T[],
): (name: string, look: number, value: (at: T) => number, more?: Partial<ChartLine>) => ChartLine {
  return (name, look, value, more) => ({ name, look, values: measured.map(value), ...more });
}

/** What a chart shows. Any numbers are accepted: what can't be drawn is left out. */
export interface ChartData {
  /** Seconds of the run, rising. */
  readonly seconds: ArrayLike<number>;
  readonly lines: readonly ChartLine[];
  /** Ends of the time axis in seconds; by default, the first and the last of `seconds`. */
  readonly from?: number;
  readonly to?: number;
  /** Objectives and limits: horizontal lines with labels. */
  readonly thresholds?: readonly { readonly value: number; readonly label: string }[];
  /** Events: vertical lines with labels. */
  readonly marks?: readonly { readonly seconds: number; readonly label: string }[];
  /** Single observations, such as exemplars, drawn as rings. */
  readonly points?: readonly ChartPoint[];
  /** A value that the value axis always includes. */
  readonly highest?: number;
}

/** A single observation; `key` identifies it when it's selected. */
export interface ChartPoint {
  readonly seconds: number;
  readonly value: number;
  readonly key: string;
}
