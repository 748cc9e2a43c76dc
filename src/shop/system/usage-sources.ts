import type { Instance } from './instance.js';
import type { UsageSource } from './resources/resource-usage.js';
import type { Service } from './service.js';

/** All resources that a service has at this time. */
export function usageSourcesOf({ instances, network }: Service): UsageSource[] {
  return [...instances.flatMap(usageSourcesOfInstance), network];
}

export function usageSourcesOfInstance({ cpu: { cores, disk }, memory, workers, pools }: Instance): UsageSource[] {
  const connections = [...pools.values()].map((pool) => pool.connections);
  return [cores, memory, ...(disk ? [disk] : []), workers, ...connections];
}
