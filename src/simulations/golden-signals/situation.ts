import type { GoldenSignalsText } from '../../i18n/en/golden-signals.js';
import type { Format } from '../../i18n/format.js';
import { FAILURE_CAUSES } from '../../shop/index.js';
import { WATCH_FROM } from './golden-signals.charts.js';
import { FULL, fullest, type SignalsAt } from './golden-signals.model.js';

export type Situation =
  | 'begin'
  | 'blind'
  | 'healthy'
  | 'saturated'
  | 'strained'
  | 'slow'
  | 'slowElsewhere'
  | 'failing'
  | 'failingElsewhere'
  | 'silent';

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

/** What an engineer would say is going on. */
export function situationOf(now: SignalsAt | undefined, objectives: Objectives, measuring: Measuring): Situation {
  const { scrapeSeconds, rangeSeconds } = measuring;
  // The window is open on the left: one as long as the interval holds one scrape, and a rate takes two.
  if (rangeSeconds <= scrapeSeconds) return 'blind';
  if (now === undefined || (Number.isNaN(now.traffic) && now.seconds <= rangeSeconds)) return 'begin';
  if (!(now.traffic > 0)) return 'silent';
  const { utilization } = fullest(now);
  const isFull = utilization >= FULL;
  if (now.errorRatio > objectives.errorObjective) return isFull ? 'failing' : 'failingElsewhere';
  const isBusy = utilization >= WATCH_FROM;
  if (now.p99 > objectives.latencyObjective) return isFull ? 'slow' : isBusy ? 'strained' : 'slowElsewhere';
  return isBusy ? 'saturated' : 'healthy';
}

/** The same as a sentence. */
export function sentenceOf(
  now: SignalsAt | undefined,
  objectives: Objectives,
  measuring: Measuring,
  { text: t, format }: { text: GoldenSignalsText; format: Format },
): string {
  const situation = situationOf(now, objectives, measuring);
  if (situation === 'blind') return t.blind(format.duration(measuring.rangeSeconds));
  if (now === undefined || situation === 'begin') return t.begin;
  const { kind, utilization } = fullest(now);
  const resource = t.resources[kind] ?? kind;
  const full = t.full[kind] ?? resource;
  const p99 = format.duration(now.p99);
  const times = format.times(now.p99 / objectives.latencyObjective);
  const failed = format.percent(now.errorRatio, 1);
  const worst = [...FAILURE_CAUSES].sort((a, b) => now.causes[b] - now.causes[a])[0] ?? 'exception';
  switch (situation) {
    case 'silent':
      return t.silent;
    case 'healthy':
      return t.healthy(p99, format.duration(objectives.latencyObjective), resource, format.percent(utilization));
    case 'saturated':
      return t.saturated(resource, format.percent(utilization), p99);
    case 'strained':
      return t.strained(p99, times, resource, format.percent(utilization));
    case 'slow':
      return t.slow(p99, times, full, format.number(now.waiting));
    case 'slowElsewhere':
      return t.slowElsewhere(p99, times);
    case 'failing':
      return t.failing(failed, t.causes[worst], p99, full);
    case 'failingElsewhere':
      return t.failingElsewhere(failed, t.causes[worst], p99);
  }
}
