import { DEFAULT_PERIOD_SECONDS, errorBudgetRatio, evaluateAlerts, type AlertSeries } from '../../../slo/index.js';
import { GAUGES } from '../week/scrape.model.js';
import { holdingAt, leavesOf, readingAt } from '../week/readings.model.js';
import type { Strategy } from '../rules/strategies.model.js';
import type { Incident, Week } from '../week/week.model.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An alert may come this long after an incident and still be about it, in seconds. */
export const GRACE_SECONDS: number = 10 * MINUTE;
/** As many pages a week as a person can bear and still sleep. */
export const GOOD_ON_CALL_PAGES = 2;

/** A stretch of firing, the pending that led to it, and what it was about. Seconds of the week. */
export interface Alert {
  readonly rule: string;
  readonly severity: 'page' | 'ticket';
  /** When its condition began to hold; the same as `firedAt` where there is no `for`. */
  readonly activeAt: number;
  readonly firedAt: number;
  readonly resolvedAt: number;
  /** The significant incident it was about; without one, the alert is false. */
  readonly incident: JudgedIncident | undefined;
  /** Whether it came before its incident hurt anybody, of a kind that can be seen coming. */
  readonly isEarly: boolean;
  /** Whether it resolved during its incident for want of data: missing data ends no incident. */
  readonly isCutShort: boolean;
  /** A real incident, too small to be worth a page. */
  readonly minor: JudgedIncident | undefined;
  readonly isAtNight: boolean;
}

