/** A range of values with the ticks of its axis; always finite, never empty. */
export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const STEPS: readonly number[] = [1, 2, 2.5, 5, 10];
/** Two values closer than this share of their size are the same: the rest is floating-point noise. */
const NOISE = 1e-6;
/** The smallest range. The steps of a smaller one couldn't be told from 0. */
const SMALLEST = 1e-100;

/** Returns an axis from 0, or below, to a round number above all `values`, in about `count` steps. */
export function valueAxis(values: Iterable<number | null>, count: number = 3): ValueAxis {
  let least = 0;
  let most = 0;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(most - least > SMALLEST)) most = least + 1;
  const step = roundStep((most - least) / count);
  const first = Math.floor(least / step + NOISE);
  const last = Math.max(first + 1, Math.ceil(most / step - NOISE));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
  return { low: tidy(first * step), high: tidy(last * step), ticks };
}

function roundStep(least: number): number {
  const size = 10 ** Math.floor(Math.log10(least));
  return size * (STEPS.find((step) => step * size >= least * (1 - NOISE)) ?? 10);
}

/** Removes the noise of additions and multiplications: 0.30000000000000004 becomes 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
