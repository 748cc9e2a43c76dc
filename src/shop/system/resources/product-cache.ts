import type { Random } from '../../../engine/index.js';

/** How many products there are. */
export const PRODUCTS = 1000;
const LIFE_SECONDS = 300;

/** What a cache holds: which products, and until when. Empty after a restart, and full of ages when the run begins. */
export class ProductCache {
  readonly #until = new Float64Array(PRODUCTS);
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
    for (let product = 0; product < PRODUCTS; product++) this.#until[product] = random.uniform() * LIFE_SECONDS;
  }

  has(product: number, now: number): boolean {
    return (this.#until[product] ?? 0) > now;
  }

  put(product: number, now: number): void {
    // Lives differ a little: entries that were written together must not end together.
    this.#until[product] = now + LIFE_SECONDS * (0.9 + 0.2 * this.#random.uniform());
  }

  clear(): void {
    this.#until.fill(0);
  }
}
