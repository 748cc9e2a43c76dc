import { readActions, Run } from '../../../src/shop/index.js';
import { Evidence } from '../../../src/simulations/red-use/diagnosis/evidence.model.js';
import { RedUseModel } from '../../../src/simulations/red-use/red-use.model.js';

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
