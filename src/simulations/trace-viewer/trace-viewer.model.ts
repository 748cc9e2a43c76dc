import { Shop, tracesOfSpans, type ShopAction, type ShopLog, type ShopSpan } from '../../shop/index.js';
import type { Span, Steps, Trace } from '../../telemetry/traces/index.js';

/** What a reader can break, before the requests come. */
export type Injection = 'none' | 'slow-dependency' | 'n-plus-one' | 'retry' | 'lost-header';

/** Who can be the slow dependency. */
export const DEPENDENCIES = ['card-processor', 'postgres', 'inventory-service', 'auth'] as const;
export type Dependency = (typeof DEPENDENCIES)[number];

/** How many times as long each takes when it is slow: enough to be seen, and not so much that the shop stands still. */
const SLOWNESS: Readonly<Record<Dependency, number>> = {
  'card-processor': 10,
  postgres: 20,
  'inventory-service': 8,
  auth: 8,
};

export interface RunSettings {
  readonly seed: number;
  readonly injection: Injection;
  readonly dependency: Dependency;
}

/** A request of a customer, as the run saw it. */
export interface RunRequest {
  /** Of the trace that it began. */
  readonly traceId: string;
  readonly route: string;
  readonly durationMs: number;
  /** Whether no answer came, or one that says the shop failed. */
  readonly hasFailed: boolean;
}

/** All that is kept of a run: the requests that came in the time that was watched, and what they left behind. */
export interface Run {
  readonly requests: readonly RunRequest[];
  /** The checkouts among them, the fastest first. */
  readonly checkouts: readonly RunRequest[];
  readonly spans: ReadonlyMap<string, readonly ShopSpan[]>;
  readonly logs: ReadonlyMap<string, readonly ShopLog[]>;
  /** The traces that began where the `traceparent` of a request was lost, by the request's own. */
  readonly splits: ReadonlyMap<string, readonly string[]>;
}

export const CHECKOUT = 'POST /checkout';
/** Requests a second. */
export const RATE = 40;
/** A deploy takes 16 s, instance by instance. */
const WATCH_FROM = 20;
const WATCH_UNTIL = 50;
/** Customers wait a minute at most. */
const END = WATCH_UNTIL + 65;
const STEP = 0.25;

/** What is done to the shop at the beginning. */
export function actionsOf({ injection, dependency }: RunSettings): ShopAction[] {
  switch (injection) {
    case 'none':
      return [];
    case 'slow-dependency':
      return [{ at: 0, type: 'slow-dependency', service: dependency, factor: SLOWNESS[dependency] }];
    case 'n-plus-one':
      return [{ at: 0, type: 'n-plus-one', queries: 80 }];
    case 'retry':
      // Half of the calls take longer than 120 ms: many time out, and are tried again.
      return [{ at: 0, type: 'configure', service: 'card-processor', timeoutSeconds: 0.15, retries: 2 }];
    case 'lost-header':
      return [{ at: 0, type: 'lost-header' }];
  }
}

/** Half a minute of the shop; a step is a quarter of a second of it. */
export function* simulate(settings: RunSettings): Steps<Run> {
  const shop = new Shop({
    scenario: 'quiet',
    seed: settings.seed,
    settings: { rate: RATE },
    actions: [...actionsOf(settings), { at: WATCH_UNTIL, type: 'close-shop' }],
  });
  const requests: RunRequest[] = [];
  const spans = new Map<string, ShopSpan[]>();
  const logs = new Map<string, ShopLog[]>();
  const splits = new Map<string, string[]>();
  shop.runUntil(WATCH_FROM);
  shop.listen({
    span(span) {
      add(spans, span.traceId, span);
      if (span.requestTraceId !== undefined) add(splits, span.requestTraceId, span.traceId);
    },
    log: (log) => add(logs, log.traceId, log),
    result({ traceId, route, startSeconds, endSeconds, status }) {
      if (startSeconds < WATCH_FROM) return;
      const durationMs = (endSeconds - startSeconds) * 1000;
      requests.push({ traceId, route, durationMs, hasFailed: status === 0 || status >= 500 });
    },
  });
  // Requests that take long end when the shop is closed; once nobody is inside, there is nothing to wait for.
  for (let at = WATCH_FROM; at < END && (at <= WATCH_UNTIL || shop.requests.total.inside > 0); at += STEP) {
    shop.runUntil(at);
    yield;
  }
  // A mail may be sent after the customer has the answer.
  shop.runUntil(END);
  const checkouts = requests.filter(({ route }) => route === CHECKOUT).sort((a, b) => a.durationMs - b.durationMs);
  return { requests, checkouts, spans, logs, splits };
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** The rank of a percentile among so many, from 0: the 100th is the slowest, and the 50th the one in the middle. */
export function rankOf(percentile: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.ceil((percentile / 100) * count - 1e-9) - 1));
}

/**
 * The percentile that a rank is, with as few decimals as tell it from its neighbors: `rankOf` gives that rank again. So
 * among 228 requests, p99 is the one that `rankOf(99)` says, and no other is called so.
 */
export function percentileOf(rank: number, count: number): number {
  const upper = (100 * (rank + 1)) / count;
  for (let factor = 1; factor < 1e6; factor *= 10) {
    const rounded = Math.floor(upper * factor + 1e-6) / factor;
    if (rounded > 0 && rankOf(rounded, count) === rank) return rounded;
  }
  return upper;
}

/** The traces of a request: one, or more where a header was lost. */
export function tracesOfRequest(run: Run, traceId: string): Trace[] {
  const ids = [traceId, ...(run.splits.get(traceId) ?? [])];
  return ids.flatMap((id) => tracesOfSpans(run.spans.get(id) ?? [], { logs: run.logs.get(id) ?? [] }));
}

/** What a span of a trace wrote into the log, in order of time. */
export function logsOf(run: Run, traceId: string, spanId: string): readonly ShopLog[] {
  return (run.logs.get(traceId) ?? []).filter((log) => log.spanId === spanId);
}

/** Traces of one request on one axis of time. */
export interface JoinedTrace extends Trace {
  /** The id of the trace that a span belongs to, by the span's; where it is missing, it is the trace's own. */
  readonly traceIds: ReadonlyMap<string, string>;
}

/** Several traces as one, each where it was in time; the first gives its id. */
export function joinTraces(traces: readonly Trace[]): JoinedTrace {
  const [only] = traces;
  if (only && traces.length === 1) return { ...only, traceIds: new Map() };
  const start = traces.reduce((least, { startUnixNano: at }) => (at < least ? at : least), only?.startUnixNano ?? 0n);
  const traceIds = new Map<string, string>();
  const spans: Span[] = [];
  let durationMs = 0;
  for (const trace of traces) {
    const shift = Number(trace.startUnixNano - start) / 1e6;
    durationMs = Math.max(durationMs, shift + trace.durationMs);
    for (const span of trace.spans) {
      traceIds.set(span.spanId, trace.traceId);
      spans.push(shift === 0 ? span : shifted(span, shift));
    }
  }
  const warnings = traces.flatMap((trace) => trace.warnings);
  return { traceId: only?.traceId ?? '', startUnixNano: start, durationMs, spans, warnings, traceIds };
}

function shifted(span: Span, shift: number): Span {
  const events = span.events.map((event) => ({ ...event, timeMs: event.timeMs + shift }));
  return { ...span, startMs: span.startMs + shift, events };
}
