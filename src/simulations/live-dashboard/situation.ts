import { timeToExhaustionSeconds, DEFAULT_PERIOD_SECONDS } from '../../slo/index.js';
import { pagesOf } from './alerts/alert-rules.model.js';
import type { LiveDashboardView } from './live-dashboard.view.js';

export type Situation = 'begin' | 'quiet' | 'noticed' | 'failingQuietly' | 'slow' | 'failing' | 'recovering' | 'over';
/** The lamp of the banner. */
export type Lamp = 'good' | 'watch' | 'page';

/** Seconds over which the sentence looks back. */
const LOOK_SECONDS = 30;
/** Seconds after the end of an incident in which the sentence still tells of it. */
const AFTERMATH_SECONDS = 600;

/** What an engineer on call would say is going on. */
export function situationOf({ model, incident }: LiveDashboardView): Situation {
  const { level, now } = model;
  if (now < LOOK_SECONDS) return 'begin';
  const { total, failed, slow } = level.served(now - LOOK_SECONDS, now);
  const isPaged = pagesOf(model.active).length > 0;
  const end = incident?.endSeconds;
  const isMuchSlow = slow > total * 0.02;
  const isMuchFailed = failed > total * 0.001;
  if (end !== undefined && now - end < AFTERMATH_SECONDS && !isMuchFailed && !isMuchSlow) return 'over';
  if (isMuchFailed) return isPaged ? 'failing' : 'failingQuietly';
  if (isMuchSlow) return isPaged ? 'slow' : 'noticed';
  return isPaged && incident?.pageSeconds !== undefined && end === undefined ? 'recovering' : 'quiet';
}

/** The same as a sentence. */
export function sentenceOf(view: LiveDashboardView): string {
  const { model, newest, incident, text: t, host, objectives, clock } = view;
  const { format } = host;
  const situation = situationOf(view);
  if (situation === 'begin' || !newest) return t.begin;
  const { level, now } = model;
  const { total, failed, slow } = level.served(now - LOOK_SECONDS, now);
  const share = (count: number): string => format.percent(count / total, 1);
  const limit = format.duration(objectives.latencySeconds);
  switch (situation) {
    case 'quiet':
      return t.quiet(format.duration(newest.p99), format.times(newest.burnShort || 0));
    case 'noticed':
      return t.noticed(share(slow), limit);
    case 'failingQuietly':
      return t.failingQuietly(share(failed));
    case 'slow':
      return t.slow(share(slow), limit, format.duration(newest.p99));
    case 'failing': {
      const [route, worst] = [...newest.routes].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
      const burn = level.burn('failed', now, LOOK_SECONDS);
      const left = timeToExhaustionSeconds(burn, DEFAULT_PERIOD_SECONDS, 1 - newest.failedBudget);
      return t.failing(share(failed), route, format.percent(worst, 1), format.duration(roughly(left)));
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
  const isBad = ['noticed', 'failingQuietly', 'slow', 'failing'].includes(situationOf(view));
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
