type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A growing list of small numbers in as few bytes each as the largest of them needs. What was never set is 0. */
export class CodeArray {
  #codes: Codes = new Uint8Array(64);

  get codes(): Codes {
    return this.#codes;
  }

  set(index: number, code: number): void {
    if (index >= this.#codes.length) this.#grow(index + 1);
    if (code > 0xff && this.#codes.BYTES_PER_ELEMENT < 4) this.#widen(code);
    this.#codes[index] = code;
  }

  /** Gives it this length for good. */
  finish(length: number): void {
    if (length > this.#codes.length) this.#grow(length);
    this.#codes = this.#codes.slice(0, length);
  }

  #grow(least: number): void {
    const length = Math.max(least, this.#codes.length * 2);
    this.#replace(this.#codes.BYTES_PER_ELEMENT, length);
  }

  #widen(code: number): void {
    const bytes = code > 0xffff ? 4 : 2;
    if (bytes > this.#codes.BYTES_PER_ELEMENT) this.#replace(bytes, this.#codes.length);
  }

  #replace(bytes: number, length: number): void {
    const wider =
      bytes === 1 ? new Uint8Array(length) : bytes === 2 ? new Uint16Array(length) : new Uint32Array(length);
    wider.set(this.#codes);
    this.#codes = wider;
  }
}
