import type { Random } from '../../../engine/index.js';

/** Number of products in the shop. */
export const PRODUCTS = 1000;
const LIFE_SECONDS = 300;

/** Products in a cache, and when each expires. When the run starts, it is full and the ages are spread evenly. */
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
    // Lifetimes differ by up to 10%, so entries that were written together do not expire together.
    this.#until[product] = now + LIFE_SECONDS * (0.9 + 0.2 * this.#random.uniform());
  }

  clear(): void {
    this.#until.fill(0);
  }
}
