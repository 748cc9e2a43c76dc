import type { Shop, ShopSpan } from '../../../shop/index.js';
import { quantile } from '../../../telemetry/index.js';

/** The calls of a service to another one, over a stretch of time. */
export interface CallsTo {
  readonly to: string;
  /** Seconds within which 99 of 100 calls ended, well or not. */
  readonly p99: number;
  /** Share of the calls that failed, in 0..1. */
  readonly failed: number;
}

interface Call {
  readonly seconds: number;
  readonly duration: number;
  readonly to: string;
  readonly isFailed: boolean;
}

/** The calls that a service made in the last seconds, from its client spans: whether it waits for others. */
export class RecentCalls {
  readonly #windowSeconds: number;
  #calls: Call[] = [];

  constructor(shop: Shop, service: string, windowSeconds: number) {
    this.#windowSeconds = windowSeconds;
    shop.listen({
      span: (span) => {
        if (span.kind === 'client' && span.service === service) this.#add(span);
      },
    });
  }

  /** What the calls that ended in (at - range, at] were like, by whom they went to; the slowest first. */
  within(at: number, range: number): CallsTo[] {
    const found = new Map<string, Call[]>();
    for (let i = this.#calls.length - 1; i >= 0; i--) {
      const call = this.#calls[i];
      if (call === undefined || call.seconds <= at - range) break;
      if (call.seconds > at) continue;
      const known = found.get(call.to);
      if (known) known.push(call);
      else found.set(call.to, [call]);
    }
    return [...found]
      .map(([to, calls]) => ({
        to,
        p99: quantile(
          0.99,
          calls.map(({ duration }) => duration),
        ),
        failed: calls.filter(({ isFailed }) => isFailed).length / calls.length,
      }))
      .toSorted((a, b) => b.p99 - a.p99);
  }

  #add({ startSeconds, endSeconds, isError, attributes }: ShopSpan): void {
    const to = attributes['server.address'];
    if (typeof to !== 'string') return;
    this.#calls.push({ seconds: endSeconds, duration: endSeconds - startSeconds, to, isFailed: isError });
    // Twice the window, so that forgetting is rare.
    if ((this.#calls[0]?.seconds ?? endSeconds) > endSeconds - 2 * this.#windowSeconds) return;
    this.#calls = this.#calls.filter(({ seconds }) => seconds > endSeconds - this.#windowSeconds);
  }
}
