import type { FigureText } from '../../i18n/en/figure.js';
import type { Format } from '../../i18n/format.js';

/** What an attribute, a property, a link and the reader can give a value to. */
export interface Setting<T = unknown> {
  /** What it is while nobody says anything. */
  readonly initial: T;
  /** The value for what was given, or undefined where that cannot be used. Never throws. */
  readonly parse: (given: string) => T | undefined;
  /** What can be used, in words. */
  readonly expected: (text: FigureText, format: Format) => string;
}

/** Settings by the names of their properties. */
export type Settings = Readonly<Record<string, Setting>>;

/** A finite number from `min` to `max`. */
export function number(initial: number, min: number, max: number): Setting<number> {
  return {
    initial,
    parse(given) {
      const value = given.trim() ? Number(given) : NaN;
      return value >= min && value <= max ? value : undefined;
    },
    expected: (text, format) => text.range(format.number(min, 4), format.number(max)),
  };
}

/** One of a few words; the first where nothing is said. */
export function choice<T extends string>(...words: readonly [T, ...T[]]): Setting<T> {
  return {
    initial: words[0],
    parse: (given) => words.find((word) => word === given),
    expected: (text) => text.oneOf([...new Set(words)].join(', ')),
  };
}

/** Any text. */
export function words(initial: string): Setting<string> {
  return { initial, parse: (given) => given, expected: String };
}

/** True when the attribute is there. */
export const flag: Setting<boolean> = { initial: false, parse: (given) => given !== 'false', expected: String };
