import type { Process } from '../../engine/index.js';
import type { Instance } from '../system/instance.js';
import { amount, later, serviceOf, start, until, type ControlPlane } from './control-plane.js';
import { SLICE_SECONDS } from '../system/resources/cpu.js';
import { badDeploy, slowQuery } from './bad-releases.js';
import { deploy } from './rollout.js';
import type { Fault, FaultOf } from '../run/run-record.js';
import { DEFAULT_TARGETS } from './default-targets.js';

/** The feature flag that turns on short timeouts and many retries for calls to auth. */
export const RETRY_FLAG = 'eager-retries';

/** How each fault works. It changes the system, never a measured value. */
export const FAULTS: { readonly [T in Fault['type']]: (control: ControlPlane, fault: FaultOf<T>) => void } = {
  'traffic-spike': (control, { factor, seconds }) => {
    control.traffic.add(Math.max(0, amount(factor, 3) - 1), amount(seconds, Infinity));
  },

  'slow-query': slowQuery,

  'dependency-outage': (control, { service = DEFAULT_TARGETS['dependency-outage'], mode = 'refuses', seconds }) => {
    const target = serviceOf(control, service);
    if (mode === 'hangs') {
      target.isSilent = true;
      until(control, seconds, () => (target.isSilent = false));
    } else {
      target.isDown = true;
      const kills = target.instances.map((instance) => ({ instance, kill: instance.kill() }));
      until(control, seconds, () => {
        target.isDown = false;
        for (const { instance, kill } of kills) instance.boot(target.release, kill);
      });
    }
  },

  'third-party-rate-limit': (control, { perSecond, seconds }) => {
    const { admission, spec } = serviceOf(control, 'card-processor');
    const { rateLimit } = admission;
    rateLimit.perSecond = amount(perSecond, 5);
    until(control, seconds, () => (rateLimit.perSecond = spec.rateLimit ?? Infinity));
  },

  // A short slowdown triggers the storm. When it is over, the retries alone keep the storm going.
  'retry-storm': (control, { retries, timeoutSeconds, slowness, seconds }) => {
    const auth = serviceOf(control, 'auth');
    const policies = serviceOf(control, 'api-gateway').policiesTo('auth');
    // A second storm must not save the settings of the first one as the normal ones.
    control.flags.get(RETRY_FLAG)?.();
    const before = policies.map((policy) => ({ ...policy }));
    for (const policy of policies) {
      policy.retries = Math.round(amount(retries, 6, 50));
      policy.timeoutSeconds = amount(timeoutSeconds, 0.25);
      policy.backoffSeconds = 0;
    }
    control.flags.set(RETRY_FLAG, () => {
      for (const [i, policy] of policies.entries()) Object.assign(policy, before[i]);
    });
    control.telemetry.change({ kind: 'flag', service: 'api-gateway', summary: `flag ${RETRY_FLAG} on`, version: '' });
    auth.slowness = amount(slowness, 8);
    later(control, amount(seconds, 45), () => (auth.slowness = 1));
  },

  'connection-leak': (control, { share }) => {
    deploy(control, serviceOf(control, 'payment-service'), {
      kind: 'leaks-connections',
      share: amount(share, 0.03, 1),
    });
  },

  'memory-leak': (control, { bytesPerRequest }) => {
    const bytes = amount(bytesPerRequest, 300_000);
    deploy(control, serviceOf(control, 'order-service'), { kind: 'leaks-memory', bytesPerRequest: bytes });
  },

  'noisy-neighbour': (control, { service = DEFAULT_TARGETS['noisy-neighbour'], threads, seconds }) => {
    const [instance] = serviceOf(control, service).instances;
    const end = control.simulation.now + amount(seconds, Infinity);
    if (instance === undefined) return;
    for (let i = 0; i < amount(threads, 12, 64); i++) start(control, neighbour(control, instance, end));
  },

  'packet-loss': (control, { service = DEFAULT_TARGETS['packet-loss'], share, seconds }) => {
    const { network } = serviceOf(control, service);
    network.loss = amount(share, 0.1, 1);
    until(control, seconds, () => (network.loss = 0));
  },

  'cache-failure': (control) => {
    const cache = serviceOf(control, 'cache');
    cache.products?.clear();
    for (const instance of cache.instances) instance.kill();
  },

  'bad-deploy': badDeploy,

  'slow-dependency': (control, { service = DEFAULT_TARGETS['slow-dependency'], factor, seconds }) => {
    const target = serviceOf(control, service);
    target.slowness = Math.max(1, amount(factor, 10));
    until(control, seconds, () => (target.slowness = 1));
  },

  // The machines are lost. Their instances return only after a restart or a failover.
  'lost-capacity': (control, { service = DEFAULT_TARGETS['lost-capacity'], share }) => {
    const { instances } = serviceOf(control, service);
    const lost = Math.min(Math.round(instances.length * amount(share, 0.6, 1)), instances.length);
    for (const instance of instances.slice(0, lost)) instance.kill();
  },

  // One query for each item of an order, instead of one query for all.
  'n-plus-one': (control, { queries }) => {
    const defect = { kind: 'asks-for-each', call: 'UPDATE stock', operation: 'SELECT item' } as const;
    deploy(control, serviceOf(control, 'inventory-service'), {
      ...defect,
      times: Math.round(amount(queries, 20, 1000)),
    });
  },

  'lost-header': (control, { service = DEFAULT_TARGETS['lost-header'], mode = 'resets', seconds }) => {
    const target = serviceOf(control, service);
    target.headerLoss = mode;
    until(control, seconds, () => (target.headerLoss = undefined));
  },
};

/** A thread of another program on the same machine, which always has work. */
function* neighbour(control: ControlPlane, { cpu: { cores } }: Instance, end: number): Process<void> {
  while (control.simulation.now < end) {
    yield* cores.acquire();
    try {
      yield* control.simulation.delay(SLICE_SECONDS);
    } finally {
      cores.release();
    }
  }
}
