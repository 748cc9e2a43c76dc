import { expect } from '@open-wc/testing';
import type { ObsTraceViewer } from '../../../src/index.js';
import { drawn, place, root } from '../../helpers.js';

/** The viewer in the page, with what it simulates; `markup` is what an author writes into its tag. */
export async function viewer(markup: string = ''): Promise<ObsTraceViewer> {
  expect(customElements.get('obs-trace-viewer'), 'is registered').to.be.a('function');
  const element = place(`<obs-trace-viewer ${markup}></obs-trace-viewer>`).querySelector('obs-trace-viewer')!;
  await drawn(element);
  return element;
}

/** Rows that are in the page, in the order in which they are seen. */
export function rows(element: Element): HTMLElement[] {
  return [...root(element).querySelectorAll<HTMLElement>('.body > .row')].sort((a, b) => rowIndex(a) - rowIndex(b));
}

export const rowIndex = (row: Element): number => Number(row.getAttribute('aria-rowindex'));
