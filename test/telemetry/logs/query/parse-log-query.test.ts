import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { parseLogQuery } from '../../../../src/telemetry/logs/index.js';
import reference from '../../../reference/log_query.json';
import { query, tree } from '../log-queries.js';

describe('parseLogQuery', () => {
  for (const { q, ast } of reference.parse_vectors_ours) {
    it(`reads ${q}`, () => {
      expect(tree(query(q))).to.deep.equal(ast);
    });
  }

  const trees: Readonly<Record<string, unknown>> = {
    'a=1 or not b=2 and c=3': ['or', ['=', 'a', 1], ['and', ['not', ['=', 'b', 2]], ['=', 'c', 3]]],
    '(a=1 OR b=2) c=3': ['and', ['or', ['=', 'a', 1], ['=', 'b', 2]], ['=', 'c', 3]],
    'a=1, b=2': ['and', ['=', 'a', 1], ['=', 'b', 2]],
    '-a=1 !b=2 !(c=3 d=4)': [
      'and',
      ['not', ['=', 'a', 1]],
      ['not', ['=', 'b', 2]],
      ['not', ['and', ['=', 'c', 3], ['=', 'd', 4]]],
    ],
    'NOT NOT a=1': ['=', 'a', 1],
    'a==1 b:2 c:>3 d != 4': ['and', ['=', 'a', 1], ['=', 'b', 2], ['>', 'c', 3], ['!=', 'd', 4]],
    'a in (1, "b c",d)': ['in', 'a', ['1', 'b c', 'd']],
    'a NOT IN (1)': ['not', ['in', 'a', ['1']]],
    '@http.route=/api/pay': ['=', 'http.route', '/api/pay'],
    'x-id=-5 "my field"=1': ['and', ['=', 'x-id', -5], ['=', 'my field', 1]],
    'time>=2026-01-01T00:00:00Z': ['>=', 'time', '2026-01-01T00:00:00Z'],
    'ip=10.0.0.0/8 size<42kB took>500ms': [
      'and',
      ['=', 'ip', '10.0.0.0/8'],
      ['<', 'size', '42kB'],
      ['>', 'took', '500ms'],
    ],
    'timeout "payment failed" 12:30': ['and', ['text', 'timeout'], ['text', 'payment failed'], ['text', '12:30']],
    'android orders nothing': ['and', ['text', 'android'], ['text', 'orders'], ['text', 'nothing']],
    'a="say \\"hi\\" \\\\ \\d" b=`c:\\dir`': ['and', ['=', 'a', 'say "hi" \\ \\d'], ['=', 'b', 'c:\\dir']],
    'msg=~"^a(b|c)+$" msg!~x.y': ['and', ['=~', 'msg', '^a(b|c)+$'], ['!~', 'msg', 'x.y']],
    'a=""': ['=', 'a', ''],
    '  ': ['and'],
    'http://shop.test/pay?a=b': ['text', 'http://shop.test/pay?a=b'],
    'fe80::1': ['text', 'fe80::1'],
    'url=https://a.test/b:8080': ['=', 'url', 'https://a.test/b:8080'],
    'fn=foo(1, 2) x=1': ['and', ['=', 'fn', 'foo(1, 2)'], ['=', 'x', 1]],
    'main()': ['text', 'main()'],
    'status:[500 TO 599]': ['and', ['>=', 'status', 500], ['<=', 'status', 599]],
    'status:[500 TO *]': ['>=', 'status', 500],
    'at:{2024-01-01 TO 2024-02-01}': ['and', ['>', 'at', '2024-01-01'], ['<', 'at', '2024-02-01']],
    'status:(500 OR 502) _exists_:user': [
      'and',
      ['or', ['=', 'status', 500], ['=', 'status', 502]],
      ['=', 'user', '*'],
    ],
    'path:/pay.*/': ['=~', 'path', '^(?:pay.*)$'],
    '{app="shop", level=~"warn|error"} |= "GET" != `x` | json | status>=500': [
      'and',
      ['=', 'app', 'shop'],
      ['=~', 'level', 'warn|error'],
      ['text', 'GET'],
      ['not', ['text', 'x']],
      ['>=', 'status', 500],
    ],
    "SELECT a, b FROM logs WHERE level = 'error' AND took <> 5": ['and', ['=', 'level', 'error'], ['!=', 'took', 5]],
    "user IS NOT NULL AND path LIKE '/api%'": ['and', ['=', 'user', '*'], ['=', 'path', '/api*']],
    'a BETWEEN 1 AND 5': ['and', ['>=', 'a', 1], ['<=', 'a', 5]],
    'a=1 && b=2 || c=3': ['or', ['and', ['=', 'a', 1], ['=', 'b', 2]], ['=', 'c', 3]],
    'logs | where a == 1': ['=', 'a', 1],
  };
  for (const [text, expected] of Object.entries(trees)) {
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(tree(query(text))).to.deep.equal(expected);
    });
  }

  const wrong: [text: string, column: number, expected: string][] = [
    ['a=1 AND', 8, 'a field'],
    ['a=1 AND OR b=2', 9, 'a field'],
    ['a=', 3, 'a value'],
    ['a>  )', 5, 'a value'],
    ['(a=1 b=2', 9, ')'],
    ['a=1)', 4, 'AND'],
    ['()', 2, 'a text'],
    ['=5', 1, 'a field'],
    ['a=1 !=2', 5, 'a field'],
    ['a in (1', 8, ','],
    ['a in ()', 7, 'a value'],
    ['a=1 b="open', 7, '"'],
    ['NOT', 4, 'NOT'],
    ['a=1,', 5, 'a field'],
    ['a=~"(b"', 4, 'a regular expression'],
    ['a=~b(c)', 4, '"'],
    ['a=b==c', 4, 'AND'],
    ['a:[1 2]', 3, '[1 TO 5]'],
    ['{a="b"} |~ "x"', 9, '|='],
    ['{a="b"', 7, '}'],
    ['a IS 5', 6, 'NULL'],
  ];
  for (const [text, column, expected] of wrong) {
    it(`says that ${text} is wrong at column ${column}, where ${expected} can stand`, () => {
      const result = parseLogQuery(text);
      expect(result).to.include({ ok: false, column });
      if (result.ok) return;
      expect(result.expected).to.include(expected);
      expect(result.message).to.match(/^[A-Z].*\.$/);
    });
  }

  it('gives plain data, which a worker can be sent', () => {
    const parsed = query('(a=1 OR b in (2)) -c=~"d" text');
    expect(structuredClone(parsed)).to.deep.equal(parsed);
  });

  it('comes to an end on queries made to break it', () => {
    const long = 100_000;
    for (const text of [
      '('.repeat(long),
      `${'('.repeat(long)}a=1${')'.repeat(long)}`,
      `${'NOT '.repeat(long)}a=1`,
      `${'!'.repeat(long)}a=1`,
      `${'-('.repeat(long)}a`,
      `a=${'x'.repeat(long)}`,
      `a="${'\\'.repeat(long)}`,
      `a in (${'1,'.repeat(long)}2)`,
      `a${' '.repeat(long)}=1`,
      `${'not '.repeat(long)}in (`,
      'a=1 OR '.repeat(long),
      'x'.repeat(2_000_000),
    ]) {
      expect(parseLogQuery(text).ok).to.be.a('boolean');
    }
    expect(tree(query(`${'NOT '.repeat(long)}a=1`))).to.deep.equal(['=', 'a', 1]);
    expect(tree(query(`${'('.repeat(100)}a=1${')'.repeat(100)}`))).to.deep.equal(['=', 'a', 1]);
  });

  it('never throws, and points into the query or one past its end', () => {
    const piece = fc.constantFrom(
      'a',
      'level',
      '=',
      '!=',
      '=~',
      '>',
      ':',
      '(',
      ')',
      ',',
      ' ',
      '"',
      "'",
      '\\',
      '*',
      '-',
      '!',
      '.',
      '@',
      ' AND ',
      ' or ',
      'NOT ',
      ' in ',
      '10.0.0.0/8',
      '500ms',
      '\n',
      '💥',
      '\ud800',
      '\0',
      '[',
      '{2}',
      '|',
    );
    const soup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const result = parseLogQuery(text);
        if (!result.ok) expect(result.column).to.be.within(1, text.length + 1);
      }),
      { numRuns: 5000 },
    );
  });
});
