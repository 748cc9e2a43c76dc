import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/i18n/de/index.js';
import { drawn, emulate, nextTask, part, registerPseudoLocales, root, violations } from '../../helpers.js';
import type { ObsLogSearch } from '../../../src/index.js';
import { logSearch, rows, settled } from './page.js';

const OPEN = 'open="request fields dialects secrets cost own"';
const LOG =
  'level=ERROR msg="a long message without a break: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" time=2026-01-01T10:00:00Z trace_id=t1\nno\n';

async function expectNoViolations(element: ObsLogSearch): Promise<void> {
  expect(await violations(element)).to.deep.equal([]);
}

/** What is wider than the page, by markup; `pre` scrolls on its own. */
function overflowing(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...root(element).querySelectorAll<HTMLElement>('*')]
    .filter((inner) => !inner.closest('pre, svg, .unseen, .rows, [popover]:not(:popover-open)'))
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

describe('<obs-log-search> for everyone', function everyone() {
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

  const states: Readonly<Record<string, string>> = {
    'as it begins': '',
    'with everything open': OPEN,
    'without controls': 'no-controls',
    'with misses': 'question="request"',
    'with nothing found': 'query="level=FATAL" text="nowhere"',
    'with what cannot be used': 'text="/(/" query="level=ERROR AND (" question="x"',
    'in German': `lang="de" ${OPEN}`,
    'in words twice as long': `lang="en-XA" ${OPEN}`,
    'from right to left': `lang="ar-XB" ${OPEN}`,
  };
  for (const [name, markup] of Object.entries(states)) {
    for (const theme of ['light', 'dark']) {
      it(`gives axe nothing to find ${name}, ${theme}`, async () => {
        await expectNoViolations(await logSearch(`${markup} theme="${theme}"`));
      });
    }

    it(`fits into 320 px ${name}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await logSearch(markup);
      expectNoOverflow(element);
      await expectNoViolations(element);
    });

    it(`bears text of 200 % ${name}`, async () => {
      document.documentElement.style.fontSize = '200%';
      const element = await logSearch(markup);
      expectNoOverflow(element);
      await expectNoViolations(element);
    });
  }

  it('gives axe nothing to find in an open menu', async () => {
    const element = await logSearch();
    part(element, 'menu-button').click();
    await drawn(element);
    await expectNoViolations(element);
    const { left, right, top, bottom } = part(element, 'menu').getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    expect(bottom - top).to.be.above(100);
  });

  it('opens its menu within 320 px, from left to right and from right to left', async () => {
    await setViewport({ width: 320, height: 640 });
    for (const lang of ['en', 'de', 'ar-XB', 'en-XA']) {
      const element = await logSearch(`lang="${lang}"`);
      part(element, 'menu-button').click();
      await nextTask();
      const { left, right } = part(element, 'menu').getBoundingClientRect();
      expect(left, lang).to.be.at.least(0);
      expect(right, lang).to.be.at.most(320);
    }
  });

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
      await expectNoViolations(await logSearch(OPEN));
    });
  }

  it('moves nothing by itself', async () => {
    const element = await logSearch(OPEN);
    expect(root(element).getAnimations()).to.deep.equal([]);
  });

  it('gives axe nothing to find with a record and a log of the reader’s own', async () => {
    const element = await logSearch(OPEN);
    element.openLog(LOG, 'my.log');
    await settled(element);
    rows(element, 'query')[0]!.click();
    await drawn(element);
    expectNoOverflow(element);
    await expectNoViolations(element);
    await setViewport({ width: 320, height: 640 });
    expectNoOverflow(element);
  });

  it('gives axe nothing to find while the log is made', async () => {
    const host = document.createElement('div');
    host.innerHTML = '<obs-log-search lines="1000000"></obs-log-search>';
    document.body.append(host);
    const element = host.querySelector('obs-log-search')!;
    await drawn(element);
    expect(root(element).querySelector('progress') !== null).to.equal(true);
    await expectNoViolations(element);
    host.remove();
  });

  it('draws in forced colours with what the reader chose', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await logSearch('');
    const paper = getComputedStyle(part(element, 'base')).backgroundColor;
    for (const drawn of ['.score .right', '.bars.hits', '.bars.error']) {
      expect(getComputedStyle(root(element).querySelector(drawn)!).fill, drawn).not.to.equal(paper);
    }
  });

  it('has targets of at least 24 px', async () => {
    for (const width of [320, 1024]) {
      await setViewport({ width, height: 800 });
      const element = await logSearch(OPEN);
      part(element, 'menu-button').click();
      await nextTask();
      for (const target of root(element).querySelectorAll('button, select, summary, a, input, [role=option]')) {
        // A click beside the input, but within its box, is a click on its label.
        const { width: across, height } = (target.closest('label .box') ?? target).getBoundingClientRect();
        expect(Math.min(across, height), target.outerHTML.slice(0, 80)).to.be.at.least(24);
      }
    }
  });

  it('names everything that can be operated', async () => {
    const element = await logSearch(OPEN);
    for (const input of root(element).querySelectorAll<HTMLInputElement>('input, select')) {
      const name = input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent.trim();
      expect(name, input.outerHTML.slice(0, 80)).to.match(/\p{L}{3}/u);
    }
  });

  it('gives every id once', async () => {
    for (const markup of [OPEN, `question="x" text="/(/" query="(" theme="blue" ${OPEN}`]) {
      const element = await logSearch(markup);
      const ids = Array.from(root(element).querySelectorAll('[id]'), ({ id }) => id).filter(Boolean);
      expect(ids.length).to.equal(new Set(ids).size);
    }
  });

  it('says the sentence in text, and the drawing to nobody twice', async () => {
    const element = await logSearch(OPEN);
    for (const drawing of root(element).querySelectorAll('svg')) {
      const isNamed = drawing.getAttribute('role') === 'img' && drawing.getAttribute('aria-label') !== '';
      expect(isNamed || drawing.getAttribute('aria-hidden') === 'true').to.equal(true);
    }
  });

  it('prints without controls', async () => {
    const sheets = root(await logSearch('')).adoptedStyleSheets;
    expect(
      sheets.flatMap((sheet) => [...sheet.cssRules]).some((rule) => rule.cssText.startsWith('@media print')),
    ).to.equal(true);
  });
});
