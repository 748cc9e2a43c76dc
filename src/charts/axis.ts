/** A range of values, and where its axis has marks; always finite, never empty. */
export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const STEPS: readonly number[] = [1, 2, 2.5, 5, 10];
/** What lies closer together than this share of its size is one value: the rest is noise of floating point. */
const NOISE = 1e-6;

/** A range below that is nothing: its steps could not be told from 0. */
const LEAST = 1e-100;

/** An axis from 0, or from below, to a round number above all `values`; in about `marks` steps. */
export function valueAxis(values: Iterable<number | null>, marks: number = 3): ValueAxis {
  let least = 0;
  let most = 0;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(most - least > LEAST)) most = least + 1;
  const step = roundStep((most - least) / marks);
  const first = Math.floor(least / step + NOISE);
  const last = Math.max(first + 1, Math.ceil(most / step - NOISE));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
  return { low: tidy(first * step), high: tidy(last * step), ticks };
}

const TIME_STEPS: readonly number[] = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
];

/** Round times between two seconds, at most `marks` of them. */
export function timeTicks(from: number, to: number, marks: number = 5): number[] {
  const least = (to - from) / marks;
  const step = TIME_STEPS.find((seconds) => seconds >= least) ?? roundStep(least);
  if (!(step > 0 && Number.isFinite(step))) return [];
  const first = Math.ceil(from / step - NOISE);
  const count = Math.min(marks + 1, Math.floor(to / step + NOISE) - first + 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
}

function roundStep(least: number): number {
  const size = 10 ** Math.floor(Math.log10(least));
  return size * (STEPS.find((step) => step * size >= least * (1 - NOISE)) ?? 10);
}

/** Without the noise that adding and multiplying leave: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
