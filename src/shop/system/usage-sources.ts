import type { Instance } from './instance.js';
import type { UsageSource } from './resources/resource-usage.js';
import type { Service } from './service.js';

/** Returns all resources that a service has now. */
export function usageSourcesOf({ instances, network }: Service): UsageSource[] {
  return [...instances.flatMap(usageSourcesOfInstance), network];
}

/** Returns the resources of one instance. */
export function usageSourcesOfInstance({ cpu: { cores, disk }, memory, workers, pools }: Instance): UsageSource[] {
  const connections = [...pools.values()].map((pool) => pool.connections);
  return [cores, memory, ...(disk ? [disk] : []), workers, ...connections];
}
