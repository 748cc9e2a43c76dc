/** How often each code is there. */
export function countCodes(codes: ArrayLike<number>, codeCount: number): Uint32Array {
  const counts = new Uint32Array(codeCount);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** For each code the rows that bear it, in order, by a counting sort. Code 0 is left out. */
export class Postings {
  readonly #rows: Uint32Array;
  /** Where the rows of each code end. */
  readonly #ends: Uint32Array;

  constructor(codes: ArrayLike<number>, counts: Uint32Array) {
    let sum = 0;
    // Each code's place begins where the one before it ends, and moves to its own end as rows are put down.
    const places = counts.map((count, code) => (code === 0 ? 0 : (sum += count) - count));
    const rows = new Uint32Array(sum);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? 0;
      if (code === 0) continue;
      const place = places[code] ?? 0;
      rows[place] = row;
      places[code] = place + 1;
    }
    this.#rows = rows;
    this.#ends = places;
  }

  get bytes(): number {
    return this.#rows.byteLength + this.#ends.byteLength;
  }

  rows(code: number): Uint32Array {
    return this.#rows.subarray(this.#start(code), this.#ends[code]);
  }

  #start(code: number): number {
    return code === 0 ? 0 : (this.#ends[code - 1] ?? 0);
  }
}
