import { readActions, Run } from '../../../src/shop/index.js';
import { Evidence } from '../../../src/simulations/red-use/diagnosis/evidence.model.js';
import { RedUseModel } from '../../../src/simulations/red-use/red-use.model.js';
import type { ObsRedUse } from '../../../src/simulations/red-use/red-use.js';
import { drawn, figures } from '../../helpers.js';

export interface Watched {
  readonly run: Run;
  readonly model: RedUseModel;
  readonly evidence: Evidence;
}

/** A run of the quiet shop in which something is done, watched until a second. */
export function watched(
  actions: string,
  until: number,
  { seed = 1, rate = 0, scenario = 'quiet' }: { seed?: number; rate?: number; scenario?: string } = {},
): Watched {
  const run = new Run({ scenario, seed, settings: rate > 0 ? { rate } : {}, actions: readActions(actions) ?? [] });
  const model = run.watch((shop) => new RedUseModel(shop));
  const evidence = run.watch((shop) => new Evidence(shop));
  run.runUntil(until);
  return { run, model: model.current, evidence: evidence.current };
}

/** The resource whose cell left first, as `postgres.disk`; of one scrape the one that went furthest. */
export function firstResource({ departures }: RedUseModel): string {
  const first = departures.find(({ cell }) => cell.kind);
  return first ? `${first.cell.service}.${first.cell.kind}` : 'none';
}

export const HUNDRED: readonly number[] = Array.from({ length: 100 }, (_, index) => index + 1);

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
