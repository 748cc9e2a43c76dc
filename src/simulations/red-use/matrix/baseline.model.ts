import type { Cell } from './cells.model.js';

/** Seconds at the beginning of a run that say what is usual. */
export const BASELINE_SECONDS = 60;

/** How many standard deviations of the quiet minute a value may be away from its mean. */
export const SPREADS = 6;

/** Scrapes in a row that must be outside, so that one odd moment is none. */
export const SCRAPES_OUTSIDE = 3;

/** What is usual for a cell: its mean in the quiet minute, and how far it may be away from that. */
export interface Baseline {
  readonly mean: number;
  /** The standard deviation. */
  readonly spread: number;
  /** Beyond mean ± width a value is outside. */
  readonly width: number;
}

/**
 * The least width, in the cell's unit, and as a share of the mean: values that hardly move in a quiet minute would else
 * be outside at the first flutter.
 */
const LEAST: Readonly<Record<string, readonly [absolute: number, share: number]>> = {
  rate: [0, 0.25],
  errors: [0.01, 0],
  duration: [0, 1],
  utilisation: [0.1, 0],
  saturation: [2, 0],
  failures: [0.2, 0],
  'memory.utilisation': [0.05, 0],
  'memory.saturation': [0.01, 0],
  'cpu.saturation': [5, 0],
};

/** The baseline of values that were measured in the quiet minute; undefined where there are none. */
export function baselineOf(cell: Cell, values: readonly number[]): Baseline | undefined {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return undefined;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
  const [absolute = 0, share = 0] = LEAST[`${cell.kind ?? ''}.${cell.signal}`] ?? LEAST[cell.signal] ?? [];
  return { mean, spread, width: Math.max(SPREADS * spread, absolute, share * mean) };
}

/** By how many widths a value is away from what is usual; above 1 it is outside. `NaN` where nothing is known. */
export function distance(value: number, { mean, width }: Baseline): number {
  return Math.abs(value - mean) / width;
}
