import { expect } from '@open-wc/testing';
import type { ObsChart } from '../../../src/charts/obs-chart.js';
import { drawn, expectFocus, field, focused, inside, listen, part, press, root, type, words } from '../../helpers.js';
import { button, chartOf, goldenSignals, headOf, settled } from './fixture.js';

const QUICK = 'rate="20"';
const SECTIONS = ['knee', 'average', 'buckets', 'scraping', 'data'];

const summaries = (element: Element): HTMLElement[] => [...root(element).querySelectorAll('summary')];
const plotOf = (element: Element, name: string): HTMLElement =>
  root(chartOf(element, name)).querySelector<HTMLElement>('.plot')!;

/** Goes to a button and presses it. */
async function push(element: Element, label: string, key: string = 'Enter'): Promise<void> {
  button(element, label).focus();
  await press(key);
}

describe('<obs-golden-signals> by keyboard alone', function keyboard() {
  it('plays and pauses, and the focus stays on the button', async () => {
    const element = await goldenSignals(QUICK);
    await push(element, 'Play', 'Space');
    await drawn(element);
    expect(element.paused).to.equal(false);
    expectFocus(button(element, 'Pause'));
    await press('Space');
    await drawn(element);
    expect(element.paused).to.equal(true);
    expectFocus(button(element, 'Play'));
  });

  it('steps and goes back', async () => {
    const element = await goldenSignals(QUICK);
    await push(element, 'Step 10 s');
    await settled(element);
    await press('Enter');
    await settled(element);
    expect(element.currentTime).to.equal(20);
    expectFocus(button(element, 'Step 10 s'));
    await push(element, 'Back 1 min');
    await settled(element);
    expect(element.currentTime).to.equal(0);
  });

  it('chooses a speed', async () => {
    const element = await goldenSignals(QUICK);
    await push(element, '60x', 'Space');
    await settled(element);
    expect([element.playbackRate, element.playback.playbackRate]).to.deep.equal([60, 60]);
    expectFocus(button(element, '60x'));
  });

  it('disturbs and helps', async () => {
    const element = await goldenSignals(`${QUICK} at="5"`);
    await push(element, 'Bad deploy');
    await push(element, 'Roll back', 'Space');
    await settled(element);
    expect(element.actions).to.equal('5 bad-deploy service=order-service; 5 roll-back service=order-service');
    expectFocus(button(element, 'Roll back'));
  });

  it('reads its charts with one cursor for all', async () => {
    const element = await goldenSignals(`${QUICK} at="30"`);
    plotOf(element, 'latency').focus();
    await press('ArrowLeft', 'ArrowLeft');
    for (const name of ['latency', 'traffic', 'errors', 'saturation'])
      expect(headOf(element, name)).to.contain(' 0:28 ');
    await press('Tab');
    expectFocus(plotOf(element, 'traffic'));
    expect(headOf(element, 'latency')).not.to.contain('0:28');
    await press('Home');
    expect(headOf(element, 'errors')).to.contain(' 0:02 ');
    await press('Escape');
    expect(headOf(element, 'errors')).not.to.contain('0:02');
  });

  it('selects a request with Enter', async () => {
    const element = await goldenSignals(`${QUICK} at="45"`);
    const selected: unknown[] = [];
    element.addEventListener('obs-select', ({ selection }) => selected.push(selection.traceId));
    plotOf(element, 'latency').focus();
    await press('End', 'Enter');
    const { points = [] } = (chartOf(element, 'latency') as ObsChart).data;
    expect(selected).to.deep.equal([points.at(-1)!.key]);
  });

  for (const [index, name] of SECTIONS.entries()) {
    it(`opens and closes a part: ${name}`, async () => {
      const element = await goldenSignals(`${QUICK} at="6"`);
      summaries(element)[index]!.focus();
      await press('Enter');
      await drawn(element);
      expect(element.open).to.equal(name);
      expect(summaries(element)[index]!.closest('details')!.childElementCount).to.be.above(1);
      await press('Space');
      await drawn(element);
      expect(element.open).to.equal('');
      expectFocus(summaries(element)[index]!);
    });
  }

  it('types an objective, in whatever is wrong with it', async () => {
    const element = await goldenSignals(`${QUICK} at="6"`);
    const heard = listen(element);
    const input = field(element, 'latencyObjective');
    await type(input, 'abc');
    await drawn(element);
    const note = root(element).getElementById(input.getAttribute('aria-describedby')!);
    expect(words(note?.textContent ?? '')).to.equal(
      'p99 objective: “abc” is not a number from 1 to 60,000. It stays at 1,000.',
    );
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    await type(input, '250');
    await drawn(element);
    expect(heard.map(({ type: name, value }) => [name, value])).to.deep.equal([
      ['obs-error', undefined],
      ['obs-change', 250],
    ]);
    expect((chartOf(element, 'latency') as ObsChart).data.thresholds?.[0]?.value).to.equal(0.25);
  });

  it('chooses a service', async () => {
    const element = await goldenSignals(`${QUICK} at="6"`);
    field<HTMLSelectElement>(element, 'service').focus();
    await press('ArrowUp');
    await settled(element);
    expect(element.service).to.equal('auth');
    expectFocus(field(element, 'service'));
  });

  it('opens the menu, chooses, and gets the focus back', async () => {
    const element = await goldenSignals(`${QUICK} at="6"`);
    button(element, 'Bad deploy').click();
    part(element, 'menu-button').focus();
    await press('Enter');
    expect(part(element, 'menu').matches(':popover-open')).to.equal(true);
    const items = [...part(element, 'menu').querySelectorAll<HTMLElement>('a, button')];
    for (const item of items) {
      await press('Tab');
      expectFocus(item);
    }
    await press('Enter');
    await settled(element);
    expect([element.actions, element.currentTime]).to.deep.equal(['', 6]);
    expectFocus(part(element, 'menu-button'));
  });

  it('reaches everything by Tab in reading order, and leaves again', async () => {
    const element = await goldenSignals(`${QUICK} at="6" open="${SECTIONS.join(' ')}"`);
    const outside = document.createElement('button');
    element.after(outside);
    const all = 'input, select, summary, button:not(:disabled), a, textarea, [tabindex], obs-chart';
    const operable = [...root(element).querySelectorAll(all)]
      .filter((inner) => !inner.closest('[popover]'))
      .map((inner) => (inner.localName === 'obs-chart' ? root(inner).querySelector('.plot')! : inner));
    (operable[0] as HTMLElement).focus();
    const reached: Element[] = [];
    for (let at = focused(); at !== outside && reached.length <= operable.length; at = focused()) {
      if (at) reached.push(at);
      await press('Tab');
    }
    const described = (inner: Element): string => inner.outerHTML.slice(0, 80);
    expect(reached.map(described)).to.deep.equal(operable.map(described));
    outside.remove();
  });

  it('shows where the focus is', async () => {
    const element = await goldenSignals(QUICK);
    for (const operable of [
      button(element, 'Play'),
      button(element, 'Bad deploy'),
      inside(element, 'summary'),
      plotOf(element, 'latency'),
      part(element, 'menu-button'),
    ]) {
      operable.focus();
      await press('Shift');
      const { outlineStyle, outlineWidth } = getComputedStyle(operable);
      expect([outlineStyle, outlineWidth], operable.outerHTML.slice(0, 60)).to.deep.equal(['solid', '2px']);
    }
  });

  it('takes no focus on its own', async () => {
    const element = await goldenSignals(QUICK);
    await element.step(10);
    element.inject('bad-deploy');
    await element.step(10);
    await settled(element);
    expectFocus(document.body);
  });
});
