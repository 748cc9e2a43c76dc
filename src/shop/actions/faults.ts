import type { Process } from '../../engine/index.js';
import type { Instance } from '../system/instance.js';
import { amount, later, serviceOf, start, until, type Plant } from './control-plane.js';
import { SLICE_SECONDS } from '../system/resources/cpu.js';
import { badDeploy, slowQuery } from './bad-releases.js';
import { deploy } from './rollout.js';
import type { Fault, FaultOf } from '../run/run-record.js';
import { DEFAULT_TARGETS } from './default-targets.js';

/** The flag behind which impatient calls to auth are shipped. */
export const RETRY_FLAG = 'eager-retries';

/** How each fault works: none of them touches a measured number, only what makes it. */
export const FAULTS: { readonly [T in Fault['type']]: (plant: Plant, fault: FaultOf<T>) => void } = {
  'traffic-spike': (plant, { factor, seconds }) => {
    plant.traffic.add(Math.max(0, amount(factor, 3) - 1), amount(seconds, Infinity));
  },

  'slow-query': slowQuery,

  'dependency-outage': (plant, { service = DEFAULT_TARGETS['dependency-outage'], mode = 'refuses', seconds }) => {
    const target = serviceOf(plant, service);
    if (mode === 'hangs') {
      target.isSilent = true;
      until(plant, seconds, () => (target.isSilent = false));
    } else {
      target.isDown = true;
      const kills = target.instances.map((instance) => ({ instance, kill: instance.kill() }));
      until(plant, seconds, () => {
        target.isDown = false;
        for (const { instance, kill } of kills) instance.boot(target.release, kill);
      });
    }
  },

  'third-party-rate-limit': (plant, { perSecond, seconds }) => {
    const { rateLimit, spec } = serviceOf(plant, 'card-processor');
    rateLimit.perSecond = amount(perSecond, 5);
    until(plant, seconds, () => (rateLimit.perSecond = spec.rateLimit ?? Infinity));
  },

  // A short slowness is the trigger; what keeps the storm going when it is over is the retries themselves.
  'retry-storm': (plant, { retries, timeoutSeconds, slowness, seconds }) => {
    const auth = serviceOf(plant, 'auth');
    const policies = serviceOf(plant, 'api-gateway').policiesTo('auth');
    // A second storm must not take the first one's patience for the usual one.
    plant.flags.get(RETRY_FLAG)?.();
    const before = policies.map((policy) => ({ ...policy }));
    for (const policy of policies) {
      policy.retries = Math.round(amount(retries, 6, 50));
      policy.timeoutSeconds = amount(timeoutSeconds, 0.25);
      policy.backoffSeconds = 0;
    }
    plant.flags.set(RETRY_FLAG, () => {
      for (const [i, policy] of policies.entries()) Object.assign(policy, before[i]);
    });
    plant.emitter.change({ kind: 'flag', service: 'api-gateway', summary: `flag ${RETRY_FLAG} on`, version: '' });
    auth.slowness = amount(slowness, 8);
    later(plant, amount(seconds, 45), () => (auth.slowness = 1));
  },

  'connection-leak': (plant, { share }) => {
    deploy(plant, serviceOf(plant, 'payment-service'), { kind: 'leaks-connections', share: amount(share, 0.03, 1) });
  },

  'memory-leak': (plant, { bytesPerRequest }) => {
    const bytes = amount(bytesPerRequest, 300_000);
    deploy(plant, serviceOf(plant, 'order-service'), { kind: 'leaks-memory', bytesPerRequest: bytes });
  },

  'noisy-neighbour': (plant, { service = DEFAULT_TARGETS['noisy-neighbour'], threads, seconds }) => {
    const [instance] = serviceOf(plant, service).instances;
    const end = plant.simulation.now + amount(seconds, Infinity);
    if (instance === undefined) return;
    for (let i = 0; i < amount(threads, 12, 64); i++) start(plant, neighbour(plant, instance, end));
  },

  'packet-loss': (plant, { service = DEFAULT_TARGETS['packet-loss'], share, seconds }) => {
    const { network } = serviceOf(plant, service);
    network.loss = amount(share, 0.1, 1);
    until(plant, seconds, () => (network.loss = 0));
  },

  'cache-failure': (plant) => {
    const cache = serviceOf(plant, 'cache');
    cache.products?.clear();
    for (const instance of cache.instances) instance.kill();
  },

  'bad-deploy': badDeploy,

  'slow-dependency': (plant, { service = DEFAULT_TARGETS['slow-dependency'], factor, seconds }) => {
    const target = serviceOf(plant, service);
    target.slowness = Math.max(1, amount(factor, 10));
    until(plant, seconds, () => (target.slowness = 1));
  },

  // The machines are gone; the instances on them come back only when somebody starts them again.
  'lost-capacity': (plant, { service = DEFAULT_TARGETS['lost-capacity'], share }) => {
    const { instances } = serviceOf(plant, service);
    const lost = Math.min(Math.round(instances.length * amount(share, 0.6, 1)), instances.length);
    for (const instance of instances.slice(0, lost)) instance.kill();
  },

  // An order's items, each asked for with a query of its own.
  'n-plus-one': (plant, { queries }) => {
    const defect = { kind: 'asks-for-each', call: 'UPDATE stock', operation: 'SELECT item' } as const;
    deploy(plant, serviceOf(plant, 'inventory-service'), { ...defect, times: Math.round(amount(queries, 20, 1000)) });
  },

  'lost-header': (plant, { service = DEFAULT_TARGETS['lost-header'], mode = 'resets', seconds }) => {
    const target = serviceOf(plant, service);
    target.headerLoss = mode;
    until(plant, seconds, () => (target.headerLoss = undefined));
  },
};

/** Somebody else's program on the same machine, which always has work. */
function* neighbour(plant: Plant, { processor: { cpu } }: Instance, end: number): Process<void> {
  while (plant.simulation.now < end) {
    yield* cpu.acquire();
    try {
      yield* plant.simulation.delay(SLICE_SECONDS);
    } finally {
      cpu.release();
    }
  }
}
