import { expect } from '@open-wc/testing';
import { RowWindow } from '../../../src/ui/controls/row-window.js';
import { place } from '../../helpers.js';

function list(): { viewport: HTMLElement; rows: RowWindow; shown: () => number[]; made: () => number } {
  const viewport = place('<div><div></div></div>').firstElementChild as HTMLElement;
  const body = viewport.firstElementChild as HTMLElement;
  viewport.style.cssText = 'height: 200px; overflow: auto';
  body.style.position = 'relative';
  let made = 0;
  const rows = new RowWindow(viewport, body, {
    create: () => {
      made++;
      const row = document.createElement('div');
      row.style.cssText = 'position: absolute; height: 20px';
      row.tabIndex = -1;
      return row;
    },
    fill: (row, index) => (row.textContent = String(index)),
  });
  const shown = (): number[] => [...body.children].map(({ textContent }) => Number(textContent));
  return { viewport, rows, shown, made: () => made };
}

const sorted = (numbers: number[]): number[] => [...numbers].sort((a, b) => a - b);

describe('RowWindow', () => {
  it('has only what is in sight in the page, and makes no more elements when it is scrolled', () => {
    const { viewport, rows, shown, made } = list();
    rows.reset(100_000);
    expect(viewport.scrollHeight).to.equal(2_000_000);
    expect(shown()).to.deep.equal(Array.from({ length: 14 }, (_, i) => i));
    for (const top of [300, 5000, 1_000_000, 1_999_800, 0]) {
      viewport.scrollTop = top;
      rows.scrolled();
      const first = top / 20;
      for (let i = first; i < first + 10; i++) expect(shown(), String(top)).to.include(i);
    }
    expect(made()).to.be.below(25);
  });

  it('puts rows where they belong', () => {
    const { viewport, rows } = list();
    rows.reset(1000);
    viewport.scrollTop = 4000;
    rows.scrolled();
    const row = rows.row(203)!;
    expect(row.getBoundingClientRect().top - viewport.getBoundingClientRect().top).to.equal(60);
  });

  it('keeps the pinned row, and the focus in it, wherever the list is scrolled', () => {
    const { viewport, rows, shown } = list();
    rows.reset(1000);
    const row = rows.pin(3)!;
    row.focus();
    viewport.scrollTop = 10_000;
    rows.scrolled();
    rows.arrange();
    expect(document.activeElement === row).to.equal(true);
    expect(shown()).to.deep.equal(sorted(shown()));
    expect(shown()[0]).to.equal(3);
  });

  it('arranges rows in the order in which they are seen', () => {
    const { viewport, rows, shown } = list();
    rows.reset(1000);
    viewport.scrollTop = 100;
    rows.scrolled();
    viewport.scrollTop = 0;
    rows.scrolled();
    rows.arrange();
    expect(shown()).to.deep.equal(sorted(shown()));
  });

  it('reveals a row, and scrolls no further than it takes', () => {
    const { viewport, rows } = list();
    rows.reset(1000);
    rows.reveal(5);
    expect(viewport.scrollTop).to.equal(0);
    rows.reveal(20);
    expect(viewport.scrollTop).to.equal(220);
    rows.reveal(12);
    expect(viewport.scrollTop).to.equal(220);
    rows.reveal(0);
    expect(viewport.scrollTop).to.equal(0);
  });

  it('becomes shorter, and empty', () => {
    const { rows, shown } = list();
    rows.reset(1000);
    rows.pin(12);
    rows.reset(3);
    expect(sorted(shown())).to.deep.equal([0, 1, 2]);
    rows.reset(0);
    expect(shown()).to.deep.equal([]);
    rows.reset(2);
    expect(sorted(shown())).to.deep.equal([0, 1]);
  });
});
