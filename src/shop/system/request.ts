import type { Random } from '../../engine/index.js';
import { RequestTrace } from './request-trace.js';

const TWO_TO_32 = 0x100000000;

/** A customer's request to the shop, and its trace. */
export class ShopRequest {
  readonly route: string;
  readonly startSeconds: number;
  readonly userId: number;
  /** US dollars. */
  readonly amount: number;
  /** Index of the product, by popularity: 0 is the most popular. */
  readonly product: number;
  /** Status of an answer that denies the request, such as 402 for a declined card; 0 if there is none. */
  denial = 0;
  readonly trace: RequestTrace;
  #spans = 0;

  constructor(
    what: { route: string; startSeconds: number; userId: number; amount: number; product: number },
    ids: Random,
  ) {
    this.route = what.route;
    this.startSeconds = what.startSeconds;
    this.userId = what.userId;
    this.amount = what.amount;
    this.product = what.product;
    const a = Math.floor(ids.uniform() * TWO_TO_32) | 0;
    const b = Math.floor(ids.uniform() * TWO_TO_32) | 0;
    this.trace = new RequestTrace(a, b);
  }

  /** Returns the number of the next span: 1, 2, 3 … It counts without listeners too, so ids do not depend on them. */
  nextSpan(): number {
    return ++this.#spans;
  }

  /** Id of the trace that starts with the customer's request. */
  get traceId(): string {
    return this.trace.traceId;
  }
}
