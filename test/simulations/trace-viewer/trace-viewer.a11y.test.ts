import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/i18n/de/index.js';
import type { ObsTraceViewer } from '../../../src/index.js';
import { drawn, emulate, nextTask, part, registerPseudoLocales, root, violations } from '../../helpers.js';
import { FILES } from '../../telemetry/traces/reference-files.js';
import { viewer } from './helpers.js';

const OPEN = 'open="compare sampling header own keys"';

async function expectNoViolations(element: ObsTraceViewer): Promise<void> {
  expect(await violations(element)).to.deep.equal([]);
}

/** What is wider than the page, by markup; what scrolls on its own is left out. */
function overflowing(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...root(element).querySelectorAll<HTMLElement>('*')]
    .filter((inner) => !inner.closest('.wide, .label > *, svg, .unseen, [popover]:not(:popover-open)'))
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

describe('<obs-trace-viewer> for everyone', function everyone() {
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
    document.documentElement.removeAttribute('dir');
  });

  const states: Readonly<Record<string, string>> = {
    'as it begins': '',
    'with everything open': `inject="lost-header" ${OPEN}`,
    'as a flame graph': 'view="flame" inject="retry"',
    'as a table': 'view="table"',
    'as a map': 'view="map"',
    'without controls': 'no-controls',
    'compared, zoomed and searched': 'inject="n-plus-one" compare-to="healthy" range="10-90" query="kind=client"',
    'with what cannot be used': 'seed="abc" range="x" query="a >" traceparent="x" tracestate="A" open="header"',
    'in German': `lang="de" ${OPEN}`,
    'in words twice as long': `lang="en-XA" ${OPEN}`,
    'from right to left': `lang="ar-XB" ${OPEN}`,
  };
  for (const [name, markup] of Object.entries(states)) {
    for (const theme of ['light', 'dark']) {
      it(`gives axe nothing to find ${name}, ${theme}`, async () => {
        await expectNoViolations(await viewer(`${markup} theme="${theme}"`));
      });
    }

    it(`fits into 320 px ${name}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await viewer(markup);
      expectNoOverflow(element);
      await expectNoViolations(element);
    });

    it(`bears text of 200 % ${name}`, async () => {
      document.documentElement.style.fontSize = '200%';
      const element = await viewer(markup);
      expectNoOverflow(element);
      await expectNoViolations(element);
    });
  }

  it('gives axe nothing to find in a file with doubts', async () => {
    const element = await viewer('open="own compare"');
    element.openFile(new File([JSON.stringify(FILES['otlp-jaeger-otel_traces_01.json'])], 'own.json'));
    await drawn(element);
    await expectNoViolations(element);
  });

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
      await expectNoViolations(await viewer(OPEN));
    });
  }

  it('tells bars from the critical path in forced colours', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await viewer();
    const fill = (selector: string): string => getComputedStyle(root(element).querySelector(selector)!).fill;
    expect(fill('.body path.path')).not.to.equal(fill('.body path.bar'));
  });

  it('moves nothing by itself', async () => {
    expect(root(await viewer(OPEN)).getAnimations()).to.deep.equal([]);
  });

  it('has targets of at least 24 px', async () => {
    for (const width of [320, 1024]) {
      await setViewport({ width, height: 800 });
      const element = await viewer(`${OPEN} range="10-50"`);
      part(element, 'menu-button').click();
      await nextTask();
      for (const target of root(element).querySelectorAll(
        'button, select, summary, a, .row[tabindex], input:not([type=range])',
      )) {
        const { width: across, height } = (
          target.closest('label') ??
          target.closest('.box') ??
          target
        ).getBoundingClientRect();
        expect(Math.min(across, height), target.outerHTML.slice(0, 80)).to.be.at.least(24);
      }
    }
  });

  it('names everything that can be operated', async () => {
    const element = await viewer(OPEN);
    for (const input of root(element).querySelectorAll<HTMLInputElement>('input, select, textarea')) {
      const name = input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent.trim();
      expect(name, input.outerHTML.slice(0, 80)).to.match(/\p{L}{3}/u);
    }
  });

  it('gives every id once', async () => {
    const element = await viewer(`seed="abc" ${OPEN}`);
    const ids = Array.from(root(element).querySelectorAll('[id]'), ({ id }) => id).filter(Boolean);
    expect(ids.length).to.equal(new Set(ids).size);
  });

  it('draws its bars from left to right in any language', async () => {
    const element = await viewer('lang="ar-XB"');
    expect(getComputedStyle(root(element).querySelector('.body .time')!).direction).to.equal('ltr');
  });
});
