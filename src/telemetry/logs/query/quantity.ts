/** A number with what it counts. Only equal units compare: 500 is neither 500 ms nor 500 B. */
export interface Quantity {
  readonly value: number;
  readonly unit: 'none' | 'seconds' | 'bytes' | 'time';
  /** False where rounding may have made two different texts one number, as in long ids. */
  readonly isExact: boolean;
}

const NUMBER = String.raw`\d+(?:\.\d*)?|\.\d+`;
const PLAIN = new RegExp(`^[+-]?(?:${NUMBER})(?:[eE][+-]?\\d+)?$`);
const SIZE = new RegExp(`^(${NUMBER})([kKMGTPE]?)(i?)B$`);
const DURATION = new RegExp(`^-?(?:(?:${NUMBER})(?:ns|us|µs|μs|ms|s|m|h|d))+$`);
const DURATION_PART = /([\d.]+)([a-zµμ]+)/g;
const TIME = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

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
};
const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E'];
/** Longer text is no quantity: this keeps every pattern above quick. */
const LONGEST = 64;

/** Reads `500`, `-1.5e3`, `500ms`, `1h30m`, `42kB`, `1MiB` or `2026-01-01T00:00:00Z` (UTC where it does not say). */
export function parseQuantity(value: unknown): Quantity | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { value, unit: 'none', isExact: true } : undefined;
  }
  if (typeof value !== 'string' || value.length > LONGEST || !/^[+-]?\.?\d/.test(value)) return undefined;
  if (PLAIN.test(value)) return plain(value);
  const size = SIZE.exec(value);
  if (size) return exact(Number(size[1]) * (size[3] ? 1024 : 1000) ** prefixPower(size[2]), 'bytes');
  if (DURATION.test(value)) return exact(nanoseconds(value) / 1e9, 'seconds');
  return parseTime(value);
}

function plain(text: string): Quantity | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  // Sixteen digits and more need not survive as a double.
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[^\d]/g, '')
    .replace(/^0+/, '').length;
  return { value, unit: 'none', isExact: digits <= 15 && Math.abs(value) <= Number.MAX_SAFE_INTEGER };
}

function exact(value: number, unit: Quantity['unit']): Quantity {
  return { value, unit, isExact: true };
}

function prefixPower(prefix: string = ''): number {
  return PREFIXES.indexOf(prefix === 'K' ? 'k' : prefix);
}

function nanoseconds(text: string): number {
  let sum = 0;
  for (const [, count, unit = ''] of text.matchAll(DURATION_PART)) sum += Number(count) * (NANOSECONDS[unit] ?? NaN);
  return text.startsWith('-') ? -sum : sum;
}

function parseTime(text: string): Quantity | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const fraction = match[7] ?? '';
  const milliseconds =
    ((daysSince1970(year, month, day) * 24 + hour) * 60 + minute - offsetMinutes(match[8])) * 60_000 + second * 1000;
  // Nanoseconds since 1970 do not fit a double.
  return { value: milliseconds + Number(`0${fraction}`) * 1000, unit: 'time', isExact: fraction.length <= 7 };
}

function offsetMinutes(zone: string = 'Z'): number {
  if (zone.length === 1) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

function daysInMonth(year: number, month: number): number {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return daysSince1970(nextYear, nextMonth, 1) - daysSince1970(year, month, 1);
}

/** @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil */
function daysSince1970(year: number, month: number, day: number): number {
  // The year begins in March, so that the leap day is its last.
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}
