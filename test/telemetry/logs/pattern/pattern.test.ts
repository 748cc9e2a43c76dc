import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { compilePattern } from '../../../../src/telemetry/logs/pattern/pattern.js';

function test(pattern: string, text: string): boolean {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) throw new Error(`${pattern}: ${compiled.message}`);
  return compiled.test(text);
}

/** Regular expressions of what both machines know, small enough for the one that goes back. */
const patterns: fc.Arbitrary<string> = fc.letrec<{ choice: string; sequence: string; atom: string }>((tie) => ({
  choice: fc.array(tie('sequence'), { minLength: 1, maxLength: 2 }).map((parts) => parts.join('|')),
  sequence: fc
    .array(fc.tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?')), {
      maxLength: 3,
    })
    .map((parts) => parts.map((part) => part.join('')).join('')),
  atom: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\W', '\\s', '[a-c1-3]', '\\.', '[\\w-]', '💥', '[^\\d.]'),
    tie('choice').map((choice) => `(${choice})`),
    tie('choice').map((choice) => `(?:${choice})`),
  ),
})).choice;

describe('compilePattern', () => {
  it('agrees with the language’s own regular expressions, and with RE2', () => {
    // Short, for the one of the language goes back.
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '1', ' ', '.', '-', '_', '\n', '💥', 'é'), { maxLength: 7 })
      .map((all) => all.join(''));
    const anchored = fc.tuple(fc.constantFrom('', '^', '\\b'), patterns, fc.constantFrom('', '$', '\\b', '\\B'));
    fc.assert(
      fc.property(anchored, text, ([start, inner, end], subject) => {
        const pattern = `${start}(?:${inner})${end}`;
        const found = test(pattern, subject);
        expect(RE2JS.compile(pattern).matcher(subject).find(), pattern).to.equal(found);
        // Node's own look for \b and \B between the halves of a character, too.
        if (subject.includes('💥') && /\\b/i.test(pattern)) return;
        expect(new RegExp(pattern, 'u').test(subject), pattern).to.equal(found);
      }),
      { numRuns: 4000 },
    );
  });

  it('ignores case after (?i)', () => {
    expect(test('(?i)héllo [A-C]', 'HÉLLO b')).to.equal(true);
    expect(test('(?i)[^a]', 'A')).to.equal(false);
    expect(test('hello', 'HELLO')).to.equal(false);
  });

  it('says why it refuses', () => {
    for (const [pattern, message] of [
      ['(a)\\1', /Backreferences/],
      ['(?=a)', /Lookahead/],
      ['(?<!a)b', /Lookahead/],
      ['(a', /closed/],
      ['a)', /opening/],
      ['[a', /closed/],
      ['[z-a]', /order/],
      ['*a', /nothing before/],
      ['a**', /in a row/],
      ['a{3,2}', /order/],
      ['a{1001}', /at most/],
      ['((a{100}){100}){100}', /too long/],
      ['(){1000}'.repeat(100), /too long/],
      ['\\pL', /not available/],
      ['a\\', /backslash/],
      ['('.repeat(100_000), /deeply/],
    ] as const) {
      const compiled = compilePattern(pattern);
      expect(compiled.ok, pattern.slice(0, 30)).to.equal(false);
      if (!compiled.ok) expect(compiled.message).to.match(message);
    }
  });

  it('comes to an end where one that goes back would not', () => {
    const text = `${'a'.repeat(50_000)}!`;
    for (const pattern of [
      '^(a+)+$',
      '^(a|a)*$',
      '^(a|aa)+$',
      '(.*)*x',
      '.*.*.*.*=.*',
      '^(\\w+\\s?)*$',
      '(?:a?){30}a{30}$',
    ]) {
      expect(test(pattern, text), pattern).to.equal(false);
    }
  });

  it('never throws', () => {
    const piece = fc.constantFrom(...'ab.*+?|()[]{}^$\\-,12dwsbxu:<=!'.split(''), '(?:', '(?i)', '💥', '\ud800');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.string({ unit: 'binary' }), (pieces, text) => {
        const compiled = compilePattern(pieces.join(''));
        if (compiled.ok) expect(compiled.test(text)).to.be.a('boolean');
      }),
      { numRuns: 5000 },
    );
  });
});
