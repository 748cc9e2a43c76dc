import type { Random } from '../engine/index.js';

const TWO_TO_32 = 0x100000000;
const GOLDEN = 0x9e3779b9;

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
  readonly #a: number;
  readonly #b: number;
  #spans = 0;
  #traceId = '';

  constructor(
    what: { route: string; startSeconds: number; userId: number; amount: number; product: number },
    ids: Random,
  ) {
    this.route = what.route;
    this.startSeconds = what.startSeconds;
    this.userId = what.userId;
    this.amount = what.amount;
    this.product = what.product;
    this.#a = Math.floor(ids.uniform() * TWO_TO_32) | 0;
    this.#b = Math.floor(ids.uniform() * TWO_TO_32) | 0;
  }

  /** The number of the next span: 1, 2, 3 … It counts whether or not anyone listens, so that ids do not depend on that. */
  nextSpan(): number {
    return ++this.#spans;
  }

  /** 32 hexadecimal digits, the size W3C Trace Context asks for. */
  get traceId(): string {
    this.#traceId ||= hex(mix(this.#a)) + hex(mix(this.#a ^ GOLDEN)) + hex(this.#b || 1) + hex(mix(this.#b ^ this.#a));
    return this.#traceId;
  }

  /** 16 hexadecimal digits; empty for 0, the parent of the first span. Different for each span of the trace. */
  spanId(span: number): string {
    return span === 0 ? '' : hex(mix(this.#b + span)) + hex(mix(this.#a + Math.imul(span, GOLDEN)) || 1);
  }
}

/** MurmurHash3's last step: one to one, so that numbers that differ stay different. */
function mix(number: number): number {
  let h = number | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

// Two digits at a time: three times as fast as toString(16) with padding, and every span has two ids.
const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(word: number): string {
  return (
    (PAIRS[word >>> 24] as string) +
    (PAIRS[(word >>> 16) & 0xff] as string) +
    (PAIRS[(word >>> 8) & 0xff] as string) +
    (PAIRS[word & 0xff] as string)
  );
}
