import type { Process } from '../../engine/index.js';
import type { Instance } from '../system/instance.js';
import { amount, serviceOf, start, type ControlPlane } from './control-plane.js';
import { deploy } from './rollout.js';
import type { Change } from '../run/run-record.js';

type ChangeOf<T extends Change['type']> = Extract<Change, { type: T }>;

/** Deploys the next version of a service, without a new defect. */
export function ship(control: ControlPlane, { service }: ChangeOf<'deploy'>): void {
  deploy(control, serviceOf(control, service));
}

/** Turns on a feature flag. */
export function flipFlag(control: ControlPlane, { flag }: ChangeOf<'flip-flag'>): void {
  control.telemetry.change({ kind: 'flag', service: '', summary: `flag ${flag} on`, version: '' });
  if (!control.flags.has(flag)) control.flags.set(flag, () => {});
}

/** Adds traffic for the duration of a marketing campaign. */
export function campaign(control: ControlPlane, { share, seconds }: ChangeOf<'campaign'>): void {
  const more = amount(share, 0.1);
  const percent = Math.round(more * 100);
  control.telemetry.change({ kind: 'campaign', service: '', summary: `campaign: +${percent} % visitors`, version: '' });
  control.traffic.add(more, amount(seconds, 600));
}

/** How each routine change works. None of them causes an incident by itself. */
export const CHANGES: { readonly [T in Change['type']]: (control: ControlPlane, change: ChangeOf<T>) => void } = {
  deploy: ship,
  'flip-flag': flipFlag,
  campaign,

  configure: (control, { service, workers, timeoutSeconds, retries }) => {
    const target = serviceOf(control, service);
    const said: string[] = [];
    if (workers !== undefined) {
      target.workers = Math.round(amount(workers, target.workers, 100_000));
      for (const instance of target.instances) instance.workers.resize(target.workers);
      said.push(`workers ${target.workers}`);
    }
    for (const caller of control.services.values()) {
      for (const policy of caller.policiesTo(service)) {
        policy.timeoutSeconds = amount(timeoutSeconds, policy.timeoutSeconds);
        policy.retries = Math.round(amount(retries, policy.retries, 100));
      }
    }
    if (timeoutSeconds !== undefined) said.push(`timeout ${timeoutSeconds} s`);
    if (retries !== undefined) said.push(`retries ${retries}`);
    const summary = `${service}: ${said.join(', ')}`;
    control.telemetry.change({ kind: 'configuration', service, summary, version: '' });
  },

  'batch-job': (control, { service, threads, seconds }) => {
    const target = serviceOf(control, service);
    const summary = `batch job on ${service}, at idle priority`;
    control.telemetry.change({ kind: 'operation', service, summary, version: '' });
    const end = control.simulation.now + amount(seconds, Infinity);
    for (const instance of target.instances) {
      const { capacity } = instance.cpu.cores;
      for (let i = 0; i < amount(threads, capacity, 64); i++) start(control, batch(control, instance, end));
    }
  },

  reports: (control, { service, share, seconds }) => {
    const target = serviceOf(control, service);
    const summary = `reports read from ${service}`;
    control.telemetry.change({ kind: 'operation', service, summary, version: '' });
    const end = control.simulation.now + amount(seconds, Infinity);
    for (const instance of target.instances) start(control, reports(control, instance, amount(share, 0.5, 2), end));
  },

  'close-shop': (control) => control.traffic.close(),
};

/** Longest time, in seconds, for which work at idle priority delays a request. */
const BATCH_SLICE_SECONDS = 0.002;

/** Work that uses a core only while no request needs it, and never waits in its queue. */
function* batch(control: ControlPlane, { cpu: { cores } }: Instance, end: number): Process<void> {
  while (control.simulation.now < end) {
    if (cores.inUse >= cores.capacity) {
      yield* control.simulation.delay(BATCH_SLICE_SECONDS);
      continue;
    }
    yield* cores.acquire();
    try {
      yield* control.simulation.delay(BATCH_SLICE_SECONDS);
    } finally {
      cores.release();
    }
  }
}

/** CPU time of one query of a report, in seconds. */
const REPORT_SECONDS = 0.004;

/** Many small queries at random times, which wait in the queue as requests do and use `share` of the CPU time. */
function* reports(control: ControlPlane, { instance, cpu }: Instance, share: number, end: number): Process<void> {
  const random = control.simulation.random(`reports:${instance}`);
  const perSecond = (share * cpu.cores.capacity) / REPORT_SECONDS;
  if (!(perSecond > 0 && perSecond < Infinity)) return;
  while (control.simulation.now < end) {
    yield* control.simulation.delay(random.exponential(1 / perSecond));
    start(control, cpu.work(REPORT_SECONDS));
  }
}
