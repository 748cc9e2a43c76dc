import { ChangeLog } from './change-log.js';
import { TailSampler } from './tail-sampler.js';
import type { ShopChange, ShopLog, ShopResult, ShopSpan } from './telemetry-records.js';
import type { Shop } from '../run/shop.js';
import { isLogOf } from './span-logs.js';

export interface RecentTelemetryOptions {
  /** Number of traces to keep, the newest. */
  readonly traces?: number;
  /** Number of log records to keep, the newest. */
  readonly logs?: number;
  /** Seconds for which the slowest and the failed requests are kept in addition. */
  readonly keptSeconds?: number;
}

/**
 * Recent telemetry of a shop: the newest spans, log records and results, the slowest and the failed older requests, and
 * all changes.
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

  /** Returns the spans of a trace, in the order in which they ended; none if it is not kept. */
  spansOf(traceId: string): readonly ShopSpan[] {
    return this.#kept.of(traceId)?.spans ?? this.#spans.get(traceId) ?? [];
  }

  /** The newest log records, oldest first. */
  get logs(): readonly ShopLog[] {
    return this.#logs.slice(-this.#mostLogs);
  }

  /** Returns the log records of a trace. */
  logsOf(traceId: string): readonly ShopLog[] {
    return this.#kept.of(traceId)?.logs ?? this.logs.filter((log) => log.traceId === traceId);
  }

  /** The results of the newest requests, oldest first. */
  get results(): readonly ShopResult[] {
    return this.#results.slice(-this.#mostTraces);
  }

  /** Returns the span that a log record belongs to; the shortest, if there are several. */
  spanOf(log: ShopLog): ShopSpan | undefined {
    const seconds = ({ startSeconds, endSeconds }: ShopSpan): number => endSeconds - startSeconds;
    const spans = this.spansOf(log.traceId).filter((span) => isLogOf(span, log));
    return spans.toSorted((a, b) => seconds(a) - seconds(b))[0];
  }

  /** Returns the log records of a span, and those of its callee. */
  logsOfSpan(traceId: string, spanId: string): ShopLog[] {
    const span = this.spansOf(traceId).find((one) => one.spanId === spanId);
    return span ? this.logsOf(traceId).filter((log) => isLogOf(span, log)) : [];
  }

  /**
   * Returns the changes that can explain a log record: the deploy of the version that wrote it, and the last earlier change
   * to each service that it concerns (the one that wrote it, its caller and its callee).
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

/** Returns a list cut to its newest items, if it is twice as long as asked: to cut it each time would be slow. */
function newest<T>(list: T[], most: number): T[] {
  return list.length >= 2 * most ? list.slice(-most) : list;
}
