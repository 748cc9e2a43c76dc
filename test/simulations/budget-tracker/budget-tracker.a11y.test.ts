import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/i18n/de/index.js';
import { drawn, emulate, nextTask, part, registerPseudoLocales, root, violations } from '../../helpers.js';
import { tracker } from './tracker.js';

const BUSY =
  'day="14" actions="1:small 2:large 4:small+canary 7:large 9:small 11:migration! 13:small!" seed="1" rollback="command"';
const OPEN = `${BUSY} open="data windows months costs"`;

/** What is wider than the figure, by markup; what scrolls on its own may be. */
function overflowing(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...root(element).querySelectorAll<HTMLElement>('*')]
    .filter((inner) => !inner.closest('svg, .scroll, .unseen, .cursor, [popover]:not(:popover-open)'))
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

describe('<obs-budget-tracker> for everyone', function everyone() {
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
    'as it begins': '',
    'with everything open': OPEN,
    'without controls': `no-controls ${BUSY}`,
    'when overspent': `trouble="0" day="9" actions="2:outage60" open="data"`,
    'at the end of a rolling month': `window="rolling" day="31" open="windows data" ${BUSY.replace('day="14"', '')}`,
    'with what cannot be used': 'objective="abc" window="0" day="0" actions="x" risk-minutes="-1"',
    'in German': `lang="de" ${OPEN}`,
    'in words twice as long': `lang="en-XA" ${OPEN}`,
    'from right to left': `lang="ar-XB" ${OPEN}`,
  };
  for (const [name, markup] of Object.entries(states)) {
    for (const theme of ['light', 'dark']) {
      it(`gives axe nothing to find ${name}, ${theme}`, async () => {
        expect(await violations(await tracker(`${markup} theme="${theme}"`))).to.deep.equal([]);
      });
    }

    it(`fits into 320 px ${name}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await tracker(markup);
      expectNoOverflow(element);
      expect(await violations(element)).to.deep.equal([]);
    });

    it(`bears text of 200 % ${name}`, async () => {
      document.documentElement.style.fontSize = '200%';
      expectNoOverflow(await tracker(markup));
    });
  }

  const media: readonly Readonly<Record<string, string>>[] = [
    { 'forced-colors': 'active' },
    { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' },
    { 'prefers-contrast': 'more' },
    { 'prefers-reduced-motion': 'reduce' },
  ];
  for (const features of media) {
    it(`gives axe nothing to find with ${Object.entries(features).join(' and ').replaceAll(',', ': ')}`, async () => {
      await emulate(features);
      document.documentElement.style.colorScheme = 'light dark';
      expect(await violations(await tracker(OPEN))).to.deep.equal([]);
    });
  }

  it('moves nothing by itself', async () => {
    expect(root(await tracker(OPEN)).getAnimations()).to.deep.equal([]);
  });

  it('draws in forced colours what it draws', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await tracker(BUSY);
    const paper = getComputedStyle(part(element, 'base')).backgroundColor;
    for (const line of ['.past', '.future', '.ideal', '.burn-line']) {
      const { stroke } = getComputedStyle(root(element).querySelector(line)!);
      expect(stroke, line).not.to.be.oneOf([paper, 'none']);
    }
  });

  it('has targets of at least 24 px', async () => {
    for (const width of [320, 1024]) {
      await setViewport({ width, height: 800 });
      const element = await tracker(OPEN);
      for (const target of root(element).querySelectorAll('button, select, summary, a, input')) {
        if (target.closest('[popover]')) continue;
        const { width: across, height } = (target.closest('label .box') ?? target).getBoundingClientRect();
        expect(Math.min(across, height), target.outerHTML.slice(0, 80)).to.be.at.least(24);
      }
    }
  });

  it('names everything that can be operated', async () => {
    const element = await tracker(OPEN);
    for (const input of root(element).querySelectorAll<HTMLInputElement>('input, select')) {
      const name = input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent.trim();
      expect(name, input.outerHTML.slice(0, 80)).to.match(/\p{L}{3}/u);
    }
  });

  it('gives every id once', async () => {
    for (const markup of [OPEN, 'objective="abc" window="0" theme="blue" day="0"']) {
      const ids = Array.from(root(await tracker(markup)).querySelectorAll('[id]'), ({ id }) => id).filter(Boolean);
      expect(ids.length).to.equal(new Set(ids).size);
    }
  });

  it('draws within its figure from right to left', async () => {
    const element = await tracker(`lang="ar-XB" ${BUSY}`);
    const { left, right } = part(element, 'base').getBoundingClientRect();
    for (const drawing of root(element).querySelectorAll('.charts > svg')) {
      const box = drawing.getBoundingClientRect();
      expect(box.left).to.be.at.least(left - 1);
      expect(box.right).to.be.at.most(right + 1);
    }
  });

  it('opens its menu within 320 px', async () => {
    await setViewport({ width: 320, height: 640 });
    const element = await tracker();
    part(element, 'menu-button').click();
    await nextTask();
    await drawn(element);
    const { left, right } = part(element, 'menu').getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(320);
  });
});
