import { expect } from '@open-wc/testing';
import { figure as germanFigure } from '../../src/i18n/de/figure.js';
import { sloCalculator as germanCalculator } from '../../src/i18n/de/slo-calculator.js';
import { figure } from '../../src/i18n/en/figure.js';
import { sloCalculator } from '../../src/i18n/en/slo-calculator.js';
import { availableLanguage, registerLanguage, text } from '../../src/i18n/languages.js';

const shapeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
    : typeof value;

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

  it('falls back to English for a section that a language lacks', () => {
    registerLanguage('qac', {});
    expect(text('qac', 'figure', figure)).to.equal(figure);
  });

  it('tells the page of a new language', () => {
    let told = 0;
    const hear = (): void => void told++;
    addEventListener('obs-language', hear);
    registerLanguage('qad', {});
    removeEventListener('obs-language', hear);
    expect(told).to.equal(1);
  });

  it('says in German all that it says in English', () => {
    expect(shapeOf(germanFigure)).to.deep.equal(shapeOf(figure));
    expect(shapeOf(germanCalculator)).to.deep.equal(shapeOf(sloCalculator));
  });

  it('marks what matters with pairs of asterisks, in each language alike', () => {
    const stars = (value: unknown, key: string): [string, number][] => {
      if (typeof value === 'string') return [[key, value.split('*').length - 1]];
      if (typeof value === 'function') {
        return stars(Reflect.apply(value, undefined, ['1', '2', '3', '4']) as string, key);
      }
      return Object.entries(value as object).flatMap(([name, inner]) => stars(inner, `${key}.${name}`));
    };
    for (const [key, count] of [...stars(sloCalculator, 'en'), ...stars(germanCalculator, 'de')]) {
      expect(count % 2, key).to.equal(0);
    }
    const matters = (catalogue: object): string[] =>
      stars(catalogue, '').flatMap(([key, count]) => (count > 0 ? key : []));
    expect(matters(germanCalculator)).to.deep.equal(matters(sloCalculator));
  });
});
