import type { ComplexAttributeConverter } from 'lit';
import type { FigureText } from '../../i18n/en/figure.js';
import type { Format } from '../../i18n/format.js';

/**
 * Reads what an attribute, a script, a link or the reader gives to a property. A property with this converter is a
 * setting: a value that cannot be used is refused, explained and reported, and the property keeps what it had.
 */
export class Setting<T = unknown> implements ComplexAttributeConverter<string | null> {
  /** The value for a text, or undefined if it cannot be used. Never throws. */
  readonly parse: (given: string) => T | undefined;
  /** Describes the values that can be used, for the end of a sentence. */
  readonly expected: (text: FigureText, format: Format) => string;

  constructor(parse: (given: string) => T | undefined, expected: (text: FigureText, format: Format) => string) {
    this.parse = parse;
    this.expected = expected;
  }

  /** Passes an attribute's text on: the property's accessor parses it as it parses what a script sets. */
  fromAttribute(written: string | null): string | null {
    return written;
  }
}

/** A finite number from `min` to `max`, both included. */
export function number(min: number, max: number): Setting<number> {
  return new Setting(
    (given) => {
      const value = given.trim() ? Number(given) : NaN;
      return value >= min && value <= max ? value : undefined;
    },
    (text, format) => text.range(format.number(min, 4), format.number(max)),
  );
}

/** One of these words. */
export function choice<T extends string>(...choices: readonly T[]): Setting<T> {
  return new Setting(
    (given) => choices.find((word) => word === given),
    (text) => text.oneOf([...new Set(choices)].join(', ')),
  );
}

/** Any text. */
export const words: Setting<string> = new Setting((given) => given, String);

/** True while the attribute is there, unless it says `false`. */
export const flag: Setting<boolean> = new Setting((given) => given !== 'false', String);
