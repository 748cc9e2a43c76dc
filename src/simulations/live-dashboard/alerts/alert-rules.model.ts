import {
  errorBudgetRatio,
  multiWindowRules,
  type AlertInterval,
  type AlertRule,
  type Condition,
} from '../../../slo/index.js';
import type { BadRequests } from './service-indicators.model.js';
import type { Objectives } from './service-level.model.js';

/** What a rule looks at: all failures, those of one route, latency, how full something is, or whether there are data. */
export type AlertAbout = 'failures' | 'routes' | 'latency' | 'resources' | 'data';

/** Resources that rules look at. */
export type WatchedResource = 'cpu' | 'pool' | 'memory';

/** What must hold at an evaluation. Windows in seconds, thresholds as ratios. */
export type DashboardCondition =
  /** The share of bad requests is above the threshold over every window. */
  | { readonly of: BadRequests; readonly windows: readonly number[]; readonly threshold: number }
  /** The share of failures of some route is above the threshold. */
  | { readonly of: 'route'; readonly windowSeconds: number; readonly threshold: number }
  /** No request is measured. */
  | { readonly of: 'nothing'; readonly windowSeconds: number }
  /** The fullest resource of a kind is above the threshold, on average. */
  | { readonly of: WatchedResource; readonly windowSeconds: number; readonly threshold: number };

/** A rule of the dashboard. */
export interface DashboardRule {
  readonly name: string;
  readonly about: AlertAbout;
  readonly severity: AlertRule['severity'];
  readonly condition: DashboardCondition;
  /** How long the condition must hold before the alert fires; it fires at once without. */
  readonly forSeconds?: number;
}

/** A page for late answers: this many times the allowed share, over two minutes, for a minute. */
const SLOW_FACTOR = 5;
/** A page for failures of one route, which the budget of all of them would notice late. */
const ROUTE_FAILURES = 0.02;
const SYMPTOM_SECONDS = 120;
const FULL = 0.9;

/** All rules, those that wake somebody first. */
export function dashboardRules({ availability, promptness }: Objectives): DashboardRule[] {
  const slow = Math.min(0.99, SLOW_FACTOR * errorBudgetRatio(promptness));
  return [
    page('SlowRequests', 'latency', { of: 'slow', windows: [SYMPTOM_SECONDS], threshold: slow }, 60),
    page('RouteErrors', 'routes', { of: 'route', windowSeconds: SYMPTOM_SECONDS, threshold: ROUTE_FAILURES }, 60),
    page('RequestsAbsent', 'data', { of: 'nothing', windowSeconds: 60 }, 0),
    ...multiWindowRules(availability).map(({ name, severity, condition }): DashboardRule => {
      const parts = ratiosOf(condition);
      const [{ threshold }] = parts as [RatioCondition];
      const windows = parts.map(({ windowSeconds }) => windowSeconds);
      return { name, severity, about: 'failures', condition: { of: 'failed', windows, threshold } };
    }),
    ticket('CpuSaturated', { of: 'cpu', windowSeconds: 60, threshold: FULL }, 120),
    ticket('PoolExhausted', { of: 'pool', windowSeconds: 60, threshold: FULL }, 60),
    ticket('MemoryNearLimit', { of: 'memory', windowSeconds: 60, threshold: FULL }, 60),
  ];
}

/** What a rule is about, by its name. */
export function aboutOf(rule: string): AlertAbout {
  return ABOUT[rule] ?? 'failures';
}

const ABOUT: Readonly<Record<string, AlertAbout>> = {
  SlowRequests: 'latency',
  RouteErrors: 'routes',
  RequestsAbsent: 'data',
  CpuSaturated: 'resources',
  PoolExhausted: 'resources',
  MemoryNearLimit: 'resources',
};

const PAGES: ReadonlySet<string> = new Set([
  'SlowRequests',
  'RouteErrors',
  'RequestsAbsent',
  'ErrorBudgetBurn1h',
  'ErrorBudgetBurn6h',
]);

/** The firing alerts that wake somebody. */
export function pagesOf(alerts: readonly AlertInterval[]): AlertInterval[] {
  return alerts.filter(({ rule, state }) => state === 'firing' && PAGES.has(rule));
}

function page(name: string, about: AlertAbout, condition: DashboardCondition, forSeconds: number): DashboardRule {
  return { name, about, severity: 'page', condition, forSeconds };
}

function ticket(name: string, condition: DashboardCondition, forSeconds: number): DashboardRule {
  return { name, about: 'resources', severity: 'ticket', condition, forSeconds };
}

type RatioCondition = Extract<Condition, { ratio: 'errors' }>;

function ratiosOf(condition: Condition): RatioCondition[] {
  if ('all' in condition) return condition.all.flatMap(ratiosOf);
  return 'ratio' in condition ? [condition] : [];
}
