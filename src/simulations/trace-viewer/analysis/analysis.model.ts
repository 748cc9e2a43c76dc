import {
  criticalPath,
  selfTime,
  type PathSection,
  type Span,
  type Steps,
  type Trace,
} from '../../../telemetry/traces/index.js';

/** Where a trace's time went, by index of the span; milliseconds. */
export interface Analysis {
  /** In the span itself: its duration without the time in which any child ran. */
  readonly selfMs: Float64Array;
  /** In which the span decided when the request could end. */
  readonly pathMs: Float64Array;
  /** The stretches of the critical path, where the span has any. */
  readonly sections: ReadonlyMap<number, readonly PathSection[]>;
  /** The length of the request's critical path, which is that of its root; 0 where there is no root. */
  readonly pathTotalMs: number;
  readonly bottleneck: Bottleneck | undefined;
  /** How the rest of the trace relates to the request. */
  readonly extent: Extent;
}

/** What a trace has besides the request at its first root. */
export interface Extent {
  /** The request's span; -1 where there is none. */
  readonly root: number;
  readonly roots: number;
  /** The root that took longest, where it is another one; -1 otherwise. */
  readonly longestRoot: number;
  /** From the end of the request to that of the trace. */
  readonly goesOnMs: number;
  /** The span that ran most of that time; -1 where none did. */
  readonly goesOnIn: number;
}

/** What took most of the critical path: one operation of one service, called once or many times. */
export interface Bottleneck {
  readonly service: string;
  readonly name: string;
  /** Whom it called; empty where it is no call, or does not say. */
  readonly peer: string;
  readonly ms: number;
  /** Of the critical path, 0 to 1. */
  readonly share: number;
  /** The spans that are on the path, in order of the trace, by index. */
  readonly spans: readonly number[];
  /** The time was its own, between its calls: it has called others. */
  readonly isOwnWork: boolean;
  /** How many of them failed. */
  readonly errors: number;
  /** The call that it tried again and again, where its own time is the waiting in between. */
  readonly retried: { readonly name: string; readonly count: number } | undefined;
  /** Of its time, what lay between the attempts at that call. */
  readonly waitMs: number;
}

/** Self time, critical path and bottleneck, in a few steps. */
export function* analyse(trace: Trace): Steps<Analysis> {
  const { spans } = trace;
  const indexes = new Map<string, number>();
  for (let i = spans.length - 1; i >= 0; i--) indexes.set(spans[i]?.spanId ?? '', i);
  yield;
  const path = criticalPath(trace);
  yield;
  const pathMs = new Float64Array(spans.length);
  const sections = new Map<number, PathSection[]>();
  for (const section of path) {
    const index = indexes.get(section.spanId) ?? 0;
    pathMs[index] = (pathMs[index] ?? 0) + section.endMs - section.startMs;
    const others = sections.get(index);
    if (others) others.push(section);
    else sections.set(index, [section]);
  }
  yield;
  const self = selfTime(trace);
  yield;
  const selfMs = Float64Array.from(spans, ({ spanId }) => self.get(spanId) ?? 0);
  const extent = extentOf(trace);
  // Each root has a path of its own: the request's is that of the first.
  const ofRequest = membersBelow(spans, indexes, extent.root);
  const members = [...sections.keys()].filter((index) => ofRequest[index] === 1).sort((a, b) => a - b);
  const pathTotalMs = members.reduce((sum, index) => sum + (pathMs[index] ?? 0), 0);
  const bottleneck = bottleneckOf(spans, members, sections, pathMs, pathTotalMs);
  return { selfMs, pathMs, sections, pathTotalMs, bottleneck, extent };
}

/** The request's root, what took longer than it, and what ran after it. */
export function extentOf({ spans, durationMs }: Trace): Extent {
  const roots = [...spans.keys()].filter((i) => spans[i]?.parentSpanId === null);
  const [root = -1] = roots;
  const durationOf = (i: number): number => spans[i]?.durationMs ?? 0;
  const longest = roots.reduce((most, i) => (durationOf(i) > durationOf(most) ? i : most), root);
  const end = (spans[root]?.startMs ?? 0) + durationOf(root);
  let goesOnIn = -1;
  let longestAfter = 0;
  spans.forEach((span, i) => {
    const after = span.startMs + span.durationMs - Math.max(span.startMs, end);
    if (after > longestAfter) [goesOnIn, longestAfter] = [i, after];
  });
  return {
    root,
    roots: roots.length,
    longestRoot: longest === root ? -1 : longest,
    goesOnMs: root < 0 ? 0 : Math.max(0, durationMs - end),
    goesOnIn,
  };
}

