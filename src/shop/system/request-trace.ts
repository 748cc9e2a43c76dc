const GOLDEN = 0x9e3779b9;

/** The ids of one trace, derived from two random words. */
export class RequestTrace {
  readonly #a: number;
  readonly #b: number;
  #traceId = '';

  constructor(a: number, b: number) {
    this.#a = a;
    this.#b = b;
  }

  /** Trace id: 32 hexadecimal digits, as W3C Trace Context requires. */
  get traceId(): string {
    this.#traceId ||= hex(mix(this.#a)) + hex(mix(this.#a ^ GOLDEN)) + hex(this.#b || 1) + hex(mix(this.#b ^ this.#a));
    return this.#traceId;
  }

  /** Returns the id of a span by its number: 16 hexadecimal digits, unique in the trace; empty for 0, no span. */
  spanId(span: number): string {
    return span === 0 ? '' : hex(mix(this.#b + span)) + hex(mix(this.#a + Math.imul(span, GOLDEN)) || 1);
  }

  /** Returns the trace that starts where a span's call lost its header. It depends on this trace and span alone. */
  after(span: number): RequestTrace {
    return new RequestTrace(mix(this.#a ^ Math.imul(span, GOLDEN)), mix(this.#b + Math.imul(span + 1, GOLDEN)));
  }
}

/** The last step of MurmurHash3. It is one to one, so different numbers stay different. */
function mix(number: number): number {
  let h = number | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

// Every span has two ids, and two digits at a time are three times as fast as toString(16) with padding.
const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(word: number): string {
  return (
    (PAIRS[word >>> 24] as string) +
    (PAIRS[(word >>> 16) & 0xff] as string) +
    (PAIRS[(word >>> 8) & 0xff] as string) +
    (PAIRS[word & 0xff] as string)
  );
}
