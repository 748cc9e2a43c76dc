import { expect } from '@open-wc/testing';
import { availableLanguage, offerLanguage, registerLanguage } from '../../src/i18n/languages.js';

describe('registerLanguage', () => {
  it('tells the page of a new language', () => {
    let told = 0;
    const hear = (): void => void told++;
    addEventListener('obs-language', hear);
    registerLanguage('qad', {});
    removeEventListener('obs-language', hear);
    expect(told).to.equal(1);
  });
});

describe('offerLanguage', () => {
  it('loads a language when it is asked for, once, and speaks English until then', () => {
    let loads = 0;
    offerLanguage('qae', () => {
      loads++;
      return Promise.resolve();
    });
    expect(loads).to.equal(0);
    expect(availableLanguage('qae-XX')).to.equal('en');
    expect(availableLanguage('qae')).to.equal('en');
    expect(loads).to.equal(1);
    registerLanguage('qae', {});
    expect(availableLanguage('qae-XX')).to.equal('qae');
  });

  it('tries again after a language did not arrive', async () => {
    let loads = 0;
    offerLanguage('qaf', () => Promise.reject(new Error(`Attempt ${++loads}`)));
    availableLanguage('qaf');
    await new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => resolve(undefined))));
    availableLanguage('qaf');
    expect(loads).to.equal(2);
  });

  it('loads nothing where the language is registered or English is asked for', () => {
    registerLanguage('qag', {});
    offerLanguage('qag', () => Promise.reject(new Error('was loaded')));
    expect(availableLanguage('qag')).to.equal('qag');
    expect(availableLanguage('en-GB')).to.equal('en');
  });
});