/** A stretch in which the condition held and `for` had not passed yet, whether it came to firing or not. */
export interface Pending {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** An incident, as an objective sees it. */
export interface JudgedIncident extends Incident {
  /** Share of the 30-day error budget that it spent. */
  readonly budget: number;
  /** Whether it spent enough to be worth somebody's attention. */
  readonly isSignificant: boolean;
}

export interface Judgement {
  /** Ratio. */
  readonly objective: number;
  /** From which share of the budget on an incident counts. */
  readonly significantBudget: number;
}

/** What a strategy made of a week. Times in seconds, shares as ratios; NaN where there was nothing to measure. */
export interface Score {
  readonly pages: number;
  readonly nightPages: number;
  readonly tickets: number;
  readonly falseAlerts: number;
  /** True alerts that came before any harm. */
  readonly earlyAlerts: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
  readonly detectSeconds: number;
  /** Over the incidents whose last alert still fires at their end. */
  readonly resetSeconds: number;
  /** Incidents whose last alert resolved while they went on. */
  readonly resolvedTooSoon: number;
  /** Budget that was spent when the first alert about an incident came. */
  readonly budgetSpent: number;
  /** 1 for two pages or fewer that find at least half of the incidents, else 0; NaN for a strategy without rules. */
  readonly goodOnCall: number;
}

export interface Lane {
  readonly strategy: Strategy;
  readonly alerts: readonly Alert[];
  readonly pendings: readonly Pending[];
  readonly score: Score;
}

/** The incidents of a week by what they cost: failed requests over those that 30 such days allow. */
export function judgeIncidents(week: Week, { objective, significantBudget }: Judgement): JudgedIncident[] {
  const requests = week.total.reduce((sum, count) => sum + count, 0);
  const allowed = (errorBudgetRatio(objective) * requests * DEFAULT_PERIOD_SECONDS) / week.seconds;
  return week.incidents.map((incident) => {
    const budget = incident.hurt / allowed;
    return { ...incident, budget, isSignificant: budget >= significantBudget };
  });
}

export function isNight(second: number): boolean {
  const hour = (second % DAY) / HOUR;
  return hour < 7 || hour >= 22;
}

/** What one strategy sees of a week, and how it compares with the truth. */
export function judge(
  strategy: Strategy,
  series: AlertSeries,
  evaluationSeconds: number,
  week: Week,
  incidents: readonly JudgedIncident[],
): Lane {
  const rows = evaluateAlerts(strategy.rules, series, { evaluationSeconds });
  const pendings: Pending[] = [];
  const alerts: Alert[] = [];
  for (const { rule, state, startSeconds, endSeconds } of rows) {
    if (state === 'pending') {
      pendings.push({ rule, start: startSeconds, end: endSeconds });
      continue;
    }
    const pending = rows.find((row) => row.rule === rule && row.state === 'pending' && row.endSeconds === startSeconds);
    const written = strategy.rules.find(({ name }) => name === rule);
    const condition = written?.condition ?? { any: [] };
    const readsMemory = holdingAt(condition, series, startSeconds).some(
      (leaf) => 'gauge' in leaf && leaf.gauge === GAUGES.memory,
    );
    const about = incidents.filter(
      ({ start, end, leadStart }) =>
        startSeconds >= (readsMemory ? leadStart : start) && startSeconds <= end + GRACE_SECONDS,
    );
    const incident = about.find(({ isSignificant }) => isSignificant);
    const isBlind = leavesOf(condition).some((leaf) => Number.isNaN(readingAt(leaf, series, endSeconds)));
    alerts.push({
      rule,
      severity: written?.severity ?? 'page',
      activeAt: pending?.startSeconds ?? startSeconds,
      firedAt: startSeconds,
      resolvedAt: endSeconds,
      incident,
      isEarly: incident !== undefined && startSeconds < incident.start,
      isCutShort: incident !== undefined && endSeconds < incident.end && isBlind,
      minor: about.find(({ isSignificant }) => !isSignificant),
      isAtNight: isNight(startSeconds),
    });
  }
  return { strategy, alerts, pendings, score: scoreIn({ strategy, alerts }, week, incidents, 0, week.seconds) };
}

/**
 * The score of a stretch of the week: the alerts that begin in it, and the incidents of which a part lies in it, each
 * found or missed by whatever alert about it, in this stretch or before.
 */
export function scoreIn(
  { strategy, alerts: all }: Pick<Lane, 'strategy' | 'alerts'>,
  week: Week,
  incidents: readonly JudgedIncident[],
  from: number,
  to: number,
): Score {
  const alerts = all.filter(({ firedAt }) => firedAt >= from && (firedAt < to || to >= week.seconds));
  const significant = incidents.filter(({ isSignificant, start, end }) => isSignificant && start < to && end > from);
  const pages = alerts.filter(({ severity }) => severity === 'page');
  const found = significant.flatMap((incident) => {
    const about = all.filter((alert) => alert.incident === incident);
    return about[0] ? [{ incident, first: about[0], last: Math.max(...about.map((alert) => alert.resolvedAt)) }] : [];
  });
  const seenOut = found.filter(({ incident, last }) => last >= incident.end);
  const trueAlerts = alerts.filter(({ incident }) => incident).length;
  const isGood = pages.length <= GOOD_ON_CALL_PAGES && found.length * 2 >= significant.length;
  return {
    pages: pages.length,
    nightPages: pages.filter(({ isAtNight }) => isAtNight).length,
    tickets: alerts.length - pages.length,
    falseAlerts: alerts.length - trueAlerts,
    earlyAlerts: alerts.filter(({ isEarly }) => isEarly).length,
    missed: significant.length - found.length,
    precision: trueAlerts / alerts.length,
    recall: found.length / significant.length,
    detectSeconds: mean(found.map(({ incident, first }) => Math.max(0, first.firedAt - incident.start))),
    resetSeconds: mean(seenOut.map(({ incident, last }) => last - incident.end)),
    resolvedTooSoon: found.length - seenOut.length,
    budgetSpent: mean(found.map(({ incident, first }) => budgetSpentBy(week, incident, first.firedAt))),
    goodOnCall: strategy.rules.length === 0 ? NaN : isGood ? 1 : 0,
  };
}

/** The share of the 30-day budget that an incident had spent by a time. */
export function budgetSpentBy(week: Week, { start, end, hurt, budget }: JudgedIncident, second: number): number {
  return (hurtBetween(week, start, Math.min(second, end)) / hurt) * budget;
}

/** Requests that incidents made fail, in the seconds of a week from `from` to `to`. */
export function hurtBetween({ hurt }: Week, from: number, to: number): number {
  return sum(hurt.subarray(Math.max(0, from), Math.max(0, to)));
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
