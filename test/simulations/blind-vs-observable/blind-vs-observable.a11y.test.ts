import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/i18n/de/index.js';
import type { ObsBlindVsObservable } from '../../../src/index.js';
import {
  drawn,
  emulate,
  expectFocus,
  focused,
  inside,
  nextTask,
  part,
  press,
  registerPseudoLocales,
  root,
  violations,
  words,
} from '../../helpers.js';
import { blindVsObservable, QUICK } from './helpers.js';

const LOOKED = `${QUICK.replace('open=""', 'open="hundreds costs"')} looks="observable dashboard dependencies"`;
const BOTH = LOOKED.replace('sides="observable"', '');

/** What is wider than the page, by markup. */
function overflowing(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...root(element).querySelectorAll<HTMLElement>('*')]
    .filter((inner) => !inner.closest('svg, .unseen, [popover]:not(:popover-open)'))
    .filter((inner) => {
      const box = inner.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 100));
}

describe('<obs-blind-vs-observable> for everyone', function everyone() {
  this.timeout(120_000);

  before(async () => {
    document.documentElement.lang = 'en';
    document.title = 'Test';
    registerPseudoLocales();
    await setViewport({ width: 1024, height: 800 });
  });

  afterEach(async () => {
    await emulate();
    await setViewport({ width: 1024, height: 800 });
    document.documentElement.removeAttribute('style');
    document.documentElement.removeAttribute('dir');
  });

  async function expectFine(element: ObsBlindVsObservable): Promise<void> {
    await drawn(element);
    expect(await violations(element)).to.deep.equal([]);
    const { scrollWidth, clientWidth } = document.scrollingElement!;
    expect(scrollWidth, 'the page scrolls sideways').to.be.at.most(clientWidth);
    expect(overflowing(element)).to.deep.equal([]);
  }

  const states: Readonly<Record<string, string>> = {
    'with one side': LOOKED,
    'with both sides': BOTH,
    'when it is over': `${QUICK} looks="observable !flag-off !fail-over-card"`,
    'without controls': `${QUICK} no-controls looks="observable dashboard"`,
    'in German': `${BOTH} lang="de"`,
    'in words twice as long': `${BOTH} lang="en-XA"`,
    'from right to left': `${BOTH} lang="ar-XB"`,
    'when dark': `${BOTH} theme="dark"`,
  };
  for (const [state, markup] of Object.entries(states)) {
    it(`has no violations ${state}, wide and at 320 pixels`, async () => {
      const element = await blindVsObservable(markup);
      await expectFine(element);
      await setViewport({ width: 320, height: 800 });
      await expectFine(element);
    });
  }

  const media: Readonly<Record<string, string>> = {
    'forced-colors': 'active',
    'prefers-contrast': 'more',
    'prefers-reduced-motion': 'reduce',
  };
  for (const [feature, value] of Object.entries(media)) {
    it(`has no violations with ${feature}: ${value}`, async () => {
      await emulate({ [feature]: value });
      await expectFine(await blindVsObservable(BOTH));
    });
  }

  it('bears text of 200 %', async () => {
    document.documentElement.style.fontSize = '200%';
    await setViewport({ width: 640, height: 800 });
    await expectFine(await blindVsObservable(BOTH));
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
  this.timeout(120_000);

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
