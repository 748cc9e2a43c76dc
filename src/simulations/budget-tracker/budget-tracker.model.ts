import type { Process } from '../../engine/process.js';
import { Simulation } from '../../engine/simulation.js';
import { INCIDENTS, type Incident, type IncidentKind } from './month/incidents.model.js';
import { DAY, Ledger, MONTH, type Spend, type Window } from './month/budget-ledger.model.js';
import type { Band } from '../../slo/budget-policy.js';
import { allows } from './policy/policy.model.js';
import { DEPLOYS, draw, hoursFor, type Action, type Practice, type Result, type Work } from './month/work.model.js';

const HOUR = 3600;
/** The working day begins at 9:00. */
const MORNING: number = 9 * HOUR;

/** A run: nothing else decides what happens. */
export interface MonthRecord extends Practice {
  readonly seed: string;
  /** Ratio. */
  readonly objective: number;
  readonly window: Window;
  /** How many times as many incidents come as usual. */
  readonly trouble: number;
  /** Whether the policy stops what it does not allow. */
  readonly policy: boolean;
  readonly actions: readonly Action[];
}

/** What happened, in the order of time: work with its result, or an incident. */
export interface Entry extends Spend {
  readonly kind: Work | Incident;
  /** What was done, where it was done. */
  readonly action?: Action;
  readonly bad: boolean;
  readonly caught: boolean;
  /** `held`: the policy stopped it. `averted`: earlier work kept it from happening. */
  readonly outcome: 'happened' | 'held' | 'averted';
  /** What the policy said then. */
  readonly band: Band;
}

/** Who decides what is done on a day, one thing at a time, until there is none; the recorded actions do so by themselves. */
export type Player = (month: Month, day: number) => Action | undefined;

/** One month of a service and its team, after a month that is known only by its incidents. */
export class Month {
  readonly record: MonthRecord;
  readonly ledger: Ledger;
  readonly entries: Entry[] = [];
  /** Features that reached the users and stayed. */
  features = 0;
  /** Sizes of the changes that were rolled back and wait to be repaired. */
  readonly rolledBack: number[] = [];
  readonly #simulation: Simulation;
  readonly #done = { reliability: -Infinity, maintenance: -Infinity };

  constructor(record: MonthRecord, player?: Player) {
    this.record = record;
    this.ledger = new Ledger(record.objective, record.window);
    this.#simulation = new Simulation({ seed: record.seed });
    for (const kind of INCIDENT_KINDS) this.#simulation.start(this.#incidents(kind, INCIDENTS[kind]));
    this.#simulation.start(player ? this.#played(player) : this.#recorded());
  }

  /** Seconds from the start of the month. The simulation begins a month earlier. */
  get now(): number {
    return this.#simulation.now - MONTH;
  }

  /** Goes on to a time. */
  playTo(seconds: number): void {
    this.#simulation.runUntil(seconds + MONTH);
  }

  *#incidents(kind: Incident, { perMonth, drawMinutes, averted }: IncidentKind): Process<void> {
    const simulation = this.#simulation;
    const arrivals = simulation.random(`${kind} arrivals`);
    const costs = simulation.random(`${kind} costs`);
    const luck = simulation.random(`${kind} luck`);
    const meanSeconds = MONTH / (perMonth * this.record.trouble);
    for (;;) {
      yield* simulation.delay(arrivals.exponential(meanSeconds));
      if (kind === 'badDeploy' && this.now >= 0) return;
      const seconds = drawMinutes(costs) * 60;
      // Drawn for each, averted or not: the next one then meets the same luck in every run.
      const lucky = luck.uniform();
      const isAverted =
        averted !== undefined && lucky < averted.chance && this.now - this.#done[averted.by] < averted.days * DAY;
      this.#enter(kind, { seconds, share: 1, bad: false, caught: false }, isAverted ? 'averted' : 'happened');
    }
  }

  *#recorded(): Process<void> {
    let [day, hours] = [-Infinity, 0];
    for (const action of this.record.actions) {
      if (action.day !== day) [day, hours] = [action.day, 0];
      yield* this.#until(timeOf(day, hours));
      this.#act(action);
      hours += hoursFor(action);
    }
  }

  *#played(player: Player): Process<void> {
    for (let day = 1; day <= 30; day++) {
      yield* this.#until(timeOf(day, 0));
      for (let hours = 0; hours < 8;) {
        const action = player(this, day);
        if (!action || hours + hoursFor(action) > 8) break;
        this.#act(action);
        hours += hoursFor(action);
        yield* this.#until(timeOf(day, hours));
      }
    }
  }

  *#until(seconds: number): Process<void> {
    yield* this.#simulation.delay(Math.max(0, seconds - this.now));
  }

  #act(action: Action): void {
    const { band } = this.ledger.at(this.now);
    const isHeld =
      (this.record.policy && !action.override && !allows(band, action)) ||
      (action.work === 'fix' && !this.rolledBack.length);
    // A stream for each: the migration of day 10 meets the same luck, whatever else was done or was not.
    const times = this.entries.filter(({ action: done }) => done?.day === action.day && done.work === action.work);
    const random = this.#simulation.random(`${action.work} ${times.length} of day ${action.day}`);
    const result = isHeld ? NOTHING : draw(action, this.record, random);
    this.#enter(action.work, result, isHeld ? 'held' : 'happened', action);
    if (!isHeld) this.#count(action.work, result.bad);
  }

  #count(work: Work, bad: boolean): void {
    const deploy = DEPLOYS[work];
    if (work === 'reliability' || work === 'maintenance') this.#done[work] = this.now;
    if (!deploy) return;
    const features = work === 'fix' ? (this.rolledBack.shift() ?? 0) : deploy.features;
    if (bad) this.rolledBack.unshift(features);
    else this.features += features;
  }

  #enter(kind: Work | Incident, result: Result, outcome: Entry['outcome'], action?: Action): void {
    const entry: Entry = {
      kind,
      start: this.now,
      ...result,
      outcome,
      band: this.ledger.at(this.now).band,
      ...(action && { action }),
    };
    this.entries.push(entry);
    if (outcome === 'happened' && result.seconds > 0) this.ledger.spends.push(entry);
  }
}

const INCIDENT_KINDS: readonly Incident[] = ['blip', 'dependency', 'infrastructure', 'badDeploy'];
const NOTHING: Result = { seconds: 0, share: 1, bad: false, caught: false };

/** When an hour of a working day comes; day 31 is the end of the month. */
export function timeOf(day: number, hours: number): number {
  return day > 30 ? MONTH : (day - 1) * DAY + MORNING + hours * HOUR;
}

/** Hours of a day that its actions take. */
export function hoursUsed(actions: readonly Action[], day: number): number {
  return actions.reduce((sum, action) => sum + (action.day === day ? hoursFor(action) : 0), 0);
}

/** The month as it stands on a day, after what was done on it. */
export function monthOn(record: MonthRecord, day: number): Month {
  const month = new Month(record);
  month.playTo(timeOf(day, hoursUsed(record.actions, day)));
  return month;
}
