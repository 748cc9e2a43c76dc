import { describe, it } from 'node:test';
import { expect } from 'chai';
import { english } from '../../src/i18n/en/index.js';
import { formatIn } from '../../src/i18n/format.js';
import { availableLanguage, closestLanguage, registerLanguage, text } from '../../src/i18n/languages.js';
import { LANGUAGES } from './all.js';

const { figure } = english;

/** Every string and every message, by its way through the catalogue: `sloCalculator.labels.objective`. */
function leaves(value: unknown, key: string = ''): (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[key, value]];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, key ? `${key}.${name}` : name));
}

/** For as many arguments as a message takes: none alike, and none in a message's own words. */
const DISTINCT = ['7001', '7002', '7003', '7004', '7005', '7006', '7007', '7008'];
/** Several, one and none, which a message may say in different words. */
const COUNTS = [DISTINCT, DISTINCT.map(() => '1'), DISTINCT.map(() => '0')];
/** The messages that are given numbers; all others are given what `Format` wrote. */
const COUNTING = new Set(['deeds', 'inVain', 'truthSummary', 'laneSummary'].map((name) => `alertComparison.${name}`));

/** What the message of this key says when it is given these. */
function said(key: string, message: unknown, given: readonly string[]): string {
  if (typeof message !== 'function') return String(message);
  return String(Reflect.apply(message, undefined, COUNTING.has(key) ? given.map(Number) : given));
}

/** How many marks are in it; an asterisk between spaces is one to read. */
const stars = (message: string): number => message.match(/(?<! )\*|\*(?! )/g)?.length ?? 0;

describe('languages', () => {
  it('speaks English where a language is not loaded', () => {
    expect(['', 'xx', 'xx-YY', 'not a tag', '__proto__'].map(availableLanguage)).to.deep.equal(
      Array.from({ length: 5 }, () => 'en'),
    );
  });

  it('finds the language of a region', () => {
    registerLanguage('qaa', { figure: { ...figure, menu: 'menu in qaa' } });
    expect(availableLanguage('qaa-AT')).to.equal('qaa');
    expect(text('qaa', 'figure', figure).menu).to.equal('menu in qaa');
  });

  it('prefers the region itself', () => {
    registerLanguage('qab', {});
    registerLanguage('qab-CH', {});
    expect(availableLanguage('qab-CH')).to.equal('qab-ch');
    expect(availableLanguage('qab-AT')).to.equal('qab');
  });

  it('speaks the script of a region, and no other', () => {
    const simplified = new Set(['zh-hans']);
    for (const tag of ['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-HK', 'ZH-cn']) {
      expect(closestLanguage(tag, simplified), tag).to.equal('zh-hans');
    }
    for (const tag of ['zh-TW', 'zh-HK', 'zh-Hant', 'zh-Hant-CN', 'ja']) {
      expect(closestLanguage(tag, simplified), tag).to.equal('en');
    }
  });

  it('falls back to English for a section that a language lacks', () => {
    registerLanguage('qac', {});
    expect(text('qac', 'figure', figure)).to.equal(figure);
  });

  it('are found', () => {
    expect(LANGUAGES).to.include.members(['de', 'es']);
  });
});

for (const language of LANGUAGES) {
  describe(`the text of ${language}`, () => {
    const pairs = Object.entries(english).flatMap(([section, inEnglish]) => {
      const translated = new Map(leaves(text(language, section, inEnglish)));
      return leaves(inEnglish).map(([key, message]) => [`${section}.${key}`, message, translated.get(key)] as const);
    });

    it('is registered under the name of its folder', () => {
      expect(availableLanguage(language)).to.equal(language);
      for (const [section, inEnglish] of Object.entries(english)) {
        expect(text<object>(language, section, inEnglish) === inEnglish, section).to.equal(false);
      }
    });

    it('says all that English says, and what German says beyond it', () => {
      const shape = (tag: string, section: string, inEnglish: object): string[] =>
        leaves(text(tag, section, inEnglish)).map(([key, message]) => `${key}: ${typeof message}`);
      for (const [section, inEnglish] of Object.entries(english)) {
        const translated = shape(language, section, inEnglish);
        expect(translated, section).to.include.members(shape('en', section, inEnglish));
        // The reader of log queries speaks English by itself, so that its words stand in the other languages only.
        expect(translated, section).to.have.members(shape('de', section, inEnglish));
      }
    });

    it('marks what matters with pairs of asterisks, as often as English does', () => {
      for (const [key, inEnglish, message] of pairs) {
        for (const given of COUNTS) {
          const marked = stars(said(key, message, given));
          expect(marked % 2, key).to.equal(0);
          expect(marked, key).to.equal(stars(said(key, inEnglish, given)));
        }
      }
    });

    it('tells everything that it is given, as English does', () => {
      for (const [key, inEnglish, message] of pairs) {
        const told = (value: unknown): string[] =>
          DISTINCT.filter((given) => said(key, value, DISTINCT).includes(given));
        expect(told(message), key).to.deep.equal(told(inEnglish));
      }
    });

    it('leaves no sentence in English', () => {
      for (const [key, inEnglish, message] of pairs) {
        const sentence = said(key, inEnglish, DISTINCT);
        if (/[a-z]+( [a-z]+){3}/i.test(sentence)) expect(said(key, message, DISTINCT), key).not.to.equal(sentence);
      }
    });

    it('says something wherever English does, and no garbage', () => {
      for (const [key, inEnglish, message] of pairs) {
        for (const given of COUNTS) {
          const words = said(key, message, given);
          expect(words.trim() === '', key).to.equal(said(key, inEnglish, given).trim() === '');
          expect(words, key).not.to.match(/\bundefined\b|\bNaN\b|\[object| {2}|\s[,.]/);
        }
      }
    });

    it('reads in the direction of its script', () => {
      const { script = '' } = new Intl.Locale(language).maximize();
      const direction = ['Arab', 'Hebr', 'Syrc', 'Thaa'].includes(script) ? 'rtl' : 'ltr';
      expect(text(language, 'figure', figure).direction).to.equal(direction);
    });

    it('reads back the numbers that it writes', () => {
      const { number, parse } = formatIn(language, text(language, 'figure', figure));
      for (const value of [99.95, 99.999, 1200, 1234.567, 1_234_567, 0.125]) {
        expect(parse(number(value, 6)), number(value, 6)).to.equal(value);
      }
    });
  });
}
