import { canFire, type AlertRule } from '../../slo/alert-rules.js';
import { availabilityInParallel, availabilityInSeries } from '../../slo/availability.js';
import { allowedDowntimeSeconds, burnRate, maximumBurnRate, timeToExhaustionSeconds } from '../../slo/budget.js';
import { budgetSpentAtDetection, detectionTimeSeconds, multiWindowRules } from '../../slo/burn-rate-alerts.js';
import { errorBudget, type BudgetingMethod, type Slice } from '../../slo/error-budget.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Something the service needs: `copies` of it in parallel, each available `availability` (a ratio) of the time. */
export interface Dependency {
  readonly name: string;
  readonly availability: number;
  readonly copies: number;
}

export interface SloCalculatorSettings {
  /** Ratio. */
  readonly objective: number;
  readonly windowSeconds: number;
  readonly elapsedSeconds: number;
  readonly requestsPerSecond: number;
  /** Downtime so far in the window; failed requests count as the downtime in which as many would have failed. */
  readonly spentSeconds: number;
  /** Downtime in the last hour. */
  readonly recentSeconds: number;
  readonly dependencies: readonly Dependency[];
  readonly calendar: Calendar;
}

/** How long a month and a year are. */
export interface Calendar {
  readonly monthSeconds: number;
  readonly yearSeconds: number;
}

/** Published tables mix the two: 30 and 365 days, or the means of the Gregorian calendar. */
export const calendars: Readonly<Record<'plain' | 'gregorian', Calendar>> = {
  plain: { monthSeconds: 30 * DAY, yearSeconds: 365 * DAY },
  gregorian: { monthSeconds: 30.436875 * DAY, yearSeconds: 365.2425 * DAY },
};

/** What a team may still risk, by the share of the budget that is left: the lesson's policy. */
export type Policy = 'none' | 'full' | 'canary' | 'freeze' | 'hard';

/** A rule of the multi-window kind, and what this objective makes of it. */
export interface RuleReading {
  readonly rule: AlertRule;
  readonly longSeconds: number;
  readonly shortSeconds: number;
  readonly burnRate: number;
  /** The error ratio that both windows must exceed. */
  readonly threshold: number;
  readonly canFire: boolean;
  /** From the start of a total outage until the rule is true. */
  readonly detectionSeconds: number;
  readonly budgetSpent: number;
}

/** Everything the figure shows of an objective; times in seconds, shares as ratios of the whole budget. */
export interface SloReading {
  readonly budgetSeconds: number;
  readonly budgetRequests: number;
  readonly spentShare: number;
  readonly remainingSeconds: number;
  readonly remainingShare: number;
  readonly policy: Policy;
  /** The burn rate when everything fails. */
  readonly maximumBurnRate: number;
  /** The mean burn rate since the window began. */
  readonly burnRate: number;
  /** When the budget is gone at that pace, from the window's start; Infinity when nothing burns. */
  readonly exhaustedAtSeconds: number;
  readonly recentBurnRate: number;
  /** How long a whole budget would last at the last hour's pace. */
  readonly recentExhaustionSeconds: number;
  /** The best availability that the dependencies allow; 1 without any. */
  readonly ceiling: number;
  /** The dependency that breaks the objective even if all else is perfect; the weakest where several do. */
  readonly breaker: Dependency | undefined;
  readonly rules: readonly RuleReading[];
  /** What a single failed request does in an hour of this traffic. */
  readonly oneFailure: { readonly requestsPerHour: number; readonly burnRate: number; readonly budgetShare: number };
  /** Whether one failed request in an hour already exceeds the fastest rule. */
  readonly lowTraffic: boolean;
}

/** Reads an objective: what it allows, what is left, what the dependencies and the alert rules make of it. */
export function readObjective(settings: SloCalculatorSettings): SloReading {
  const { objective, windowSeconds, elapsedSeconds, requestsPerSecond, spentSeconds, dependencies } = settings;
  const budgetSeconds = allowedDowntimeSeconds(objective, windowSeconds);
  const budgetRequests = budgetSeconds * requestsPerSecond;
  const spentShare = share(spentSeconds, budgetSeconds);
  const remainingShare = budgetSeconds > 0 ? 1 - spentShare : 0;
  const meanBurnRate = burnRate(Math.min(1, share(spentSeconds, elapsedSeconds)), objective);
  const recentBurnRate = burnRate(Math.min(1, settings.recentSeconds / HOUR), objective);
  const rules = multiWindowRules(objective, windowSeconds).map((rule) => readRule(rule, objective, windowSeconds));
  const requestsPerHour = requestsPerSecond * HOUR;
  const oneFailure = {
    requestsPerHour,
    burnRate: burnRate(Math.min(1, share(1, requestsPerHour)), objective),
    budgetShare: share(1, budgetRequests),
  };
  return {
    budgetSeconds,
    budgetRequests,
    spentShare,
    remainingSeconds: budgetSeconds - spentSeconds,
    remainingShare,
    policy: objective === 1 ? 'none' : policyFor(remainingShare),
    maximumBurnRate: maximumBurnRate(objective),
    burnRate: meanBurnRate,
    exhaustedAtSeconds: timeToExhaustionSeconds(meanBurnRate, windowSeconds),
    recentBurnRate,
    recentExhaustionSeconds: timeToExhaustionSeconds(recentBurnRate, windowSeconds),
    ceiling: availabilityInSeries(dependencies.map(availabilityOf)),
    breaker: dependencies
      .filter((dependency) => availabilityOf(dependency) < objective)
      .sort((a, b) => availabilityOf(a) - availabilityOf(b))[0],
    rules,
    oneFailure,
    lowTraffic: objective < 1 && requestsPerSecond > 0 && oneFailure.burnRate > (rules[0]?.burnRate ?? Infinity),
  };
}

