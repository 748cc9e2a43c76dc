import fc from 'fast-check';
import type { ShopAction } from '../../src/shop/index.js';

const SERVICES = [
  'api-gateway',
  'auth',
  'order-service',
  'inventory-service',
  'payment-service',
  'email-service',
  'cache',
  'postgres',
  'card-processor',
];

const service = fc.constantFrom(...SERVICES);
const seconds = fc.constantFrom(undefined, 0, 5, 30);
const share = fc.constantFrom(undefined, 0, 0.1, 0.5, 1);

function action<T extends string>(type: T, parameters: Record<string, fc.Arbitrary<unknown>> = {}) {
  return fc.record({ type: fc.constant(type), ...parameters });
}

const anything = fc.oneof(
  action('traffic-spike', { factor: fc.constantFrom(undefined, 0, 2, 5), seconds }),
  action('slow-query', { share }),
  action('dependency-outage', { service, mode: fc.constantFrom('refuses', 'hangs'), seconds }),
  action('third-party-rate-limit', { perSecond: fc.constantFrom(undefined, 0, 1, 3), seconds }),
  action('retry-storm', { retries: fc.constantFrom(undefined, 3), seconds }),
  action('connection-leak', { share }),
  action('memory-leak', { bytesPerRequest: fc.constantFrom(undefined, 3e6, 1e9) }),
  action('noisy-neighbour', { service, threads: fc.constantFrom(undefined, 3), seconds }),
  action('packet-loss', { service, share, seconds }),
  action('cache-failure'),
  action('bad-deploy', { service, share }),
  action('slow-dependency', { service, factor: fc.constantFrom(undefined, 1, 100), seconds }),
  action('lost-capacity', { service, share }),
  action('n-plus-one', { queries: fc.constantFrom(undefined, 0, 3, 40) }),
  action('lost-header', { service, mode: fc.constantFrom('drops', 'resets'), seconds }),
  action('roll-back', { service }),
  action('scale-out', { service, instances: fc.constantFrom(undefined, 0, 2) }),
  action('fail-over', { service }),
  action('restart', { service }),
  action('shed-load', { service, share }),
  action('disable-flag', { flag: fc.constantFrom('eager-retries', 'new-banner') }),
  action('open-breaker', { from: service, to: service, isOpen: fc.boolean() }),
  action('raise-pool', { service, size: fc.constantFrom(undefined, 0, 1, 50) }),
  action('deploy', { service }),
  action('flip-flag', { flag: fc.constant('new-banner') }),
  action('configure', {
    service,
    workers: fc.constantFrom(undefined, 0, 2, 500),
    timeoutSeconds: fc.constantFrom(undefined, 0, 0.1),
    retries: fc.constantFrom(undefined, 0, 3),
  }),
  action('campaign', { share, seconds }),
);

/** Any actions whatever, at any times up to then; several at one time are likely. */
export function actions(until: number): fc.Arbitrary<ShopAction[]> {
  const at = fc.oneof(fc.integer({ min: 0, max: until }), fc.double({ min: 0, max: until, noNaN: true }));
  return fc
    .array(fc.tuple(at, anything), { maxLength: 8 })
    .map((list) => list.map(([time, what]) => ({ ...what, at: time }) as ShopAction));
}
