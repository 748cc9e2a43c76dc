import type { Shop } from '../../../shop/index.js';
import { errorBudgetRatio } from '../../../slo/index.js';

/** What customers were promised. */
export interface Objectives {
  /** Share of the requests that is answered without failure, such as 0.999. */
  readonly availability: number;
  /** Share of the requests that is answered within `latencySeconds`. */
  readonly promptness: number;
  readonly latencySeconds: number;
}

/** Customers' requests in a stretch of time. */
export interface Served {
  readonly total: number;
  readonly failed: number;
  /** Answered, and later than was promised. */
  readonly slow: number;
}

/**
 * How many requests came, failed and were slow in every second, as the customers saw it. No metric holds that: alerts and
 * budgets are computed from what is scraped, and only the harm to customers is counted here.
 */
export class ServiceLevel {
  readonly objectives: Objectives;
  /** Requests a second on a usual day. */
  readonly usualRate: number;
  /** Whole seconds that are known. */
  seconds = 0;
  #total = new Float64Array(1024);
  #good = new Float64Array(1024);
  #quick = new Float64Array(1024);
  #sums: readonly [total: Float64Array, good: Float64Array, quick: Float64Array] = [
    new Float64Array(1025),
    new Float64Array(1025),
    new Float64Array(1025),
  ];

  constructor(shop: Shop, objectives: Objectives) {
    this.objectives = objectives;
    this.usualRate = shop.settings.rate;
    shop.listen({
      result: ({ cause, startSeconds, endSeconds }) => {
        const isQuick = endSeconds - startSeconds <= objectives.latencySeconds;
        this.#count(endSeconds, cause === undefined, cause !== undefined || isQuick);
      },
    });
  }

  /** Called at the end of every second. */
  tick(seconds: number): void {
    this.#reserve(seconds + 2);
    const columns = [this.#total, this.#good, this.#quick] as const;
    for (let i = this.seconds; i < seconds; i++) {
      this.#sums.forEach((sums, index) => (sums[i + 1] = (sums[i] ?? 0) + (columns[index]?.[i] ?? 0)));
    }
    this.seconds = seconds;
  }

  /** What was served in (from, to], in whole seconds of what is known. */
  served(from: number, to: number): Served {
    const [first, last] = [this.#within(from), this.#within(to)];
    const [total, good, quick] = this.#sums.map((sums) => (sums[last] ?? 0) - (sums[first] ?? 0));
    return { total: total ?? 0, failed: (total ?? 0) - (good ?? 0), slow: (total ?? 0) - (quick ?? 0) };
  }

  /** Whether what was served in (from, to] kept both promises; nobody served is none kept. */
  isMet(from: number, to: number): boolean {
    const { total, failed, slow } = this.served(from, to);
    return total > 0 && failed <= total * this.#allowed('failed') && slow <= (total - failed) * this.#allowed('slow');
  }

  #allowed(kind: 'failed' | 'slow'): number {
    const { availability, promptness } = this.objectives;
    return errorBudgetRatio(kind === 'failed' ? availability : promptness);
  }

  #count(endSeconds: number, isGood: boolean, isQuick: boolean): void {
    // What ends at a whole second belongs to the second that ends there.
    const second = Math.max(0, Math.ceil(endSeconds) - 1);
    this.#reserve(second + 2);
    this.#total[second] = (this.#total[second] ?? 0) + 1;
    if (isGood) this.#good[second] = (this.#good[second] ?? 0) + 1;
    if (isQuick) this.#quick[second] = (this.#quick[second] ?? 0) + 1;
  }

  #within(seconds: number): number {
    return Math.min(Math.max(0, Math.floor(seconds)), this.seconds);
  }

  #reserve(length: number): void {
    if (length <= this.#total.length) return;
    const size = Math.max(length, 2 * this.#total.length);
    this.#total = grown(this.#total, size);
    this.#good = grown(this.#good, size);
    this.#quick = grown(this.#quick, size);
    const [total, good, quick] = this.#sums;
    this.#sums = [grown(total, size + 1), grown(good, size + 1), grown(quick, size + 1)];
  }
}

function grown(values: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(length);
  longer.set(values);
  return longer;
}
