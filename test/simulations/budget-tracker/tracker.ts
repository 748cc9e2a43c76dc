import type { ObsBudgetTracker } from '../../../src/index.js';
import { figures, inside, root, words } from '../../helpers.js';

/** The tracker in the page, drawn; `markup` is what an author writes between `<obs-budget-tracker` and `>`. */
export async function tracker(markup: string = ''): Promise<ObsBudgetTracker> {
  const [element] = await figures(`<obs-budget-tracker ${markup}></obs-budget-tracker>`);
  return element as ObsBudgetTracker;
}

export function button(element: Element, name: string): HTMLButtonElement {
  return inside<HTMLButtonElement>(element, `button[name='${name}']`);
}

export function isOff(element: Element, name: string): boolean {
  return button(element, name).getAttribute('aria-disabled') === 'true';
}

/** The cells of a table, by its accessible name, row by row. */
export function rowsOf(element: Element, label: string): string[][] {
  const table = [...root(element).querySelectorAll('table')].find((found) => found.ariaLabel?.startsWith(label));
  return Array.from(table?.rows ?? [], (row) => Array.from(row.cells, (cell) => words(cell.textContent)));
}

/** A month without chance, but for what is written. */
export const QUIET = 'trouble="0" risk-percent="0"';
