export { canFire, DATA_RULES, type AlertRule, type Condition } from './alerts/alert-rules.js';
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
  detectionTimeSeconds,
  multiWindowRules,
  resetTimeSeconds,
  type BurnRateRule,
} from './alerts/burn-rate-alerts.js';
export {
  burnRateForBudget,
  burnRateWindows,
  DEFAULT_PERIOD_SECONDS,
  WINDOW_PAIRS,
  type BurnRateWindow,
} from './alerts/burn-rate-windows.js';
export { budgetStanding, type BudgetStanding } from './boundary.js';
export { bandFor, BANDS, type Band } from './budget-policy.js';
export type { AlertSeries } from './alerts/condition-truth.js';
export { errorBudget, type BudgetingMethod, type ErrorBudget, type Slice } from './error-budget.js';
export { evaluateAlerts } from './alerts/evaluate-alerts.js';
export { AlertTimeline, type AlertInterval } from './alerts/alert-timeline.js';
export { decimal } from './numbers.js';
export { toOpenSlo } from './export/openslo.js';
export { summaryOf, toPrometheusRules } from './export/prometheus-rules.js';
export type { SloDefinition } from './export/slo-definition.js';
export { toSloth, toSlothWindows } from './export/sloth.js';
