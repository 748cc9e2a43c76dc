import type { Random } from '../../../engine/random.js';
import { even, falling, fixed, inTurn, oneOf, shareOf, type Cost, type Range } from './cost.model.js';

/** What a team can do with its day; an outage is not done, but known to have happened. */
export type Work = 'small' | 'large' | 'fix' | 'migration' | 'maintenance' | 'reliability' | 'outage';

/** How a bad deploy is undone: by a new build, by one command, or by the alert itself. */
export type Rollback = 'build' | 'command' | 'automatic';

/** Something the team does, or a teacher knows of, at its place in the run. */
export interface Action {
  /** Day of the month, from 1; the month before ends on day 0. */
  readonly day: number;
  readonly work: Work;
  readonly canary: boolean;
  /** Against the policy. */
  readonly override: boolean;
  /** What an outage cost; nothing else has a cost that is known before. */
  readonly minutes: number;
}

/** What costs depend on beside the work itself. */
export interface Practice {
  readonly rollback: Rollback;
  /** A migration that goes wrong costs this. */
  readonly riskMinutes: number;
  /** The chance that it does. */
  readonly riskChance: number;
}

/** The lesson's table: a rollout costs 0 to 2 minutes, planned maintenance 5 to 15. */
const ROLLOUT_MINUTES = 2;
const MAINTENANCE: Range = [5, 15];

/** A bad deploy lasts until it is noticed and undone: 5 to 30 minutes by a new build, the lesson's range. */
export const UNDOING: Readonly<Record<Rollback, { readonly notice: Range; readonly undo: Range }>> = {
  build: { notice: [2, 12], undo: [3, 18] },
  command: { notice: [2, 12], undo: [1, 3] },
  automatic: { notice: [1, 2], undo: [1, 2] },
};

/** A canary takes this share of the traffic, and shows this share of the bad changes; the others pass it. */
export const CANARY_SHARE = 0.05;
export const CANARY_CATCHES = 0.8;

/** A deploy: how many features it ships, and the chance that it is bad. */
export const DEPLOYS: Readonly<Partial<Record<Work, { readonly features: number; readonly badChance: number }>>> = {
  small: { features: 1, badChance: 0.05 },
  large: { features: 3, badChance: 0.2 },
  fix: { features: 0, badChance: 0.05 },
};

/** Hours of a day of eight: a canary takes as long again, because it is watched. */
export function hoursFor({ work, canary }: Pick<Action, 'work' | 'canary'>): number {
  if (work === 'outage') return 0;
  if (work === 'reliability') return 8;
  return DEPLOYS[work] && canary ? 4 : 2;
}

export function costOf({ work, canary, minutes }: Omit<Action, 'day' | 'override'>, practice: Practice): Cost {
  const deploy = DEPLOYS[work];
  if (deploy) return costOfDeploy(deploy.badChance, canary, practice);
  if (work === 'migration') return oneOf([practice.riskChance, fixed(practice.riskMinutes)]);
  if (work === 'maintenance') return even(MAINTENANCE);
  return fixed(work === 'outage' ? minutes : 0);
}

/** What a deploy costs by what comes of it: it is good, it is bad, or it is bad and a canary shows it. */
export function deployCosts({
  rollback,
}: Pick<Practice, 'rollback'>): Readonly<Record<'rollout' | 'bad' | 'caught', Cost>> {
  const { notice, undo } = UNDOING[rollback];
  const bad = inTurn(notice, undo);
  return { rollout: falling(ROLLOUT_MINUTES), bad, caught: shareOf(CANARY_SHARE, bad) };
}

function costOfDeploy(badChance: number, canary: boolean, practice: Practice): Cost {
  const { rollout, bad, caught } = deployCosts(practice);
  const caughtChance = canary ? badChance * CANARY_CATCHES : 0;
  return oneOf([1 - badChance, rollout], [caughtChance, caught], [badChance - caughtChance, bad]);
}

/** What came of an action: how long users felt it, and how many of them. */
export interface Result {
  readonly seconds: number;
  /** Share of the users. */
  readonly share: number;
  readonly bad: boolean;
  /** Whether it was the canary that showed it. */
  readonly caught: boolean;
}

/**
 * Draws what comes of an action. Every action takes the same draws in the same order, so that behind a canary a change
 * meets the same luck as without: it is bad in both cases or in none.
 */
export function draw(action: Action, practice: Practice, random: Random): Result {
  if (action.work === 'outage') return { seconds: action.minutes * 60, share: 1, bad: false, caught: false };
  const luck = random.uniform();
  const seen = random.uniform();
  const [first, second] = [random.uniform(), random.uniform()];
  const happened = (minutes: number, bad = false, caught = false): Result => ({
    seconds: minutes * 60,
    share: caught ? CANARY_SHARE : 1,
    bad,
    caught,
  });
  const deploy = DEPLOYS[action.work];
  if (deploy) {
    if (luck >= deploy.badChance) return happened(ROLLOUT_MINUTES * (1 - Math.sqrt(1 - first)));
    const { notice, undo } = UNDOING[practice.rollback];
    return happened(within(notice, first) + within(undo, second), true, action.canary && seen < CANARY_CATCHES);
  }
  if (action.work === 'migration') {
    return luck < practice.riskChance ? happened(practice.riskMinutes, true) : happened(0);
  }
  return happened(action.work === 'maintenance' ? within(MAINTENANCE, first) : 0);
}

function within([from, to]: Range, share: number): number {
  return from + (to - from) * share;
}
