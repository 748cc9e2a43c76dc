import { CHECKOUT_TOPOLOGY } from '../system/checkout-topology.js';
import { DEFAULT_SETTINGS, type ShopAction, type ShopSettings } from './run-record.js';
import type { Topology } from '../system/topology.js';

/** The starting point of a run: a system, its settings, and actions that happen without the reader. */
export interface Scenario {
  readonly topology: (settings: ShopSettings) => Topology;
  readonly settings: Partial<ShopSettings>;
  /** The seed that shows the scenario most clearly. Any other works as well. */
  readonly seed: number;
  readonly actions: readonly ShopAction[];
}

/** The incident of the lesson. It starts at 01:40; at 01:45, payments deploy a query without an index. */
export const SLOW_QUERY_NIGHT: Scenario = {
  topology: () => CHECKOUT_TOPOLOGY,
  settings: { startSeconds: 100 * 60 },
  seed: 65,
  actions: [
    { at: 70, type: 'campaign', share: 0.03, seconds: 900 },
    { at: 130, type: 'deploy', service: 'email-service' },
    { at: 215, type: 'flip-flag', flag: 'new-banner' },
    { at: 300, type: 'slow-query', share: 0.0665 },
    { at: 340, type: 'deploy', service: 'auth' },
  ],
};

/** All scenarios, by name. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  /** No actions: an hour without an incident. */
  quiet: { topology: () => CHECKOUT_TOPOLOGY, settings: {}, seed: 1, actions: [] },

  'slow-query-night': SLOW_QUERY_NIGHT,

  /** One service with c workers and exponential work: an M/M/c queue, for which queueing theory has a formula. */
  'one-queue': { topology: oneQueue, settings: { rate: 30 }, seed: 1, actions: [] },
};

function oneQueue({ workers, workSeconds }: ShopSettings): Topology {
  return {
    entry: 'service',
    patienceSeconds: Infinity,
    routes: [{ name: 'GET /', share: 1 }],
    services: [
      {
        name: 'service',
        protocol: 'http',
        instances: 1,
        workers: Math.round(workers),
        queueLimit: Infinity,
        cores: Infinity,
        memory: { base: 0, perRequest: 0, limit: 1 },
        hopSeconds: 0,
        version: '1.0.0',
        operations: { 'GET /': { work: { median: workSeconds } } },
      },
    ],
  };
}

/** Returns the settings of a run: those chosen, then the scenario's, then the defaults. Invalid ones are ignored. */
export function settingsOf(scenario: Scenario, chosen: Partial<ShopSettings>): ShopSettings {
  const sound = Object.entries(chosen).filter(([name, value]) => isSound(name, value));
  return { ...DEFAULT_SETTINGS, ...scenario.settings, ...Object.fromEntries(sound) };
}

function isSound(name: string, value: unknown): boolean {
  if (name === 'shape') return value === 'steady' || value === 'spike' || value === 'day';
  if (name === 'hasBreakers') return typeof value === 'boolean';
  return typeof value === 'number' && value >= 0 && value < Infinity;
}
