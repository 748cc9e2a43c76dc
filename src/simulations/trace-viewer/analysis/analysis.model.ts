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
  /** The length of the critical path; 0 where there is no root. */
  readonly pathTotalMs: number;
  readonly bottleneck: Bottleneck | undefined;
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
  let pathTotalMs = 0;
  for (const section of path) {
    const index = indexes.get(section.spanId) ?? 0;
    const ms = section.endMs - section.startMs;
    pathMs[index] = (pathMs[index] ?? 0) + ms;
    pathTotalMs += ms;
    const others = sections.get(index);
    if (others) others.push(section);
    else sections.set(index, [section]);
  }
  yield;
  const self = selfTime(trace);
  yield;
  const selfMs = Float64Array.from(spans, ({ spanId }) => self.get(spanId) ?? 0);
  return { selfMs, pathMs, sections, pathTotalMs, bottleneck: bottleneckOf(spans, sections, pathMs, pathTotalMs) };
}

function bottleneckOf(
  spans: readonly Span[],
  sections: ReadonlyMap<number, readonly PathSection[]>,
  pathMs: Float64Array,
  total: number,
): Bottleneck | undefined {
  const groups = new Map<string, { ms: number; members: number[] }>();
  for (const index of [...sections.keys()].sort((a, b) => a - b)) {
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
  return {
    service: span.service,
    name: span.name,
    peer: peerOf(span),
    ms: most.ms,
    share: most.ms / total,
    spans: most.members,
    isOwnWork: spans.some(({ parentSpanId }) => parentSpanId !== null && ids.has(parentSpanId)),
    retried: retriedBy(spans, ids),
    errors: most.members.filter((index) => spans[index]?.status === 'error').length,
  };
}

/** The calls below that failed and were made again. */
function retriedBy(spans: readonly Span[], callers: ReadonlySet<string | undefined>): Bottleneck['retried'] {
  const failed = new Map<string, number>();
  for (const { parentSpanId, name, kind, status } of spans) {
    if (parentSpanId === null || !callers.has(parentSpanId) || kind !== 'client') continue;
    const before = failed.get(name) ?? 0;
    if (status === 'error') failed.set(name, before + 1);
    else if (before > 0) return { name, count: before + 1 };
  }
  const [name = '', count = 0] = [...failed].find(([, failures]) => failures > 1) ?? [];
  return count > 1 ? { name, count } : undefined;
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
