import { amount, serviceOf, type ControlPlane } from './control-plane.js';
import { deploy } from './rollout.js';
import type { FaultOf } from '../run/run-record.js';
import { DEFAULT_TARGETS } from './default-targets.js';

/** Deploys a query without an index. It saturates the CPU if the table fits in memory, and otherwise the disks. */
export function slowQuery(control: ControlPlane, { share, mode = 'memory' }: FaultOf<'slow-query'>): void {
  const operation = mode === 'disk' ? 'READ payments' : 'SCAN payments';
  const defect = { kind: 'scans', call: 'SELECT payments', operation } as const;
  deploy(control, serviceOf(control, 'payment-service'), { ...defect, share: amount(share, 0.075, 1) });
}

/** Deploys a version that throws an exception for a share of its requests. */
export function badDeploy(
  control: ControlPlane,
  { service = DEFAULT_TARGETS['bad-deploy'], share }: FaultOf<'bad-deploy'>,
): void {
  deploy(control, serviceOf(control, service), { kind: 'throws', share: amount(share, 0.3, 1) });
}
