import { amount, serviceOf, type Plant } from './control-plane.js';
import { deploy } from './rollout.js';
import type { FaultOf } from '../run/run-record.js';
import { DEFAULT_TARGETS } from './default-targets.js';

/** Where the table has to come from decides what runs out first: the processor, or the disks. */
export function slowQuery(plant: Plant, { share, mode = 'memory' }: FaultOf<'slow-query'>): void {
  const operation = mode === 'disk' ? 'READ payments' : 'SCAN payments';
  const defect = { kind: 'scans', call: 'SELECT payments', operation } as const;
  deploy(plant, serviceOf(plant, 'payment-service'), { ...defect, share: amount(share, 0.075, 1) });
}

export function badDeploy(plant: Plant, { service = DEFAULT_TARGETS['bad-deploy'], share }: FaultOf<'bad-deploy'>): void {
  deploy(plant, serviceOf(plant, service), { kind: 'throws', share: amount(share, 0.3, 1) });
}
