import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/i18n/de/index.js';
import type { ObsGoldenSignals } from '../../../src/simulations/golden-signals/golden-signals.js';
import { drawn, emulate, nextTask, part, registerPseudoLocales, root, violations } from '../../helpers.js';
import { button, chartOf, goldenSignals } from './fixture.js';

const OPEN = 'open="knee average buckets scraping data" mean';
const SPIKE = 'actions="20 traffic-spike factor=3 seconds=120" at="40"';

async function expectNoViolations(element: ObsGoldenSignals): Promise<void> {
  expect(await violations(element)).to.deep.equal([]);
}

/** What is wider than the figure, by markup; what scrolls on its own is left out. */
function overflowing(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...root(element).querySelectorAll<HTMLElement>('*')]
    .filter((inner) => !inner.closest('pre, svg, .scroll, .unseen, [popover]:not(:popover-open)'))
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
  for (const chart of root(element).querySelectorAll('obs-chart')) {
    const { left, right } = chart.getBoundingClientRect();
    for (const inner of root(chart).querySelectorAll('.head *, .plot, canvas')) {
      const box = inner.getBoundingClientRect();
      expect(box.right <= right + 1 && box.left >= left - 1, inner.outerHTML.slice(0, 100)).to.equal(true);
    }
  }
}

describe('<obs-golden-signals> for everyone', function everyone() {
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
    document.documentElement.removeAttribute('dir');
  });

  const states: Readonly<Record<string, string>> = {
    'as it begins': 'rate="20"',
    'in a spike, with everything open': `${SPIKE} ${OPEN}`,
    'without controls': `no-controls ${SPIKE}`,
    'with what cannot be used': 'rate="20" latency-objective="abc" actions="60" scrape-seconds="3" at="4"',
    'with what cannot be done': 'rate="20" actions="3 restart service=nobody" at="6"',
    'in one queue': `scenario="one-queue" at="40" ${OPEN}`,
    'in German': `lang="de" rate="20" at="20" ${OPEN}`,
    'in words twice as long': `lang="en-XA" rate="20" at="20" ${OPEN}`,
    'from right to left': `lang="ar-XB" rate="20" at="20" ${OPEN}`,
  };
  for (const [name, markup] of Object.entries(states)) {
    for (const theme of ['light', 'dark']) {
      it(`gives axe nothing to find ${name}, ${theme}`, async () => {
        await expectNoViolations(await goldenSignals(`${markup} theme="${theme}"`));
      });
    }

    it(`fits into 320 px ${name}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await goldenSignals(markup);
      expectNoOverflow(element);
      await expectNoViolations(element);
    });

    it(`bears text of 200 % ${name}`, async () => {
      document.documentElement.style.fontSize = '200%';
      const element = await goldenSignals(markup);
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
      await expectNoViolations(await goldenSignals(`${SPIKE} ${OPEN}`));
    });
  }

  it('gives axe nothing to find in an open menu', async () => {
    const element = await goldenSignals('rate="20"');
    part(element, 'menu-button').click();
    await drawn(element);
    await expectNoViolations(element);
    const { left, right } = part(element, 'menu').getBoundingClientRect();
    expect(left >= 0 && right <= innerWidth).to.equal(true);
  });

  it('moves nothing by itself, and animates nothing when it plays', async () => {
    const element = await goldenSignals('rate="20"');
    expect(element.paused).to.equal(true);
    element.play();
    await drawn(element);
    expect(root(element).getAnimations()).to.deep.equal([]);
    element.pause();
  });

  it('has Pause at hand whenever it plays', async () => {
    const element = await goldenSignals('rate="20" autoplay');
    await drawn(element);
    expect(button(element, 'Pause') === undefined).to.equal(false);
    element.pause();
  });

  it('tells each chart as a figure with its name and the sentence', async () => {
    const element = await goldenSignals('rate="20" at="20"');
    const names = ['latency', 'traffic', 'errors', 'saturation'].map(
      (name) => root(chartOf(element, name)).querySelector('[role=figure]')?.getAttribute('aria-label') ?? '',
    );
    expect(names.map((name) => name.split('.')[0])).to.deep.equal(['Latency', 'Traffic', 'Errors', 'Saturation']);
    for (const name of names) expect(name).to.contain('p99 is');
  });

  it('has everything that the charts show as a table, too', async () => {
    const element = await goldenSignals('rate="20" at="20" open="data"');
    const table = part(element, 'table');
    expect(table.getAttribute('aria-label')).to.equal('Show data');
    expect(table.querySelectorAll('th[scope=col]').length).to.equal(9);
    expect(table.querySelectorAll('th[scope=row]').length).to.equal(10);
  });

  it('has targets of at least 24 px', async () => {
    for (const width of [320, 1024]) {
      await setViewport({ width, height: 800 });
      const element = await goldenSignals(`rate="20" at="6" ${OPEN}`);
      part(element, 'menu-button').click();
      await nextTask();
      for (const target of root(element).querySelectorAll('button, select, summary, a, input')) {
        // A click beside the input, but within its box or its label, is a click on it.
        const { width: across, height } = (target.closest('label .box, label') ?? target).getBoundingClientRect();
        expect(Math.min(across, height), target.outerHTML.slice(0, 80)).to.be.at.least(24);
      }
    }
  });

  it('names everything that can be operated', async () => {
    const element = await goldenSignals(`rate="20" at="6" ${OPEN}`);
    for (const input of root(element).querySelectorAll<HTMLInputElement>('input, select')) {
      const name = input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent.trim();
      expect(name, input.outerHTML.slice(0, 80)).to.match(/\p{L}{3}/u);
    }
  });

  it('gives every id once', async () => {
    const element = await goldenSignals(`rate="20" at="6" actions="1 nothing" latency-objective="x" ${OPEN}`);
    const ids = Array.from(root(element).querySelectorAll('[id]'), ({ id }) => id).filter(Boolean);
    expect(ids.length).to.equal(new Set(ids).size);
  });

  it('has the focus on no chart that is not there: all targets of Tab can be seen', async () => {
    const element = await goldenSignals(`rate="20" ${OPEN}`);
    for (const chart of root(element).querySelectorAll('obs-chart')) {
      const plot = root(chart).querySelector<HTMLElement>('.plot')!;
      expect(plot.getBoundingClientRect().height).to.be.above(50);
    }
  });
});
