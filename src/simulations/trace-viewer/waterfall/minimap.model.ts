import type { Span } from '../../../telemetry/traces/index.js';

/** No picture of a trace has more lines than this. */
const MOST_LINES = 400;

export interface MinimapLine {
  /** 0 at the top, up to 1. */
  readonly y: number;
  /** Shares of the trace's duration. */
  readonly from: number;
  readonly to: number;
  readonly isError: boolean;
}

/** The trace from afar: a line for each span, or for neighbours together where there are too many. */
export function minimapLines(spans: readonly Span[], durationMs: number): MinimapLine[] {
  const count = Math.min(MOST_LINES, spans.length);
  const whole = durationMs || 1;
  return Array.from({ length: count }, (_, line) => {
    const first = Math.floor((line * spans.length) / count);
    const last = Math.floor(((line + 1) * spans.length) / count);
    let from = Infinity;
    let to = 0;
    let isError = false;
    for (let i = first; i < last; i++) {
      const span = spans[i];
      if (!span) continue;
      from = Math.min(from, span.startMs);
      to = Math.max(to, span.startMs + span.durationMs);
      isError ||= span.status === 'error';
    }
    return { y: (line + 0.5) / count, from: from / whole, to: to / whole, isError };
  });
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Steps of clocks and calendars, which no power of ten divides. */
const LONG_STEPS = [
  ...[10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  DAY,
];

/** Round numbers that divide a stretch of time into about so many parts, in milliseconds. */
export function ticksOf(fromMs: number, toMs: number, about: number): number[] {
  const span = toMs - fromMs;
  if (!(span > 0)) return [fromMs];
  const step = stepOf(span / about);
  const ticks: number[] = [];
  for (let n = Math.ceil(fromMs / step); n * step <= toMs + step * 1e-9; n++) ticks.push(n * step);
  return ticks;
}

/** The least round stretch of time that is not shorter. */
function stepOf(least: number): number {
  const long = least > 5 * SECOND ? LONG_STEPS.find((step) => step >= least) : undefined;
  if (long !== undefined) return long;
  let step = least > DAY ? DAY : 1e-6;
  const factors = [2, 2.5, 2];
  for (let i = 0; step < least; i++) step *= factors[i % 3] ?? 2;
  return step;
}
