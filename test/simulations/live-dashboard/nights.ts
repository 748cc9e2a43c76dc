import { Run, type RunRecord, type ShopAction, type ShopResult } from '../../../src/shop/index.js';
import { LiveDashboardModel } from '../../../src/simulations/live-dashboard/live-dashboard.model.js';
import type { Cause } from '../../../src/simulations/live-dashboard/drill-down/cause.model.js';
import type { FaultType } from '../../../src/simulations/live-dashboard/incident/incident.model.js';
import type { Objectives } from '../../../src/simulations/live-dashboard/alerts/service-level.model.js';

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

/** What really did it, from the shop's own definition of each fault. */
export const TRUTH: Readonly<Record<FaultType, (cause: Cause) => boolean>> = {
  'slow-query': deployOf('payment-service'),
  'bad-deploy': deployOf('order-service'),
  'connection-leak': deployOf('payment-service'),
  'memory-leak': deployOf('order-service'),
  'retry-storm': (cause) => cause.kind === 'change' && cause.change.summary === 'flag eager-retries on',
  'traffic-spike': (cause) => cause.kind === 'traffic',
  'lost-capacity': (cause) => cause.kind === 'instances' && cause.service === 'order-service' && cause.up === 1,
  'cache-failure': (cause) => cause.kind === 'instances' && cause.service === 'cache' && cause.up === 0,
  'dependency-outage': dependency('refuses'),
  'slow-dependency': dependency('slow'),
  'third-party-rate-limit': dependency('limits'),
  'noisy-neighbour': (cause) =>
    cause.kind === 'resource' && cause.instance === 'inventory-service-1' && cause.resource === 'cpu',
  'packet-loss': (cause) =>
    cause.kind === 'resource' && cause.service === 'inventory-service' && cause.resource === 'network',
};

function deployOf(service: string) {
  return (cause: Cause): boolean =>
    cause.kind === 'change' &&
    cause.change.kind === 'deploy' &&
    cause.change.service === service &&
    cause.change.seconds === FAULT_AT;
}

function dependency(how: 'refuses' | 'limits' | 'slow') {
  return (cause: Cause): boolean =>
    cause.kind === 'dependency' && cause.service === 'card-processor' && cause.how === how;
}
