import { joinIds } from './join-ids.js';
import { UNKNOWN_SERVICE, type FoundSpan } from './parsed-span.js';
import type { Span, Trace, Warning } from '../trace.js';
import { drain, type Steps } from './steps.js';
import { parentIndexes, traceTree } from '../trace-tree.js';
import { warning, warnOfRelations } from '../trace-warnings.js';

/** A span on its way into a trace: its times are filled in. */
interface Placed {
  found: FoundSpan;
  spanId: string;
  parentSpanId: string | null;
  start: bigint;
  end: bigint;
  warnings: Warning[];
}

/** Traces from spans in any order, in the order in which the traces first appear. */
export function assembleTraces(spans: readonly FoundSpan[]): Trace[] {
  return drain(assembleInSteps(spans));
}

export function* assembleInSteps(spans: readonly FoundSpan[]): Steps<Trace[]> {
  yield* joinIds(spans);
  const groups = new Map<string, FoundSpan[]>();
  for (const span of spans) {
    const members = groups.get(span.traceId);
    if (members) members.push(span);
    else groups.set(span.traceId, [span]);
  }
  const traces: Trace[] = [];
  for (const [traceId, members] of groups) traces.push(yield* assembleTrace(traceId, members));
  return traces;
}

function* assembleTrace(traceId: string, members: readonly FoundSpan[]): Steps<Trace> {
  const unique = yield* withUniqueIds(members);
  yield;
  const timed = inOrder(withTimes(unique));
  yield;
  const placed = inOrder(cutCycles(timed));
  yield;
  const startNano = placed.reduce((least, { start }) => (start < least ? start : least), placed[0]?.start ?? 0n);
  const endNano = placed.reduce((most, { end }) => (end > most ? end : most), startNano);
  const spans: Span[] = [];
  const { order } = traceTree(placed);
  yield;
  for (const i of order) {
    const span = placed[i];
    if (span) spans.push(toSpan(span, startNano));
    yield;
  }
  const durationMs = milliseconds(startNano, endNano);
  const trace: Trace = { traceId, startUnixNano: startNano, durationMs, spans, warnings: [] };
  yield* warnOfRelations(trace);
  return trace;
}

function* withUniqueIds(members: readonly FoundSpan[]): Steps<Placed[]> {
  const seen = new Map<string, number>();
  const placed: Placed[] = [];
  let taken: Set<string> | undefined;
  for (const found of members) {
    yield;
    let again = seen.get(found.spanId);
    let spanId = found.spanId;
    const warnings: Warning[] = [];
    if (again !== undefined) {
      taken ??= new Set(members.map((member) => member.spanId));
      do spanId = `${found.spanId}_${++again}`;
      while (taken.has(spanId));
      warnings.push(warning({ spanId }, 'duplicate-id', `Another span has its id, ${found.spanId}.`));
    }
    seen.set(found.spanId, again ?? 0);
    placed.push({ found, spanId, parentSpanId: found.parentSpanId, start: 0n, end: 0n, warnings });
  }
  return placed;
}

/** Who has no start has its parent's, or the trace's; who has no end takes no time. */
function withTimes(placed: Placed[]): Placed[] {
  // Only who has no start needs to know its parent's.
  const isComplete = placed.every(({ found }) => found.startNano !== null);
  const { order, parents } = isComplete ? { order: placed.keys(), parents: [] } : traceTree(placed);
  let earliest: bigint | null = null;
  for (const { found } of placed) {
    const known = found.startNano ?? found.endNano;
    if (known !== null && (earliest === null || known < earliest)) earliest = known;
  }
  for (const i of order) {
    const span = placed[i];
    if (!span) continue;
    const { startNano, endNano } = span.found;
    span.start = startNano ?? placed[parents[i] ?? -1]?.start ?? earliest ?? 0n;
    if (startNano === null && endNano !== null && endNano < span.start) span.start = endNano;
    span.end = endNano === null || endNano < span.start ? span.start : endNano;
    const missing = startNano === null ? 'It has no start.' : endNano === null ? 'It has no end.' : '';
    const message = missing || (span.end !== endNano ? 'It ends before it starts.' : '');
    if (message !== '') span.warnings.push(warning(span, 'missing-time', message));
  }
  return placed;
}

/** By start; what starts together keeps the order of the file. */
function inOrder(placed: Placed[]): Placed[] {
  return placed.sort((a, b) => (a.start === b.start ? 0 : a.start < b.start ? -1 : 1));
}

/** The earliest of spans that call one another in a circle becomes a root. */
function cutCycles(placed: Placed[]): Placed[] {
  const parents = parentIndexes(placed);
  let ids: Set<string> | undefined;
  placed.forEach((span, i) => {
    if (parents[i] !== -1 || span.parentSpanId === null) return;
    ids ??= new Set(placed.map(({ spanId }) => spanId));
    if (!ids.has(span.parentSpanId)) return;
    span.warnings.push(warning(span, 'cycle', `Its parent ${span.parentSpanId} is also below it.`));
    span.parentSpanId = null;
  });
  return placed;
}

function toSpan(placed: Placed, startNano: bigint): Span {
  const { found, spanId, parentSpanId, start, end, warnings } = placed;
  const { service, name, kind, status, attributes, links, resource } = found;
  const startMs = milliseconds(startNano, start);
  const events = found.events.map((event) => ({
    name: event.name,
    timeMs: event.timeNano === null ? startMs : milliseconds(startNano, event.timeNano),
    attributes: event.attributes,
  }));
  if (service === UNKNOWN_SERVICE) warnings.push(warning(placed, 'missing-service', 'It does not name its service.'));
  if (found.cut) warnings.push(warning(placed, 'truncated', 'Its attributes are too many or too deep and are cut.'));
  const durationMs = milliseconds(start, end);
  const times = { startMs, durationMs };
  const span = { spanId, parentSpanId, service, name, kind, ...times, status, attributes, events, links, warnings };
  return found.flags === undefined ? { ...span, resource } : { ...span, resource, flags: found.flags };
}

function milliseconds(from: bigint, to: bigint): number {
  return Number(to - from) / 1e6;
}
