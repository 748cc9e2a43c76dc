import { DEFAULT_PERIOD_SECONDS, errorBudgetRatio, timeToExhaustionSeconds } from '../../slo/index.js';
import { pagesOf } from './alerts/alert-rules.model.js';
import type { Objectives } from './alerts/service-level.model.js';
import type { LiveDashboardView } from './live-dashboard.view.js';

export type Situation =
  'begin' | 'noData' | 'quiet' | 'settling' | 'noticed' | 'failingQuietly' | 'slow' | 'failing' | 'recovering' | 'over';
/** The lamp of the banner. */
export type Lamp = 'good' | 'watch' | 'page';

/** Seconds before which nothing is told, and over which the end of an incident looks back. */
const LOOK_SECONDS = 30;
/** Seconds after the end of an incident in which the sentence still tells of it. */
const AFTERMATH_SECONDS = 600;

/** What the sentence rests on: the newest scrape's figures, as the charts show them, and the state of pages and incident. */
export interface SituationEvidence {
  /** Seconds of the run. */
  readonly now: number;
  readonly objectives: Pick<Objectives, 'availability' | 'promptness'>;
  /** Requests a second; `NaN` if nothing was measured. */
  readonly traffic: number;
  /** Share of failures in all requests, and of late answers in successful ones, over 30 s. */
  readonly errorRatio: number;
  readonly lateRatio: number;
  /** Burn rates over five minutes. */
  readonly burnShort: number;
  readonly burnSlow: number;
  /** Whether a page is open, or the incident that is going on has had one. */
  readonly isPaged: boolean;
  /** When the incident paged, and when it ended; undefined if not yet. */
  readonly pageSeconds?: number | undefined;
  readonly endSeconds?: number | undefined;
}

/** What an engineer on call would say is going on, from the evidence alone. */
export function situationFrom(evidence: SituationEvidence): Situation {
  const { now, objectives, traffic, isPaged, pageSeconds, endSeconds } = evidence;
  if (now < LOOK_SECONDS) return 'begin';
  if (!(traffic > 0)) return 'noData';
  const isFailing = evidence.errorRatio > errorBudgetRatio(objectives.availability);
  const isSlow = evidence.lateRatio > errorBudgetRatio(objectives.promptness);
  if (isFailing) return isPaged ? 'failing' : 'failingQuietly';
  if (isSlow) return isPaged ? 'slow' : 'noticed';
  if (endSeconds !== undefined && now - endSeconds < AFTERMATH_SECONDS) return 'over';
  if (isPaged && pageSeconds !== undefined && endSeconds === undefined) return 'recovering';
  return evidence.burnShort > 1 || evidence.burnSlow > 1 ? 'settling' : 'quiet';
}

/** The situation that a view shows. */
export function situationOf({ model, newest, incident, objectives }: LiveDashboardView): Situation {
  if (!newest) return 'begin';
  const { pageSeconds, endSeconds } = incident ?? {};
  // A page that has resolved was a page all the same, until its incident is over.
  const wasPaged = pageSeconds !== undefined && endSeconds === undefined;
  const isPaged = wasPaged || pagesOf(model.active).length > 0;
  return situationFrom({ ...newest, now: model.now, objectives, isPaged, pageSeconds, endSeconds });
}

/** The same as a sentence. */
export function sentenceOf(view: LiveDashboardView): string {
  const { model, newest, incident, text: t, host, objectives, clock, quantile } = view;
  const { format } = host;
  const situation = situationOf(view);
  if (situation === 'begin' || !newest) return t.begin;
  const share = (ratio: number): string => format.percent(ratio, 1);
  const limit = format.duration(objectives.latencySeconds);
  switch (situation) {
    case 'noData':
      return pagesOf(model.active).some(({ rule }) => rule === 'RequestsAbsent') ? t.noDataPaged : t.noData;
    case 'quiet':
      return t.quiet(quantile(newest.p99), format.times(newest.burnShort));
    case 'settling':
      return t.settling(format.times(newest.burnShort), format.times(newest.burnSlow));
    case 'noticed':
      return t.noticed(share(newest.lateRatio), limit);
    case 'failingQuietly':
      return t.failingQuietly(share(newest.errorRatio));
    case 'slow':
      return t.slow(share(newest.lateRatio), limit, quantile(newest.p99));
    case 'failing': {
      const [route, worst] = [...newest.routes].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
      const burn = newest.errorRatio / errorBudgetRatio(objectives.availability);
      const left = timeToExhaustionSeconds(burn, DEFAULT_PERIOD_SECONDS, 1 - newest.failedBudget);
      return t.failing(share(newest.errorRatio), route, share(worst), format.duration(roughly(left)));
    }
    case 'recovering':
      return t.recovering(clock(calmSince(view)));
    case 'over': {
      const seconds = (incident?.endSeconds ?? 0) - (incident?.startSeconds ?? 0);
      return t.over(format.duration(Math.round(seconds)), format.number(incident?.failed ?? 0));
    }
  }
}

/** How bad it is, in one of three. */
export function lampOf(view: LiveDashboardView): Lamp {
  const { model } = view;
  if (pagesOf(model.active).length > 0) return 'page';
  const isBad = ['noData', 'noticed', 'failingQuietly', 'slow', 'failing'].includes(situationOf(view));
  return isBad || model.active.length > 0 ? 'watch' : 'good';
}

/** The last second until now in which somebody failed or too many waited. */
function calmSince({ model: { level, now } }: LiveDashboardView): number {
  let at = now;
  while (at > 0 && level.isMet(at - LOOK_SECONDS, at)) at -= 5;
  return Math.max(0, at - LOOK_SECONDS / 2);
}

/** A forecast to the hour, to ten minutes where it is near: more digits would be a lie. */
function roughly(seconds: number): number {
  const grain = seconds > 86_400 ? 3600 : seconds > 7200 ? 600 : 60;
  return Math.round(seconds / grain) * grain;
}
