import { expect } from '@open-wc/testing';
import { drawn, expectFocus, field, part, press, root, words } from '../../helpers.js';
import { button, QUIET, tracker } from './tracker.js';

describe('<obs-budget-tracker> by keyboard alone', () => {
  it('moves the cursor of its chart, which speaks', async () => {
    const element = await tracker(`${QUIET} day="6" actions="2:outage21.6"`);
    const cursor = field(element, 'cursor');
    cursor.focus();
    const said: string[] = [];
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End']) {
      await press(key);
      await drawn(element);
      said.push(cursor.getAttribute('aria-valuetext') ?? '');
    }
    expect(said[0]).to.equal('Day 0: 43 min 12 s left, 100 %, full speed');
    expect(said[2]).to.equal('Day 2: 21 min 36 s left, 50 %, canary only · burning at 15x · Outage 21 min 36 s');
    // 21.6 minutes in 5.375 days are 2.79x; the 24.625 days to come would take 98.96 more.
    expect(said[3]).to.match(/^Day 30 is to come: −1 h 17 min/);
    expect(words(part(element, 'readout').textContent)).to.equal(said[3]);
    expectFocus(cursor);
  });

  it('acts, passes days, goes back, and keeps the focus', async () => {
    const element = await tracker(QUIET);
    button(element, 'small').focus();
    await press('Enter');
    await drawn(element);
    expectFocus(button(element, 'small'));
    button(element, 'next').focus();
    await press('Space');
    await drawn(element);
    expect([element.actions, element.day]).to.deep.equal(['1:small', 2]);
    expectFocus(button(element, 'next'));
    await press('Tab', 'Tab', 'Tab', 'Enter');
    await drawn(element);
    expect(element.day).to.equal(1);
  });

  it('switches the canary and the override', async () => {
    const element = await tracker(`${QUIET} day="4" actions="2:outage35"`);
    field(element, 'canary').focus();
    await press('Space');
    await drawn(element);
    expect(element.canary).to.equal(true);
    field(element, 'override').focus();
    await press('Space');
    await drawn(element);
    button(element, 'large').focus();
    await press('Enter');
    await drawn(element);
    expect(element.actions).to.equal('2:outage35 4:large+canary!');
  });

  it('reaches a button that is off, to hear why', async () => {
    const element = await tracker(`${QUIET} day="4" actions="2:outage35"`);
    button(element, 'small').focus();
    expectFocus(button(element, 'small'));
    expect(button(element, 'small').disabled).to.equal(false);
  });

  for (const [index, name] of ['months', 'windows', 'costs', 'data'].entries()) {
    it(`opens and closes: ${name}`, async () => {
      const element = await tracker();
      const summary = [...root(element).querySelectorAll('summary')][index]!;
      summary.focus();
      await press('Enter');
      await drawn(element);
      expect(element.open).to.equal(name);
      await press('Enter');
      await drawn(element);
      expect(element.open).to.equal('');
    });
  }
});
