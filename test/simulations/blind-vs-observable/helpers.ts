import { drawIncident } from '../../../src/simulations/blind-vs-observable/incident/incident.model.js';
import { Investigation, type Step } from '../../../src/simulations/blind-vs-observable/probes/investigation.model.js';
import type { Side } from '../../../src/simulations/blind-vs-observable/probes/probes.model.js';
import type { ObsBlindVsObservable } from '../../../src/index.js';
import { drawn, figures } from '../../helpers.js';

/** Takes steps on one side of an incident, all at once. */
export function investigate(side: Side, kind: string, seed: number, steps: readonly Step[] = []): Investigation {
  const investigation = new Investigation(side, drawIncident(kind, seed));
  for (const _ of investigation.begin());
  for (const step of steps) for (const _ of investigation.take(step));
  return investigation;
}

/** The incident that is simulated fastest, on the side that is told of it first. */
export const QUICK = 'incident="dependency-outage" seed="3" sides="observable" open=""';

/** The element in the page, with its run at the alarm or after the looks of its attributes. */
export async function blindVsObservable(markup: string = QUICK): Promise<ObsBlindVsObservable> {
  const [element] = await figures(`<obs-blind-vs-observable ${markup}></obs-blind-vs-observable>`);
  const figure = element as ObsBlindVsObservable;
  await figure.settled;
  await drawn(figure);
  return figure;
}
