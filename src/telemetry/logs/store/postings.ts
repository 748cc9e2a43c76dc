/** How often each code is there. */
export function countCodes(codes: ArrayLike<number>, codeCount: number): Uint32Array {
  const counts = new Uint32Array(codeCount);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** A value in a larger share of all rows has no list: to look at all of them costs little more, and takes no room. */
const LISTED_SHARE = 1 / 16;
/** Few rows may all be listed. */
const ALWAYS_LISTED = 4096;

/** Whether there is a list for a code that so many rows bear. */
export function isListed(count: number, size: number): boolean {
  return count <= Math.max(ALWAYS_LISTED, size * LISTED_SHARE);
}

/** For each code the rows that bear it, in order, by a counting sort. Code 0 is left out, and what `isListed` leaves out. */
export class Postings {
  readonly #rows: Uint32Array;
  /** Where the rows of each code end. */
  readonly #ends: Uint32Array;

  constructor(codes: ArrayLike<number>, counts: Uint32Array) {
    let sum = 0;
    const isLeftOut = (code: number): boolean => code === 0 || !isListed(counts[code] ?? 0, codes.length);
    // Each code's place begins where the one before it ends, and moves to its own end as rows are put down.
    const places = counts.map((count, code) => (isLeftOut(code) ? sum : (sum += count) - count));
    const leftOut = Uint8Array.from(counts, (_, code) => (isLeftOut(code) ? 1 : 0));
    const rows = new Uint32Array(sum);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? 0;
      if (leftOut[code] === 1) continue;
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
