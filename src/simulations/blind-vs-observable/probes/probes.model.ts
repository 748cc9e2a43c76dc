/** Who asks. */
export type Side = 'blind' | 'observable';

export const SIDES: readonly Side[] = ['blind', 'observable'];

/** One way to look at the incident, what it costs, and the signs that it shows. */
export interface Look {
  readonly id: string;
  readonly side: Side;
  /** Simulated minutes until the answer is there. The costs are an assumption, and stand in the model page. */
  readonly minutes: number;
  readonly signs: readonly string[];
}

export const LOOKS: readonly Look[] = [
  { id: 'count', side: 'blind', minutes: 2, signs: ['failures'] },
  { id: 'access-log', side: 'blind', minutes: 4, signs: ['traffic', 'routes', 'status'] },
  { id: 'grep-order', side: 'blind', minutes: 5, signs: ['grep-order'] },
  { id: 'grep-payment', side: 'blind', minutes: 5, signs: ['grep-payment'] },
  { id: 'top-database', side: 'blind', minutes: 4, signs: ['database-cpu'] },
  { id: 'top-order', side: 'blind', minutes: 4, signs: ['order-host'] },
  { id: 'dmesg', side: 'blind', minutes: 4, signs: ['out-of-memory'] },
  { id: 'ping-database', side: 'blind', minutes: 3, signs: ['network'] },
  { id: 'ping-cache', side: 'blind', minutes: 3, signs: ['cache'] },
  { id: 'curl-card', side: 'blind', minutes: 3, signs: ['curl-card'] },
  { id: 'colleague', side: 'blind', minutes: 6, signs: ['colleague'] },
  { id: 'restart', side: 'blind', minutes: 3, signs: ['restart'] },
  { id: 'dashboard', side: 'observable', minutes: 2, signs: ['failures', 'traffic', 'routes', 'latency'] },
  { id: 'trace', side: 'observable', minutes: 2, signs: ['trace'] },
  { id: 'database', side: 'observable', minutes: 2, signs: ['database-cpu', 'payments-pool', 'stock-pool'] },
  {
    id: 'hosts',
    side: 'observable',
    minutes: 2,
    signs: ['order-cpu', 'order-instances', 'order-memory', 'auth-cpu'],
  },
  { id: 'changes', side: 'observable', minutes: 1, signs: ['deploy-payment', 'deploy-order', 'flag'] },
  { id: 'dependencies', side: 'observable', minutes: 2, signs: ['card', 'cache', 'attempts'] },
  { id: 'network', side: 'observable', minutes: 2, signs: ['network'] },
  { id: 'logs', side: 'observable', minutes: 2, signs: ['log-reason', 'slow-queries', 'out-of-memory'] },
];

export const LOOK_BY_ID: ReadonlyMap<string, Look> = new Map(LOOKS.map((look) => [look.id, look]));

/** The service that the blind engineer restarts for want of anything better. */
export const RESTARTED = 'payment-service';
