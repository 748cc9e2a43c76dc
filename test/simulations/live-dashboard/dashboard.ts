import type { ObsLiveDashboard } from '../../../src/index.js';
import { drawn, figures, inside, root, words } from '../../helpers.js';

/** A dashboard in the page, drawn; it begins at second 0 of a quiet night unless the markup says otherwise. */
export async function dashboard(markup: string = 'scenario="quiet" at="0"'): Promise<ObsLiveDashboard> {
  const [element] = await figures(`<obs-live-dashboard ${markup}></obs-live-dashboard>`);
  const figure = element as ObsLiveDashboard;
  await settled(figure);
  return figure;
}

/** Resolves when the run has come to the time that is to be shown, and that is on the screen. */
export async function settled(element: ObsLiveDashboard): Promise<void> {
  // What was set is loaded when it is drawn.
  await drawn(element);
  await element.playback.settled;
  await drawn(element);
}

export async function step(element: ObsLiveDashboard, seconds: number): Promise<void> {
  await element.step(seconds);
  await drawn(element);
}

/** The button that bears these words. */
export function button(element: Element, label: string | RegExp): HTMLButtonElement {
  const found = [...root(element).querySelectorAll('button')].find(({ textContent }) =>
    typeof label === 'string' ? words(textContent) === label : label.test(words(textContent)),
  );
  if (!found) throw new Error(`no button ${String(label)}`);
  return found;
}

export function shown(element: Element, selector: string): string {
  return words(inside(element, selector).textContent);
}

/** The step of the trail where the reader is; empty where there is no trail. */
export function here(element: Element): string {
  return words(root(element).querySelector('[aria-current=step]')?.textContent ?? '');
}
