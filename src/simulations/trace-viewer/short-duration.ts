/** Writes durations in the unit that fits: `344 µs`, `12.3 ms`, `2.14 s`, `1 h 0 min 5 s`, `7 d`. */
export type ShortDuration = (ms: number) => string;

/** How a language writes so many of a unit. */
type Unit = (n: string) => string;

interface Units {
  readonly microsecond: Unit;
  readonly millisecond: Unit;
  readonly second: Unit;
  readonly minute: Unit;
  readonly hour: Unit;
  readonly day: Unit;
}

/** From here on, three digits would be minutes. */
const MINUTE_MS = 59_950;
const DAY_SECONDS = 86_400;

/**
 * Three digits below a minute; whole seconds up to a day, and whole minutes above. The words are the catalogue's. One
 * formatter for all, for making one takes longer than a row.
 */
export function shortDuration(language: string, text: Units): ShortDuration {
  const digits = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const whole = new Intl.NumberFormat(language);
  const parts = [
    [DAY_SECONDS, text.day],
    [3600, text.hour],
    [60, text.minute],
    [1, text.second],
  ] as const;

  function long(seconds: number): string {
    const step = seconds < DAY_SECONDS ? 1 : 60;
    let rest = Math.round(seconds / step) * step;
    const written: string[] = [];
    for (const [unit, write] of parts) {
      const count = Math.floor(rest / unit);
      rest -= count * unit;
      // `1 h 0 min 5 s`, but `7 d`: a zero is written only between others.
      if (count > 0 || (written.length > 0 && rest > 0)) written.push(write(whole.format(count)));
      if (rest === 0) break;
    }
    return written.join(' ');
  }

  return (ms) => {
    const size = Math.abs(ms);
    const sign = ms < 0 ? '−' : '';
    if (size >= MINUTE_MS) return sign + long(size / 1000);
    if (size >= 999.5) return sign + text.second(digits.format(size / 1000));
    if (size >= 0.9995 || size === 0) return sign + text.millisecond(digits.format(size));
    return sign + text.microsecond(digits.format(size * 1000));
  };
}
