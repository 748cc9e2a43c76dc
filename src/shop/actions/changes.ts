import type { Process } from '../../engine/index.js';
import type { Instance } from '../system/instance.js';
import { amount, serviceOf, start, type Plant } from './control-plane.js';
import { deploy } from './rollout.js';
import type { Change } from '../run/run-record.js';

type ChangeOf<T extends Change['type']> = Extract<Change, { type: T }>;

/** The next version, with nothing new that is wrong. */
export function ship(plant: Plant, { service }: ChangeOf<'deploy'>): void {
  deploy(plant, serviceOf(plant, service));
}

export function flipFlag(plant: Plant, { flag }: ChangeOf<'flip-flag'>): void {
  plant.emitter.change({ kind: 'flag', service: '', summary: `flag ${flag} on`, version: '' });
  if (!plant.flags.has(flag)) plant.flags.set(flag, () => {});
}

export function campaign(plant: Plant, { share, seconds }: ChangeOf<'campaign'>): void {
  const more = amount(share, 0.1);
  const percent = Math.round(more * 100);
  plant.emitter.change({ kind: 'campaign', service: '', summary: `campaign: +${percent} % visitors`, version: '' });
  plant.traffic.add(more, amount(seconds, 600));
}

/** What happens in a shop on any day, and hurts nobody. */
export const CHANGES: { readonly [T in Change['type']]: (plant: Plant, change: ChangeOf<T>) => void } = {
  deploy: ship,
  'flip-flag': flipFlag,
  campaign,

  configure: (plant, { service, workers, timeoutSeconds, retries }) => {
    const target = serviceOf(plant, service);
    const said: string[] = [];
    if (workers !== undefined) {
      target.workers = Math.round(amount(workers, target.workers, 100_000));
      for (const instance of target.instances) instance.workers.resize(target.workers);
      said.push(`workers ${target.workers}`);
    }
    for (const caller of plant.services.values()) {
      for (const policy of caller.policiesTo(service)) {
        policy.timeoutSeconds = amount(timeoutSeconds, policy.timeoutSeconds);
        policy.retries = Math.round(amount(retries, policy.retries, 100));
      }
    }
    if (timeoutSeconds !== undefined) said.push(`timeout ${timeoutSeconds} s`);
    if (retries !== undefined) said.push(`retries ${retries}`);
    const summary = `${service}: ${said.join(', ')}`;
    plant.emitter.change({ kind: 'configuration', service, summary, version: '' });
  },

  'batch-job': (plant, { service, threads, seconds }) => {
    const target = serviceOf(plant, service);
    const summary = `batch job on ${service}, at idle priority`;
    plant.emitter.change({ kind: 'operation', service, summary, version: '' });
    const end = plant.simulation.now + amount(seconds, Infinity);
    for (const instance of target.instances) {
      const { capacity } = instance.processor.cpu;
      for (let i = 0; i < amount(threads, capacity, 64); i++) start(plant, batch(plant, instance, end));
    }
  },

  reports: (plant, { service, share, seconds }) => {
    const target = serviceOf(plant, service);
    const summary = `reports read from ${service}`;
    plant.emitter.change({ kind: 'operation', service, summary, version: '' });
    const end = plant.simulation.now + amount(seconds, Infinity);
    for (const instance of target.instances) start(plant, reports(plant, instance, amount(share, 0.5, 2), end));
  },

  'close-shop': (plant) => plant.traffic.close(),
};

/** Seconds that work at idle priority may keep a processor from those who come meanwhile. */
const BATCH_SLICE_SECONDS = 0.002;

/** Work that takes a processor only while nobody else wants it, and never stands in its queue. */
function* batch(plant: Plant, { processor: { cpu } }: Instance, end: number): Process<void> {
  while (plant.simulation.now < end) {
    if (cpu.inUse >= cpu.capacity) {
      yield* plant.simulation.delay(BATCH_SLICE_SECONDS);
      continue;
    }
    yield* cpu.acquire();
    try {
      yield* plant.simulation.delay(BATCH_SLICE_SECONDS);
    } finally {
      cpu.release();
    }
  }
}

/** Seconds of a processor that one line of a report asks for. */
const REPORT_SECONDS = 0.004;

/** Many small questions at random, which stand in the queue like everybody's: that share of the processors' time. */
function* reports(plant: Plant, { instance, processor }: Instance, share: number, end: number): Process<void> {
  const random = plant.simulation.random(`reports:${instance}`);
  const perSecond = (share * processor.cpu.capacity) / REPORT_SECONDS;
  if (!(perSecond > 0 && perSecond < Infinity)) return;
  while (plant.simulation.now < end) {
    yield* plant.simulation.delay(random.exponential(1 / perSecond));
    start(plant, processor.work(REPORT_SECONDS));
  }
}
