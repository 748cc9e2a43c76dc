import { boardOf, leaderOf, NOTHING_KNOWN, type Known } from '../diagnosis/diagnosis.model.js';
import { nextStep } from '../probes/expert.model.js';
import { INCIDENTS, SETTLE_SECONDS } from './incidents.data.js';
import { drawIncident } from '../incident/incident.model.js';
import {
  DECIDE_SECONDS,
  LIMIT_SECONDS,
  LOGIN_SECONDS,
  WATCH_SECONDS,
  type Step,
} from '../probes/investigation.model.js';
import { LOOK_BY_ID, SIDES, type Side } from '../probes/probes.model.js';
import { SIGNS } from '../incident/symptoms.model.js';
import { REMEDY_OF, type Suspect } from '../diagnosis/suspects.model.js';

/** An incident that was simulated ahead of time, with what every sign said at some moments of it. */
export interface Recorded {
  /** The seed of the `surprise` that it is. */
  readonly seed: number;
  readonly cause: Suspect;
  /** Seconds from the fault to the page, and to the blind side's mail. */
  readonly pagedAfter: number;
  readonly mailedAfter: number;
  readonly moments: readonly Moment[];
}

interface Moment {
  /** After the page. */
  readonly minutes: number;
  /** Customers hurt so far. */
  readonly hurt: number;
  /** By sign. */
  readonly outcomes: ReadonlyMap<string, string>;
}

/** How one side fared in one incident. */
export interface Fare {
  readonly seed: number;
  readonly cause: Suspect;
  /** From the first errors until it was over; the limit where it never was. */
  readonly minutes: number;
  readonly hurt: number;
  readonly wrongTurns: number;
  readonly steps: readonly Step[];
}

/** Minutes after the page at which the recorded incidents were looked at. */
export const MOMENTS: readonly number[] = [2, 8];

/** The incidents of the seeds from 1 on, as they were recorded. */
export function recordedIncidents(): Recorded[] {
  return INCIDENTS.map((line, i) => {
    const seed = i + 1;
    const [numbers = '', ...codes] = line.split(' ');
    const [pagedAfter = 0, mailedAfter = 0, ...hurt] = numbers.split(',').map(Number);
    const moments = codes.map((code, at) => ({
      minutes: MOMENTS[at] ?? 0,
      hurt: hurt[at] ?? 0,
      outcomes: decode(code),
    }));
    return { seed, cause: drawIncident('surprise', seed).cause, pagedAfter, mailedAfter, moments };
  });
}

/** One character for each sign: the place of its outcome among those that it can have. */
function decode(code: string): Map<string, string> {
  return new Map(SIGNS.map(({ id, outcomes }, i) => [id, outcomes[Number.parseInt(code.charAt(i), 36)] ?? '']));
}

/** Who leads when everything is known that either side could see at a moment. */
export function leaderOfAll({ outcomes }: Moment): Suspect {
  return leaderOf(boardOf({ signs: outcomes, failed: [] }));
}

/** An expert whose decisions are remembered: in hundreds of incidents the same things are known again and again. */
export class Expert {
  readonly confidence: number;
  readonly #decisions = new Map<string, Step | undefined>();

  constructor(confidence: number) {
    this.confidence = confidence;
  }

  next(side: Side, known: Known): Step | undefined {
    const signs = [...known.signs].map(([sign, outcome]) => `${sign}=${outcome}`).sort();
    const key = [side, ...signs, ...[...known.failed].sort()].join(' ');
    if (!this.#decisions.has(key)) this.#decisions.set(key, nextStep(side, known, this.confidence));
    return this.#decisions.get(key);
  }
}

/**
 * The same policy as live, on what was recorded. A sign is what it was at the last recorded moment; a remedy helps when
 * it is the one for the cause; users go on being hurt at the recorded pace.
 */
export function playRecorded(recorded: Recorded, side: Side, expert: Pick<Expert, 'next'>): Fare {
  const { seed, cause, pagedAfter, mailedAfter } = recorded;
  const alarmed = side === 'blind' ? mailedAfter : pagedAfter;
  let now = alarmed + LOGIN_SECONDS;
  let known = NOTHING_KNOWN;
  let wrongTurns = 0;
  const steps: Step[] = [];
  const fare = (until: number): Fare => {
    const minutes = (until - pagedAfter) / 60;
    return { seed, cause, minutes, hurt: Math.round(hurtUntil(recorded, until)), wrongTurns, steps };
  };
  while (now < alarmed + LIMIT_SECONDS) {
    const step = expert.next(side, known);
    if (step === undefined) break;
    steps.push(step);
    if ('remedy' in step) {
      if (step.remedy === REMEDY_OF[cause]) return fare(now + DECIDE_SECONDS + (SETTLE_SECONDS[cause] ?? 0));
      wrongTurns++;
      now += DECIDE_SECONDS + WATCH_SECONDS;
      known = { ...known, failed: [...known.failed, step.remedy] };
      continue;
    }
    const look = LOOK_BY_ID.get(step.look);
    now += (look?.minutes ?? 0) * 60;
    const { outcomes } = momentAt(recorded, now);
    const signs = new Map(known.signs);
    for (const sign of look?.signs ?? []) signs.set(sign, outcomes.get(sign) ?? '');
    if (step.look === 'restart' && outcomes.get('restart') !== 'helped') wrongTurns++;
    known = { ...known, signs };
  }
  return fare(alarmed + LIMIT_SECONDS);
}

function momentAt({ pagedAfter, moments }: Recorded, seconds: number): Moment {
  const minutes = (seconds - pagedAfter) / 60;
  const [first, ...later] = moments;
  const last = later.findLast((moment) => moment.minutes <= minutes) ?? first;
  return last ?? { minutes: 0, hurt: 0, outcomes: new Map() };
}

/** Straight lines through the recorded moments, and on at the last pace. Seconds are counted from the fault. */
function hurtUntil({ pagedAfter, moments }: Recorded, seconds: number): number {
  let [fromSeconds, fromHurt, pace] = [0, 0, 0];
  for (const { minutes, hurt } of moments) {
    const at = pagedAfter + minutes * 60;
    pace = (hurt - fromHurt) / (at - fromSeconds);
    if (seconds <= at) break;
    [fromSeconds, fromHurt] = [at, hurt];
  }
  return fromHurt + pace * (seconds - fromSeconds);
}

/** A value that this share of the numbers does not exceed, as exactly as there are numbers. */
export function quantileOf(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** What became of the recorded incidents on each side; those of one incident stand at the same place. */
export type Fares = Readonly<Record<Side, readonly Fare[]>>;

/** How far a replay has come. */
export interface ReplayProgress {
  readonly done: number;
  readonly count: number;
}

/** Plays the recorded incidents, both sides by one expert who acts at this confidence; yields after each side. */
export function* replayIncidents(confidence: number): Generator<ReplayProgress, Fares, void> {
  const recorded = recordedIncidents();
  const expert = new Expert(confidence);
  const fares: Record<Side, Fare[]> = { blind: [], observable: [] };
  for (const incident of recorded) {
    for (const side of SIDES) {
      fares[side].push(playRecorded(incident, side, expert));
      yield { done: fares.observable.length, count: recorded.length };
    }
  }
  return fares;
}
