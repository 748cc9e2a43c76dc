import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { parse, parseDocument } from 'yaml';
import { decimal } from '../../../src/slo/index.js';
import { toYaml, yamlFile, type Yaml } from '../../../src/slo/export/yaml.js';
import { hostileString, hostileStrings } from '../arbitraries.js';

const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

describe('toYaml', () => {
  for (const version of ['1.1', '1.2'] as const) {
    it(`gives back every string under YAML ${version}`, () => {
      for (const text of hostileStrings) {
        const value = { key: text, list: [text, { first: text, second: [text] }] };
        const good = wellFormed(text);
        expect(parse(toYaml(value), { version }), JSON.stringify(text)).to.deep.equal({
          key: good,
          list: [good, { first: good, second: [good] }],
        });
      }
      fc.assert(
        fc.property(hostileString, (text) => {
          expect(parse(toYaml({ key: text }), { version })).to.deep.equal({ key: wellFormed(text) });
        }),
        { numRuns: 1000 },
      );
    });
  }

  for (const version of ['1.1', '1.2'] as const) {
    it(`gives back any structure under YAML ${version}`, () => {
      const { value } = fc.letrec<{ value: Yaml }>((tie) => ({
        value: fc.oneof(
          { maxDepth: 3 },
          fc.string(),
          fc.integer(),
          fc.boolean(),
          fc.array(tie('value'), { maxLength: 3 }),
          fc.dictionary(fc.stringMatching(/^[a-z]{1,8}_$/), tie('value'), {
            minKeys: 1,
            maxKeys: 3,
            noNullPrototype: true,
          }),
        ),
      }));
      fc.assert(
        fc.property(value, (some) => {
          expect(parse(toYaml({ some }), { version })).to.deep.equal({ some });
        }),
      );
    });

    it(`gives back numbers as numbers, without dust or exponent, under YAML ${version}`, () => {
      expect(toYaml([1e-7, 0.1 + 0.2, 99.9 / 100, 1e21])).to.equal(
        '\n- 0.0000001\n- 0.3\n- 0.999\n- 1000000000000000000000',
      );
      fc.assert(
        fc.property(fc.double({ min: 1e-5, max: 1e9, noNaN: true }), (some) => {
          expect(parse(toYaml({ some }), { version })).to.deep.equal({ some: Number(some.toPrecision(15)) });
        }),
      );
    });
  }

  it('is plain to the eye', () => {
    expect(toYaml({ a: 'sum(rate(x{job="y"}[5m]))', b: 'one\ntwo', c: [{ d: true, e: 0.001 }], f: [] })).to.equal(
      `\na: 'sum(rate(x{job="y"}[5m]))'\nb: "one\\ntwo"\nc:\n  - d: true\n    e: 0.001\nf: []`,
    );
  });

  it('leaves out what is undefined', () => {
    expect(toYaml({ a: undefined, b: 1 })).to.equal('\nb: 1');
  });
});

describe('yamlFile', () => {
  it('keeps comments comments', () => {
    fc.assert(
      fc.property(fc.array(hostileString), (comments) => {
        const document = parseDocument(yamlFile(comments, { a: 1 }));
        expect(document.errors).to.deep.equal([]);
        expect(document.toJS()).to.deep.equal({ a: 1 });
      }),
    );
  });

  it('is a file of comments where there is no document', () => {
    expect(yamlFile(['one', 'two\nlines'])).to.equal('# one\n# two lines\n');
  });
});

describe('decimal', () => {
  it('has no exponent and no dust', () => {
    expect(
      [14.4 * 0.001, 9.999999999998899e-4, 1e-7, 100, 0, 1234567.5, -0.1, 0.1 + 0.2, 1e21].map((x) => decimal(x)),
    ).to.deep.equal(['0.0144', '0.001', '0.0000001', '100', '0', '1234567.5', '-0.1', '0.3', '1000000000000000000000']);
  });

  it('keeps twenty decimals', () => {
    expect([1.44e-8, 1.44e-15, 1e-20, 1.44e-20, 1e-21].map((x) => decimal(x))).to.deep.equal([
      '0.0000000144',
      '0.00000000000000144',
      '0.00000000000000000001',
      '0.00000000000000000001',
      '0',
    ]);
  });

  it('is the number again to twelve digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 1e12, noNaN: true }), (value) => {
        expect(decimal(value)).to.match(/^\d+(\.\d*[1-9])?$/);
        expect(Number(decimal(value))).to.be.closeTo(value, value * 1e-11);
      }),
    );
  });
});
