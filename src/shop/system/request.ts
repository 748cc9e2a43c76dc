import type { Random } from '../../engine/index.js';
import { RequestTrace } from './request-trace.js';

const TWO_TO_32 = 0x100000000;

/** One customer's request on its way through the shop: what it is about, and its trace. */
export class ShopRequest {
  readonly route: string;
  readonly startSeconds: number;
  readonly userId: number;
  /** US dollars. */
  readonly amount: number;
  /** Rank by popularity, 0 first. */
  readonly product: number;
  /** Status of an answer that says no, such as 402 for a declined card; 0 while there is none. */
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

  /** The number of the next span: 1, 2, 3 … It counts whether or not anyone listens, so that ids do not depend on that. */
  nextSpan(): number {
    return ++this.#spans;
  }

  /** Of the trace that the customer's request began. */
  get traceId(): string {
    return this.trace.traceId;
  }
}
