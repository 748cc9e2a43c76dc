const LARGEST = 2n ** 64n - 1n;
const DIGITS = /^\d{1,20}$/;

/** Nanoseconds since 1970 from a number or a string of digits; null for anything else. */
export function readNanos(value: unknown): bigint | null {
  return readUnits(value, 1n);
}

/** The same from microseconds, the unit of Jaeger and Zipkin. */
export function readMicros(value: unknown): bigint | null {
  return readUnits(value, 1000n);
}

function readUnits(value: unknown, nanosPerUnit: bigint): bigint | null {
  let nanos: bigint;
  if (typeof value === 'string' && DIGITS.test(value)) nanos = BigInt(value) * nanosPerUnit;
  else if (typeof value === 'bigint') nanos = value * nanosPerUnit;
  else if (typeof value === 'number' && value >= 0 && value <= Number(LARGEST)) {
    // A number of today's nanoseconds has no room for a fraction, one of microseconds has.
    const whole = Math.trunc(value);
    nanos = BigInt(whole) * nanosPerUnit + BigInt(Math.round((value - whole) * Number(nanosPerUnit)));
  } else return null;
  return nanos >= 0n && nanos <= LARGEST ? nanos : null;
}

/** Milliseconds as whole nanoseconds, in which ends and starts that touch are equal; 0 for what is no time. */
export function wholeNanos(ms: number): number {
  const nanos = Math.round(ms * 1e6);
  return Number.isFinite(nanos) ? nanos : 0;
}

/** Absolute times of a trace for export: never 0, at which jaeger-ui recurses for ever and Zipkin sees no time. */
export class ExportClock {
  readonly #startNano: bigint;

  constructor(startUnixNano: bigint) {
    this.#startNano = startUnixNano < 1000n ? 1000n : startUnixNano;
  }

  nanos(ms: number): bigint {
    const nanos = this.#startNano + BigInt(wholeNanos(ms));
    if (nanos < 1000n) return 1000n;
    return nanos > LARGEST ? LARGEST : nanos;
  }

  /** Rounded; an end and a start that touch still do. */
  micros(ms: number): number {
    return Number((this.nanos(ms) + 500n) / 1000n);
  }
}
