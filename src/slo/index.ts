export { canFire, type AlertRule, type Condition } from './alert-rules.js';
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
} from './burn-rate-alerts.js';
export type { AlertSeries } from './condition-truth.js';
export { errorBudget, type BudgetingMethod, type ErrorBudget, type Slice } from './error-budget.js';
export { evaluateAlerts, type AlertInterval } from './evaluate-alerts.js';
export { decimal } from './numbers.js';
export { toOpenSlo } from './openslo.js';
export { toPrometheusRules } from './prometheus-rules.js';
export type { SloDefinition } from './slo-definition.js';
export { toSloth } from './sloth.js';
