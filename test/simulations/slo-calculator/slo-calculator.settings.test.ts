import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  dependenciesSetting,
  parseDependencies,
  windowDays,
  windowSetting,
} from '../../../src/simulations/slo-calculator/slo-calculator.settings.js';

describe('windowSetting', () => {
  const { parse } = windowSetting;

  it('takes days and calendar months', () => {
    expect(['7d', '30', '28.5d', '2026-02'].map((given) => parse(given))).to.deep.equal([
      '7d',
      '30d',
      '28.5d',
      '2026-02',
    ]);
  });

  it('refuses all else', () => {
    for (const given of ['', '0', '0d', '-1d', 'd', '30h', '1e309', '3661', '2026-00', '2026-13', '2026-2', 'NaNd']) {
      expect(parse(given), given).to.equal(undefined);
    }
  });
});

describe('windowDays', () => {
  it('knows the length of a month, leap years included', () => {
    expect(
      ['2026-02', '2028-02', '1900-02', '2000-02', '2026-04', '2026-12'].map((month) => windowDays(month, 'UTC')),
    ).to.deep.equal([28, 29, 28, 29, 30, 31]);
  });

  it('takes a month from midnight to midnight by the clocks of a time zone', () => {
    const hours = (month: string, timeZone: string) => windowDays(month, timeZone) * 24;
    expect(hours('2026-03', 'UTC')).to.equal(744);
    expect(hours('2026-03', 'Europe/Berlin')).to.equal(743);
    expect(hours('2026-10', 'Europe/Berlin')).to.equal(745);
    expect(hours('2026-03', 'America/New_York')).to.equal(743);
    expect(hours('2026-11', 'America/New_York')).to.equal(721);
    expect(hours('2026-04', 'Australia/Lord_Howe')).to.equal(720.5);
    expect(hours('2026-03', 'Asia/Tokyo')).to.equal(744);
  });

  it('is a positive number for whatever the setting takes', () => {
    const { parse } = windowSetting;
    const given = fc.oneof(fc.string(), fc.double().map(String), fc.stringMatching(/^\d{4}-\d\d$/));
    fc.assert(
      fc.property(given, (text) => {
        const window = parse(text);
        if (window !== undefined) expect(windowDays(window, 'UTC')).to.be.within(1, 3660);
      }),
    );
  });
});

describe('parseDependencies', () => {
  it('reads names, percentages and copies', () => {
    expect(parseDependencies('database 99.95, message queue 99.9 % x2')).to.deep.equal([
      { name: 'database', availability: 0.9995, copies: 1, written: 'database 99.95' },
      { name: 'message queue', availability: 0.999, copies: 2, written: 'message queue 99.9 % x2' },
    ]);
  });

  it('reads none from an empty text', () => {
    for (const text of ['', ' ', ',', ' , ,']) expect(parseDependencies(text), text).to.deep.equal([]);
  });

  it('refuses a link without a name, without a percentage, above 100 %, or with too many copies', () => {
    for (const text of ['99.9', 'database', 'database 101', 'database -1', 'database 99 x0', 'database 99 x10']) {
      expect(parseDependencies(text), text).to.equal(undefined);
    }
  });

  it('refuses the whole text for one bad link', () => {
    expect(parseDependencies('database 99.95, cache')).to.equal(undefined);
  });

  it('refuses more than twelve', () => {
    const links = Array.from({ length: 13 }, (_, index) => `part${index} 99.9`);
    expect(parseDependencies(links.slice(1).join())).to.have.length(12);
    expect(parseDependencies(links.join())).to.equal(undefined);
  });

  it('keeps whatever a name holds as text', () => {
    const [dependency] = parseDependencies('<img src=x onerror=alert(1)>* 99') ?? [];
    expect(dependency?.name).to.equal('<img src=x onerror=alert(1)>*');
  });

  it('reads any text without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { availability, copies } of parseDependencies(text) ?? []) {
          expect(availability).to.be.within(0, 1);
          expect(copies).to.be.within(1, 9);
        }
      }),
    );
  });

  it('reads hostile lengths in reasonable time', () => {
    for (const text of ['a '.repeat(50_000), 'a 9'.repeat(30_000), ` ${'9'.repeat(90_000)}`, ','.repeat(90_000)]) {
      parseDependencies(text);
    }
  });
});

describe('dependenciesSetting', () => {
  it('keeps the reader’s own writing', () => {
    const { parse } = dependenciesSetting;
    expect(parse('database 99.95 %,  cache 99.9 x2')).to.equal('database 99.95 %,  cache 99.9 x2');
    expect(parse('database')).to.equal(undefined);
  });
});
