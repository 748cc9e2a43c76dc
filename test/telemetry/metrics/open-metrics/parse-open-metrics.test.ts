import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { parseOpenMetrics, writeOpenMetrics, type OpenMetricsFamily } from '../../../../src/telemetry/index.js';
import reference from '../../../reference/openmetrics_parser.json';
import { hostileString } from '../arbitraries.js';

function families(text: string): OpenMetricsFamily[] {
  const result = parseOpenMetrics(text);
  if (!result.ok) throw new Error(`line ${result.line}: ${result.message}`);
  return result.families;
}

function firstSample(line: string) {
  return families(`${line}\n# EOF\n`)[0]!.samples[0]!;
}

describe('parseOpenMetrics', () => {
  for (const { name, text, should_parse: isValid } of reference.cases) {
    it(`${isValid ? 'reads' : 'refuses'} ${name}`, () => {
      const result = parseOpenMetrics(text);
      expect(result.ok, JSON.stringify(result)).to.equal(isValid);
      if (!result.ok) {
        expect(result.line).to.be.within(1, text.split('\n').length);
        expect(result.message).to.match(/^.+\.$/s);
      }
    });
  }

  it('gives back the families and samples of a text', () => {
    const text = [
      '# TYPE http_seconds histogram',
      '# UNIT http_seconds seconds',
      '# HELP http_seconds How long it took.',
      'http_seconds_bucket{route="/cart",le="0.5"} 2 10.5 # {trace_id="abc"} 0.43 10.25',
      'http_seconds_bucket{route="/cart",le="+Inf"} 3 10.5',
      '# TYPE up unknown',
      'up NaN',
      '# EOF',
    ].join('\n');
    const route = ['route', '/cart'] as const;
    expect(families(text)).to.deep.equal([
      {
        name: 'http_seconds',
        type: 'histogram',
        unit: 'seconds',
        help: 'How long it took.',
        samples: [
          {
            name: 'http_seconds_bucket',
            labels: new Map([route, ['le', '0.5']]),
            value: 2,
            timestamp: 10.5,
            exemplar: { labels: new Map([['trace_id', 'abc']]), value: 0.43, timestamp: 10.25 },
          },
          { name: 'http_seconds_bucket', labels: new Map([route, ['le', '+Inf']]), value: 3, timestamp: 10.5 },
        ],
      },
      { name: 'up', type: 'unknown', unit: '', help: '', samples: [{ name: 'up', labels: new Map(), value: NaN }] },
    ]);
  });

  it('keeps a backslash before what needs none', () => {
    expect(firstSample('a{b="\\z\\\\\\n\\""} 1').labels.get('b')).to.equal('\\z\\\n"');
  });

  it('reads any number the format has', () => {
    for (const [text, value] of [
      ['1', 1],
      ['.5', 0.5],
      ['5.', 5],
      ['+1E3', 1000],
      ['-inf', -Infinity],
      ['+Infinity', Infinity],
      ['nan', NaN],
    ] as const) {
      expect(firstSample(`a ${text}`).value, text).to.deep.equal(value);
    }
  });

  it('says at which line and why', () => {
    const wrong: [text: string, line: number, message: RegExp][] = [
      ['', 1, /# EOF/],
      ['a 1\n', 2, /# EOF/],
      ['a 1\na 1\n# EOF\n', 2, /twice/],
      ['a 1\nb 1\na{x="1"} 1\n# EOF\n', 3, /two pieces/],
      ['a 1\n# EOF\n\n', 3, /follow/],
      ['# TYPE a histogram\na_bucket{le="1"} 1\n# EOF\n', 2, /\+Inf/],
      ['# TYPE a histogram\na_bucket{le="1"} 1 # {} 2\na_bucket{le="+Inf"} 1\n# EOF\n', 2, /above its bucket/],
      ['# TYPE a histogram\na_bucket{le="+Inf"} 0.5\n# EOF\n', 2, /whole/],
      ['a{__name__="b"} 1\n# EOF\n', 1, /name of a label/],
      ['\ufeffa 1\n# EOF\n', 1, /name of a metric/],
      ['a 1\r\n# EOF\r\n', 1, /not a number/],
      [`${'x'.repeat(1e5)}- 1\n# EOF\n`, 1, /^.{1,120}$/],
    ];
    for (const [text, line, message] of wrong) {
      const result = parseOpenMetrics(text);
      expect(result, JSON.stringify(text)).to.include({ ok: false, line });
      if (!result.ok) expect(result.message).to.match(message);
    }
  });

  it('never throws, whatever it is given', () => {
    const pieces = [
      '# TYPE a ',
      '# HELP a ',
      '# UNIT a_s s',
      'histogram',
      'counter',
      'a_bucket',
      'a_total',
      'a',
      '# EOF',
    ];
    const marks = ['{', '}', '"', ',', '=', ' ', '\n', '1', 'NaN', ' # ', '\\', '\r', '💥', '\0'];
    const piece = fc.constantFrom(...pieces, ...marks, '{le="+Inf"}', '{b="c"} 1');
    const soup = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, hostileString), (text) => {
        expect(parseOpenMetrics(text).ok).to.be.a('boolean');
        expect(parseOpenMetrics(`${text}\n# EOF\n`).ok).to.be.a('boolean');
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws on a valid text with one character changed, removed or added', () => {
    const valid = reference.cases.filter((some) => some.should_parse).map(({ text }) => text);
    const change = fc.constantFrom('', ' ', '\n', '"', '{', '}', '#', '\\', '1', 'a');
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(), fc.nat(1), change, (text, place, removed, added) => {
        const at = place % text.length;
        expect(parseOpenMetrics(text.slice(0, at) + added + text.slice(at + removed)).ok).to.be.a('boolean');
      }),
      { numRuns: 2000 },
    );
  });

  it('gives back what it read, once written', () => {
    for (const { text, should_parse: isValid } of reference.cases) {
      if (!isValid) continue;
      const read = families(text);
      expect(families(writeOpenMetrics(read))).to.deep.equal(read);
    }
  });

  it('comes to an end on texts made to be slow', () => {
    const long = 200_000;
    for (const text of [
      `a{b="${'\\'.repeat(long)}`,
      `a{${'b="",'.repeat(long)}`,
      `a ${'1'.repeat(long)}x`,
      `a ${'1e'.repeat(long)}`,
      `${'{'.repeat(long)}`,
      `# HELP a ${'\\'.repeat(long)}`,
      `a 1${' # '.repeat(long)}`,
      'a 1\n'.repeat(long),
      Array.from({ length: long }, (_, i) => `a{b="${i}"} 1 ${i}`).join('\n'),
    ]) {
      expect(parseOpenMetrics(text).ok).to.equal(false);
    }
  });
});
