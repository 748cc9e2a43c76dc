import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { choice, flag, number, words } from '../../../src/ui/element/settings.js';

describe('number', () => {
  const setting = number(1, 10);

  it('takes finite numbers within its limits', () => {
    expect(['1', '10', ' 2.5 ', '1e1'].map((given) => setting.parse(given))).to.deep.equal([1, 10, 2.5, 10]);
  });

  it('refuses all else', () => {
    for (const given of ['', ' ', 'abc', '-1', '0', '10.1', '1e309', '-1e309', 'NaN', 'Infinity', '1,5', '5px']) {
      expect(setting.parse(given), given).to.equal(undefined);
    }
  });

  it('gives nothing outside its limits, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String)), (given) => {
        const value = setting.parse(given);
        expect(value === undefined || (value >= 1 && value <= 10)).to.equal(true);
      }),
    );
  });
});

describe('choice', () => {
  const setting = choice('auto', 'light', 'dark');

  it('takes its own words only', () => {
    expect(['auto', 'light', 'dark'].map((given) => setting.parse(given))).to.deep.equal(['auto', 'light', 'dark']);
    for (const given of ['', 'Auto', 'light ', 'blue', '0', 'length', 'constructor']) {
      expect(setting.parse(given), given).to.equal(undefined);
    }
  });
});

describe('words', () => {
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(words.parse(given)).to.equal(given);
      }),
    );
  });
});

describe('flag', () => {
  it('is true while the attribute is there, unless it says false', () => {
    expect(['', 'true', 'no-controls'].map((given) => flag.parse(given))).to.deep.equal([true, true, true]);
    expect(flag.parse('false')).to.equal(false);
  });
});
