import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { parseTextSearch, TextLines } from '../../../../src/simulations/log-search/panes/text-lines.model.js';
import { patternEffort } from '../../../../src/telemetry/logs/index.js';
import { finished } from '../corpora.js';

function linesOf(texts: readonly string[]): TextLines {
  const lines = new TextLines();
  for (const text of texts) lines.add(text);
  lines.finish();
  return lines;
}

function found(lines: TextLines, wanted: string): number[] {
  const parsed = parseTextSearch(wanted);
  if (!parsed.ok) throw new Error(parsed.message);
  return finished(lines.searching(parsed.search));
}

const piece = fc.constantFrom('a', 'b', 'ab', '500', ' ', '\u00e4', '\u{1f600}', '', '.', '$5.00');
const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

describe('TextLines', () => {
  it('finds in the lines what includes finds', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), line, (texts, wanted) => {
        if (/^\/.+\/i?$/.test(wanted)) return;
        const expected = texts.flatMap((text, row) => (text.includes(wanted) ? [row] : []));
        expect(found(linesOf(texts), wanted)).to.deep.equal(expected);
      }),
    );
  });

  it('finds the same across the pieces it keeps the lines in', () => {
    const texts = Array.from({ length: 2000 }, (_, row) => `line ${row} of 2000`);
    const lines = linesOf(texts);
    expect(found(lines, '511 ')).to.deep.equal([511, 1511]);
    expect(found(lines, '/^line (511|512|1023|1024|1999) /')).to.deep.equal([511, 512, 1023, 1024, 1999]);
    expect(found(lines, '')).to.have.length(2000);
    for (const row of [0, 511, 512, 1999]) expect(lines.line(row)).to.equal(texts[row]);
    expect(lines.line(2000)).to.equal('');
    expect(lines.size).to.equal(2000);
  });

  it('finds nothing that reaches from one line into the next', () => {
    const lines = linesOf(['ab', 'cd', 'ab']);
    expect(found(lines, 'b\nc')).to.deep.equal([]);
    expect(found(lines, 'ab\n')).to.deep.equal([]);
    expect(found(lines, 'ab')).to.deep.equal([0, 2]);
  });

  it('matches a regular expression as JavaScript does', () => {
    const texts = ['ERROR payment 5021 ms', 'INFO payment 12 ms', 'error PAYMENT 7000 ms', ''];
    for (const source of ['payment \\d{4}', '^ERROR', '[5-9]\\d{3} ms$', 'p.*t', '^$']) {
      for (const flags of ['', 'i']) {
        const expected = texts.flatMap((text, row) => (new RegExp(source, flags).test(text) ? [row] : []));
        expect(found(linesOf(texts), `/${source}/${flags}`), source + flags).to.deep.equal(expected);
      }
    }
  });

  it('takes what is not between slashes for text', () => {
    expect(found(linesOf(['/api/x', '(', 'a.b']), '/api')).to.deep.equal([0]);
    expect(found(linesOf(['/api/x', '(', 'a.b']), '(')).to.deep.equal([1]);
    expect(found(linesOf(['acb', 'a.b']), 'a.b')).to.deep.equal([1]);
  });

  it('says why something between slashes is no regular expression', () => {
    const parsed = parseTextSearch('/(a/');
    expect(parsed.ok).to.equal(false);
    expect(parsed.ok ? '' : parsed.message).to.contain('parenthesis');
    expect(parseTextSearch('/(a)\\1/').ok).to.equal(false);
  });

  it('pauses between the lines of a pattern by the steps it takes', () => {
    const lines = linesOf(Array.from({ length: 2000 }, (_, row) => `${'ab'.repeat(50)}${row}`));
    const parsed = parseTextSearch('/a.{40}b.{40}[0-9]{1,30}!/');
    if (!parsed.ok) throw new Error(parsed.message);
    const steps = lines.searching(parsed.search);
    let most = 0;
    for (let before = patternEffort.steps; !steps.next().done; before = patternEffort.steps) {
      most = Math.max(most, patternEffort.steps - before);
    }
    expect(most).to.be.above(0);
    expect(most).to.be.below(60_000);
  });

  it('pauses at least once in 512 lines of text', () => {
    const lines = linesOf(Array.from({ length: 5120 }, () => 'x'));
    const steps = lines.searching({ text: 'x' });
    let pauses = 0;
    while (!steps.next().done) pauses++;
    expect(pauses).to.be.at.least(10);
  });

  it('says what it takes', () => {
    expect(linesOf(['abc', 'de']).bytes).to.equal(3 + 1 + 2 + 2 * 4);
  });
});
