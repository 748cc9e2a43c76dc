import { amount, later, serviceOf, start, type ControlPlane } from './control-plane.js';
import { rollBack } from './rollout.js';
import type { Mitigation } from '../run/run-record.js';
import type { Service } from '../system/service.js';
import { DEFAULT_TARGETS } from './default-targets.js';

type MitigationOf<T extends Mitigation['type']> = Extract<Mitigation, { type: T }>;

/** Seconds from the decision until each mitigation begins to take effect. */
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

/** Rolls a service back, after the time that a decision takes. */
export function decideToRollBack(control: ControlPlane, { type, service }: MitigationOf<'roll-back'>): void {
  const target = serviceOf(control, service);
  later(control, MITIGATION_SECONDS[type], () => rollBack(control, target));
}

/** How each mitigation works. It does not know the cause: the wrong one changes the same things, and does not help. */
export const MITIGATIONS: {
  readonly [T in Mitigation['type']]: (control: ControlPlane, how: MitigationOf<T>) => void;
} = {
  'roll-back': decideToRollBack,

  'scale-out': (control, { type, service, instances }) => {
    const target = serviceOf(control, service);
    operate(control, type, service, () => {
      const more = amount(instances, target.instances.length, 100);
      for (let i = 0; i < more; i++) target.addInstance();
    });
  },

  'fail-over': (control, { type, service }) => {
    const target = serviceOf(control, service);
    operate(control, type, service, () => failOver(target));
  },

  restart: (control, { type, service }) => {
    const target = serviceOf(control, service);
    operate(control, type, service, () => {
      for (const instance of target.instances) start(control, target.restart(instance));
    });
  },

  'shed-load': (control, { type, service = DEFAULT_TARGETS['shed-load'], share }) => {
    const target = serviceOf(control, service);
    operate(control, type, service, () => (target.admission.shedShare = amount(share, 0.5, 1)));
  },

  'disable-flag': (control, { type, flag }) => {
    later(control, MITIGATION_SECONDS[type], () => {
      const undo = control.flags.get(flag);
      control.flags.delete(flag);
      control.telemetry.change({ kind: 'flag', service: '', summary: `flag ${flag} off`, version: '' });
      undo?.();
    });
  },

  'open-breaker': (control, { type, from, to, isOpen = true }) => {
    const policies = serviceOf(control, from).policiesTo(serviceOf(control, to).spec.name);
    operate(control, type, from, () => {
      for (const { breaker } of policies) breaker.hold(isOpen);
    });
  },

  'raise-pool': (control, { type, service, size }) => {
    const target = serviceOf(control, service);
    operate(control, type, service, () => {
      for (const [name, pool] of Object.entries(target.spec.pools ?? {})) {
        const current = target.poolSizes.get(name) ?? pool.size;
        const raised = Math.round(amount(size, current * 2, 10_000));
        target.poolSizes.set(name, raised);
        for (const { pools } of target.instances) pools.get(name)?.connections.resize(raised);
      }
    });
  },
};

/** Replaces the instances, the network and the provider of a service with healthy ones. */
function failOver(service: Service): void {
  for (const instance of service.instances.splice(0)) instance.kill();
  service.products?.clear();
  service.isDown = false;
  service.isSilent = false;
  service.slowness = 1;
  service.network.loss = 0;
  service.admission.rateLimit.perSecond = service.spec.rateLimit ?? Infinity;
  for (let i = 0; i < service.spec.instances; i++) service.addInstance();
}

function operate(control: ControlPlane, type: Mitigation['type'], service: string, run: () => void): void {
  later(control, MITIGATION_SECONDS[type], () => {
    control.telemetry.change({ kind: 'operation', service, summary: `${type} of ${service}`, version: '' });
    run();
  });
}