/** The availability of a dependency with all its copies, of which one suffices. */
export function availabilityOf({ availability, copies }: Dependency): number {
  return availabilityInParallel(Array.from({ length: copies }, () => availability));
}

function policyFor(remainingShare: number): Policy {
  if (remainingShare > 0.5) return 'full';
  if (remainingShare >= 0.25) return 'canary';
  return remainingShare > 0 ? 'freeze' : 'hard';
}

function readRule(rule: AlertRule, objective: number, periodSeconds: number): RuleReading {
  const windows = 'all' in rule.condition ? rule.condition.all.filter((part) => 'ratio' in part) : [];
  const [longSeconds = NaN, shortSeconds = NaN] = windows.map((window) => window.windowSeconds);
  const threshold = windows[0]?.threshold ?? NaN;
  const factor = Number((maximumBurnRate(objective) * threshold).toPrecision(9));
  return {
    rule,
    longSeconds,
    shortSeconds,
    burnRate: factor,
    threshold,
    canFire: canFire(rule.condition),
    detectionSeconds: detectionTimeSeconds({ objective, errorRatio: 1, windowSeconds: longSeconds, burnRate: factor }),
    budgetSpent: budgetSpentAtDetection({ burnRate: factor, windowSeconds: longSeconds, periodSeconds }),
  };
}

/** A part of a whole; nothing of nothing is nothing. */
function share(part: number, whole: number): number {
  return part === 0 ? 0 : part / whole;
}

/** One outage, as the budgeting methods see it. */
export interface Outage {
  /** The hour of the day at which it begins, 0 to 23. */
  readonly hour: number;
  readonly seconds: number;
  /** The share of requests that fail meanwhile. */
  readonly failing: number;
}

/**
 * Traffic by hour of the day, as shares of the mean: a shop whose customers sleep. An assumption, drawn in the figure;
 * the 24 shares sum to 24.
 */
export const TRAFFIC_BY_HOUR: readonly number[] = [
  0.35, 0.22, 0.15, 0.12, 0.13, 0.2, 0.4, 0.7, 1.0, 1.25, 1.4, 1.5, 1.55, 1.45, 1.4, 1.4, 1.45, 1.55, 1.7, 1.8, 1.7,
  1.35, 0.78, 0.45,
];

const METHODS: readonly BudgetingMethod[] = ['Occurrences', 'Timeslices', 'RatioTimeslices'];

/** The share of the budget that one outage spends by each of OpenSLO's methods, over the same one-minute slices. */
export function spentByMethod(
  settings: Pick<SloCalculatorSettings, 'objective' | 'windowSeconds' | 'requestsPerSecond'>,
  outage: Outage,
): readonly { readonly method: BudgetingMethod; readonly spentShare: number }[] {
  const slices = slicesOf(settings, outage);
  return METHODS.map((method) => {
    const { budget, spent } = errorBudget({ method, objective: settings.objective, slices });
    return { method, spentShare: share(spent, budget) };
  });
}

/** One-minute slices of the whole window; the outage is on its first day. */
function slicesOf(
  { windowSeconds, requestsPerSecond }: Pick<SloCalculatorSettings, 'windowSeconds' | 'requestsPerSecond'>,
  { hour, seconds, failing }: Outage,
): Slice[] {
  const start = hour * HOUR;
  return Array.from({ length: Math.round(windowSeconds / MINUTE) }, (_, minute) => {
    const at = minute * MINUTE;
    const total = (TRAFFIC_BY_HOUR[Math.floor(at / HOUR) % 24] ?? 1) * requestsPerSecond * MINUTE;
    const down = Math.min(Math.max(start + seconds - at, 0), MINUTE) * (at >= start ? 1 : 0);
    return { good: total * (1 - (failing * down) / MINUTE), total };
  });
}
