export { canFire, type AlertRule, type Condition } from './alerts/alert-rules.js';
export { availabilityInParallel, availabilityInSeries } from './availability.js';
export {
  allowedDowntimeSeconds,
  burnRate,
  chanceOfMeetingTail,
  errorBudgetRatio,
  maximumBurnRate,
  timeToExhaustionSeconds,
} from './budget.js';
export {
  budgetSpentAtDetection,
  burnRateForBudget,
  DEFAULT_PERIOD_SECONDS,
  detectionTimeSeconds,
  multiWindowRules,
  resetTimeSeconds,
  WINDOW_PAIRS,
  type BurnRateRule,
} from './alerts/burn-rate-alerts.js';
export type { AlertSeries } from './alerts/condition-truth.js';
export { errorBudget, type BudgetingMethod, type ErrorBudget, type Slice } from './error-budget.js';
export { evaluateAlerts, type AlertInterval } from './alerts/evaluate-alerts.js';
export { decimal } from './numbers.js';
export { toOpenSlo } from './export/openslo.js';
export { toPrometheusRules } from './export/prometheus-rules.js';
export type { SloDefinition } from './export/slo-definition.js';
export { toSloth } from './export/sloth.js';
