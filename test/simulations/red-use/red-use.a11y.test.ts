import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/i18n/de/index.js';
import type { ObsRedUse } from '../../../src/index.js';
import { emulate, registerPseudoLocales, root, violations } from '../../helpers.js';
import { redUse, step } from './helpers.js';

const OPEN = 'fault="slow-query" at="130" cell="payment-service.duration" open="cases rule data"';

async function expectNoViolations(element: ObsRedUse): Promise<void> {
  expect(await violations(element)).to.deep.equal([]);
}

/** What is wider than the page, by markup; `pre` scrolls on its own. */
function overflowing(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...root(element).querySelectorAll<HTMLElement>('*')]
    .filter((inner) => !inner.closest('pre, svg, .unseen, [popover]:not(:popover-open)'))
    .filter((inner) => {
      const box = inner.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 100));
}

function expectNoOverflow(element: Element): void {
  const { scrollWidth, clientWidth } = document.scrollingElement!;
  expect(scrollWidth, 'the page scrolls sideways').to.be.at.most(clientWidth);
  expect(overflowing(element)).to.deep.equal([]);
}

describe('<obs-red-use> for everyone', function everyone() {
  this.timeout(30_000);

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
    'as it begins': 'at="0"',
    'with everything open': OPEN,
    'as a riddle': 'diagnose fault="slow-query" at="130"',
    'in German': `lang="de" ${OPEN}`,
    'in words twice as long': `lang="en-XA" ${OPEN}`,
    'from right to left': `lang="ar-XB" ${OPEN}`,
  };
  for (const [name, markup] of Object.entries(states)) {
    it(`gives axe nothing to find ${name}, in light and dark`, async () => {
      for (const theme of ['light', 'dark']) {
        const element = await redUse(`${markup} theme="${theme}"`);
        await expectNoViolations(element);
        element.remove();
      }
    });

    it(`fits into 320 px and bears text of 200 % ${name}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await redUse(markup);
      expectNoOverflow(element);
      await expectNoViolations(element);
      await setViewport({ width: 1024, height: 800 });
      document.documentElement.style.fontSize = '200%';
      expectNoOverflow(element);
    });
  }

  for (const features of [
    { 'forced-colors': 'active' },
    { 'prefers-contrast': 'more' },
    { 'prefers-reduced-motion': 'reduce' },
  ] as const satisfies readonly Readonly<Record<string, string>>[]) {
    it(`gives axe nothing to find with ${Object.entries(features).join().replace(',', ': ')}`, async () => {
      await emulate(features);
      await expectNoViolations(await redUse(OPEN));
    });
  }

  it('does not play by itself where less motion is asked for', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' });
    const element = await redUse('autoplay at="0"');
    expect(element.paused).to.equal(true);
    expect(root(element).getAnimations()).to.deep.equal([]);
  });

  it('tells what left by more than colour', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await redUse('fault="packet-loss"');
    await step(element, 60);
    for (const gone of root(element).querySelectorAll('.gone')) {
      expect(gone.querySelector('.place') !== null, gone.className).to.equal(true);
    }
    expect(root(element).querySelectorAll('.gone').length).to.be.above(0);
  });

  it('has targets of at least 24 px', async () => {
    for (const width of [320, 1024]) {
      await setViewport({ width, height: 800 });
      const element = await redUse(OPEN);
      for (const target of root(element).querySelectorAll('button, select, summary, [role=gridcell]')) {
        const { width: across, height } = target.getBoundingClientRect();
        if (across > 0) expect(Math.min(across, height), target.outerHTML.slice(0, 80)).to.be.at.least(24);
      }
    }
  });
});
