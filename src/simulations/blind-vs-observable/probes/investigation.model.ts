import { Run, type Watch } from '../../../shop/index.js';
import { isAlarmed, OVER_BELOW } from '../incident/alarm.model.js';
import { boardOf, NOTHING_KNOWN, type Board, type Known } from '../diagnosis/diagnosis.model.js';
import type { Incident } from '../incident/incident.model.js';
import { LOOK_BY_ID, RESTARTED, type Look, type Side } from './probes.model.js';
import { Scene } from '../incident/evidence-store.model.js';
import type { Reading } from '../incident/symptom-readers.model.js';
import { SIGN_BY_ID } from '../incident/symptoms.model.js';
import { REMEDIES, type Remedy } from '../diagnosis/suspects.model.js';

/** Seconds from the alarm to the first look: to wake, to find the laptop, to log in. */
export const LOGIN_SECONDS = 120;
/** Seconds to agree on a remedy and to press the button, and those in which one watches whether it helps. */
export const DECIDE_SECONDS = 60;
export const WATCH_SECONDS = 210;
/** So long almost no payment may fail for the incident to be over. */
export const OVER_SECONDS = 90;
/** After so long others take over. */
export const LIMIT_SECONDS = 3600;
const CHECKED_EVERY = 15;

/** What an engineer does next. */
export type Step = { readonly look: string } | { readonly remedy: Remedy };

/** One sign that a look showed. */
export interface Finding extends Reading {
  readonly sign: string;
}

/** One look, or one remedy, on the clock of the run, and what is believed after it. */
export interface Block {
  readonly step: Step;
  readonly from: number;
  readonly to: number;
  readonly findings: readonly Finding[];
  /** Of a remedy, or of a restart: whether it did. */
  readonly helped?: boolean;
  readonly board: Board;
}

/** How one side fares, in seconds of the run; unset while it has not happened. */
export interface Outcome {
  readonly detectedAt?: number | undefined;
  readonly diagnosedAt?: number | undefined;
  readonly mitigatedAt?: number | undefined;
  readonly hurt: number;
  readonly wrongTurns: number;
}

/**
 * One engineer and one incident. Every step costs time, and while it passes the shop goes on failing; what is done to it
 * is done to this engineer's own future of the same run. Work is a generator that stops whenever `mayGoOn` says no.
 */
export class Investigation {
  readonly side: Side;
  readonly incident: Incident;
  readonly run: Run;
  readonly blocks: Block[] = [];
  /** When payments began to fail, when this side was told, and when it was over. */
  erroredAt: number | undefined;
  alarmedAt: number | undefined;
  overAt: number | undefined;
  known: Known = NOTHING_KNOWN;
  readonly #scene: Watch<Scene>;
  readonly #mayGoOn: () => boolean;

  constructor(side: Side, incident: Incident, mayGoOn: () => boolean = () => true) {
    this.side = side;
    this.incident = incident;
    this.#mayGoOn = mayGoOn;
    this.run = new Run(incident.record);
    this.#scene = this.run.watch((shop) => new Scene(shop));
  }

  get scene(): Scene {
    return this.#scene.current;
  }

  get board(): Board {
    return boardOf(this.known);
  }

  /** Whether looks can be made: somebody was told, and nothing is settled. */
  get isOpen(): boolean {
    return this.alarmedAt !== undefined && this.overAt === undefined && !this.isGivenUp;
  }

  get isGivenUp(): boolean {
    const { alarmedAt, overAt } = this;
    return overAt === undefined && alarmedAt !== undefined && this.run.now >= alarmedAt + LIMIT_SECONDS;
  }

  get outcome(): Outcome {
    const tried = this.blocks.filter(({ helped }) => helped !== undefined);
    const right = this.overAt === undefined ? undefined : this.blocks.at(-1);
    return {
      detectedAt: this.alarmedAt,
      diagnosedAt: right?.from,
      mitigatedAt: this.overAt,
      hurt: this.scene.hurtBy(this.overAt ?? this.run.now),
      wrongTurns: tried.filter(({ helped }) => helped === false).length,
    };
  }

  /** Runs until this side is told, and has logged in. */
  *begin(): Generator<void, void> {
    while (this.alarmedAt === undefined) {
      yield* this.#runTo(this.run.now + 1);
      const { now } = this.run;
      if (now === this.incident.faultAt) this.scene.attend();
      if (isAlarmed(this.side, this.scene, now, this.incident.faultAt)) this.alarmedAt = now;
    }
    yield* this.#runTo(this.alarmedAt + LOGIN_SECONDS);
  }

  /** Takes a step; nothing where none can be taken. */
  *take(step: Step): Generator<void, void> {
    if (!this.isOpen) return;
    if ('remedy' in step) return yield* this.#act(step.remedy);
    const look = LOOK_BY_ID.get(step.look);
    if (look?.side === this.side) yield* this.#look(look);
  }

  *#look(look: Look): Generator<void, void> {
    const from = this.run.now;
    const isRestart = look.id === 'restart';
    if (isRestart) this.run.shop.mitigate({ type: 'restart', service: RESTARTED });
    yield* this.#runTo(from + look.minutes * 60);
    const findings = look.signs.flatMap((id): Finding[] => {
      const sign = SIGN_BY_ID.get(id);
      return sign ? [{ sign: id, ...sign.read(this.scene, this.erroredAt ?? this.run.now) }] : [];
    });
    const signs = new Map(this.known.signs);
    for (const { sign, outcome } of findings) signs.set(sign, outcome);
    this.known = { ...this.known, signs };
    const helped = isRestart ? { helped: findings[0]?.outcome === 'helped' } : {};
    this.blocks.push({ step: { look: look.id }, from, to: this.run.now, findings, board: this.board, ...helped });
  }

  *#act(remedy: Remedy): Generator<void, void> {
    const from = this.run.now;
    yield* this.#runTo(from + DECIDE_SECONDS);
    // Whoever leaves a provider leaves its outages behind.
    if (remedy === 'fail-over-card') this.run.shop.forgetLater();
    this.run.shop.mitigate(REMEDIES[remedy]);
    const until = this.run.now + WATCH_SECONDS;
    let helped = false;
    while (this.run.now < until && !helped) {
      yield* this.#runTo(this.run.now + CHECKED_EVERY);
      const isLongEnough = this.run.now - from - DECIDE_SECONDS >= OVER_SECONDS;
      helped = isLongEnough && this.scene.failing(0, OVER_SECONDS) < OVER_BELOW;
    }
    if (helped) this.overAt = this.run.now - OVER_SECONDS;
    else this.known = { ...this.known, failed: [...this.known.failed, remedy] };
    this.blocks.push({ step: { remedy }, from, to: this.run.now, findings: [], board: this.board, helped });
  }

  *#runTo(seconds: number): Generator<void, void> {
    while (this.run.now < seconds) {
      const next = this.run.now + 1;
      this.run.runUntil(next, this.#mayGoOn);
      if (this.run.now < next) {
        yield;
        continue;
      }
      if (this.erroredAt === undefined && isAlarmed('observable', this.scene, next, this.incident.faultAt)) {
        this.erroredAt = next;
      }
    }
  }
}
