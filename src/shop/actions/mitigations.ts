import { amount, later, serviceOf, start, type Plant } from './control-plane.js';
import { rollBack } from './rollout.js';
import type { Mitigation } from '../run/run-record.js';
import type { Service } from '../system/service.js';
import { DEFAULT_TARGETS } from './default-targets.js';

type MitigationOf<T extends Mitigation['type']> = Extract<Mitigation, { type: T }>;

/** Seconds from the decision to the beginning of its effect. */
export const MITIGATION_SECONDS: Readonly<Record<Mitigation['type'], number>> = {
  'roll-back': 20,
  'scale-out': 60,
  'fail-over': 30,
  restart: 5,
  'shed-load': 5,
  'disable-flag': 5,
  'open-breaker': 5,
  'raise-pool': 15,
};

export function decideToRollBack(plant: Plant, { type, service }: MitigationOf<'roll-back'>): void {
  const target = serviceOf(plant, service);
  later(plant, MITIGATION_SECONDS[type], () => rollBack(plant, target));
}

/** What each mitigation does. It knows nothing of what is wrong: the wrong one does the same, and does not help. */
export const MITIGATIONS: { readonly [T in Mitigation['type']]: (plant: Plant, how: MitigationOf<T>) => void } = {
  'roll-back': decideToRollBack,

  'scale-out': (plant, { type, service, instances }) => {
    const target = serviceOf(plant, service);
    operate(plant, type, service, () => {
      const more = amount(instances, target.instances.length, 100);
      for (let i = 0; i < more; i++) target.add();
    });
  },

  'fail-over': (plant, { type, service }) => {
    const target = serviceOf(plant, service);
    operate(plant, type, service, () => failOver(target));
  },

  restart: (plant, { type, service }) => {
    const target = serviceOf(plant, service);
    operate(plant, type, service, () => {
      for (const instance of target.instances) start(plant, target.restart(instance));
    });
  },

  'shed-load': (plant, { type, service = DEFAULT_TARGETS['shed-load'], share }) => {
    const target = serviceOf(plant, service);
    operate(plant, type, service, () => (target.shedShare = amount(share, 0.5, 1)));
  },

  'disable-flag': (plant, { type, flag }) => {
    later(plant, MITIGATION_SECONDS[type], () => {
      const undo = plant.flags.get(flag);
      plant.flags.delete(flag);
      plant.emitter.change({ kind: 'flag', service: '', summary: `flag ${flag} off`, version: '' });
      undo?.();
    });
  },

  'open-breaker': (plant, { type, from, to, isOpen = true }) => {
    const policies = serviceOf(plant, from).policiesTo(serviceOf(plant, to).spec.name);
    operate(plant, type, from, () => {
      for (const { breaker } of policies) breaker.hold(isOpen);
    });
  },

  'raise-pool': (plant, { type, service, size }) => {
    const target = serviceOf(plant, service);
    operate(plant, type, service, () => {
      for (const [name, pool] of Object.entries(target.spec.pools ?? {})) {
        const present = target.poolSizes.get(name) ?? pool.size;
        const raised = Math.round(amount(size, present * 2, 10_000));
        target.poolSizes.set(name, raised);
        for (const { pools } of target.instances) pools.get(name)?.connections.resize(raised);
      }
    });
  },
};

/** Leaves its machines, network and provider for others of the same kind. */
function failOver(service: Service): void {
  for (const instance of service.instances.splice(0)) instance.kill();
  service.products?.clear();
  service.isDown = false;
  service.isSilent = false;
  service.slowness = 1;
  service.network.loss = 0;
  service.rateLimit.perSecond = service.spec.rateLimit ?? Infinity;
  for (let i = 0; i < service.spec.instances; i++) service.add();
}

function operate(plant: Plant, type: Mitigation['type'], service: string, run: () => void): void {
  later(plant, MITIGATION_SECONDS[type], () => {
    plant.emitter.change({ kind: 'operation', service, summary: `${type} of ${service}`, version: '' });
    run();
  });
}
