import { onlyFollows, type Span, type Trace } from './trace.js';
import { traceTree } from './trace-tree.js';
import { wholeNanos } from './unix-time.js';

/** A stretch of time in which one span decided when the root could end. */
export interface PathSection {
  spanId: string;
  startMs: number;
  endMs: number;
}

/** A span on the walk, clipped to its parent; nanoseconds. */
interface Visit {
  index: number;
  start: number;
  /** Up to here the span's time is not yet given to anyone. */
  boundary: number;
  /** Its children, the last to end first. */
  children: Interval[];
  next: number;
}

interface Interval {
  index: number;
  start: number;
  end: number;
}

/**
 * What would have to be shorter for the root to end sooner, in order of time: the sections tile the root without gap.
 * From the end backwards, the time is that of the child that ended last, before it began that of the child that ended
 * at that moment or before (CRISP's <=, where jaeger-ui has <), and the parent's where there is none. Children count
 * within their parents only. Of children that end together the first to start counts, as in Jaeger, and of those the
 * first in the trace. A consumer does not hold up its producer, nor a span what it only follows from. Each root has a
 * path, an orphan has none.
 * @see https://github.com/uber-research/CRISP
 */
export function criticalPath(trace: Trace): PathSection[] {
  const { spans } = trace;
  const { children } = traceTree(spans);
  return spans.flatMap((span, root) => (span.parentSpanId === null ? pathOf(root, spans, children) : []));
}

function pathOf(root: number, spans: readonly Span[], children: readonly (readonly number[])[]): PathSection[] {
  const sections: PathSection[] = [];
  const give = (index: number, start: number, end: number): void => {
    const spanId = spans[index]?.spanId ?? '';
    if (start < end) sections.push({ spanId, startMs: start / 1e6, endMs: end / 1e6 });
  };
  const visit = ({ index, start, end }: Interval): Visit => {
    const below = blockingChildren(index, start, end, spans, children[index] ?? []);
    return { index, start, boundary: end, children: below, next: 0 };
  };

  const visits: Visit[] = [visit(intervalOf(root, spans))];
  for (let current = visits.at(-1); current; current = visits.at(-1)) {
    const child = current.children[current.next++];
    if (!child) {
      give(current.index, current.start, current.boundary);
      visits.pop();
    } else if (child.end <= current.boundary) {
      give(current.index, child.end, current.boundary);
      current.boundary = child.start;
      visits.push(visit(child));
    }
  }
  return sections.reverse();
}

function blockingChildren(
  parent: number,
  start: number,
  end: number,
  spans: readonly Span[],
  children: readonly number[],
): Interval[] {
  const produces = spans[parent]?.kind === 'producer';
  const isAwaited = (span: Span | undefined): boolean =>
    span !== undefined && !onlyFollows(span) && !(produces && span.kind === 'consumer');
  return children
    .filter((child) => isAwaited(spans[child]))
    .map((child) => intervalOf(child, spans))
    .filter((child) => child.start < end && child.end > start)
    .map((child) => ({ ...child, start: Math.max(child.start, start), end: Math.min(child.end, end) }))
    .sort((a, b) => b.end - a.end || a.start - b.start);
}

function intervalOf(index: number, spans: readonly Span[]): Interval {
  const span = spans[index];
  const start = wholeNanos(span?.startMs ?? 0);
  const end = wholeNanos((span?.startMs ?? 0) + (span?.durationMs ?? 0));
  return { index, start, end: Math.max(start, end) };
}
