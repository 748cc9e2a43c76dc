import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ObsPlaybackEvent, ObsProgressEvent } from '../../../events.js';
import { hoursUsed, timeOf, type MonthRecord } from '../budget-tracker.model.js';
import { writeActions } from '../budget-tracker.settings.js';
import type { MonthReading } from '../budget-tracker.view.js';
import { planDay, type Plan } from '../months/plans.model.js';
import { Pacer } from './auto-advance.js';
import { isDeploy } from './work.part.js';
import type { Work } from './work.model.js';

/** The day after the last: the month is over. */
export const LAST_DAY = 31;

/** An element whose settings are a month and what is done in it. */
interface MonthHost extends ReactiveControllerHost, HTMLElement {
  readonly day: number;
  readonly actions: string;
  readonly seed: string;
  readonly plan: 'me' | Plan;
  readonly canary: boolean;
  change(setting: string, value: unknown): Promise<void>;
}

/** What the reader does with the month: lets days pass, does a piece of work, looks back, begins again. */
export class MonthController implements ReactiveController {
  readonly #host: MonthHost;
  readonly #reading: () => MonthReading;
  readonly #pacer: Pacer;
  #cursor: number | undefined;
  #override = false;
  #considered: Work | undefined;

  /** `reading` returns the month as it stands by the host's settings. */
  constructor(host: MonthHost, reading: () => MonthReading) {
    this.#host = host;
    this.#reading = reading;
    this.#pacer = new Pacer(
      host,
      () => this.next(),
      () => this.#tell('obs-pause'),
    );
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#pacer.stop();
  }

  /** The day that the reader looks at; undefined for the present one. */
  get cursor(): number | undefined {
    return this.#cursor;
  }

  /** Whether the next work goes against the policy. */
  get override(): boolean {
    return this.#override;
  }

  /** The work whose button the reader is at; undefined for none. */
  get considered(): Work | undefined {
    return this.#considered;
  }

  /** Whether days pass by themselves. */
  get isPlaying(): boolean {
    return this.#pacer.isRunning;
  }

  look(day: number | undefined): void {
    this.#cursor = day;
    this.#host.requestUpdate();
  }

  consider(work: Work | undefined): void {
    if (this.#considered === work) return;
    this.#considered = work;
    this.#host.requestUpdate();
  }

  setOverride(override: boolean): void {
    this.#override = override;
    this.#host.requestUpdate();
  }

  /** Does a piece of work today. Actions of later days are let go: they belonged to another future. */
  act(work: Work): void {
    const { record, day } = this.#reading();
    const action = { day, work, canary: this.#host.canary && isDeploy(work), override: this.#override, minutes: 0 };
    this.#override = false;
    this.#cursor = undefined;
    void this.#host.change('actions', writeActions([...record.actions.filter((done) => done.day <= day), action]));
  }

  back(): void {
    this.#goTo(this.#host.day - 1);
  }

  /** Lets a day pass, with what the plan does on it. */
  next(): void {
    const { record, day } = this.#reading();
    if (day >= LAST_DAY) return;
    const { plan } = this.#host;
    if (plan !== 'me' && !record.actions.some((action) => action.day > day)) {
      this.#setActions(planDay(record, day, plan));
    }
    this.#goTo(day + 1);
  }

  /** Lets all days pass. */
  toEnd(): void {
    let { record } = this.#reading();
    const { plan } = this.#host;
    for (let { day } = this.#host; plan !== 'me' && day < LAST_DAY; day++) {
      if (!record.actions.some((action) => action.day > day)) {
        record = { ...record, actions: planDay(record, day, plan) };
      }
    }
    this.#setActions(record.actions);
    this.#goTo(LAST_DAY);
  }

  /** Begins the month of a seed, with nothing done. */
  startAgain(seed: string): void {
    this.#setActions([]);
    if (seed !== this.#host.seed) void this.#host.change('seed', seed);
    this.#goTo(1);
  }

  play(): void {
    this.#pacer.start();
    this.#tell('obs-play');
  }

  pause(): void {
    this.#pacer.stop();
  }

  #setActions(actions: MonthRecord['actions']): void {
    const written = writeActions(actions);
    if (written !== this.#host.actions) void this.#host.change('actions', written);
  }

  #goTo(day: number): void {
    this.#cursor = undefined;
    this.#override = false;
    void this.#host.change('day', day).then(() => {
      if (day === LAST_DAY) this.#end();
    });
  }

  #end(): void {
    this.#pacer.stop();
    this.#tell('obs-ended');
    const isKept = this.#reading().balance.left >= 0;
    this.#host.dispatchEvent(new ObsProgressEvent('obs-complete', isKept ? 1 : 0, 1));
  }

  #tell(type: 'obs-play' | 'obs-pause' | 'obs-ended'): void {
    const { day } = this.#host;
    const seconds = timeOf(day, hoursUsed(this.#reading().record.actions, day));
    this.#host.dispatchEvent(new ObsPlaybackEvent(type, Math.max(0, seconds)));
    this.#host.requestUpdate();
  }
}
