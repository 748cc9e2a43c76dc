import { Run, type RunRecord, type ShopAction, type ShopResult } from '../../../src/shop/index.js';
import { LiveDashboardModel } from '../../../src/simulations/live-dashboard/live-dashboard.model.js';
import type { Objectives } from '../../../src/simulations/live-dashboard/service-level.model.js';

/** The dashboard's own objectives. */
export const OBJECTIVES: Objectives = { availability: 0.999, promptness: 0.99, latencySeconds: 0.4 };

export const FAULT_AT = 40;

export interface Night {
  readonly run: Run;
  readonly model: LiveDashboardModel;
  /** Every customer's request, noted beside the model. */
  readonly results: readonly ShopResult[];
}

export function record(actions: readonly ShopAction[], seed: number | string = 1, scenario = 'quiet'): RunRecord {
  return { scenario, seed, settings: {}, actions: [...actions] };
}

/** A run that the dashboard watches, until a second. */
export function night(of: RunRecord, untilSeconds: number): Night {
  const run = new Run(of);
  const results: ShopResult[] = [];
  const notes = run.watch((shop) => {
    results.length = 0;
    shop.listen({ result: (result) => results.push(result) });
    return {};
  });
  const watch = run.watch((shop) => new LiveDashboardModel(shop, OBJECTIVES));
  run.runUntil(untilSeconds);
  notes.end();
  return { run, model: watch.current, results };
}
