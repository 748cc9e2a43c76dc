import type { Instance } from '../instance.js';
import type { UsageSource } from './resource-usage.js';
import type { Service } from '../service.js';

/** Every resource that a service has at this time. */
export function usageSourcesOf({ instances, network }: Service): UsageSource[] {
  return [...instances.flatMap(usageSourcesOfInstance), network];
}

export function usageSourcesOfInstance({ processor: { cpu, disk }, memory, workers, pools }: Instance): UsageSource[] {
  const connections = [...pools.values()].map((pool) => pool.connections);
  return [cpu, memory, ...(disk ? [disk] : []), workers, ...connections];
}
