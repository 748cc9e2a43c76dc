import { expect } from '@open-wc/testing';
import '../../../src/i18n/de/index.js';
import {
  drawn,
  expectFocus,
  field,
  focused,
  press,
  registerPseudoLocales,
  root,
  sentence,
  type,
} from '../../helpers.js';
import { button, comparison, detail, lane, lanes } from './figure.js';

describe('<obs-alert-comparison> by keyboard alone', function keyboard() {
  it('reaches every day, every lane, every field, and the menu', async () => {
    const element = await comparison('open=""');
    button(element, 'Week').focus();
    const visited: string[] = [];
    for (let stop = 0; stop < 40; stop++) {
      const at = focused();
      if (!at || !root(element).contains(at)) break;
      visited.push(at.getAttribute('role') ?? at.localName);
      await press('Tab');
    }
    expect(visited.slice(0, 8)).to.deep.equal(Array.from({ length: 8 }, () => 'button'));
    expect(visited.slice(8, 17)).to.deep.equal(Array.from({ length: 9 }, () => 'slider'));
    expect(visited.slice(17)).to.deep.equal([
      ...Array.from({ length: 9 }, () => 'input'),
      'select',
      'input',
      'input',
      ...Array.from({ length: 5 }, () => 'summary'),
      'button',
    ]);
  });

  it('goes from alert to alert of a lane, and to its ends', async () => {
    const element = await comparison();
    const causes = lane(element, 'causes');
    causes.focus();
    const count = Number(causes.ariaValueMax);
    const visited: string[] = [];
    for (const key of ['Home', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'End', 'ArrowRight', 'ArrowDown']) {
      await press(key);
      await drawn(element);
      visited.push(element.alert);
    }
    expect(visited).to.deep.equal(['1', '2', '3', '2', count, count, count - 1].map((index) => `cause.${index}`));
    expectFocus(causes);
  });

  it('follows an alert into another day', async () => {
    const element = await comparison('day="monday"');
    const symptom = lane(element, 'symptom');
    symptom.focus();
    await press('Home');
    await drawn(element);
    expect([element.alert, element.day]).to.deep.equal(['symptom.1', 'tuesday']);
    expectFocus(symptom);
  });

  it('says which alert it is', async () => {
    const element = await comparison();
    const multi = lane(element, 'approach 6');
    multi.focus();
    await press('ArrowRight');
    await drawn(element);
    expect(multi.getAttribute('aria-valuetext')).to.match(
      /^1 of 4: Approach6Page, Tue \d\d:\d\d, a page about an incident$/,
    );
    expect(detail(element)).to.contain('Approach6Page pages on Tue');
  });

  it('does nothing in a lane without alerts', async () => {
    const element = await comparison('week="quiet"');
    for (const each of lanes(element)) {
      each.focus();
      for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End']) await press(key);
    }
    await drawn(element);
    expect(element.alert).to.equal('');
  });

  it('leaves other keys to the page', async () => {
    const element = await comparison();
    const causes = lane(element, 'causes');
    const event = new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true, composed: true });
    causes.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('goes with the time also where the page reads from right to left', async () => {
    registerPseudoLocales();
    const element = await comparison('lang="ar-XB"');
    const [causes] = lanes(element);
    causes!.focus();
    await press('Home');
    await press('ArrowLeft');
    await drawn(element);
    expect(element.alert).to.equal('cause.2');
  });

  it('zooms with Enter, and keeps the focus', async () => {
    const element = await comparison();
    button(element, 'Fri').focus();
    await press('Enter');
    await drawn(element);
    expect(element.day).to.equal('friday');
    expectFocus(button(element, 'Fri'));
  });

  it('writes a rule', async () => {
    const element = await comparison('open="rule"');
    await type(field(element, 'rule'), 'queue > 50');
    await drawn(element);
    expect(element.rule).to.equal('queue > 50');
    expectFocus(field(element, 'rule'));
  });

  it('switches a lane off and on, and cannot switch off the last', async () => {
    const element = await comparison('open="more" strategies="cause symptom"');
    const boxes = (): HTMLInputElement[] => [...root(element).querySelectorAll<HTMLInputElement>('[type=checkbox]')];
    boxes()[1]!.focus();
    await press('Space');
    await drawn(element);
    expect(element.strategies).to.equal('cause');
    expect(boxes()[0]!.disabled).to.equal(true);
    await press('Space');
    await drawn(element);
    expect(element.strategies).to.equal('cause symptom');
    expect(sentence(element)).to.contain('paging on a symptom');
  });
});
