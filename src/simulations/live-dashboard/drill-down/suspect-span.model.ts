import { isLogOf, type SampledRequest, type ShopLog, type ShopSpan } from '../../../shop/index.js';

/** A span in the order of the tree, and how deep it is. */
export interface SpanRow {
  readonly span: ShopSpan;
  readonly depth: number;
  /** Seconds it spent in itself while its caller waited: without those in which a child ran. */
  readonly selfSeconds: number;
}

/** A request's spans as they called one another; one whose parent is lost stands at the top. */
export function spanRows({ spans }: Pick<SampledRequest, 'spans'>): SpanRow[] {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const children = new Map<string, ShopSpan[]>();
  for (const span of spans) {
    const parent = known.has(span.parentSpanId) ? span.parentSpanId : '';
    children.set(parent, [...(children.get(parent) ?? []), span]);
  }
  const rows: SpanRow[] = [];
  const waiting = byStart(children.get('')).map((span) => ({ span, depth: 0, until: span.endSeconds }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { span, depth, until } = next;
    const below = byStart(children.get(span.spanId));
    rows.push({ span, depth, selfSeconds: selfSeconds(span.startSeconds, until, below) });
    // Work that goes on when nobody waits for it any more held nobody up.
    waiting.unshift(
      ...below.map((child) => ({ span: child, depth: depth + 1, until: Math.min(child.endSeconds, until) })),
    );
  }
  return rows;
}

function byStart(spans: readonly ShopSpan[] = []): ShopSpan[] {
  return spans.toSorted((a, b) => a.startSeconds - b.startSeconds);
}

/** `children` in the order of their starts. */
function selfSeconds(start: number, end: number, children: readonly ShopSpan[]): number {
  let self = 0;
  let covered = start;
  for (const child of children) {
    self += Math.max(0, Math.min(child.startSeconds, end) - covered);
    covered = Math.max(covered, Math.min(child.endSeconds, end));
  }
  return self + Math.max(0, end - covered);
}

/** From so many seconds on it is the waiting that failed a request, and not what ended it. */
const LONG_SECONDS = 2;

/**
 * Where to look first: of a failed request the failure that no other failure below it explains, the longest of those;
 * of a slow one the span that spent most time in itself, and so of a failed one where that is most of a long time.
 */
export function suspectOf(request: SampledRequest): ShopSpan | undefined {
  const rows = spanRows(request);
  const [widest] = rows.toSorted((a, b) => b.selfSeconds - a.selfSeconds);
  const long = Math.max(LONG_SECONDS, (request.endSeconds - request.startSeconds) / 2);
  if (!request.isFailed || (widest && widest.selfSeconds > long)) return widest?.span;
  const explained = new Set(rows.flatMap(({ span }) => (span.isError ? [span.parentSpanId] : [])));
  // What failed only after the customer had been answered is not what failed the request.
  const isInTime = ({ span }: SpanRow): boolean => span.endSeconds <= request.endSeconds;
  const failures = rows.filter((row) => row.span.isError && !explained.has(row.span.spanId) && isInTime(row));
  const length = ({ span }: SpanRow): number => span.endSeconds - span.startSeconds;
  const [longest = widest] = failures.toSorted((a, b) => length(b) - length(a));
  return longest?.span;
}

/** What was written while a span lasted, in the order of time. */
export function logsOf(request: SampledRequest, span: ShopSpan): ShopLog[] {
  return request.logs.filter((log) => isLogOf(span, log)).toSorted((a, b) => a.seconds - b.seconds);
}
