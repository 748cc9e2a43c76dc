import type { ObsRedUse } from '../../../src/simulations/red-use/red-use.js';
import { drawn, figures } from '../../helpers.js';

/** The element in the page, its run where its attributes put it. */
export async function redUse(markup: string = ''): Promise<ObsRedUse> {
  const [element] = await figures(`<obs-red-use ${markup}></obs-red-use>`);
  const figure = element as ObsRedUse;
  await figure.playback.settled;
  await drawn(figure);
  return figure;
}

/** Goes on by some seconds, and waits for the screen. */
export async function step(element: ObsRedUse, seconds: number): Promise<void> {
  await element.step(seconds);
  await drawn(element);
}
