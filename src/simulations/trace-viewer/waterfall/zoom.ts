import type { Span } from '../../../telemetry/traces/index.js';
import type { ShownTrace, TimeRange } from '../source/shown-trace.js';
import type { GridCommand } from './treegrid-keyboard.js';

/** Share of the range by which a key moves it. */
const PAN_SHARE = 0.2;
/** Share of a trace below which a drag chooses no range. */
const LEAST_SHARE = 1e-3;

/** The range, so much later or earlier, within the trace. */
export function movedRange({ fromMs, toMs }: TimeRange, byMs: number, durationMs: number): TimeRange {
  const length = toMs - fromMs;
  const moved = Math.max(0, Math.min(fromMs + byMs, durationMs - length));
  return { fromMs: moved, toMs: moved + length };
}

/** The range between two times, however near they are. */
export function chosenRange(oneMs: number, otherMs: number, durationMs: number): TimeRange {
  const least = durationMs * LEAST_SHARE;
  const fromMs = Math.max(0, Math.min(oneMs, otherMs, durationMs - least));
  return { fromMs, toMs: Math.max(fromMs + least, oneMs, otherMs) };
}

/** The range of time after a zoom or pan command, within the trace. `span` is the active row's. */
export function zoomed(
  command: GridCommand,
  { range, trace }: Pick<ShownTrace, 'range' | 'trace'>,
  span: Span | undefined,
): TimeRange {
  const length = range.toMs - range.fromMs;
  const middle = (range.fromMs + range.toMs) / 2;
  const within = (from: number, size: number): TimeRange => {
    const shown = Math.min(size, trace.durationMs);
    const fromMs = Math.max(0, Math.min(from, trace.durationMs - shown));
    return { fromMs, toMs: fromMs + shown };
  };
  switch (command) {
    case 'zoom-all':
      return { fromMs: 0, toMs: trace.durationMs };
    case 'zoom-span':
      return span ? within(span.startMs, span.durationMs || length) : range;
    case 'zoom-in':
      return within(middle - length / 4, length / 2);
    case 'zoom-out':
      return within(middle - length, length * 2);
    case 'pan-left':
      return within(range.fromMs - PAN_SHARE * length, length);
    default:
      return within(range.fromMs + PAN_SHARE * length, length);
  }
}
