/**
 * The random number generator xoshiro128**: 32 bits per step, with a period of 2^128 - 1.
 * @see https://prng.di.unimi.it/xoshiro128starstar.c (Blackman and Vigna, public domain)
 */
export class Xoshiro128 {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(a: number, b: number, c: number, d: number) {
    this.#a = a | 0;
    this.#b = b | 0;
    this.#c = c | 0;
    this.#d = d | 0;
  }

  /** Returns a generator whose 128-bit state is the hash of a text. */
  static seededBy(text: string): Xoshiro128 {
    const word = (start: number) => murmurHash3(text, start);
    return new Xoshiro128(word(0x9e3779b9), word(0x243f6a88), word(0xb7e15162), word(0x6a09e667));
  }

  /** Returns the next 32 bits as a signed integer. */
  next(): number {
    const b = this.#b;
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    this.#c ^= this.#a;
    this.#d ^= b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= b << 9;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }
}

/** 32 bits, over UTF-16 units as blocks. @see https://github.com/aappleby/smhasher (public domain) */
function murmurHash3(text: string, start: number): number {
  let h = start;
  for (let i = 0; i < text.length; i++) {
    let k = Math.imul(text.charCodeAt(i), 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    h ^= k;
    h = Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64;
  }
  h ^= text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