/** 1 for each span at or below a root; callers stand before those they call. */
function membersBelow(spans: readonly Span[], indexes: ReadonlyMap<string, number>, root: number): Uint8Array {
  const members = new Uint8Array(spans.length);
  if (root >= 0) members[root] = 1;
  for (let i = root + 1; i < spans.length; i++) {
    const parent = spans[i]?.parentSpanId ?? null;
    if (parent !== null) members[i] = members[indexes.get(parent) ?? i] ?? 0;
  }
  return members;
}

function bottleneckOf(
  spans: readonly Span[],
  onPath: readonly number[],
  sections: ReadonlyMap<number, readonly PathSection[]>,
  pathMs: Float64Array,
  total: number,
): Bottleneck | undefined {
  const groups = new Map<string, { ms: number; members: number[] }>();
  for (const index of onPath) {
    const span = spans[index];
    const key = JSON.stringify([span?.service, span?.name, span?.kind]);
    const group = groups.get(key) ?? { ms: 0, members: [] };
    groups.set(key, group);
    group.ms += pathMs[index] ?? 0;
    group.members.push(index);
  }
  const most = [...groups.values()].reduce((a, b) => (b.ms > a.ms ? b : a), { ms: 0, members: [] as number[] });
  const [first = -1] = most.members;
  const span = spans[first];
  if (!span) return undefined;
  const ids = new Set(most.members.map((index) => spans[index]?.spanId));
  const own = most.members.flatMap((index) => sections.get(index) ?? []);
  return {
    service: span.service,
    name: span.name,
    peer: peerOf(span),
    ms: most.ms,
    share: most.ms / total,
    spans: most.members,
    isOwnWork: onPath.some((index) => ids.has(spans[index]?.parentSpanId ?? undefined)),
    ...retriedBy(spans, ids, own),
    errors: most.members.filter((index) => spans[index]?.status === 'error').length,
  };
}

/** The call below that failed and was made again most often. */
function retriedBy(
  spans: readonly Span[],
  callers: ReadonlySet<string | undefined>,
  own: readonly PathSection[],
): Pick<Bottleneck, 'retried' | 'waitMs'> {
  const runs = new Map<string, Span[]>();
  let most: Span[] = [];
  for (const span of spans) {
    const { parentSpanId, name, kind } = span;
    if (parentSpanId === null || !callers.has(parentSpanId) || kind !== 'client') continue;
    const key = JSON.stringify([parentSpanId, name]);
    const before = runs.get(key);
    // What succeeded is not tried again: what comes after it is another call.
    const run = before?.at(-1)?.status === 'error' ? before : [];
    run.push(span);
    runs.set(key, run);
    if (run.length > most.length) most = run;
  }
  const [firstAttempt] = most;
  const lastAttempt = most.at(-1);
  if (!firstAttempt || !lastAttempt || most.length < 2) return { retried: undefined, waitMs: 0 };
  const waitMs = own.reduce((sum, { startMs, endMs }) => {
    const from = Math.max(startMs, firstAttempt.startMs + firstAttempt.durationMs);
    return sum + Math.max(0, Math.min(endMs, lastAttempt.startMs) - from);
  }, 0);
  return { retried: { name: firstAttempt.name, count: most.length }, waitMs };
}

const PEER_KEYS = [
  'service.peer.name',
  'peer.service',
  'server.address',
  'db.system.name',
  'db.system',
  'messaging.system',
];

/** Whom a client or producer called, as far as it says; empty otherwise. */
export function peerOf({ kind, attributes }: Span): string {
  if (kind !== 'client' && kind !== 'producer') return '';
  for (const key of PEER_KEYS) {
    const peer = attributes.get(key);
    if (typeof peer === 'string' && peer !== '') return peer;
  }
  return '';
}
