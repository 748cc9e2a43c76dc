import { ChangeLog } from './change-log.js';
import { TailSampler } from './tail-sampler.js';
import type { ShopChange, ShopLog, ShopResult, ShopSpan } from './telemetry-records.js';
import type { Shop } from '../run/shop.js';
import { isLogOf } from './span-logs.js';

export interface RecentTelemetryOptions {
  /** Requests whose spans are kept, the newest. */
  readonly traces?: number;
  /** Log records that are kept, the newest. */
  readonly logs?: number;
  /** Seconds for which the slowest and the failed requests are kept beyond that. */
  readonly keptSeconds?: number;
}

/**
 * Requests that customers made, with how they ended. The newest of them still have their spans and log records; of those
 * that are older, the ones that somebody will ask for. And what was changed meanwhile.
 */
export class RecentTelemetry {
  /** Oldest first. */
  readonly changes: readonly ShopChange[];
  readonly #mostTraces: number;
  readonly #mostLogs: number;
  readonly #kept: TailSampler;
  /** In the order in which the traces began. */
  readonly #spans = new Map<string, ShopSpan[]>();
  #logs: ShopLog[] = [];
  #results: ShopResult[] = [];

  constructor(shop: Shop, { traces = 3000, logs = 30_000, keptSeconds = 900 }: RecentTelemetryOptions = {}) {
    this.#mostTraces = traces;
    this.#mostLogs = logs;
    this.changes = new ChangeLog(shop).changes;
    this.#kept = new TailSampler(shop, keptSeconds);
    shop.listen({
      span: (span) => this.#keepSpan(span),
      log: (log) => {
        this.#logs.push(log);
        this.#logs = newest(this.#logs, this.#mostLogs);
      },
      result: (result) => {
        this.#results.push(result);
        this.#results = newest(this.#results, this.#mostTraces);
      },
    });
  }

  /** Called at the end of every second of the run. */
  tick(seconds: number): void {
    this.#kept.tick(seconds);
  }

  /** The ids of the newest traces, oldest first. */
  get traceIds(): string[] {
    return [...this.#spans.keys()];
  }

  /** The spans of a trace, in the order in which they ended; none where it is not kept. */
  spansOf(traceId: string): readonly ShopSpan[] {
    return this.#kept.of(traceId)?.spans ?? this.#spans.get(traceId) ?? [];
  }

  /** The newest log records, oldest first. */
  get logs(): readonly ShopLog[] {
    return this.#logs.slice(-this.#mostLogs);
  }

  /** Those of one request. */
  logsOf(traceId: string): readonly ShopLog[] {
    return this.#kept.of(traceId)?.logs ?? this.logs.filter((log) => log.traceId === traceId);
  }

  /** What became of the newest requests, oldest first. */
  get results(): readonly ShopResult[] {
    return this.#results.slice(-this.#mostTraces);
  }

  /** The span that a record says most of: the shortest of those that it belongs to. */
  spanOf(log: ShopLog): ShopSpan | undefined {
    const seconds = ({ startSeconds, endSeconds }: ShopSpan): number => endSeconds - startSeconds;
    const spans = this.spansOf(log.traceId).filter((span) => isLogOf(span, log));
    return spans.toSorted((a, b) => seconds(a) - seconds(b))[0];
  }

  /** What a span of a trace wrote, and who answered it. */
  logsOfSpan(traceId: string, spanId: string): ShopLog[] {
    const span = this.spansOf(traceId).find((one) => one.spanId === spanId);
    return span ? this.logsOf(traceId).filter((log) => isLogOf(span, log)) : [];
  }

  /**
   * What was changed before a record was written: what made the version that wrote it, and the last change to each service
   * that it is about, which are who wrote it, and who called them or was called.
   */
  changesBefore(log: ShopLog): { readonly services: readonly string[]; readonly changes: readonly ShopChange[] } {
    const about = new Set([log.service, this.spanOf(log)?.service, log.attributes['service.peer.name']]);
    const services = [...about].filter((name) => typeof name === 'string');
    const before = this.changes.filter(({ seconds }) => seconds <= log.seconds);
    const made = before.findLast(({ service, version }) => service === log.service && version === log.version);
    const last = services.map((name) => before.findLast(({ service }) => service === name));
    return { services, changes: [...new Set([made, ...last])].filter((change) => change !== undefined) };
  }

  #keepSpan(span: ShopSpan): void {
    const present = this.#spans.get(span.traceId);
    if (present) {
      present.push(span);
      return;
    }
    this.#spans.set(span.traceId, [span]);
    if (this.#spans.size <= this.#mostTraces) return;
    const [oldest] = this.#spans.keys();
    if (oldest !== undefined) this.#spans.delete(oldest);
  }
}

/** The same list, cut to its newest only when it is twice as long as asked: cutting each time would be slow. */
function newest<T>(list: T[], most: number): T[] {
  return list.length >= 2 * most ? list.slice(-most) : list;
}
