import {
  errorBudgetRatio,
  evaluateAlerts,
  multiWindowRules,
  type AlertInterval,
  type AlertRule,
} from '../../../slo/index.js';
import type { Objectives, ServiceLevel } from './service-level.model.js';

/** Seconds between two evaluations of the rules, as most Prometheus servers have it. */
export const EVALUATION_SECONDS = 15;

/** What a rule looks at: who fails, who waits, or how full something is. */
export type AlertAbout = 'failures' | 'latency' | 'resources';

/** How full the fullest of a kind of resource is, a value a second: for rules that look at causes. */
export type Gauges = Readonly<Record<string, ArrayLike<number>>>;

/** Late answers are a page when they are this many times what is allowed, over two minutes, for a minute. */
const SLOW_FACTOR = 5;
const SLOW_WINDOW = 120;
const FULL = 0.9;

/** Rules that look at symptoms: failures by burn rate over two windows, as the SRE Workbook has them. */
export function failureRules({ availability }: Objectives): AlertRule[] {
  return multiWindowRules(availability);
}

/** Late answers: a page as well, for who waits for ever is as badly off as who is refused. */
export function latencyRules({ promptness }: Objectives): AlertRule[] {
  const threshold = Math.min(0.99, SLOW_FACTOR * errorBudgetRatio(promptness));
  const condition = { ratio: 'errors', windowSeconds: SLOW_WINDOW, op: '>', threshold } as const;
  return [{ name: 'SlowRequests', condition, forSeconds: 60, severity: 'page' }];
}

/** Rules that look at causes: they open a ticket, and wake nobody. */
export const RESOURCE_RULES: readonly AlertRule[] = [
  ['CpuSaturated', 'cpu', 120],
  ['PoolExhausted', 'pool', 60],
  ['MemoryNearLimit', 'memory', 60],
].map(([name, gauge, forSeconds]) => ({
  name: String(name),
  condition: { gauge: String(gauge), windowSeconds: 60, op: '>', threshold: FULL },
  forSeconds: Number(forSeconds),
  severity: 'ticket',
}));

/** All rules, those that wake somebody first. */
export function dashboardRules(objectives: Objectives): AlertRule[] {
  return [...latencyRules(objectives), ...failureRules(objectives), ...RESOURCE_RULES];
}

/** What a rule is about, by its name. */
export function aboutOf(rule: string): AlertAbout {
  if (rule === 'SlowRequests') return 'latency';
  return RESOURCE_RULES.some(({ name }) => name === rule) ? 'resources' : 'failures';
}

/**
 * The states of all alerts so far, as Prometheus would have them. One that ends after the last second that is known is
 * still open. A run has no past: a window that reaches back before its beginning holds what there is, as in a
 * Prometheus that was started with it.
 */
export function alertsOf(level: ServiceLevel, gauges: Gauges = {}): AlertInterval[] {
  const { objectives, series } = level;
  const { total, good, quick } = series;
  const common = { stepSeconds: 1, total };
  const how = { evaluationSeconds: EVALUATION_SECONDS };
  return [
    ...evaluateAlerts(latencyRules(objectives), { ...common, good: quick }, how),
    ...evaluateAlerts(failureRules(objectives), { ...common, good }, how),
    ...evaluateAlerts(RESOURCE_RULES, { ...common, good, gauges }, how),
  ].sort((a, b) => a.startSeconds - b.startSeconds);
}

/** The firing alerts that wake somebody. */
export function pagesOf(alerts: readonly AlertInterval[]): AlertInterval[] {
  return alerts.filter(({ rule, state }) => state === 'firing' && isPage(rule));
}

function isPage(rule: string): boolean {
  return rule === 'SlowRequests' || rule === 'ErrorBudgetBurn1h' || rule === 'ErrorBudgetBurn6h';
}
