import { svg, type TemplateResult } from 'lit';

/** What a sparkline shows: one line over time, what is usual for it, and when it left that. */
export interface SparkData {
  /** Seconds, rising, and a value for each; what is not finite is a gap. */
  readonly seconds: readonly number[];
  readonly values: readonly number[];
  /** A thinner line beside it. */
  readonly beside: readonly number[];
  readonly from: number;
  readonly to: number;
  /** The usual values, drawn as a band. */
  readonly band: readonly [low: number, high: number] | undefined;
  /** From this second on the line is another. */
  readonly leftAt: number | undefined;
  /** The value axis reaches at least that far. */
  readonly highest: number;
}

const WIDTH = 100;
const HEIGHT = 28;
/** Room for the thickness of the line. */
const MARGIN = 1.5;

/** An empty drawing, filled by `drawSpark`; colours are the stylesheet's: `band`, `beside`, `calm`, `left`, `cursor`. */
export function sparkline(): TemplateResult {
  return svg`<rect class="band" x="0" width=${WIDTH} />
    <path class="beside" />
    <path class="calm" />
    <path class="left" />
    <line class="cursor" y1="0" y2=${HEIGHT} x1="-9" x2="-9" />`;
}

export const SPARK_VIEW_BOX: string = `0 0 ${WIDTH} ${HEIGHT}`;

/** Draws data into what `sparkline` made. Only attributes change: nothing is laid out anew. */
export function drawSpark(drawing: Element, data: SparkData): void {
  const [band, beside, calm, left] = drawing.children;
  const { seconds, values, leftAt = Infinity } = data;
  const high = top(data);
  const x = (second: number): number => ((second - data.from) / (data.to - data.from)) * WIDTH;
  const y = (value: number): number => {
    const share = Math.min(Math.max(value / high, 0), 1);
    return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
  };
  const turn = seconds.findIndex((second) => second >= leftAt);
  const end = turn < 0 ? seconds.length : turn + 1;
  set(calm, 'd', pathOf(seconds, values, [0, end], x, y));
  set(left, 'd', turn < 0 ? '' : pathOf(seconds, values, [turn, seconds.length], x, y));
  set(beside, 'd', pathOf(seconds, data.beside, [0, seconds.length], x, y));
  const [low, most] = data.band ?? [0, 0];
  set(band, 'y', y(most).toFixed(1));
  set(band, 'height', (data.band ? Math.max(0, y(low) - y(most)) : 0).toFixed(1));
}

/** Puts the cursor at a share of the width; nowhere without one. */
export function moveSparkCursor(drawing: Element, share: number | undefined): void {
  const line = drawing.children[4];
  const x = share === undefined ? '-9' : (share * WIDTH).toFixed(1);
  set(line, 'x1', x);
  set(line, 'x2', x);
}

function set(element: Element | undefined, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function top({ values, band, highest }: SparkData): number {
  let most = Math.max(highest, band?.[1] ?? 0);
  for (const value of values) if (value > most && value < Infinity) most = value;
  return most > 0 ? most : 1;
}

function pathOf(
  seconds: readonly number[],
  values: readonly number[],
  [from, to]: readonly [number, number],
  x: (second: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let isDrawn = false;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? NaN;
    const place = x(seconds[i] ?? NaN);
    if (!Number.isFinite(value) || !Number.isFinite(place)) {
      isDrawn = false;
      continue;
    }
    path += `${isDrawn ? 'L' : 'M'}${place.toFixed(1)} ${y(value).toFixed(1)}`;
    isDrawn = true;
  }
  return path;
}
