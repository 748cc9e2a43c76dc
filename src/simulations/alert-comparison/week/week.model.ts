import { Random } from '../../../engine/random.js';
import { binomial } from '../scores/binomial.model.js';
import { effectsAt, type Cause, type CauseKind } from './causes.model.js';

const HOUR = 3600;
const DAY = 24 * HOUR;
export const WEEK_SECONDS: number = 7 * DAY;

/** Share of the memory that the service needs in any case. */
const MEMORY_AT_REST = 0.45;
/** How long a process that ran out of memory takes to come back: killed, started anew, its caches filled. Seconds. */
const RESTART_SECONDS = 180;
/** An incident is over when nobody has been hurt for an hour. */
const CALM_SECONDS = HOUR;

/** A week before it happens: the service, its traffic, and what will befall it. */
export interface WeekPlan {
  /** Mean requests per second. */
  readonly rate: number;
  /** Requests per second that the service can answer. */
  readonly capacity: number;
  /** Seconds that a request waits at most; those that would wait longer fail at once. */
  readonly patienceSeconds: number;
  /** Share of the requests that fails in any case. */
  readonly noise: number;
  readonly causes: readonly Cause[];
  /** Length; a week unless given. */
  readonly seconds?: number;
  /** The same rate all the time, without the day's rise and fall. */
  readonly isSteady?: boolean;
}

/** Harm that was done, whoever noticed: the truth that all strategies are measured by. Seconds of the week. */
export interface Incident {
  readonly kind: CauseKind;
  readonly start: number;
  readonly end: number;
  /** Requests that failed because of it. */
  readonly hurt: number;
  /** From when on it could be seen coming: a leak since the process last started. Else the same as `start`. */
  readonly leadStart: number;
}

/** What happened, second by second: element i is about the second from i to i + 1. */
export interface Week {
  readonly seconds: number;
  readonly total: Uint16Array;
  readonly bad: Uint16Array;
  /** Of the bad ones, those that an incident is to blame for. */
  readonly hurt: Uint16Array;
  /** Shares. */
  readonly cpu: Float32Array;
  readonly memory: Float32Array;
  /** Requests that wait. */
  readonly queue: Uint16Array;
  /** 1 where nothing could be scraped. */
  readonly unseen: Uint8Array;
  readonly incidents: readonly Incident[];
  readonly causes: readonly Cause[];
  /** Requests that came, people's and repeated ones; each was answered, turned away, or waits at the end. */
  readonly arrived: number;
}

/** Mean traffic is 1: least at 4:00, most at 16:00, straight in between; a little less at the weekend. */
export function trafficAt(second: number): number {
  const hour = (second % DAY) / HOUR;
  const fromLow = Math.abs(((hour - 4 + 24) % 24) - 12) / 12;
  const weekend = second >= 5 * DAY ? 0.85 : 1;
  return weekend * (1.65 - 1.3 * fromLow);
}

/**
 * Simulates a week second by second, and yields the share that is done after each hour. Chance comes from streams of
 * its own for arrivals, service, noise, failures and retries; nothing that watches the week draws from them.
 */
export function* simulateWeek(plan: WeekPlan, seed: string): Generator<number, Week, void> {
  const { rate, capacity, patienceSeconds, noise, causes, seconds = WEEK_SECONDS, isSteady = false } = plan;
  const stream = (name: string): Random => new Random(seed, `week/${name}`);
  const [arrivals, service, noises, failures, retrying] = [
    stream('arrivals'),
    stream('service'),
    stream('noise'),
    stream('failures'),
    stream('retries'),
  ];
  const total = new Uint16Array(seconds);
  const bad = new Uint16Array(seconds);
  const hurt = new Uint16Array(seconds);
  const cpu = new Float32Array(seconds);
  const memory = new Float32Array(seconds);
  const queue = new Uint16Array(seconds);
  const unseen = new Uint8Array(seconds);
  const harm = new HarmRecord(causes);

  let effects = effectsAt(causes, 0);
  let waiting = 0;
  let leaked = 0;
  let leakSince = Infinity;
  let leadStart = Infinity;
  let downUntil = 0;
  let toRepeat = 0;
  let arrived = 0;

  for (let second = 0; second < seconds; second++) {
    if (second % HOUR === 0 && second > 0) yield second / seconds;
    if (second >= effects.until) effects = effectsAt(causes, second);

    const mean = rate * effects.traffic * (isSteady ? 1 : trafficAt(second));
    const coming = arrivals.poisson(mean) + binomial(retrying, toRepeat, effects.retries);
    arrived += coming;
    waiting += coming;

    const isDown = second < downUntil;
    const perSecond = isDown ? 0 : capacity * effects.capacity;
    const answered = Math.min(waiting, served(service, waiting, perSecond));
    waiting -= answered;
    // A process that is down refuses everybody; one that is busy, those who would lose patience.
    const room = isDown ? 0 : Math.ceil(perSecond * patienceSeconds);
    const refused = Math.max(0, waiting - room);
    waiting -= refused;

    const broken = binomial(failures, answered, effects.failing);
    const unlucky = binomial(noises, answered - broken, noise);
    const harmed = refused + broken;
    toRepeat = harmed;

    leaked += effects.leak * answered;
    if (leaked > 0) leakSince = Math.min(leakSince, second);
    const used = Math.max(MEMORY_AT_REST + leaked, effects.cache);
    total[second] = answered + refused;
    bad[second] = harmed + unlucky;
    hurt[second] = harmed;
    // Whoever leaves others waiting was busy all the second.
    const busy = perSecond > 0 ? (waiting > 0 ? 1 : answered / perSecond) : 0;
    cpu[second] = Math.min(1, busy + effects.background);
    memory[second] = Math.min(1, used);
    queue[second] = waiting;
    if (effects.unseen) unseen[second] = 1;
    if (harmed > 0) harm.add(second, harmed, effects.culprit, isDown ? leadStart : second);
    // Out of memory: the process is killed, and comes back with nothing.
    if (MEMORY_AT_REST + leaked >= 1) {
      leaked = 0;
      leadStart = leakSince;
      leakSince = Infinity;
      downUntil = second + 1 + RESTART_SECONDS;
    }
  }
  return { seconds, total, bad, hurt, cpu, memory, queue, unseen, incidents: harm.incidents(), causes, arrived };
}

/** How many the service can answer in a second. Far below its capacity no draw is needed: it can answer them all. */
function served(random: Random, waiting: number, perSecond: number): number {
  if (perSecond <= 0) return 0;
  return waiting < perSecond - 8 * Math.sqrt(perSecond) ? waiting : random.poisson(perSecond);
}

/** Puts failures together to incidents. */
class HarmRecord {
  readonly #causes: readonly Cause[];
  readonly #incidents: { kind: CauseKind; start: number; end: number; hurt: number; leadStart: number }[] = [];
  /** The latest incident of each cause, for two may go on at once. */
  readonly #latest = new Map<number, { end: number; hurt: number }>();

  constructor(causes: readonly Cause[]) {
    this.#causes = causes;
  }

  add(second: number, count: number, culprit: number, leadStart: number): void {
    const latest = this.#latest.get(culprit);
    if (latest && second < latest.end + CALM_SECONDS) {
      latest.end = second + 1;
      latest.hurt += count;
      return;
    }
    // Without a cause there was simply too much traffic.
    const kind = this.#causes[culprit]?.kind ?? 'peak';
    const incident = { kind, start: second, end: second + 1, hurt: count, leadStart };
    this.#latest.set(culprit, incident);
    this.#incidents.push(incident);
  }

  incidents(): readonly Incident[] {
    return this.#incidents;
  }
}
