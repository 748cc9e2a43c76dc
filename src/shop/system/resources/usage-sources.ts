import type { Instance } from '../instance.js';
import type { Meter } from './resource-usage.js';
import type { Service } from '../service.js';

/** Every resource that a service has at this time. */
export function metersOf({ instances, network }: Service): Meter[] {
  return [...instances.flatMap(metersOfInstance), network];
}

export function metersOfInstance({ processor: { cpu, disk }, memory, workers, pools }: Instance): Meter[] {
  const connections = [...pools.values()].map((pool) => pool.connections);
  return [cpu, memory, ...(disk ? [disk] : []), workers, ...connections];
}
