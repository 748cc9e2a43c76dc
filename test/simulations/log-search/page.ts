import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import type { ObsLogSearch } from '../../../src/index.js';
import { drawn, place, root, words } from '../../helpers.js';

/** The element in the page, its log made and searched; `markup` is what an author writes between `<obs-log-search` and `>`. */
export async function logSearch(markup: string = '', content: string = ''): Promise<ObsLogSearch> {
  expect(customElements.get('obs-log-search'), 'is registered').to.be.a('function');
  const lines = markup.includes('lines=') ? '' : 'lines="10000"';
  place(`<obs-log-search ${lines} ${markup}>${content}</obs-log-search>`);
  const newest = [...document.querySelectorAll('obs-log-search')].at(-1)!;
  // Below another figure it would wait until it is near the viewport.
  newest.scrollIntoView();
  await settled(newest);
  return newest;
}

/** Resolves when what was asked is found and drawn. */
export async function settled(element: ObsLogSearch): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await element.ready;
    await drawn(element);
  }
}

export type Side = 'text' | 'query';

function side(element: Element, name: Side): HTMLElement {
  return root(element).querySelectorAll<HTMLElement>("[part='side']")[name === 'text' ? 0 : 1]!;
}

/** What the buttons under a bar say: right, false, missed. */
export function counts(element: Element, name: Side): number[] {
  return Array.from(side(element, name).querySelectorAll('.count'), ({ textContent }) =>
    Number(words(textContent).replace(/\D/g, '')),
  );
}

export function countButton(element: Element, name: Side, kind: 'right' | 'wrong' | 'missed'): HTMLButtonElement {
  return side(element, name).querySelector<HTMLButtonElement>(`.count.${kind}`)!;
}

export function took(element: Element, name: Side): string {
  return words(side(element, name).querySelector('.took')?.textContent ?? '');
}

export function rows(element: Element, name: Side): HTMLElement[] {
  return [...side(element, name).querySelectorAll<HTMLElement>('[role=option]')];
}

export function list(element: Element, name: Side): HTMLElement {
  return side(element, name).querySelector<HTMLElement>('[role=listbox]')!;
}

/** The part that opens under this name. */
export function opened(element: Element, title: string): string {
  const details = [...root(element).querySelectorAll('details')].find((some) =>
    words(some.querySelector('summary')!.textContent).startsWith(title),
  );
  return words(details?.textContent ?? '');
}
