import type { ResourceKind } from '../../../shop/index.js';
import { RESOURCES, type ResourcesAt, type SignalsAt } from '../golden-signals.model.js';
import type { CallsTo } from './recent-calls.js';

/** What is going on, in one word. */
export type Situation =
  'begin' | 'blind' | 'noData' | 'idle' | 'healthy' | 'saturated' | 'recovering' | 'slow' | 'failing';

export interface Objectives {
  /** Seconds. */
  readonly latencyObjective: number;
  readonly errorObjective: number;
}

/** How it is measured, in seconds. */
export interface Measuring {
  readonly scrapeSeconds: number;
  readonly rangeSeconds: number;
}

/** How full a resource is, in 0..1, how many wait for it, and for one unit of it. */
export interface Fullness {
  readonly kind: ResourceKind;
  readonly utilization: number;
  readonly waiting: number;
  readonly queue: number;
}

/** What the evidence of one moment allows to say; nothing else may be said. */
export interface Verdict {
  readonly situation: Situation;
  readonly isFailing: boolean;
  readonly isSlow: boolean;
  /** Failures took less than half the time of successes: latency of all requests looks better than it is. */
  readonly isFailingFast: boolean;
  /** Resources that are full or have a long queue. */
  readonly full: readonly Fullness[];
  /** The fullest resource; undefined where no utilization is known. */
  readonly fullest: Fullness | undefined;
  /** Resources that were full two scrapes ago and are not now: those who waited are still coming out. */
  readonly wereFull: readonly Fullness[];
  /** Its own code fails more requests than may fail. */
  readonly isThrowing: boolean;
  /** The newest scrapes are missing: what is told is what was before. */
  readonly isStale: boolean;
  /** Calls that are slow, and calls that fail so often that it shows. */
  readonly slowCalls: readonly CallsTo[];
  readonly failingCalls: readonly CallsTo[];
}

/** How full a resource may be before somebody should look. */
export const WATCH_FROM = 0.8;
/** Above this a resource is taken to be what makes requests wait. */
export const FULL = 0.95;
/** So many wait for one only when all are in use, whatever the mean over two scrapes still says. */
const LONG_QUEUE = 5;
/** A call is slow when its p99 alone takes this share of the objective. */
const SLOW_CALL_SHARE = 0.5;
/** Calls of which fewer fail explain nothing: some always do. */
const FAILING_CALLS = 0.05;

/** Returns what the evidence of a moment allows to say. */
export function verdictOf(now: SignalsAt | undefined, objectives: Objectives, measuring: Measuring): Verdict {
  const { latencyObjective, errorObjective } = objectives;
  const isFailing = now !== undefined && now.errorRatio > errorObjective;
  const isSlow = now !== undefined && now.served.p99 > latencyObjective;
  const known = now ? fullnessOf(now) : [];
  const full = known.filter(isFull);
  const calls = now?.calls ?? [];
  // Only these causes of failure come from a call.
  const isOutside = now !== undefined && now.causes.dependency + now.causes.timeout > errorObjective;
  return {
    situation: situationOf(now, objectives, measuring),
    isFailing,
    isSlow,
    isFailingFast: isFailing && now.failedP50 < now.served.p50 / 2,
    full,
    wereFull: now
      ? fullnessOf(now.before).filter((one) => isFull(one) && !full.some(({ kind }) => kind === one.kind))
      : [],
    isThrowing: now !== undefined && now.causes.exception > errorObjective,
    isStale: now !== undefined && Number.isNaN(now.recent.traffic),
    fullest: known.toSorted((a, b) => b.utilization - a.utilization)[0],
    slowCalls: calls.filter(({ p99 }) => p99 >= SLOW_CALL_SHARE * latencyObjective),
    failingCalls: isOutside ? calls.filter(({ failed }) => failed >= FAILING_CALLS) : [],
  };
}

/** Returns the word for a moment. What is exactly at an objective keeps it. */
export function situationOf(now: SignalsAt | undefined, objectives: Objectives, measuring: Measuring): Situation {
  const { latencyObjective, errorObjective } = objectives;
  const { scrapeSeconds, rangeSeconds } = measuring;
  // The window is open on the left: one as long as the interval holds one scrape, and a rate takes two.
  if (rangeSeconds <= scrapeSeconds) return 'blind';
  if (now === undefined || (Number.isNaN(now.traffic) && now.seconds <= rangeSeconds)) return 'begin';
  if (Number.isNaN(now.traffic) || !now.isScraped) return 'noData';
  if (now.traffic === 0) return 'idle';
  const isFailing = now.errorRatio > errorObjective;
  const isSlow = now.served.p99 > latencyObjective;
  const known = fullnessOf(now);
  if (isFailing || isSlow) {
    // Not known is not recovered, and a full resource has not let go yet.
    const isKept = now.recent.errorRatio <= errorObjective && now.recent.servedP99 <= latencyObjective;
    if (isKept && known.length > 0 && !known.some(isFull)) return 'recovering';
    return isFailing ? 'failing' : 'slow';
  }
  return known.some((one) => one.utilization >= WATCH_FROM || isFull(one)) ? 'saturated' : 'healthy';
}

/** The resources of which it is known how full they are. A full queue of the workers is one of full workers. */
function fullnessOf({ usages, queues, queueShare }: ResourcesAt): Fullness[] {
  return RESOURCES.flatMap((kind): Fullness[] => {
    const used = usages[kind]?.utilization ?? NaN;
    const utilization = kind === 'workers' && queueShare >= FULL ? 1 : used;
    const queue = queues[kind] || 0;
    if (Number.isNaN(utilization) && queue < LONG_QUEUE) return [];
    return [{ kind, utilization: utilization || 0, waiting: usages[kind]?.saturation || 0, queue }];
  });
}

function isFull({ utilization, queue }: Fullness): boolean {
  return utilization >= FULL || queue >= LONG_QUEUE;
}
