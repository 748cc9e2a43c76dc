import type { Span, Trace } from './trace.js';
import { traceTree } from './trace-tree.js';
import { isSkewed, onOtherHost } from './trace-warnings.js';
import { wholeNanos } from './unix-time.js';

/**
 * The trace as if the clocks of all hosts had agreed, as Jaeger and Zipkin adjust it: a span that another host reports
 * outside its caller is moved to the middle of it, for the way there and the way back are taken to be equally long; one
 * that is longer than its caller begins with it. What is below on the same host moves along. Nothing is known of the
 * true times: that is why traces are shown raw first. The warning of a span that moved says by how much.
 * @see https://github.com/jaegertracing/jaeger/blob/main/internal/adjuster/clockskew.go
 */
export function adjustClockSkew(trace: Trace): Trace {
  const { parents, order } = traceTree(trace.spans);
  const shifts = new Float64Array(trace.spans.length);
  for (const i of order) {
    const span = trace.spans[i];
    const above = parents[i] ?? -1;
    const parent = trace.spans[above];
    if (!span || !parent) continue;
    const parentShift = shifts[above] ?? 0;
    if (!onOtherHost(span, parent)) shifts[i] = parentShift;
    else if (parent.kind !== 'producer' || span.kind !== 'consumer') shifts[i] = shiftInto(span, parent, parentShift);
  }
  if (shifts.every((shift) => shift === 0)) return trace;
  return shifted(trace, shifts);
}

/** Nanoseconds, in which starts and ends that touch are equal. */
function shiftInto(span: Span, parent: Span, parentShift: number): number {
  const start = wholeNanos(span.startMs);
  const end = wholeNanos(span.startMs + span.durationMs);
  const parentStart = wholeNanos(parent.startMs) + parentShift;
  const parentEnd = wholeNanos(parent.startMs + parent.durationMs) + parentShift;
  const spare = parentEnd - parentStart - (end - start);
  if (spare < 0) return start < parentStart ? parentStart - start : 0;
  const isInside = start >= parentStart && end <= parentEnd;
  return isInside || !(start < parentStart || isSkewed(span, parent)) ? 0 : parentStart + Math.floor(spare / 2) - start;
}

function shifted(trace: Trace, shifts: Float64Array): Trace {
  const moved = (ms: number, i: number): number => (wholeNanos(ms) + (shifts[i] ?? 0)) / 1e6;
  let first = Infinity;
  let last = 0;
  trace.spans.forEach(({ startMs, durationMs }, i) => {
    first = Math.min(first, moved(startMs, i));
    last = Math.max(last, moved(startMs + durationMs, i));
  });
  const spans = trace.spans.map((span, i): Span => {
    const shift = (shifts[i] ?? 0) / 1e6;
    return {
      ...span,
      startMs: moved(span.startMs, i) - first,
      events: span.events.map((event) => ({ ...event, timeMs: moved(event.timeMs, i) - first })),
      warnings: span.warnings.map((warning) =>
        warning.kind === 'clock-skew' && shift !== 0
          ? { ...warning, message: `${warning.message} It is moved by ${shift} ms.` }
          : warning,
      ),
    };
  });
  const startUnixNano = trace.startUnixNano + BigInt(Math.round(first * 1e6));
  return { ...trace, startUnixNano, durationMs: last - first, spans };
}
