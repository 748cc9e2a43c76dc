import { expect } from '@open-wc/testing';
import { drawn, focused, inside, press, root, words } from '../../helpers.js';
import { rowIndex, rows, viewer } from './helpers.js';

const active = (): Element => focused()!;
const place = (): number => rowIndex(active().closest('.row')!);
const label = (): string => words(active().closest('.row')!.querySelector('.label')!.textContent);

async function focusFirst(markup: string = ''): Promise<Element> {
  const element = await viewer(markup);
  rows(element)[0]!.focus();
  return element;
}

describe('<obs-trace-viewer> by keyboard alone', () => {
  it('has one row in the order of the Tab key, the selected one', async () => {
    const element = await viewer();
    const stops = rows(element)
      .flatMap((row) => [row, ...row.children])
      .filter((one) => (one as HTMLElement).tabIndex === 0);
    expect(stops).to.have.length(1);
    expect(stops[0]!.getAttribute('aria-selected')).to.equal('true');
  });

  it('goes down, up, to the first and to the last row', async () => {
    const element = await focusFirst();
    const count = rows(element).length;
    await press('ArrowDown', 'ArrowDown');
    expect(place()).to.equal(4);
    await press('ArrowUp');
    expect(place()).to.equal(3);
    await press('End');
    expect(place()).to.equal(count + 1);
    await press('ArrowDown');
    expect(place()).to.equal(count + 1);
    await press('Home');
    expect(place()).to.equal(2);
  });

  it('closes a row with Left and opens it with Right, then enters its cells', async () => {
    const element = await focusFirst();
    const count = rows(element).length;
    await press('ArrowLeft');
    expect(active().getAttribute('aria-expanded')).to.equal('false');
    // The mail is below the root, too: the root is all that is left.
    expect(inside(element, '[role=treegrid]').getAttribute('aria-rowcount')).to.equal('2');
    await press('ArrowRight');
    expect(active().getAttribute('aria-expanded')).to.equal('true');
    expect(rows(element)).to.have.length(count);
    await press('ArrowRight');
    expect(active().getAttribute('role')).to.equal('rowheader');
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(active() === active().parentElement!.lastElementChild).to.equal(true);
    await press('Home');
    expect(active().getAttribute('role')).to.equal('rowheader');
    await press('ArrowDown');
    expect([active().getAttribute('role'), place()]).to.deep.equal(['rowheader', 3]);
    await press('ArrowLeft');
    expect(active().getAttribute('role')).to.equal('row');
  });

  it('goes from a span to its caller with Left', async () => {
    await focusFirst();
    await press('ArrowDown', 'ArrowDown');
    expect(label()).to.contain('auth');
    await press('ArrowLeft');
    expect(label()).to.contain('api-gateway POST /verify');
  });

  it('selects with Enter and with Space', async () => {
    const element = await focusFirst();
    await press('ArrowDown', 'Enter');
    await drawn(element as never);
    expect(words(inside(element, '.details .title').textContent)).to.contain('POST /verify client');
    expect(place()).to.equal(3);
    await press('ArrowDown', 'Space');
    await drawn(element as never);
    expect(words(inside(element, '.details .title').textContent)).to.contain('POST /verify server');
  });

  it('goes from match to match with f and b', async () => {
    const element = await focusFirst('query="name=*payments"');
    await press('f');
    expect(label()).to.contain('SELECT payments');
    await press('f');
    expect(label()).to.contain('INSERT payments');
    await press('f');
    expect(label()).to.contain('SELECT payments');
    await press('b');
    await drawn(element as never);
    expect(label()).to.contain('INSERT payments');
  });

  it('pages with s and w, folds with brackets and o and p', async () => {
    const element = await focusFirst();
    const count = rows(element).length;
    await press('s');
    expect(place()).to.be.above(8);
    await press('w');
    expect(place()).to.equal(2);
    await press(']');
    expect(rows(element)).to.have.length(1);
    await press('o');
    expect(rows(element).length).to.be.within(2, count - 1);
    await press('[');
    expect(rows(element)).to.have.length(count);
    await press('p');
    expect(rows(element).length).to.be.within(2, count - 1);
  });

  it('zooms with + and -, pans with a and d, fits a span with z and all with 0', async () => {
    const element = (await focusFirst()) as HTMLElement & { range: string };
    const range = async (key: string): Promise<number[]> => {
      await press(key);
      await drawn(element as never);
      return element.range.split('-').map(Number);
    };
    const [from, to] = (await range('+')) as [number, number];
    expect(from).to.be.above(0);
    const [later] = (await range('d')) as [number];
    expect(later - from).to.be.closeTo((to - from) * 0.2, 1e-3);
    await range('a');
    expect(element.range.split('-').map(Number)[0]).to.be.closeTo(from, 1e-3);
    await range('-');
    expect(element.range).to.equal('');
    await press('ArrowDown', 'ArrowDown');
    await range('z');
    expect(element.range).not.to.equal('');
    await range('0');
    expect(element.range).to.equal('');
  });

  it('leaves the page its keys', async () => {
    await focusFirst();
    for (const init of [{ key: 'b', ctrlKey: true }, { key: 's', metaKey: true }, { key: 'q' }, { key: 'Tab' }]) {
      const event = new KeyboardEvent('keydown', { ...init, bubbles: true, composed: true, cancelable: true });
      active().dispatchEvent(event);
      expect(event.defaultPrevented, init.key).to.equal(false);
    }
  });

  it('keeps the focus on its row when that is scrolled out of sight', async () => {
    const element = await focusFirst('inject="n-plus-one"');
    const viewport = inside(element, '.rows');
    expect(viewport.scrollHeight).to.be.above(viewport.clientHeight);
    rows(element)[0]!.focus();
    viewport.scrollTop = 1e6;
    viewport.dispatchEvent(new Event('scroll'));
    expect(place()).to.equal(2);
    await press('ArrowDown');
    expect(place()).to.equal(3);
    expect(viewport.scrollTop).to.be.below(60);
  });

  it('goes from request to request with the arrows', async () => {
    const element = await viewer('percentile="50"');
    const slider = inside<HTMLInputElement>(element, 'input[name=percentile]');
    slider.focus();
    const before = slider.getAttribute('aria-valuetext');
    await press('ArrowRight');
    await drawn(element);
    expect(slider.getAttribute('aria-valuetext')).not.to.equal(before);
    await press('End');
    await drawn(element);
    expect(slider.getAttribute('aria-valuetext')).to.match(/^the slowest/);
  });

  it('lists its keys', async () => {
    const element = await viewer('open="keys"');
    const text = words(inside(element, '.keys').textContent);
    expect(text).to.match(/PageDown s a page down/);
    expect(text).to.match(/f next match/);
    expect(root(element).querySelectorAll('.keys dt').length).to.be.above(20);
  });
});
