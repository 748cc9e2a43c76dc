import type { Mitigation, Shop, ShopChange } from '../../../shop/index.js';
import { RETRY_FLAG } from '../../../shop/index.js';
import type { FaultType } from '../incident/incident.model.js';

/** Everything the one on call can do, the quickest to help first. */
export const MITIGATION_TYPES: readonly Mitigation['type'][] = [
  'roll-back',
  'fail-over',
  'restart',
  'scale-out',
  'shed-load',
  'disable-flag',
  'open-breaker',
  'raise-pool',
];

/** What a mitigation can be done to: services, flags that are on, or who calls whom, as `payment-service>postgres`. */
export function targetsOf(type: Mitigation['type'], shop: Shop, changes: readonly ShopChange[]): string[] {
  const services = [...shop.services.values()].map(({ spec }) => spec);
  switch (type) {
    case 'disable-flag':
      return flagsOn(changes);
    case 'open-breaker':
      return services.flatMap(({ name, operations }) => {
        const calls = Object.values(operations).flatMap(({ steps = [] }) => steps.flat());
        return [...new Set(calls.map(({ to }) => `${name}>${to}`))];
      });
    case 'raise-pool':
      return services.flatMap(({ name, pools }) => (pools ? name : []));
    case 'roll-back':
    case 'scale-out':
      // Of somebody else's service there is nothing to roll back, and none to add.
      return services.flatMap(({ name, version }) => (version ? name : []));
    default:
      return services.map(({ name }) => name);
  }
}

/** A flag's name from what the change log says of it. */
function flagsOn(changes: readonly ShopChange[]): string[] {
  const flags = new Set<string>();
  for (const { kind, summary } of changes) {
    const [, flag = '', state] = kind === 'flag' ? (/^flag (\S+) (on|off)$/.exec(summary) ?? []) : [];
    if (state === 'on') flags.add(flag);
    if (state === 'off') flags.delete(flag);
  }
  return [...flags];
}

/** What is done when a type and a target are chosen. */
export function mitigationOf(type: Mitigation['type'], target: string): Mitigation {
  const [from = '', to = ''] = target.split('>');
  if (type === 'disable-flag') return { type, flag: target };
  return type === 'open-breaker' ? { type, from, to } : { type, service: target };
}

/** What restores the objectives, and what somebody might try that does not. */
export interface Remedy {
  readonly right: readonly Mitigation[];
  readonly wrong: readonly Mitigation[];
}

const PAYMENT = 'payment-service';
const ORDER = 'order-service';
const INVENTORY = 'inventory-service';
const CARDS = 'card-processor';

/** For every fault as the dashboard injects it, what helps; the tests try all of it on several seeds. */
export const REMEDIES: Readonly<Record<FaultType, Remedy>> = {
  'slow-query': {
    right: [{ type: 'roll-back', service: PAYMENT }],
    wrong: [
      { type: 'raise-pool', service: PAYMENT },
      { type: 'restart', service: PAYMENT },
      { type: 'fail-over', service: 'postgres' },
    ],
  },
  'bad-deploy': {
    right: [{ type: 'roll-back', service: ORDER }],
    wrong: [
      { type: 'restart', service: ORDER },
      { type: 'scale-out', service: ORDER },
    ],
  },
  'connection-leak': {
    right: [{ type: 'roll-back', service: PAYMENT }],
    wrong: [
      { type: 'restart', service: PAYMENT },
      { type: 'fail-over', service: 'postgres' },
    ],
  },
  'memory-leak': {
    right: [{ type: 'roll-back', service: ORDER }],
    wrong: [
      { type: 'restart', service: ORDER },
      { type: 'shed-load', service: 'api-gateway' },
    ],
  },
  'retry-storm': {
    right: [{ type: 'disable-flag', flag: RETRY_FLAG }],
    wrong: [
      { type: 'restart', service: ORDER },
      { type: 'roll-back', service: 'auth' },
    ],
  },
  'traffic-spike': {
    right: [{ type: 'scale-out', service: ORDER }],
    wrong: [
      { type: 'roll-back', service: ORDER },
      { type: 'scale-out', service: PAYMENT },
      { type: 'shed-load', service: 'api-gateway' },
    ],
  },
  'lost-capacity': {
    right: [
      { type: 'restart', service: ORDER },
      { type: 'scale-out', service: ORDER },
      { type: 'fail-over', service: ORDER },
    ],
    wrong: [
      { type: 'roll-back', service: ORDER },
      { type: 'scale-out', service: INVENTORY },
    ],
  },
  'cache-failure': {
    right: [{ type: 'restart', service: 'cache' }],
    wrong: [
      { type: 'scale-out', service: INVENTORY },
      { type: 'raise-pool', service: INVENTORY },
    ],
  },
  'dependency-outage': {
    right: [{ type: 'fail-over', service: CARDS }],
    wrong: [
      { type: 'restart', service: PAYMENT },
      { type: 'open-breaker', from: PAYMENT, to: CARDS },
    ],
  },
  'slow-dependency': {
    right: [{ type: 'fail-over', service: CARDS }],
    wrong: [
      { type: 'scale-out', service: PAYMENT },
      { type: 'raise-pool', service: PAYMENT },
    ],
  },
  'third-party-rate-limit': {
    right: [{ type: 'fail-over', service: CARDS }],
    wrong: [
      { type: 'scale-out', service: PAYMENT },
      { type: 'restart', service: PAYMENT },
    ],
  },
  'noisy-neighbour': {
    right: [{ type: 'fail-over', service: INVENTORY }],
    wrong: [
      { type: 'restart', service: INVENTORY },
      { type: 'roll-back', service: INVENTORY },
    ],
  },
  'packet-loss': {
    right: [{ type: 'fail-over', service: INVENTORY }],
    wrong: [
      { type: 'roll-back', service: INVENTORY },
      { type: 'restart', service: INVENTORY },
    ],
  },
};
