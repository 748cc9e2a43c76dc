import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/i18n/de/index.js';
import type { ObsLiveDashboard } from '../../../src/index.js';
import { drawn, emulate, expectNoGarbage, inside, registerPseudoLocales, root, violations } from '../../helpers.js';
import { button, dashboard, settled, shown } from './dashboard.js';

const OVER = 'at="580" actions="420 roll-back service=payment-service" open="again review data"';

async function expectNoViolations(element: ObsLiveDashboard): Promise<void> {
  expect(await violations(element)).to.deep.equal([]);
}

/** What is wider than the element, by markup; some parts scroll on their own. */
function overflowing(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...root(element).querySelectorAll<HTMLElement>('*')]
    .filter((inner) => !inner.closest('pre, svg, .unseen, .scroll, [popover]:not(:popover-open)'))
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

/** Opens a trail at its span. */
async function withTrail(markup: string): Promise<ObsLiveDashboard> {
  const element = await dashboard(markup);
  inside(element, '.row').click();
  await drawn(element);
  for (let i = 0; i < 3; i++) {
    inside(element, '.trail > .next').click();
    await drawn(element);
  }
  return element;
}

describe('<obs-live-dashboard> for everyone', function everyone() {
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

  for (const lang of ['en', 'de', 'en-XA', 'ar-XB']) {
    it(`gives axe nothing to find in ${lang}, wide and dark, narrow and light, and fits, in text of 200 % too`, async () => {
      const element = await withTrail(`lang="${lang}" theme="dark" ${OVER}`);
      await expectNoViolations(element);
      expectNoOverflow(element);
      expectNoGarbage(element);
      await setViewport({ width: 320, height: 640 });
      element.setAttribute('theme', 'light');
      await drawn(element);
      expectNoOverflow(element);
      await expectNoViolations(element);
      await setViewport({ width: 1024, height: 800 });
      document.documentElement.style.fontSize = '200%';
      expectNoOverflow(element);
    });
  }

  it('gives axe nothing to find in forced colours, dark, with more contrast and with less motion', async () => {
    const element = await withTrail('at="450"');
    document.documentElement.style.colorScheme = 'light dark';
    for (const features of [
      { 'forced-colors': 'active' },
      { 'prefers-color-scheme': 'dark' },
      { 'prefers-contrast': 'more' },
      { 'prefers-reduced-motion': 'reduce' },
    ]) {
      await emulate(features as unknown as Record<string, string>);
      await drawn(element);
      await expectNoViolations(element);
    }
  });

  it('gives axe nothing to find where two futures stand side by side', async () => {
    const element = await dashboard(
      'at="600" actions="420 roll-back service=payment-service" first="720 roll-back service=payment-service" first-until="900" open="again"',
    );
    while (/being computed/.test(shown(element, '[part=section]'))) await settled(element);
    expect(inside(element, '[part=futures]').checkVisibility()).to.equal(true);
    await expectNoViolations(element);
  });

  it('shows its state by a shape and a word, not by colour alone', async () => {
    const element = await dashboard('scenario="quiet" at="60"');
    const look = () => [inside(element, '.lamp path').getAttribute('d'), inside(element, '.banner b').textContent];
    const good = look();
    element.inject('dependency-outage');
    await element.step(60);
    await drawn(element);
    const page = look();
    expect(page[0]).not.to.equal(good[0]);
    expect(page[1]).not.to.equal(good[1]);
  });

  it('has targets of at least 24 px', async () => {
    const element = await withTrail('at="450"');
    for (const width of [320, 1024]) {
      await setViewport({ width, height: 800 });
      for (const target of root(element).querySelectorAll('button, select, summary, a, input')) {
        if (target.closest('[popover]')) continue;
        const { width: across, height } = (target.closest('label .box') ?? target).getBoundingClientRect();
        expect(Math.min(across, height), target.outerHTML.slice(0, 80)).to.be.at.least(24);
      }
    }
  });

  it('hangs on a wall all at once', async () => {
    await setViewport({ width: 2000, height: 1200 });
    const element = await dashboard('at="450"');
    const charts = inside(element, '.charts').getBoundingClientRect();
    const lists = inside(element, '.lists').getBoundingClientRect();
    expect(lists.left).to.be.above(charts.right);
    expect(inside(element, '.card').getBoundingClientRect().bottom - element.getBoundingClientRect().top).to.be.below(
      1250,
    );
    expectNoOverflow(element);
  });

  it('leaves out all controls where the author asks for a picture', async () => {
    const element = await dashboard('at="300" no-controls');
    expect(() => button(element, 'Play')).to.throw();
    expect(() => button(element, 'Break it')).to.throw();
    await expectNoViolations(element);
  });
});
