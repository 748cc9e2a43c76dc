import type { ShopLog, ShopResult, ShopSpan } from './telemetry-records.js';
import type { Shop } from '../run/shop.js';

/** A request with all that it left behind. */
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

/** Of each stretch of seconds this many failed and this many served requests are kept, the slowest. */
const STRETCH_SECONDS = 15;
const MOST_FAILED = 4;
const MOST_SERVED = 3;
/** And of each service the slowest one, and the slowest failed one, of so many seconds: the exemplars of its charts. */
export const EXEMPLAR_SECONDS = 20;
/** What belongs to a request that never ended, or to one that was not kept, is forgotten after so many seconds. */
const PATIENCE_SECONDS = 120;

type Left = Pick<SampledRequest, 'spans' | 'logs'> & { readonly since: number };
type Exemplar = { readonly seconds: number; readonly traceId: string };

/**
 * Tail sampling: what requests leave behind is collected until they end; then the slowest and the failed ones are kept,
 * for they are what somebody will ask for.
 */
export class TailSampler {
  readonly #windowSeconds: number;
  readonly #open = new Map<string, Left>();
  readonly #kept = new Map<string, SampledRequest>();
  #stretch: { failed: SampledRequest[]; served: SampledRequest[] } = { failed: [], served: [] };
  readonly #exemplars = new Map<string, SampledRequest>();
  /** By kind, in the stretch of exemplars that is under way; and which of their requests have ended. */
  #slowest = new Map<string, Exemplar>();
  #candidates = new Map<string, SampledRequest>();
  /** Exemplars of earlier stretches whose requests go on. */
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

  /** The slowest and the failed ones that are kept, in the order in which they ended. */
  get all(): SampledRequest[] {
    return [...this.#kept.values()];
  }

  of(traceId: string): SampledRequest | undefined {
    return this.#kept.get(traceId) ?? this.#exemplars.get(traceId) ?? this.#candidates.get(traceId);
  }

  /** Those that ended in (from, to], the slowest first: of the failed ones, or of the served. */
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

  /** Whether it is the slowest of its kind so far; the one that was is let go. */
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

export function durationOf({ startSeconds, endSeconds }: { startSeconds: number; endSeconds: number }): number {
  return endSeconds - startSeconds;
}
