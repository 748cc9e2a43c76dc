import type { FigureText } from './en/figure.js';

/** Writes numbers, shares and durations as a language does. */
export interface Format {
  /** At most `digits` decimals, grouped. */
  readonly number: (value: number, digits?: number) => string;
  /** A ratio as a percentage; `digits` decimals at most. */
  readonly percent: (ratio: number, digits?: number) => string;
  /** A multiple, such as a burn rate: about three digits. */
  readonly times: (factor: number) => string;
  /** An availability, with as many decimals as its nines ask for: 0.99940005 is `99.94 %`. */
  readonly availability: (ratio: number) => string;
  /** Seconds as `8 h 45 min 36 s`: to the second, and to a tenth below an hour. */
  readonly duration: (seconds: number) => string;
  /**
   * A quantile that was estimated from buckets, in seconds, with no more digits than its bucket allows: `470 ms`. In or
   * above the last bound it is only known to be at least that: `≥ 10 s`. `–` if nothing was measured. Bounds rise.
   */
  readonly quantile: (seconds: number, bounds: readonly number[]) => string;
  /** The number that a reader typed, in this language's way or with a dot; NaN where it is none. */
  readonly parse: (text: string) => number;
}

export function formatIn(language: string, text: FigureText): Format {
  const number = (value: number, digits = 0): string =>
    value.toLocaleString(language, { maximumFractionDigits: digits }).replace('-', '−');
  const percent = (ratio: number, digits = 0): string => text.percent(number(ratio * 100, digits));
  const units = [
    [86_400, text.day],
    [3600, text.hour],
    [60, text.minute],
    [1, text.second],
  ] as const;

  function duration(seconds: number): string {
    if (seconds < 0) return `−${duration(-seconds)}`;
    if (seconds > 0 && seconds < 0.95) return text.millisecond(number(seconds * 1000, 1));
    // Rounded to what is shown before it is split, so that 59.99 s becomes 1 min and not 60 s.
    let rest = seconds < 3600 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
    const parts: string[] = [];
    for (const [unit, write] of units) {
      const whole = unit > 1 ? Math.floor(rest / unit) : rest;
      rest -= whole * unit;
      if (whole > 0.05) parts.push(write(number(whole, 1)));
    }
    return parts.join(' ') || text.second('0');
  }

  function quantile(seconds: number, bounds: readonly number[]): string {
    if (Number.isNaN(seconds)) return '–';
    const highest = bounds.at(-1) ?? Infinity;
    if (seconds >= highest) return `≥ ${duration(highest)}`;
    const next = bounds.findIndex((bound) => bound >= seconds);
    const width = (bounds[next] ?? 0) - (bounds[next - 1] ?? 0);
    // A tenth of the bucket's order of magnitude: within it, the estimate is a straight line and no measurement.
    const step = 10 ** (Math.floor(Math.log10(width)) - 1);
    return duration(Math.round(seconds / step) * step);
  }

  return {
    number,
    percent,
    times: (factor) => text.times(number(factor, factor < 10 ? 2 : 1)),
    availability: (ratio) => percent(ratio, ratio < 1 ? Math.max(0, Math.ceil(-Math.log10(1 - ratio)) - 1) : 0),
    duration,
    quantile,
    parse(typed) {
      // `1,200` is grouped, `99,95` is not: a sign before other than three digits is a decimal sign in any language.
      const grouping = number(1e4).replace(/\d/g, '');
      const plain = typed
        .replace('−', '-')
        .replace(/[\s%]/g, '')
        .replace(/[.,](?=\d{3}(\D|$))/g, (sign) => (sign === grouping ? '' : sign));
      return plain ? Number(plain.replace(',', '.')) : NaN;
    },
  };
}
