import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { readPermalink, writePermalink, type LinkState } from '../../src/embed/permalink.js';

const settingName = fc.stringMatching(/^[a-z][a-zA-Z]{0,12}$/);
const state = fc.dictionary(settingName, fc.string({ unit: 'grapheme' }), { noNullPrototype: true });

describe('permalink', () => {
  it('reads as it is written in the documentation', () => {
    expect(writePermalink('', 'checkout', { objective: '99.95', window: '7d' })).to.equal(
      '#checkout=1;objective=99.95;window=7d',
    );
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(state, (written) => {
        fc.pre(!('checkout' in written));
        expect({ ...readPermalink(writePermalink('', 'checkout', written), 'checkout') }).to.deep.equal(written);
      }),
      { examples: [[{ dependencies: 'a 99, b 98 x2; c=1 & d#e%+"<' }]] },
    );
  });

  it('survives the address bar', () => {
    fc.assert(
      fc.property(state, (written) => {
        fc.pre(!('checkout' in written));
        const { hash } = new URL(writePermalink('', 'checkout', written), 'https://example.org/');
        expect({ ...readPermalink(hash, 'checkout') }).to.deep.equal(written);
      }),
    );
  });

  it('leaves alone what else the fragment holds', () => {
    const first = writePermalink('#section-2', 'one', { objective: '99' });
    const both = writePermalink(first, 'other', { objective: '95' });
    expect(both).to.equal('#section-2&one=1;objective=99&other=1;objective=95');
    expect(readPermalink(both, 'one')).to.deep.equal({ objective: '99' });
    expect(readPermalink(both, 'other')).to.deep.equal({ objective: '95' });
  });

  it('replaces its own earlier state', () => {
    const fragment = writePermalink(writePermalink('#a', 'one', { objective: '99', spent: '1' }), 'one', {});
    expect(fragment).to.equal('#a&one=1');
    expect(readPermalink(fragment, 'one')).to.deep.equal({});
  });

  it('opens nothing for another key, or for none', () => {
    const fragment = writePermalink('', 'one', { objective: '99' });
    for (const key of ['on', 'one2', 'objective', '']) expect(readPermalink(fragment, key), key).to.deep.equal({});
  });

  it('opens an old link in today’s words, step by step', () => {
    const migrations = [
      ({ target, ...rest }: LinkState): LinkState => ({ ...rest, objective: target ?? '' }),
      ({ days, ...rest }: LinkState): LinkState => ({ ...rest, window: `${days}d` }),
    ];
    expect(readPermalink('#one=1;target=99;days=7', 'one', migrations)).to.deep.equal({
      objective: '99',
      window: '7d',
    });
    expect(readPermalink('#one=2;objective=99;days=7', 'one', migrations)).to.deep.equal({
      objective: '99',
      window: '7d',
    });
    expect(readPermalink('#one=3;objective=99', 'one', migrations)).to.deep.equal({ objective: '99' });
    expect(writePermalink('', 'one', {}, migrations)).to.equal('#one=3');
  });

  it('opens no link of a later version', () => {
    expect(readPermalink('#one=2;objective=99', 'one')).to.deep.equal({});
  });

  it('reads any fragment without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (fragment) => {
        expect(readPermalink(fragment, 'one')).to.be.an('object');
        expect(readPermalink(`#one=1;${fragment}`, 'one')).to.be.an('object');
      }),
      { examples: [['#one'], ['#one='], ['#one=1;%'], ['#one=1;%zz=%zz'], ['#one=NaN;a=b'], ['one=1;__proto__=1']] },
    );
  });
});
