import type { FigureText } from './en/figure.js';

/** Writes numbers, shares and durations as a language does. */
export interface Format {
  /** At most `digits` decimals, grouped. */
  number(value: number, digits?: number): string;
  /** A ratio as a percentage; `digits` decimals at most. */
  percent(ratio: number, digits?: number): string;
  /** A multiple, such as a burn rate: two decimals below 100. */
  times(factor: number): string;
  /** An availability, with as many decimals as its nines ask for: 0.99940005 is `99.94 %`. */
  availability(ratio: number): string;
  /** Seconds as `8 h 45 min 36 s`: to the second, and to a tenth below an hour. */
  duration(seconds: number): string;
  /** The number that a reader typed, in this language's way or with a dot; NaN where it is none. */
  parse(text: string): number;
}

const DAY = 86_400;

export function formatIn(language: string, text: FigureText): Format {
  const number = (value: number, digits = 0): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value === 0 ? 0 : value);
  const percent = (ratio: number, digits = 0): string => text.percent(number(ratio * 100, digits));
  const decimalSign = number(1.5, 1).charAt(1);

  /** Rounded to what is shown before it is split, so that 59.99 s becomes 1 min and not 60 s. */
  function duration(seconds: number): string {
    if (seconds < 0) return `−${duration(-seconds)}`;
    if (seconds > 0 && seconds < 0.9995) return text.millisecond(number(seconds * 1000, seconds < 0.01 ? 2 : 1));
    const tenths = seconds < 3600 ? 10 : 1;
    let rest = Math.round(seconds * tenths) / tenths;
    const parts: string[] = [];
    for (const [unit, write] of [
      [DAY, text.day],
      [3600, text.hour],
      [60, text.minute],
    ] as const) {
      const whole = Math.floor(rest / unit);
      rest -= whole * unit;
      if (whole) parts.push(write(number(whole)));
    }
    if (rest >= 0.05 || parts.length === 0) parts.push(text.second(number(rest, 1)));
    return parts.join(' ');
  }

  return {
    number,
    percent,
    times: (factor) => text.times(number(factor, factor < 100 ? 2 : 0)),
    availability: (ratio) => percent(ratio, ratio < 1 ? Math.max(0, Math.ceil(-Math.log10(1 - ratio)) - 1) : 0),
    duration,
    parse(typed) {
      const bare = typed.replace(/[\s%−]/g, (sign) => (sign === '−' ? '-' : ''));
      // `1,200` is grouped, `99,95` is not: a sign before other than three digits is a decimal sign in any language.
      const grouped = decimalSign === ',' ? /\.(?=\d{3}(\D|$))/g : /,(?=\d{3}(\D|$))/g;
      const plain = bare.replace(grouped, '').replace(',', '.');
      return plain ? Number(plain) : NaN;
    },
  };
}
