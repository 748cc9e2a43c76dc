import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  actionsSetting,
  daySetting,
  nextSeed,
  parseActions,
  seedSetting,
  writeActions,
} from '../../../src/simulations/budget-tracker/budget-tracker.settings.js';
import { hoursUsed } from '../../../src/simulations/budget-tracker/budget-tracker.model.js';

describe('parseActions', () => {
  it('reads what was done, when, how, and against what', () => {
    expect(parseActions('-3:outage20.5 3:large+canary 7:migration!')).to.deep.equal([
      { day: -3, work: 'outage', canary: false, override: false, minutes: 20.5 },
      { day: 3, work: 'large', canary: true, override: false, minutes: 0 },
      { day: 7, work: 'migration', canary: false, override: true, minutes: 0 },
    ]);
  });

  it('writes what it reads', () => {
    const text = '-29:outage5 1:small 1:large+canary! 2:fix 3:maintenance 4:reliability 9:outage0 30:small!';
    expect(writeActions(parseActions(text)!)).to.equal(text);
  });

  it('takes commas and spaces, and nothing at all', () => {
    expect(writeActions(parseActions(' 1:small,2:small ,\n3:fix ')!)).to.equal('1:small 2:small 3:fix');
    expect(parseActions('')).to.deep.equal([]);
  });

  it('refuses what is no action, is out of the month, goes back in time, or fits in no day', () => {
    const refused = [
      'small',
      '1:',
      '1:dance',
      '0:small',
      '31:small',
      '-30:outage5',
      '-1:small',
      '5:small 4:small',
      '1:small 1:small 1:small 1:small 1:small',
      '1:reliability 1:small',
      '1:large+canary 1:large+canary 1:fix',
      '1:migration+canary',
      '1:outage',
      '1:outage5!',
      '1:outage1e9',
      '1:outage99999',
      '1:small5',
      '1:SMALL',
      '1e1:small',
      '1:small!!',
      '<img src=x onerror=alert(1)>',
      '1:small;seed=3',
      '1:constructor',
      '1:__proto__',
    ];
    for (const text of refused) expect(parseActions(text), text).to.equal(undefined);
  });

  it('reads any text without an exception, and never more than eight hours a day', () => {
    const word = fc.stringMatching(/^-?\d{1,2}:(small|large|fix|outage\d|x)(\+canary)?!?$/);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const actions = parseActions(given) ?? [];
        for (const { day } of actions) expect(hoursUsed(actions, day)).to.be.at.most(8);
        expect(parseActions(writeActions(actions))).to.deep.equal(actions);
      }),
    );
  });

  it('reads hostile lengths in reasonable time', () => {
    for (const text of ['1:small '.repeat(50_000), ' '.repeat(99_999), '1'.repeat(99_999), '1:'.repeat(50_000)]) {
      expect(parseActions(text)).to.equal(undefined);
    }
  });
});

describe('actionsSetting', () => {
  it('keeps the canonical writing', () => {
    expect(actionsSetting.parse('1:small,  2:fix')).to.equal('1:small 2:fix');
    expect(actionsSetting.parse('x')).to.equal(undefined);
  });
});

describe('daySetting', () => {
  it('takes whole days from 1 to 31', () => {
    const { parse } = daySetting;
    expect(['1', '31', ' 12 '].map((given) => parse(given))).to.deep.equal([1, 31, 12]);
    for (const given of ['', '0', '32', '-1', '1.5', 'abc', '1e1', '1e309', 'NaN', '0x5']) {
      expect(parse(given), given).to.equal(undefined);
    }
  });
});

describe('seedSetting', () => {
  it('takes any short text', () => {
    const { parse } = seedSetting;
    expect(['8', 'team 3', '<b>'].map(parse)).to.deep.equal(['8', 'team 3', '<b>']);
    for (const given of ['', 'x'.repeat(41), 'x'.repeat(1e6)]) expect(parse(given)).to.equal(undefined);
  });

  it('is followed by another, however long it goes on', () => {
    expect(['8', 'team 9', 'team', '', '999999999'].map(nextSeed)).to.deep.equal([
      '9',
      'team 10',
      'team2',
      '2',
      '1000000000',
    ]);
  });
});
