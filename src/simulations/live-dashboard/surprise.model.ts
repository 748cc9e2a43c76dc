import { Simulation } from '../../engine/index.js';
import { USUAL_TARGETS, type Change, type Fault, type RunRecord } from '../../shop/index.js';
import { doneUntil, FAULT_TYPES, faultOf, isFault } from './incident.model.js';

/** Something breaks, and somebody changes other things at the same time, as on any night. */
export interface Surprise {
  readonly fault: Fault;
  readonly innocent: readonly Change[];
}

const SERVICES: readonly string[] = ['auth', 'email-service', 'inventory-service', 'order-service', 'payment-service'];

/** The next surprise of a run, drawn from a stream of its seed: never what the reader has just seen. */
export function surpriseOf(record: RunRecord): Surprise {
  const faults = doneUntil(record, Infinity).filter(isFault);
  const seen = faults.at(-1)?.type;
  // Another draw for every fault before, so that a second surprise is another one.
  const random = new Simulation({ seed: record.seed }).random(`surprise ${faults.length}`);
  const left = FAULT_TYPES.filter((type) => type !== seen);
  const type = left[random.integer(0, left.length - 1)] ?? 'bad-deploy';
  const usual: Readonly<Record<string, string>> = USUAL_TARGETS;
  const others = SERVICES.filter((service) => service !== usual[type] && service !== callerOf(usual[type]));
  const service = others[random.integer(0, others.length - 1)] ?? 'email-service';
  const more: readonly Change[] = [
    { type: 'flip-flag', flag: 'new-banner' },
    { type: 'campaign', share: 0.03, seconds: 600 },
  ];
  const other = more[random.integer(0, more.length - 1)];
  return { fault: faultOf(type), innocent: [{ type: 'deploy', service }, ...(other ? [other] : [])] };
}

/** Whose spans show what is wrong with what they call: a deploy of it would be no red herring but a false lead. */
function callerOf(service: string | undefined): string | undefined {
  const callers: Readonly<Record<string, string>> = {
    'card-processor': 'payment-service',
    'inventory-service': 'order-service',
    cache: 'inventory-service',
    auth: 'api-gateway',
    'payment-service': 'order-service',
    'order-service': 'api-gateway',
  };
  return callers[service ?? ''];
}
