import { epochMoment } from './civil-time.js';
import { parseQuantity, type Quantity } from './quantity.js';

/** What a number in a field is, by the name of the field: `duration_ms` holds milliseconds. */
const FIELD_UNITS: readonly (readonly [RegExp, Quantity['unit'], number])[] = [
  [/(?:_|\b)(?:ns|nanos|nanoseconds|nanosecond)$|(?:Ns|Nanos|Nanoseconds)$/, 'seconds', 1e-9],
  [/(?:_|\b)(?:us|micros|microseconds)$|(?:Us|Micros|Microseconds)$/, 'seconds', 1e-6],
  [/(?:_|\b)(?:ms|msec|millis|milliseconds)$|(?:Ms|Millis|Milliseconds)$/, 'seconds', 1e-3],
  [/(?:_|\b)(?:s|sec|secs|seconds)$|(?:Sec|Secs|Seconds)$/, 'seconds', 1],
  [/(?:_|\b)(?:min|mins|minutes)$|Minutes$/, 'seconds', 60],
  [/(?:_|\b)(?:kb|kilobytes)$|(?:Kb|KB|Kilobytes)$/, 'bytes', 1e3],
  [/(?:_|\b)(?:mb|megabytes)$|(?:Mb|MB|Megabytes)$/, 'bytes', 1e6],
  [/(?:_|\b)bytes$|Bytes$/, 'bytes', 1],
  [/(?:_|\b)(?:percent|pct)$|(?:Percent|Pct)$/, 'percent', 1],
];
const VERSION = /^v?(\d+(?:\.\d+)*)(?:-([\w.-]+))?(?:\+[\w.-]+)?$/;
const INTEGER = /^-?\d{16,}$/;

/** How a value stands to a wanted one: below 0, 0, above 0; NaN where the two are of no kind that compares. */
export type Comparison = (value: unknown) => number;

/**
 * Compares values of a field with a text by what that text is: numbers with numbers, durations, sizes, percentages, times
 * and versions each with its like. `undefined` for a text that is none of them.
 */
export function comparisonWith(field: string, text: string): Comparison | undefined {
  const wanted = parseQuantity(text);
  if (wanted?.unit === 'time') return (value) => againstTime(value, wanted);
  if (wanted?.unit === 'none') return againstNumber(text, wanted.value);
  if (wanted) {
    const [, , scale = NaN] = FIELD_UNITS.find(([name, unit]) => unit === wanted.unit && name.test(field)) ?? [];
    return (value) => {
      const quantity = parseQuantity(value);
      if (quantity?.unit === wanted.unit) return quantity.value - wanted.value;
      return quantity?.unit === 'none' ? rounded(quantity.value * scale) - wanted.value : NaN;
    };
  }
  const version = versionOf(text);
  return version && ((value) => againstVersion(value, version));
}

function againstNumber(text: string, wanted: number): Comparison {
  const version = text.includes('.') ? versionOf(text) : undefined;
  const long = INTEGER.test(text) ? BigInt(text) : undefined;
  return (value) => {
    // The quick way for a million of them.
    if (typeof value === 'number' && long === undefined) return value - wanted;
    const integer = longInteger(value);
    if (integer !== undefined) return order(integer, long ?? wanted);
    const quantity = parseQuantity(value);
    if (quantity?.unit === 'none') return order(quantity.value, long ?? wanted);
    return version && isVersion(value) ? againstVersion(value, version) : NaN;
  };
}

function longInteger(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  return typeof value === 'string' && value.length <= 64 && INTEGER.test(value) ? BigInt(value) : undefined;
}

function order(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

function againstTime(value: unknown, wanted: Quantity): number {
  const quantity = parseQuantity(value);
  if (quantity?.unit === 'time') return quantity.value - wanted.value || quantity.nanoseconds - wanted.nanoseconds;
  const moment = epochMoment(longInteger(value) ?? (quantity?.unit === 'none' ? quantity.value : NaN));
  return moment ? moment.milliseconds - wanted.value || moment.nanoseconds - wanted.nanoseconds : NaN;
}

interface Version {
  readonly numbers: readonly number[];
  readonly preview: string | undefined;
}

function versionOf(text: string): Version | undefined {
  const [, numbers, preview] = text.length <= 64 ? (VERSION.exec(text) ?? []) : [];
  return numbers === undefined ? undefined : { numbers: numbers.split('.').map(Number), preview };
}

/** Of three numbers and more, or with a v before it: what cannot be a number. */
function isVersion(value: unknown): value is string {
  return typeof value === 'string' && /^v?\d+\.\d+\.\d|^v\d/.test(value);
}

/** A preview, as 2.0.0-rc1, comes before its version. */
function againstVersion(value: unknown, wanted: Version): number {
  const version = typeof value === 'string' ? versionOf(value) : undefined;
  if (!version) return NaN;
  for (let at = 0; at < Math.max(version.numbers.length, wanted.numbers.length); at++) {
    const difference = (version.numbers[at] ?? 0) - (wanted.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (version.preview === wanted.preview) return 0;
  if (version.preview === undefined) return 1;
  if (wanted.preview === undefined) return -1;
  return version.preview < wanted.preview ? -1 : 1;
}

/** Without what multiplying by a thousandth adds: 100 ms are 0.1 s. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}
