import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/i18n/de/index.js';
import type { ObsAlertComparison } from '../../../src/index.js';
import { drawn, emulate, nextTask, part, registerPseudoLocales, root, violations } from '../../helpers.js';
import { comparison, lanes } from './figure.js';

const OPEN = 'open="table many rule files more"';

async function expectNoViolations(element: ObsAlertComparison): Promise<void> {
  expect(await violations(element)).to.deep.equal([]);
}

/** What is wider than the page, by markup; `pre` and wide tables scroll on their own. */
function overflowing(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...root(element).querySelectorAll<HTMLElement>('*')]
    .filter((inner) => !inner.closest('pre, svg, .wide > *, .unseen, [popover]:not(:popover-open)'))
    .filter((inner) => {
      const box = inner.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 100));
}

function expectNoOverflow(element: Element): void {
  const { scrollWidth, clientWidth } = document.scrollingElement!;
  expect(overflowing(element)).to.deep.equal([]);
  expect(scrollWidth, 'the page scrolls sideways').to.be.at.most(clientWidth);
}

describe('<obs-alert-comparison> for everyone', function everyone() {
  this.timeout(60_000);

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
  });

  const states: Readonly<Record<string, string>> = {
    'as it begins': '',
    'with everything open': OPEN,
    'on a day': 'day="thursday" alert="approach6.2"',
    'in a quiet week': 'week="quiet"',
    'without controls': 'no-controls',
    'with what cannot be used': `objective="abc" seed="-1" rule="errors[5m > 1" ${OPEN}`,
    'in German': `lang="de" ${OPEN}`,
    'in words twice as long': `lang="en-XA" ${OPEN}`,
    'from right to left': `lang="ar-XB" ${OPEN}`,
  };
  for (const [name, markup] of Object.entries(states)) {
    for (const theme of ['light', 'dark']) {
      it(`gives axe nothing to find ${name}, ${theme}`, async () => {
        await expectNoViolations(await comparison(`${markup} theme="${theme}"`));
      });
    }

    it(`fits into 320 px ${name}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await comparison(markup);
      expectNoOverflow(element);
      await expectNoViolations(element);
    });

    it(`bears text of 200 % ${name}`, async () => {
      document.documentElement.style.fontSize = '200%';
      const element = await comparison(markup);
      expectNoOverflow(element);
      await expectNoViolations(element);
    });
  }

  const media: readonly Readonly<Record<string, string>>[] = [
    { 'forced-colors': 'active' },
    { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' },
    { 'prefers-color-scheme': 'dark' },
    { 'prefers-contrast': 'more' },
    { 'prefers-reduced-motion': 'reduce' },
  ];
  for (const features of media) {
    it(`gives axe nothing to find with ${Object.entries(features).join(' and ').replaceAll(',', ': ')}`, async () => {
      await emulate(features);
      document.documentElement.style.colorScheme = 'light dark';
      await expectNoViolations(await comparison(OPEN));
    });
  }

  it('draws marks and bands in forced colours so that they can be told from the paper', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await comparison();
    const paper = getComputedStyle(part(element, 'base')).backgroundColor;
    for (const selector of ['.lane .right', '.lane .firing', '.truth .incident', '.legend .night']) {
      expect(getComputedStyle(root(element).querySelector(selector)!).fill, selector).not.to.equal(paper);
    }
    const wrong = getComputedStyle(root(element).querySelector('.lane .wrong')!);
    expect(wrong.stroke).not.to.equal(paper);
  });

  it('tells true from false, page from ticket, and missed, without colour', async () => {
    const element = await comparison();
    const shape = (selector: string): string => {
      const mark = root(element).querySelector(`.lane ${selector}`)!;
      return `${mark.localName} ${getComputedStyle(mark).fill === getComputedStyle(part(element, 'base')).backgroundColor}`;
    };
    const shapes = ['circle.right', 'circle.wrong', 'rect.right', 'path.missed'].map(shape);
    expect(new Set(shapes).size).to.equal(4);
  });

  it('has targets of at least 24 px', async () => {
    for (const width of [320, 1024]) {
      await setViewport({ width, height: 800 });
      const element = await comparison(OPEN);
      part(element, 'menu-button').click();
      await nextTask();
      for (const target of root(element).querySelectorAll('button, select, summary, a, input, [role=slider]')) {
        const { width: across, height } = (target.closest('label .box') ?? target).getBoundingClientRect();
        expect(Math.min(across, height), target.outerHTML.slice(0, 80)).to.be.at.least(24);
      }
    }
  });

  it('names everything that can be operated', async () => {
    const element = await comparison(OPEN);
    for (const input of root(element).querySelectorAll<HTMLInputElement>('input, select, [role=slider]')) {
      const name = input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent.trim();
      expect(name, input.outerHTML.slice(0, 80)).to.match(/\p{L}{3}/u);
    }
    for (const each of lanes(element)) expect(each.getAttribute('aria-valuetext')).to.match(/page|in vain/);
  });

  it('gives every id once', async () => {
    for (const markup of [OPEN, `week="x" objective="abc" theme="blue" rule="" ${OPEN}`]) {
      const ids = Array.from(root(await comparison(markup)).querySelectorAll('[id]'), ({ id }) => id).filter(Boolean);
      expect(ids.length).to.equal(new Set(ids).size);
    }
  });

  it('moves nothing by itself, and draws for eyes alone what it also says', async () => {
    const element = await comparison(OPEN);
    expect(root(element).getAnimations()).to.deep.equal([]);
    for (const drawing of root(element).querySelectorAll('svg')) {
      expect(drawing.closest('[aria-hidden=true]') !== null).to.equal(true);
    }
  });

  it('lets a finger scroll the page over its lanes', async () => {
    const element = await comparison();
    await drawn(element);
    for (const each of lanes(element)) expect(getComputedStyle(each).touchAction).to.equal('pan-y');
  });
});
