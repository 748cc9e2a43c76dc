import { onlyFollows, type Trace } from './trace.js';
import { traceTree } from './trace-tree.js';
import { wholeNanos } from './unix-time.js';

/** Milliseconds that each span spent in itself: its duration without the time in which any direct child ran that it waited for. */
export function selfTime(trace: Trace): Map<string, number> {
  const { children } = traceTree(trace.spans);
  const starts = trace.spans.map((span) => wholeNanos(span.startMs));
  const ends = trace.spans.map((span) => wholeNanos(span.startMs + span.durationMs));
  const result = new Map<string, number>();
  trace.spans.forEach((span, i) => {
    const end = ends[i] ?? 0;
    let self = 0;
    let covered = starts[i] ?? 0;
    for (const child of [...(children[i] ?? [])].sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0))) {
      if (trace.spans[child] && onlyFollows(trace.spans[child])) continue;
      self += Math.max(0, Math.min(starts[child] ?? 0, end) - covered);
      covered = Math.max(covered, Math.min(ends[child] ?? 0, end));
    }
    // The first of two spans with one id is the one that its children name.
    if (!result.has(span.spanId)) result.set(span.spanId, (self + Math.max(0, end - covered)) / 1e6);
  });
  return result;
}
