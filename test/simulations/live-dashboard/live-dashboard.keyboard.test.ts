import { expect } from '@open-wc/testing';
import { drawn, focused, press, root, words } from '../../helpers.js';
import { button, dashboard, here, shown, step } from './dashboard.js';

/** Presses Tab until the focus is on the control that bears these words. */
async function tabTo(label: RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    const control = focused();
    if (control?.matches('button, select, summary') && label.test(words(control.textContent))) return;
    await press('Tab');
  }
  throw new Error(`nothing to reach that is called ${String(label)}`);
}

describe('<obs-live-dashboard> by keyboard alone', function keyboard() {
  it('goes from an alert to its cause, back, and on to mending', async () => {
    const element = await dashboard('at="720"');
    await tabTo(/^firing Too many slow requests/);
    await press('Enter');
    await drawn(element);
    expect(here(element)).to.equal('Alert');
    const steps: string[] = [];
    for (const next of [/See its chart/, /Open an example/, /Go to the span/, /What did it/]) {
      await tabTo(next);
      await press('Enter');
      await drawn(element);
      steps.push(here(element));
    }
    expect(steps).to.deep.equal(['Chart', 'Request', 'Span and logs', 'Cause']);
    expect(shown(element, '.verdict')).to.include('payment-service 2.3.1 deployed');
    await tabTo(/^Request$/);
    await press('Space');
    await drawn(element);
    expect(here(element)).to.equal('Request');
    await tabTo(/SELECT payments/);
    await press('Enter');
    await drawn(element);
    await tabTo(/What did it/);
    await press('Enter');
    await drawn(element);
    await tabTo(/Choose this for mending/);
    await press('Enter');
    await drawn(element);
    expect(focused()?.getAttribute('name')).to.equal('mitigation');
    await tabTo(/^Do it$/);
    await press('Enter');
    await drawn(element);
    expect(element.playback.run.record.actions.map(({ type }) => type)).to.deep.equal(['roll-back']);
  });

  it('opens a request from its ring on a chart', async () => {
    const element = await dashboard('scenario="quiet" at="60"');
    const chart = root(element).querySelector('obs-chart.latency')!;
    chart.shadowRoot!.querySelector<HTMLElement>('.plot')!.focus();
    await press('End', 'Enter');
    await drawn(element);
    expect(here(element)).to.equal('Request');
  });

  it('plays, steps, breaks and surprises', async () => {
    const element = await dashboard();
    button(element, 'Play').focus();
    await press('Enter');
    expect(element.paused).to.equal(false);
    await press('Enter');
    expect(element.paused).to.equal(true);
    await step(element, 20);
    await tabTo(/^Surprise me$/);
    await press('Enter');
    await drawn(element);
    expect(element.playback.run.record.actions.every(({ isSecret }) => isSecret)).to.equal(true);
  });

  it('never keeps the focus', async () => {
    const element = await dashboard('at="720" open="again review data"');
    const before = document.createElement('button');
    const after = document.createElement('button');
    element.before(before);
    element.after(after);
    before.focus();
    for (let i = 0; i < 150 && focused() !== after; i++) await press('Tab');
    expect(focused() === after).to.equal(true);
    before.remove();
    after.remove();
  });
});
