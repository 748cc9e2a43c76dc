import { expect } from '@open-wc/testing';
import type { ObsAlertComparison } from '../../../src/index.js';
import { drawn, figures, inside, root, words } from '../../helpers.js';

const ALL = 'cause symptom approach1 approach2 approach3 approach4 approach5 approach6 own';

/**
 * The element in the page, simulated and drawn, with all lanes unless it says otherwise; `markup` is what an author
 * writes between its name and `>`.
 */
export async function comparison(markup: string = '', content: string = ''): Promise<ObsAlertComparison> {
  const lanesShown = markup.includes('strategies') ? '' : `strategies="${ALL}"`;
  const [element] = await figures(`<obs-alert-comparison ${lanesShown} ${markup}>${content}</obs-alert-comparison>`);
  return element as ObsAlertComparison;
}

/** The lanes of strategies, in their order. */
export function lanes(element: Element): HTMLElement[] {
  return [...root(element).querySelectorAll<HTMLElement>('[role=slider]')];
}

export function lane(element: Element, name: string): HTMLElement {
  const found = lanes(element).find((some) => some.ariaLabel?.includes(name));
  expect(found !== undefined, name).to.equal(true);
  return found!;
}

export function detail(element: Element): string {
  return words(inside(element, "[part='detail']").textContent);
}

/** The cells of a strategy's row in the table of the week. */
export function row(element: Element, head: string): string[] {
  const rows = Array.from(root(element).querySelectorAll('table tr'), (tr) =>
    Array.from(tr.children, ({ textContent }) => words(textContent)),
  );
  return rows.find(([first]) => first === head) ?? [];
}

export function button(element: Element, text: string): HTMLButtonElement {
  const found = [...root(element).querySelectorAll('button')].find((some) => words(some.textContent).startsWith(text));
  expect(found !== undefined, text).to.equal(true);
  return found!;
}

export async function click(element: ObsAlertComparison, target: HTMLElement): Promise<void> {
  target.click();
  await drawn(element);
}

/** Waits until something is so, by tasks and not by frames. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
