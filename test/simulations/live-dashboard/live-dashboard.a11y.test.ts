import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { ObsLiveDashboard } from '../../../src/index.js';
import { expectNoOverflow, expectNoViolations, forEveryone, MEDIA, rulesUnder } from '../../for-everyone.js';
import { drawn, emulate, inside } from '../../helpers.js';
import { button, dashboard, settled, shown } from './dashboard.js';

const OVER = 'at="580" actions="420 roll-back service=payment-service" open="again review data"';
const SCROLLS = 'pre, .scroll';

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

describe('<obs-live-dashboard> for everyone', () => {
  forEveryone({
    figure: withTrail,
    open: OVER,
    unusable: `objective="abc" latency-objective="-1" fault="x" first="60" theme="blue" ${OVER}`,
    states: { 'while it lasts': 'at="450"' },
    scrolls: SCROLLS,
  });

  it('gives axe nothing to find while it lasts, however its reader sees it', async () => {
    const element = await withTrail('at="450"');
    document.documentElement.style.colorScheme = 'light dark';
    for (const features of MEDIA) {
      await emulate(features);
      await drawn(element);
      await expectNoViolations(element, rulesUnder(features));
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

  it('hangs on a wall all at once', async () => {
    await setViewport({ width: 2000, height: 1200 });
    const element = await dashboard('at="450"');
    const charts = inside(element, '.charts').getBoundingClientRect();
    const lists = inside(element, '.lists').getBoundingClientRect();
    expect(lists.left).to.be.above(charts.right);
    expect(inside(element, '.card').getBoundingClientRect().bottom - element.getBoundingClientRect().top).to.be.below(
      1250,
    );
    expectNoOverflow(element, SCROLLS);
  });

  it('leaves out all controls where the author asks for a picture', async () => {
    const element = await dashboard('at="300" no-controls');
    expect(() => button(element, 'Play')).to.throw();
    expect(() => button(element, 'Break it')).to.throw();
    await expectNoViolations(element);
  });
});
