import { parseMoment } from './civil-time.js';

/** A number with what it counts. Only equal units compare: 500 is neither 500 ms nor 500 B. */
export interface Quantity {
  /** Seconds of a duration, bytes of a size, milliseconds since 1970 of a time. */
  readonly value: number;
  readonly unit: 'none' | 'seconds' | 'bytes' | 'percent' | 'time';
  /** False where rounding may have made two different texts one number, as in long ids. */
  readonly isExact: boolean;
  /** What a time has after its whole milliseconds; 0 for all else. */
  readonly nanoseconds: number;
}

const NUMBER = String.raw`\d+(?:\.\d*)?|\.\d+`;
const PLAIN = new RegExp(`^[+-]?(?:${NUMBER})(?:[eE][+-]?\\d+)?$`);
const SIZE = new RegExp(`^(${NUMBER}) ?(?:([kKMGTPE]?)(i?)B|([kmgt])b|bytes?)$`);
const UNIT = 'ns|us|µs|μs|ms|msecs?|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?';
const DURATION = new RegExp(`^-?(?:(?:${NUMBER}) ?(?:${UNIT}) ?)+$`);
const DURATION_PART = /([\d.]+) ?([a-zµμ]+)/g;

const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
  d: 86_400e9,
  w: 604_800e9,
  msec: 1e6,
  millisecond: 1e6,
  sec: 1e9,
  second: 1e9,
  min: 60e9,
  minute: 60e9,
  hr: 3600e9,
  hour: 3600e9,
  day: 86_400e9,
  week: 604_800e9,
};
const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E'];
/** Longer text is no quantity: this keeps every pattern above quick. */
const LONGEST = 64;

/**
 * Reads `500`, `-1.5e3`, `500ms`, `150 ms`, `1h30m`, `2min`, `42kB`, `1MiB`, `75%`, or a time as `parseMoment` knows it.
 */
export function parseQuantity(value: unknown): Quantity | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? exact(value, 'none') : undefined;
  if (typeof value !== 'string' || value.length > LONGEST || !/^(?:[+-]?\.?\d|[A-Z][a-z]{2}, \d)/.test(value)) {
    return undefined;
  }
  if (PLAIN.test(value)) return plain(value);
  const size = SIZE.exec(value);
  if (size) return exact(Number(size[1]) * (size[3] ? 1024 : 1000) ** prefixPower(size[2] ?? size[4]), 'bytes');
  if (DURATION.test(value)) return exact(nanoseconds(value) / 1e9, 'seconds');
  if (value.endsWith('%') && PLAIN.test(value.slice(0, -1).trim())) return exact(Number(value.slice(0, -1)), 'percent');
  const moment = parseMoment(value);
  return moment && { ...exact(moment.milliseconds, 'time'), nanoseconds: moment.nanoseconds };
}

function plain(text: string): Quantity | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  // Sixteen digits and more need not survive as a double.
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[^\d]/g, '')
    .replace(/^0+/, '').length;
  const isExact = digits <= 15 && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return { ...exact(value, 'none'), isExact };
}

function exact(value: number, unit: Quantity['unit']): Quantity {
  return { value, unit, isExact: true, nanoseconds: 0 };
}

function prefixPower(prefix: string = ''): number {
  return PREFIXES.findIndex((known) => known.toLowerCase() === prefix.toLowerCase());
}

function nanoseconds(text: string): number {
  let sum = 0;
  for (const [, count, unit = ''] of text.matchAll(DURATION_PART)) {
    sum += Number(count) * (NANOSECONDS[unit] ?? NANOSECONDS[unit.replace(/s$/, '')] ?? NaN);
  }
  return text.startsWith('-') ? -sum : sum;
}
