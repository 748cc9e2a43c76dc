import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { figure as german } from '../../src/i18n/de/figure.js';
import { figure as english } from '../../src/i18n/en/figure.js';
import { formatIn } from '../../src/i18n/format.js';

const en = formatIn('en', english);
const de = formatIn('de', german);

describe('format.duration', () => {
  const written: readonly (readonly [number, string])[] = [
    [0, '0 s'],
    [0.0864, '86.4 ms'],
    [0.5, '500 ms'],
    [1, '1 s'],
    [25.92, '25.9 s'],
    [59.9, '59.9 s'],
    [59.99, '1 min'],
    [60, '1 min'],
    [492, '8 min 12 s'],
    [2592, '43 min 12 s'],
    [3599.96, '1 h'],
    [31_536, '8 h 45 min 36 s'],
    [86_399.6, '1 d'],
    [86_400, '1 d'],
    [31_536_000, '365 d'],
    [-90, '−1 min 30 s'],
  ];
  for (const [seconds, shown] of written) {
    it(`writes ${seconds} s as ${shown}`, () => {
      expect(en.duration(seconds)).to.equal(shown);
    });
  }

  it('never shows sixty of a unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (seconds) => {
        expect(en.duration(seconds)).not.to.match(/\b60 (s|min)\b|\b24 h\b|\b1,000 ms\b/);
      }),
      { examples: [[59.95], [3599.95], [86_399.5], [0.9496]] },
    );
  });

  it('says what was measured, to the second and to a tenth below an hour', () => {
    const unit = { d: 86_400, h: 3600, min: 60, s: 1, ms: 0.001 };
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e8, noNaN: true }), (seconds) => {
        const parts = en
          .duration(seconds)
          .replaceAll(',', '')
          .matchAll(/([\d.]+) (d|h|min|s|ms)/g);
        const read = [...parts].reduce((sum, [, n, name]) => sum + Number(n) * unit[name as keyof typeof unit], 0);
        expect(Math.abs(read - seconds)).to.be.at.most(seconds < 3600 ? 0.0501 : 0.5001);
      }),
    );
  });

  it('says something of any number', () => {
    fc.assert(
      fc.property(fc.double(), (seconds) => {
        expect(en.duration(seconds))
          .to.match(/\S/)
          .and.not.to.match(/NaN|Infinity|undefined/);
      }),
    );
  });

  it('writes as the language does', () => {
    expect(de.duration(25.92)).to.equal('25,9 s');
  });
});

describe('format.availability', () => {
  const written: readonly (readonly [number, string])[] = [
    [0, '0 %'],
    [0.5, '50 %'],
    [0.9, '90 %'],
    [0.99, '99 %'],
    [0.999, '99.9 %'],
    [0.9995, '99.95 %'],
    [0.9995 * 0.9999, '99.94 %'],
    [0.999999, '99.9999 %'],
    [1, '100 %'],
  ];
  for (const [ratio, shown] of written) {
    it(`writes ${ratio} as ${shown}`, () => {
      expect(en.availability(ratio)).to.equal(shown);
    });
  }

  it('never rounds an imperfect availability up to 100 %', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1, noNaN: true }), (failing) => {
        expect(en.availability(1 - failing)).not.to.equal('100 %');
      }),
    );
  });
});

describe('format.times', () => {
  it('keeps about three digits', () => {
    expect([1, 1.234, 14.4, 33.333, 1000].map(en.times)).to.deep.equal(['1x', '1.23x', '14.4x', '33.3x', '1,000x']);
    expect(de.times(14.4)).to.equal('14,4×');
  });
});

describe('format.parse', () => {
  it('reads a dot as a decimal sign in English', () => {
    expect(['99.95', '99.999', '.5', '1e3', '-1'].map(en.parse)).to.deep.equal([99.95, 99.999, 0.5, 1000, -1]);
  });

  it('reads a comma as a decimal sign in German, and in English where it groups nothing', () => {
    expect(['99,95', '99,999', '0,5'].map(de.parse)).to.deep.equal([99.95, 99.999, 0.5]);
    expect(en.parse('99,95')).to.equal(99.95);
  });

  it('reads a dot in German where it groups nothing', () => {
    expect(de.parse('99.95')).to.equal(99.95);
  });

  it('leaves out grouping, spaces and the percent sign', () => {
    expect(['1,200', '1,234,567.5', ' 99.9 % ', '1 200'].map(en.parse)).to.deep.equal([1200, 1_234_567.5, 99.9, 1200]);
    expect(['1.200', '1.234.567,5', '99,9 %'].map(de.parse)).to.deep.equal([1200, 1_234_567.5, 99.9]);
  });

  it('is NaN for what is no number', () => {
    for (const typed of ['', ' ', 'abc', '%', '1.2.3', '--1', '1,2,3']) {
      expect(Number.isNaN(en.parse(typed)), typed).to.equal(true);
      expect(Number.isNaN(de.parse(typed)), typed).to.equal(true);
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(en.parse(typed)).to.be.a('number');
      }),
    );
  });

  for (const [name, format] of Object.entries({ English: en, German: de })) {
    it(`reads back what it writes in ${name}`, () => {
      fc.assert(
        fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (value) => {
          expect(format.parse(format.number(value, 6))).to.be.closeTo(value, 5.1e-7 + value * 1e-15);
        }),
        { examples: [[99.95], [99.999], [1200], [1234.567], [1_234_567], [0.125], [0.002_78]] },
      );
    });
  }
});
