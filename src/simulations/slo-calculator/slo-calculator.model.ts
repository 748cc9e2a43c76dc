import { availabilityInParallel, availabilityInSeries } from '../../slo/availability.js';
import { allowedDowntimeSeconds, burnRate, maximumBurnRate, timeToExhaustionSeconds } from '../../slo/budget.js';
import { detectionTimeSeconds } from '../../slo/alerts/burn-rate-alerts.js';
import { budgetStanding, type BudgetStanding } from '../../slo/boundary.js';
import type { Band } from '../../slo/budget-policy.js';
import { burnRateWindows, type BurnRateWindow } from '../../slo/alerts/burn-rate-windows.js';
import { errorBudget, type BudgetingMethod, type Slice } from '../../slo/error-budget.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Something the service needs: `copies` of it in parallel, each available `availability` (a ratio) of the time. */
export interface Dependency {
  readonly name: string;
  readonly availability: number;
  readonly copies: number;
  /** As the reader wrote it. */
  readonly written: string;
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

/** What a team may still risk, by the share of the budget that is left; none where there is no budget. */
export type Policy = 'none' | Band;

/** A multi-window rule, as this objective and window make it. */
export interface RuleReading {
  readonly severity: 'page' | 'ticket';
  readonly longSeconds: number;
  readonly shortSeconds: number;
  /** The share of the budget that is gone when it fires. */
  readonly budget: number;
  readonly burnRate: number;
  /** The error ratio that both windows must exceed; a total outage is 1. */
  readonly threshold: number;
  /** From the start of a total outage until the rule is true; Infinity for a rule that can never fire. */
  readonly detectionSeconds: number;
}

/** Everything the figure shows of an objective; times in seconds, shares as ratios of the whole budget. */
export interface SloReading {
  readonly budgetSeconds: number;
  readonly budgetRequests: number;
  readonly spentShare: number;
  readonly remainingSeconds: number;
  readonly remainingShare: number;
  readonly policy: Policy;
  readonly standing: BudgetStanding;
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
  /** The weakest dependency, where it breaks the objective even if all else is perfect. */
  readonly breaker: Dependency | undefined;
  readonly rules: readonly RuleReading[];
  /** The burn rate over an hour in which one request fails. */
  readonly oneFailureBurnRate: number;
  /** Whether that already exceeds the fastest rule. */
  readonly lowTraffic: boolean;
}

/** Reads an objective: what it allows, what is left, what the dependencies and the alert rules make of it. */
export function readObjective(settings: SloCalculatorSettings): SloReading {
  const { objective, windowSeconds, elapsedSeconds, requestsPerSecond, spentSeconds, recentSeconds } = settings;
  const budgetSeconds = allowedDowntimeSeconds(objective, windowSeconds);
  const spentShare = share(spentSeconds, budgetSeconds);
  const standing = budgetStanding(spentSeconds, budgetSeconds);
  const remainingShare = objective < 1 ? standing.leftShare : 0;
  const burning = (failed: number, all: number): number => burnRate(Math.min(1, share(failed, all)), objective);
  const meanBurnRate = burning(spentSeconds, elapsedSeconds);
  const recentBurnRate = burning(recentSeconds, HOUR);
  const oneFailureBurnRate = burning(1, requestsPerSecond * HOUR);
  const rules = burnRateWindows(windowSeconds).map((pair) => readRule(pair, objective));
  const weakest = settings.dependencies.toSorted((a, b) => availabilityOf(a) - availabilityOf(b))[0];
  return {
    budgetSeconds,
    budgetRequests: budgetSeconds * requestsPerSecond,
    spentShare,
    remainingSeconds: standing.left,
    remainingShare,
    policy: objective < 1 ? standing.band : 'none',
    standing,
    maximumBurnRate: maximumBurnRate(objective),
    burnRate: meanBurnRate,
    exhaustedAtSeconds: timeToExhaustionSeconds(meanBurnRate, windowSeconds),
    recentBurnRate,
    recentExhaustionSeconds: timeToExhaustionSeconds(recentBurnRate, windowSeconds),
    ceiling: availabilityInSeries(settings.dependencies.map(availabilityOf)),
    breaker: weakest && availabilityOf(weakest) < objective ? weakest : undefined,
    rules,
    oneFailureBurnRate,
    lowTraffic: objective < 1 && oneFailureBurnRate > Math.max(...rules.map((rule) => rule.burnRate)),
  };
}

/** The availability of a dependency with all its copies, of which one suffices. */
export function availabilityOf({ availability, copies }: Dependency): number {
  return availabilityInParallel(Array.from({ length: copies }, () => availability));
}

function readRule(pair: BurnRateWindow, objective: number): RuleReading {
  const { burnRate, longSeconds: windowSeconds } = pair;
  return {
    ...pair,
    threshold: burnRate / maximumBurnRate(objective),
    detectionSeconds: detectionTimeSeconds({ objective, errorRatio: 1, windowSeconds, burnRate }),
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

/** Traffic in an hour of the day, as a share of the mean: an assumption, a shop busiest at 15:00 and quiet at 3:00. */
export function trafficAt(hour: number): number {
  return 1 - 0.8 * (1 - Math.abs(((hour + 9) % 24) - 12) / 6);
}

const METHODS: readonly BudgetingMethod[] = ['Occurrences', 'Timeslices', 'RatioTimeslices'];

/** The share of the budget that one outage spends by each of OpenSLO's methods, over the same one-minute slices. */
export function spentByMethod(
  { objective, windowSeconds }: Pick<SloCalculatorSettings, 'objective' | 'windowSeconds'>,
  outage: Outage,
): readonly { readonly method: BudgetingMethod; readonly spentShare: number }[] {
  const windowDays = Math.ceil(windowSeconds / DAY);
  // All days without an outage are alike: those it touches are counted, the others add their budget.
  const days = Math.min(Math.ceil((outage.hour * HOUR + outage.seconds) / DAY), windowDays);
  const slices = slicesOf(days, outage);
  return METHODS.map((method) => {
    const { budget, spent } = errorBudget({ method, objective, slices });
    return { method, spentShare: share(spent, (budget / days) * windowDays) };
  });
}

/** The one-minute slices of some days, of the mean minute's traffic as the unit; the outage begins on the first. */
function slicesOf(days: number, { hour, seconds, failing }: Outage): Slice[] {
  return Array.from({ length: (days * DAY) / MINUTE }, (_, minute) => {
    const total = trafficAt(Math.floor(minute / 60));
    const since = minute * MINUTE - hour * HOUR;
    const down = since < 0 ? 0 : Math.min(Math.max(seconds - since, 0), MINUTE) / MINUTE;
    return { good: total * (1 - failing * down), total };
  });
}
