/** Writes durations to three digits, in the unit that fits: `344 µs`, `12.3 ms`, `2.14 s`. */
export type ShortDuration = (ms: number) => string;

/** The words are the catalogue's. One formatter for all, for making one takes longer than a row. */
export function shortDuration(
  language: string,
  text: {
    readonly microsecond: (n: string) => string;
    readonly millisecond: (n: string) => string;
    readonly second: (n: string) => string;
  },
): ShortDuration {
  const digits = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  return (ms) => {
    const size = Math.abs(ms);
    const sign = ms < 0 ? '−' : '';
    if (size >= 999.5) return sign + text.second(digits.format(size / 1000));
    if (size >= 0.9995 || size === 0) return sign + text.millisecond(digits.format(size));
    return sign + text.microsecond(digits.format(size * 1000));
  };
}
