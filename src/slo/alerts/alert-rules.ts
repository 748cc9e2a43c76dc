/** What must hold at an evaluation for an alert to be active. Windows in seconds. */
export type Condition =
  /** Bad events over all events in (t - window, t]. */
  | { ratio: 'errors'; windowSeconds: number; op: '>' | '>='; threshold: number }
  /** A gauge's newest value, or with a window its average over (t - window, t]. */
  | { gauge: string; windowSeconds?: number; op: '>' | '>='; threshold: number }
  /** In (t - window, t] there is no sample of the counters, if the series reaches so far back, or there are samples but no request was counted. */
  | { requests: 'absent' | 'none'; windowSeconds: number }
  | { all: Condition[] }
  | { any: Condition[] };

/** An alerting rule as Prometheus has it. */
export interface AlertRule {
  name: string;
  condition: Condition;
  /** How long the condition must hold before the alert fires; it fires at once without. */
  forSeconds?: number;
  /** How long the alert keeps firing after the condition stopped holding. */
  keepFiringForSeconds?: number;
  severity: 'page' | 'ticket';
}

/** Fires when an objective cannot be computed, or has nothing to be computed from: burn rates are silent then. */
export const DATA_RULES: readonly AlertRule[] = [
  {
    name: 'SLOMetricAbsent',
    condition: { requests: 'absent', windowSeconds: 300 },
    forSeconds: 120,
    severity: 'page',
  },
  { name: 'SLONoRequests', condition: { requests: 'none', windowSeconds: 3600 }, severity: 'ticket' },
];

/** Whether any data could fulfil the condition: an error ratio never exceeds 1, so no rule above it can fire. */
export function canFire(condition: Condition): boolean {
  if ('all' in condition) return condition.all.every(canFire);
  if ('any' in condition) return condition.any.some(canFire);
  if (!((condition.windowSeconds ?? 1) > 0)) return false;
  if ('requests' in condition) return true;
  if (!Number.isFinite(condition.threshold)) return false;
  return 'gauge' in condition || (condition.op === '>' ? condition.threshold < 1 : condition.threshold <= 1);
}
