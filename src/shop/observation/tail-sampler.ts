import type { ShopLog, ShopResult, ShopSpan } from './telemetry-records.js';
import type { Shop } from '../run/shop.js';

/** A request with its spans and log records. */
export interface SampledRequest {
  readonly traceId: string;
  readonly route: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly status: number;
  readonly isFailed: boolean;
  readonly spans: ShopSpan[];
  readonly logs: ShopLog[];
}

/** The sampler keeps the slowest requests of each 15 s: so many failed ones, and so many served ones. */
const STRETCH_SECONDS = 15;
const MOST_FAILED = 4;
const MOST_SERVED = 3;
/** It also keeps the slowest request and the slowest failed one of each service in so many seconds, as exemplars. */
export const EXEMPLAR_SECONDS = 20;
/** Seconds after which it drops the telemetry of requests that did not end or were not kept. */
const PATIENCE_SECONDS = 120;

type Left = Pick<SampledRequest, 'spans' | 'logs'> & { readonly since: number };
type Exemplar = { readonly seconds: number; readonly traceId: string };

/**
 * A tail sampler: it collects the telemetry of each request until the request ends, then keeps the slowest and the failed
 * requests, because these are what readers inspect.
 */
export class TailSampler {
  readonly #windowSeconds: number;
  readonly #open = new Map<string, Left>();
  readonly #kept = new Map<string, SampledRequest>();
  #stretch: { failed: SampledRequest[]; served: SampledRequest[] } = { failed: [], served: [] };
  readonly #exemplars = new Map<string, SampledRequest>();
  /** Candidates for the current exemplars by kind, and those of their requests that have ended. */
  #slowest = new Map<string, Exemplar>();
  #candidates = new Map<string, SampledRequest>();
  /** Trace ids of earlier exemplars whose requests have not ended. */
  readonly #awaited = new Set<string>();

  constructor(shop: Shop, windowSeconds: number) {
    this.#windowSeconds = windowSeconds;
    shop.listen({
      span: (span) => {
        this.#leftBy(span.traceId, span.endSeconds).spans.push(span);
        if (span.kind !== 'server') return;
        this.#compare(span.service, span);
        if (span.isError) this.#compare(`${span.service} failed`, span);
      },
      log: (log) => log.traceId && this.#leftBy(log.traceId, log.seconds).logs.push(log),
      result: (result) => this.#end(result),
    });
  }

  /** Called at the end of every second. */
  tick(seconds: number): void {
    for (const [traceId, { since }] of this.#open) {
      if (since > seconds - PATIENCE_SECONDS) break;
      this.#open.delete(traceId);
      this.#awaited.delete(traceId);
    }
    if (seconds % EXEMPLAR_SECONDS === 0) this.#takeExemplars(seconds);
    if (seconds % STRETCH_SECONDS !== 0) return;
    this.#stretch = { failed: [], served: [] };
    for (const [traceId, { endSeconds }] of this.#kept) {
      if (endSeconds < seconds - this.#windowSeconds) this.#kept.delete(traceId);
    }
  }

  /** The requests that it keeps, in the order in which they ended. */
  get all(): SampledRequest[] {
    return [...this.#kept.values()];
  }

  /** Returns the request of a trace; undefined if it is not kept. */
  of(traceId: string): SampledRequest | undefined {
    return this.#kept.get(traceId) ?? this.#exemplars.get(traceId) ?? this.#candidates.get(traceId);
  }

  /** Returns failed or served requests that ended in (from, to], the slowest first. */
  slowest(kind: 'failed' | 'served', from: number, to: number): SampledRequest[] {
    return this.all
      .filter(({ isFailed, endSeconds }) => isFailed === (kind === 'failed') && endSeconds > from && endSeconds <= to)
      .sort((a, b) => durationOf(b) - durationOf(a));
  }

  #leftBy(traceId: string, seconds: number): Pick<SampledRequest, 'spans' | 'logs'> {
    const present = this.of(traceId) ?? this.#open.get(traceId);
    if (present) return present;
    const left: Left = { spans: [], logs: [], since: seconds };
    this.#open.set(traceId, left);
    return left;
  }

  /** Makes a span the exemplar of its kind if it is the slowest so far. */
  #compare(kind: string, { traceId, startSeconds, endSeconds }: ShopSpan): void {
    const before = this.#slowest.get(kind);
    const seconds = endSeconds - startSeconds;
    if (before && before.seconds >= seconds) return;
    this.#slowest.set(kind, { seconds, traceId });
    if (before && !this.#isSlowest(before.traceId)) this.#candidates.delete(before.traceId);
  }

  #isSlowest(traceId: string): boolean {
    for (const exemplar of this.#slowest.values()) if (exemplar.traceId === traceId) return true;
    return false;
  }

  #takeExemplars(seconds: number): void {
    for (const { traceId } of this.#slowest.values()) if (this.#open.has(traceId)) this.#awaited.add(traceId);
    for (const [traceId, request] of this.#candidates) this.#exemplars.set(traceId, request);
    this.#slowest = new Map();
    this.#candidates = new Map();
    for (const [traceId, { endSeconds }] of this.#exemplars) {
      if (endSeconds < seconds - this.#windowSeconds) this.#exemplars.delete(traceId);
    }
  }

  #end({ traceId, route, startSeconds, endSeconds, status, cause }: ShopResult): void {
    const left = this.#open.get(traceId);
    this.#open.delete(traceId);
    const isFailed = cause !== undefined;
    const { spans = [], logs = [] } = left ?? {};
    const request = { traceId, route, startSeconds, endSeconds, status, isFailed, spans, logs };
    if (this.#awaited.delete(traceId)) this.#exemplars.set(traceId, request);
    else if (this.#isSlowest(traceId)) this.#candidates.set(traceId, request);
    const best = isFailed ? this.#stretch.failed : this.#stretch.served;
    best.push(request);
    best.sort((a, b) => durationOf(b) - durationOf(a));
    const dropped = best.length > (isFailed ? MOST_FAILED : MOST_SERVED) ? best.pop() : undefined;
    if (dropped === request) return;
    if (dropped) this.#kept.delete(dropped.traceId);
    this.#kept.set(traceId, request);
  }
}

/** Returns the duration of a span or request, in seconds. */
export function durationOf({ startSeconds, endSeconds }: { startSeconds: number; endSeconds: number }): number {
  return endSeconds - startSeconds;
}
