import { RETRY_FLAG, type Fault, type Mitigation } from '../../../shop/index.js';

/** What may have happened: each fault of the shop that can make payments fail. */
export type Suspect = Extract<
  Fault['type'],
  | 'bad-deploy'
  | 'slow-query'
  | 'connection-leak'
  | 'memory-leak'
  | 'retry-storm'
  | 'lost-capacity'
  | 'noisy-neighbour'
  | 'cache-failure'
  | 'packet-loss'
  | 'traffic-spike'
  | 'dependency-outage'
  | 'third-party-rate-limit'
  | 'slow-dependency'
>;

/** The board of suspects, in the order in which it is drawn: what somebody shipped, what broke, what others do. */
export const SUSPECTS: readonly Suspect[] = [
  'bad-deploy',
  'slow-query',
  'connection-leak',
  'memory-leak',
  'retry-storm',
  'lost-capacity',
  'noisy-neighbour',
  'cache-failure',
  'packet-loss',
  'traffic-spike',
  'dependency-outage',
  'third-party-rate-limit',
  'slow-dependency',
];

/** What can be done about it: a few remedies, several of which fit more than one suspect. */
export type Remedy =
  | 'roll-back-payment'
  | 'roll-back-order'
  | 'flag-off'
  | 'scale-out-order'
  | 'fail-over-order'
  | 'restart-cache'
  | 'fail-over-database'
  | 'fail-over-card';

export const REMEDIES: Readonly<Record<Remedy, Mitigation>> = {
  'roll-back-payment': { type: 'roll-back', service: 'payment-service' },
  'roll-back-order': { type: 'roll-back', service: 'order-service' },
  'flag-off': { type: 'disable-flag', flag: RETRY_FLAG },
  'scale-out-order': { type: 'scale-out', service: 'order-service' },
  'fail-over-order': { type: 'fail-over', service: 'order-service' },
  'restart-cache': { type: 'restart', service: 'cache' },
  'fail-over-database': { type: 'fail-over', service: 'postgres' },
  'fail-over-card': { type: 'fail-over', service: 'card-processor' },
};

/** What one does who believes in a suspect. Whether it helps is for the run to say. */
export const REMEDY_OF: Readonly<Record<Suspect, Remedy>> = {
  'bad-deploy': 'roll-back-payment',
  'slow-query': 'roll-back-payment',
  'connection-leak': 'roll-back-payment',
  'memory-leak': 'roll-back-order',
  'retry-storm': 'flag-off',
  'lost-capacity': 'scale-out-order',
  'traffic-spike': 'scale-out-order',
  'noisy-neighbour': 'fail-over-order',
  'cache-failure': 'restart-cache',
  'packet-loss': 'fail-over-database',
  'dependency-outage': 'fail-over-card',
  'third-party-rate-limit': 'fail-over-card',
  'slow-dependency': 'fail-over-card',
};
