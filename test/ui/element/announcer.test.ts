import { expect } from '@open-wc/testing';
import { Announcer } from '../../../src/ui/element/announcer.js';

/** An announcer whose time passes when the test says so. */
function stage(): { announcer: Announcer; region: () => HTMLElement; pass: () => void; waits: number[] } {
  const timers: (() => void)[] = [];
  const waits: number[] = [];
  const announcer = new Announcer((seconds, run) => {
    waits.push(seconds);
    timers.push(run);
  });
  return { announcer, region: () => document.createElement('p'), pass: () => timers.shift()?.(), waits };
}

describe('Announcer', () => {
  it('speaks at once after quiet', () => {
    const { announcer, region } = stage();
    const one = region();
    announcer.say(one, 'first');
    expect(one.textContent).to.equal('first');
  });

  it('waits five seconds before it speaks again', () => {
    const { announcer, region, pass, waits } = stage();
    const [one, other] = [region(), region()];
    announcer.say(one, 'first');
    announcer.say(other, 'second');
    expect(other.textContent).to.equal('');
    pass();
    expect(other.textContent).to.equal('second');
    expect(waits).to.deep.equal([5, 5]);
  });

  it('says only the newest of what a region has to say', () => {
    const { announcer, region, pass } = stage();
    const one = region();
    for (const word of ['first', 'second', 'third']) announcer.say(one, word);
    expect(one.textContent).to.equal('first');
    pass();
    expect(one.textContent).to.equal('third');
  });

  it('says the most important first', () => {
    const { announcer, region, pass } = stage();
    const [one, quiet, loud] = [region(), region(), region()];
    announcer.say(one, 'first');
    announcer.say(quiet, 'quiet');
    announcer.say(loud, 'loud', 1);
    pass();
    expect([quiet.textContent, loud.textContent]).to.deep.equal(['', 'loud']);
    pass();
    expect(quiet.textContent).to.equal('quiet');
  });

  it('lets no lesser word replace an important one', () => {
    const { announcer, region, pass } = stage();
    const one = region();
    announcer.say(one, 'first');
    announcer.say(one, 'problem', 1);
    announcer.say(one, 'lesser');
    pass();
    expect(one.textContent).to.equal('problem');
  });

  it('falls silent when nothing is left, and speaks at once again', () => {
    const { announcer, region, pass } = stage();
    const one = region();
    announcer.say(one, 'first');
    pass();
    announcer.say(one, 'second');
    expect(one.textContent).to.equal('second');
  });
});
