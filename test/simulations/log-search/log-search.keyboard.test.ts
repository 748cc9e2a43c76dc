import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { drawn, expectFocus, field, focused, inside, part, press, root, words } from '../../helpers.js';
import { countButton, list, logSearch, rows, settled } from './page.js';

describe('<obs-log-search> by keyboard alone', function keyboard() {
  it('leads through everything with Tab, and out again', async () => {
    const figure = await logSearch();
    const after = document.createElement('button');
    figure.after(after);
    field(figure, 'question').focus();
    const visited: string[] = [];
    for (let steps = 0; steps < 40 && focused() !== after; steps++) {
      visited.push(focused()?.getAttribute('name') ?? focused()?.getAttribute('role') ?? focused()?.localName ?? '');
      await press('Tab');
    }
    after.remove();
    expect(visited.slice(0, 3)).to.deep.equal(['question', 'lines', 'text']);
    expect(visited.filter((stop) => stop === 'listbox').length).to.equal(2);
    expect(visited.filter((stop) => stop === 'summary').length).to.equal(6);
  });

  it('asks with Enter', async () => {
    const figure = await logSearch();
    const input = field(figure, 'query');
    input.focus();
    input.select();
    await sendKeys({ type: 'level=WARN' });
    await press('Enter');
    await settled(figure);
    expect(figure.query).to.equal('level=WARN');
    expectFocus(input);
  });

  it('goes through the lines with the arrow keys, and draws those it comes to', async () => {
    const figure = await logSearch('query="level=*" ');
    const box = list(figure, 'query');
    box.focus();
    const active = (): string =>
      root(figure)
        .getElementById(box.getAttribute('aria-activedescendant') ?? '')
        ?.getAttribute('aria-posinset') ?? 'none';
    expect(active()).to.equal('1');
    const moves: readonly (readonly [string, string])[] = [
      ['ArrowDown', '2'],
      ['PageDown', '8'],
      ['ArrowDown', '9'],
      ['PageUp', '3'],
      ['End', '10000'],
      ['ArrowDown', '10000'],
      ['ArrowUp', '9999'],
      ['Home', '1'],
      ['ArrowUp', '1'],
    ];
    for (const [key, place] of moves) {
      await press(key);
      await drawn(figure);
      expect(active(), key).to.equal(place);
      expectFocus(box);
    }
  });

  it('chooses a line with Enter and follows its request', async () => {
    const figure = await logSearch();
    list(figure, 'query').focus();
    await press('ArrowDown', 'Enter');
    await drawn(figure);
    expect(rows(figure, 'query')[1]!.getAttribute('aria-selected')).to.equal('true');
    const follow = part(figure, 'record').querySelector('button')!;
    follow.focus();
    await press('Enter');
    await settled(figure);
    expect(figure.open).to.equal('request');
    expect(words(inside(figure, '.request').textContent)).to.contain('api-gateway');
  });

  it('lists the false hits alone with Space', async () => {
    const figure = await logSearch();
    const button = countButton(figure, 'text', 'wrong');
    button.focus();
    await press('Space');
    await drawn(figure);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expectFocus(button);
  });

  it('leaves keys alone that are the browser’s', async () => {
    const figure = await logSearch();
    const box = list(figure, 'text');
    for (const init of [
      { key: 'ArrowDown', ctrlKey: true },
      { key: 'a' },
      { key: 'Tab' },
      { key: 'Home', altKey: true },
    ]) {
      const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
      box.dispatchEvent(event);
      expect(event.defaultPrevented, init.key).to.equal(false);
    }
  });

  it('takes no focus by itself', async () => {
    await logSearch('open="request fields secrets own"');
    expect(focused() === document.body || focused() === null).to.equal(true);
  });
});
