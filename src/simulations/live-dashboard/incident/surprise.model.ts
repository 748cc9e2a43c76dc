import { Simulation } from '../../../engine/index.js';
import { DEFAULT_TARGETS, type Change, type Fault, type RunRecord } from '../../../shop/index.js';
import { FAULT_TYPES, faultOf, faultsOf, type FaultType } from './incident.model.js';

/** Something breaks, and somebody changes other things at the same time, as on any night. */
export interface Surprise {
  readonly fault: Fault;
  readonly innocent: readonly Change[];
}

const SERVICES: readonly string[] = ['auth', 'email-service', 'inventory-service', 'order-service', 'payment-service'];

/**
 * The next surprise of a run, drawn from a stream of its seed: nothing that the reader has seen in it, nor `before` it,
 * the oldest again when everything has been seen. What the record has for later counts, too: who went back saw that.
 */
export function surpriseOf(record: RunRecord, before: readonly FaultType[] = []): Surprise {
  const seen = [...before, ...faultsOf(record)];
  // Another draw for every fault before, so that a second surprise is another one.
  const random = new Simulation({ seed: record.seed }).random(`surprise ${seen.length}`);
  const newest = [...new Set(seen.toReversed())].slice(0, FAULT_TYPES.length - 1);
  const left = FAULT_TYPES.filter((type) => !newest.includes(type));
  const type = left[random.integer(0, left.length - 1)] ?? 'bad-deploy';
  const affected = affectedBy(type);
  const others = SERVICES.filter((service) => !affected.includes(service));
  const service = others[random.integer(0, others.length - 1)] ?? 'email-service';
  const more: readonly Change[] = [
    { type: 'flip-flag', flag: 'new-banner' },
    { type: 'campaign', share: 0.03, seconds: 600 },
  ];
  const other = more[random.integer(0, more.length - 1)];
  return { fault: faultOf(type), innocent: [{ type: 'deploy', service }, ...(other ? [other] : [])] };
}

/** Who waits for whom, on the way from the customer. */
const CALLERS: Readonly<Record<string, string>> = {
  'card-processor': 'payment-service',
  cache: 'inventory-service',
  'inventory-service': 'order-service',
  'payment-service': 'order-service',
  'order-service': 'api-gateway',
  auth: 'api-gateway',
};

/**
 * What breaks, and all who wait for it: their spans show it, so that a deploy of theirs would be no red herring but a
 * false lead. More customers are felt by all; and a roll-out, which takes instances away for a while, then does harm.
 */
function affectedBy(type: FaultType): string[] {
  if (type === 'traffic-spike') return Object.keys(CALLERS);
  const affected: string[] = [];
  for (let service: string | undefined = DEFAULT_TARGETS[type]; service; service = CALLERS[service])
    affected.push(service);
  return affected;
}
