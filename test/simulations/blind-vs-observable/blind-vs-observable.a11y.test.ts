import { expect } from '@open-wc/testing';
import { forEveryone } from '../../for-everyone.js';
import { drawn, expectFocus, focused, inside, nextTask, part, press, root, words } from '../../helpers.js';
import { blindVsObservable, QUICK } from './helpers.js';

const LOOKED = `${QUICK.replace('open=""', 'open="hundreds costs"')} looks="observable dashboard dependencies"`;
const BOTH = LOOKED.replace('sides="observable"', '');

describe('<obs-blind-vs-observable> for everyone', () => {
  forEveryone({
    figure: blindVsObservable,
    open: BOTH,
    unusable: `incident="x" seed="-1" sides="x" looks="x" theme="blue" open="hundreds costs"`,
    states: {
      'with one side': LOOKED,
      'when it is over': `${QUICK} looks="observable !flag-off !fail-over-card"`,
      'without controls': `${QUICK} no-controls looks="observable dashboard"`,
    },
  });

  it('tells in words what its pictures show', async () => {
    const element = await blindVsObservable(BOTH);
    const timeline = part(element, 'timeline').getAttribute('aria-label')!;
    expect(timeline).to.match(/Observable: \d\d:\d\d Dashboard, \d\d:\d\d Dependencies/);
    const rows = [...root(element).querySelectorAll("[part='board'] tbody tr")];
    for (const row of rows) expect(words(row.textContent)).to.match(/^<?\d+ % \D+ <?\d+ %$/);
  });
});

describe('<obs-blind-vs-observable> by keyboard alone', function keyboard() {
  it('makes a look with Enter, keeps the focus within, and tells what was found', async () => {
    const element = await blindVsObservable();
    const button = inside<HTMLButtonElement>(element, "button[name='dependencies']");
    button.focus();
    expectFocus(button);
    await press('Enter');
    while (element.looks === '') await nextTask();
    await element.settled;
    await drawn(element);
    expect(element.looks).to.equal('observable dependencies');
    expect(focused()?.getRootNode() === root(element)).to.equal(true);
    const status = inside(element, '[role=status]');
    for (let i = 0; i < 200 && !status.textContent; i++) await nextTask();
    expect(words(status.textContent)).to.match(/Dependencies\. Card processor|After .* likeliest cause/);
  });

  it('acts with the choice of remedies', async () => {
    const element = await blindVsObservable();
    const select = inside<HTMLSelectElement>(element, "select[name='remedy-observable']");
    select.value = 'fail-over-card';
    inside<HTMLButtonElement>(element, 'button.do').focus();
    await press('Space');
    while (element.looks === '') await nextTask();
    await element.settled;
    expect(element.investigations.observable.overAt).to.be.a('number');
  });

  it('reaches every look by Tab', async () => {
    const element = await blindVsObservable();
    const looks = [...root(element).querySelectorAll<HTMLButtonElement>('button.look')];
    looks[0]!.focus();
    for (const next of looks.slice(1)) {
      await press('Tab');
      expectFocus(next);
    }
  });
});
