import { placeLabels, type Box, type Obstacles } from './place-labels.js';
import type { Sheet } from './sheet.js';

export const RING_RADIUS = 4;
/** How far the line of a mark rises above the plot, beside its label. */
export const MARK_RISE = 13;
/** From the line of a mark to its label. */
const MARK_GAP = 4;
/** Pixels between a threshold and its label, from the preferred number on. */
const AWAY: readonly number[] = [0, 4, 8];
/** Places along a threshold where its label is tried, as shares of the room there, from the preferred one on. */
const ALONG: readonly number[] = [1, 0, 0.5, 0.75, 0.25];

interface Labeled {
  readonly label: string;
  /** Of the threshold, or of the mark, in CSS pixels. */
  readonly at: number;
}

/** The thresholds within the chart. */
export function thresholdsOf({ picture: { data, ranges }, y }: Sheet): Labeled[] {
  return (data.thresholds ?? [])
    .filter(({ value }) => value >= ranges.axis.low && value <= ranges.axis.high)
    .map(({ value, label }) => ({ label, at: Math.round(y(value)) }));
}

/** The marks within the chart. */
export function marksOf({ picture: { data, ranges }, x }: Sheet): Labeled[] {
  return (data.marks ?? [])
    .filter(({ seconds }) => seconds >= ranges.from && seconds <= ranges.to)
    .map(({ seconds, label }) => ({ label, at: Math.round(x(seconds)) }));
}

/** The places of the points within the chart. */
export function ringsOf({ picture: { data, ranges }, x, y }: Sheet): [x: number, y: number][] {
  const { from, to, axis } = ranges;
  return (data.points ?? [])
    .filter(({ seconds, value }) => seconds >= from && seconds <= to && value >= axis.low && value <= axis.high)
    .map(({ seconds, value }) => [x(seconds), y(value)]);
}

export interface PlacedLabel {
  readonly label: string;
  readonly box: Box;
}

/** Returns the labels that have room, thresholds first. */
export function labelsOf(sheet: Sheet): PlacedLabel[] {
  const { area } = sheet;
  const isLabeled = ({ label }: Labeled): boolean => label !== '';
  const thresholds = thresholdsOf(sheet).filter(isLabeled);
  const marks = marksOf(sheet).filter(isLabeled);
  if (thresholds.length + marks.length === 0) return [];
  const wanted: Wanted[] = [
    ...thresholds.map(({ label, at }) => ({ label, candidates: alongThreshold(area, at, sizeOf(sheet, label)) })),
    ...marks.map(({ label, at }) => ({ label, candidates: besideMark(area, at, sizeOf(sheet, label)) })),
  ];
  const { curves, boxes } = obstaclesOf(sheet);
  const placed = place(sheet, wanted, { curves, boxes: [...boxes, ...markLines(sheet)] });
  // A label across the line of a mark, which is interrupted there, is better than none.
  const missing = wanted.filter(({ label }) => !placed.some((other) => other.label === label));
  return [...placed, ...place(sheet, missing, { curves, boxes: [...boxes, ...placed.map(({ box }) => box)] })];
}

interface Wanted {
  readonly label: string;
  readonly candidates: readonly Box[];
}

function place({ area }: Sheet, wanted: readonly Wanted[], obstacles: Obstacles): PlacedLabel[] {
  const bounds = { left: area.left, top: 0, width: area.width, height: area.top + area.height };
  const boxes = placeLabels(
    wanted.map(({ candidates }) => candidates),
    bounds,
    obstacles,
  );
  return wanted.flatMap(({ label }, index) => {
    const box = boxes[index];
    return box ? [{ label, box }] : [];
  });
}

function sizeOf({ context, picture }: Sheet, label: string): Size {
  return {
    width: Math.ceil(context.measureText(label).width),
    height: Number.parseInt(picture.palette.font, 10) + 2,
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Above or below a threshold: at its right end, at its left end, then in between; and then a little further away. */
function alongThreshold(area: Box, at: number, size: Size): Box[] {
  const room = area.width - size.width - 4;
  const places = ALONG.map((share) => area.left + 2 + Math.round(share * room));
  const row = (top: number, lefts: readonly number[]): Box[] => lefts.map((left) => ({ left, top, ...size }));
  return AWAY.flatMap((away) => {
    const [above, below] = [at - away - size.height, at + 3 + away];
    const [ends, between] = [places.slice(0, 2), places.slice(2)];
    return [row(above, ends), row(below, ends), row(above, between), row(below, between)].flat();
  });
}

/** Beside a mark: above the plot, right or left of its line, or else one or two rows further down. */
function besideMark({ top }: Box, at: number, size: Size): Box[] {
  const rows = [0, 1, 2].map((row) => top - MARK_RISE - 2 + row * (size.height + 3));
  return rows.flatMap((rowTop) => [
    { left: at + MARK_GAP, top: rowTop, ...size },
    { left: at - MARK_GAP - size.width, top: rowTop, ...size },
  ]);
}

function markLines(sheet: Sheet): Box[] {
  const { top, height } = sheet.area;
  return marksOf(sheet).map(({ at }) => ({ left: at, top: 0, width: 1, height: top + height }));
}

function obstaclesOf(sheet: Sheet): Obstacles {
  const { area, picture, x, y } = sheet;
  const xs = picture.series.times.map(x);
  return {
    curves: picture.series.columns.map((column) => ({
      xs,
      ys: column.map((value) => (value === null ? null : y(value))),
    })),
    boxes: [
      ...thresholdsOf(sheet).map(({ at }) => ({ left: area.left, top: at, width: area.width, height: 1 })),
      ...ringsOf(sheet).map(([left, top]) => ({
        left: left - RING_RADIUS - 1,
        top: top - RING_RADIUS - 1,
        width: 2 * RING_RADIUS + 2,
        height: 2 * RING_RADIUS + 2,
      })),
    ],
  };
}
