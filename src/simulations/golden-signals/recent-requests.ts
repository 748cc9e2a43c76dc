import type { Shop, ShopSpan } from '../../shop/index.js';

/** One request as its service saw it. */
export interface RecentRequest {
  readonly seconds: number;
  readonly duration: number;
  readonly isFailed: boolean;
  readonly traceId: string;
  readonly spanId: string;
}

/** More are not kept, however many come. */
const MOST = 100_000;

/** The requests of the last seconds, one by one: the truth that histograms only estimate. */
export class RecentRequests {
  readonly #windowSeconds: number;
  #requests: RecentRequest[] = [];
  #first = 0;

  constructor(shop: Shop, service: string, windowSeconds: number) {
    this.#windowSeconds = windowSeconds;
    shop.listen({
      span: (span) => {
        if (span.kind === 'server' && span.service === service) this.#add(span);
      },
    });
  }

  /** Those that ended in (at - range, at], oldest first. */
  within(at: number, range: number): RecentRequest[] {
    const found: RecentRequest[] = [];
    for (let i = this.#requests.length - 1; i >= this.#first; i--) {
      const request = this.#requests[i];
      if (request === undefined || request.seconds <= at - range) break;
      if (request.seconds <= at) found.push(request);
    }
    return found.reverse();
  }

  #add({ startSeconds, endSeconds, isError, traceId, spanId }: ShopSpan): void {
    this.#requests.push({
      seconds: endSeconds,
      duration: endSeconds - startSeconds,
      isFailed: isError,
      traceId,
      spanId,
    });
    const isOld = (request: RecentRequest | undefined): boolean =>
      request !== undefined && request.seconds <= endSeconds - this.#windowSeconds;
    while (isOld(this.#requests[this.#first]) || this.#requests.length - this.#first > MOST) this.#first++;
    if (this.#first < this.#requests.length / 2) return;
    this.#requests = this.#requests.slice(this.#first);
    this.#first = 0;
  }
}
