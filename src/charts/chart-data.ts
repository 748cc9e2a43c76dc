/** One line of a chart. */
export interface ChartLine {
  readonly name: string;
  /** One for each second of `ChartData.seconds`; what is not finite is a gap. */
  readonly values: ArrayLike<number>;
  /** Which colour and dash it has, 0 to 5; 0 is the calmest, 5 that of failure. */
  readonly look: number;
  /** Drawn thick, its value told first. */
  readonly isMain?: boolean;
  /** The area below it is tinted. */
  readonly isFilled?: boolean;
}

/** Makes lines of what was measured, one value of each measurement. */
export function linesOf<T>(
  measured: readonly T[],
): (name: string, look: number, value: (at: T) => number, more?: Partial<ChartLine>) => ChartLine {
  return (name, look, value, more) => ({ name, look, values: measured.map(value), ...more });
}

/** What a chart shows. Anything whatever may be in it: what cannot be drawn is left out, and nothing hangs. */
export interface ChartData {
  /** Seconds of the run, rising. */
  readonly seconds: ArrayLike<number>;
  readonly lines: readonly ChartLine[];
  /** What is shown of the time axis; all there is, unless said. */
  readonly from?: number;
  readonly to?: number;
  /** Objectives and limits: horizontal lines with their names. */
  readonly thresholds?: readonly { readonly value: number; readonly label: string }[];
  /** What happened: vertical lines with their names. */
  readonly marks?: readonly { readonly seconds: number; readonly label: string }[];
  /** Single observations, such as exemplars; `key` is theirs when one is selected. */
  readonly points?: readonly ChartPoint[];
  /** The value axis reaches at least that far. */
  readonly highest?: number;
}

export interface ChartPoint {
  readonly seconds: number;
  readonly value: number;
  readonly key: string;
}

/** What a chart says, and how; it stays while the data change. */
export interface ChartFrame {
  readonly title: string;
  /** What a screen reader is told of it: a sentence. */
  readonly summary: string;
  readonly format: (value: number) => string;
  readonly time: (seconds: number) => string;
  /** `At 3:20: p99 2.1 s, p95 1 s`. */
  readonly describe: (time: string, values: readonly string[]) => string;
  /** Charts of the same group share their cursor. */
  readonly cursorGroup: string;
  /** Of the plot, in CSS pixels. */
  readonly height?: number;
}
