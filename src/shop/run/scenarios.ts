import { CHECKOUT_TOPOLOGY } from '../system/checkout-topology.js';
import { DEFAULT_SETTINGS, type ShopAction, type ShopSettings } from './run-record.js';
import type { Topology } from '../system/topology.js';

/** Where a run begins: a system, its settings, and what happens in it by itself. */
export interface Scenario {
  readonly topology: (settings: ShopSettings) => Topology;
  readonly settings: Partial<ShopSettings>;
  /** The seed that shows best what the scenario is about; any other is as real. */
  readonly seed: number;
  readonly actions: readonly ShopAction[];
}

/** The lesson's incident: it is 01:40; at 01:45 payments ship a query without an index. The rest is innocent. */
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

/** The scenarios by name. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  /** An hour like any other. */
  quiet: { topology: () => CHECKOUT_TOPOLOGY, settings: {}, seed: 1, actions: [] },

  'slow-query-night': SLOW_QUERY_NIGHT,

  /** One service, c workers, exponential work: where queueing theory has the answer (M/M/c). */
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

/** The settings of a run: the reader's over the scenario's over the common ones. Those that make no sense are left out. */
export function settingsOf(scenario: Scenario, chosen: Partial<ShopSettings>): ShopSettings {
  const sound = Object.entries(chosen).filter(([name, value]) => isSound(name, value));
  return { ...DEFAULT_SETTINGS, ...scenario.settings, ...Object.fromEntries(sound) };
}

function isSound(name: string, value: unknown): boolean {
  if (name === 'shape') return value === 'steady' || value === 'spike' || value === 'day';
  if (name === 'hasBreakers') return typeof value === 'boolean';
  return typeof value === 'number' && value >= 0 && value < Infinity;
}
