import { expect } from '@open-wc/testing';
import fc from 'fast-check';

export const HOUR = 3600;
export const DAY: number = 24 * HOUR;

export const ratio: fc.Arbitrary<number> = fc.double({ min: 0, max: 1, noNaN: true });

/** Any double, and more often than not an awkward one. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, 0.999, NaN, Infinity, -Infinity, 1e308, 5e-324),
);

/** Names that people type into the wrong field, and those that break out of quotes. */
export const hostileStrings: readonly string[] = [
  '',
  ' ',
  '"',
  "'",
  '\\',
  '"quoted" and \'quoted\'',
  'a: b',
  'a #b',
  '# no comment',
  '- a',
  '---',
  '...',
  '{{ $labels.job }}',
  '{{',
  '}}',
  '{{{{',
  '{{{',
  '{{/* ',
  'two\nlines',
  'two\r\nlines',
  '\n',
  'ends\n',
  ' starts',
  'a\n\nb',
  'a\n  \nb',
  'a\n  b\n c',
  '\ttab',
  'true',
  'No',
  'null',
  '~',
  '0',
  '1e3',
  '0x1f',
  '1:30',
  '.inf',
  '2024-01-01',
  '5m',
  '&anchor',
  '*alias',
  '!tag',
  '%x',
  '@x',
  '`x`',
  '|',
  '>',
  '=',
  '<<',
  '[a, b]',
  '{a: b}',
  'Bestellübersicht',
  '注文サービス',
  '🛒👩‍👩‍👧',
  '\u0000\u0007\u001b\u007f',
  '\u0085\u00a0\u2028\u2029\ufeff',
  '\ud800',
  '\ufffe\uffff',
  'x'.repeat(3000),
  '"} or vector(1) #',
  '$& $1 $$',
];

export const hostileString: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileStrings),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom('a', ' ', '\n', '"', "'", ':', '#', '{', '}', '\\', '-', '\t', '1')).map((c) => c.join('')),
);

export function close(actual: number, expected: number): void {
  expect(actual).to.be.closeTo(expected, Math.abs(expected) * 1e-9);
}

export function constant(length: number, value: number): number[] {
  return Array.from({ length }, () => value);
}
