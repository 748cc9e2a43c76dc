import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isMotionReduced } from '../../../ui/playback/playback.js';
import type { InvestigationController } from '../probes/investigation-controller.js';
import type { Step } from '../probes/investigation.model.js';
import type { Side } from '../probes/probes.model.js';
import { Expert } from './replayed-incidents.model.js';

/** Milliseconds between two steps of an expert, for the reader to see what each one showed. */
const PACE_MS = 900;

interface ExpertHost extends ReactiveControllerHost {
  /** The percentage of certainty at which the expert acts. */
  readonly confidence: number;
}

/** An expert who plays the investigations to their end, one step after the other. */
export class ExpertPlayer implements ReactiveController {
  readonly #host: ExpertHost;
  readonly #investigation: InvestigationController;
  #expert = new Expert(NaN);
  #isPlaying = false;

  constructor(host: ExpertHost, investigation: InvestigationController) {
    this.#host = host;
    this.#investigation = investigation;
    host.addController(this);
  }

  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Plays until all sides are over or `stop` is called; `isPaced` leaves a reader time after each step. */
  async play(isPaced: boolean): Promise<void> {
    if (this.#isPlaying) return;
    this.#isPlaying = true;
    await this.#investigation.settle();
    while (this.#isPlaying) {
      const next = this.#next();
      if (next === undefined) break;
      await this.#investigation.take(next.side, next.step);
      if (isPaced) await this.#pause();
    }
    this.#isPlaying = false;
    this.#host.requestUpdate();
  }

  /** Stops after the step that is under way. */
  stop(): void {
    this.#isPlaying = false;
    this.#host.requestUpdate();
  }

  /** The next step, on the side whose clock is behind. */
  #next(): { side: Side; step: Step } | undefined {
    const confidence = this.#host.confidence / 100;
    if (this.#expert.confidence !== confidence) this.#expert = new Expert(confidence);
    const { sides, work } = this.#investigation;
    const [first] = sides
      .filter((side) => work.sides[side].isOpen)
      .toSorted((a, b) => work.sides[a].run.now - work.sides[b].run.now);
    if (first === undefined) return undefined;
    const step = this.#expert.next(first, work.sides[first].known);
    return step && { side: first, step };
  }

  /** A reader who has scrolled away is waited for. */
  async #pause(): Promise<void> {
    await this.#investigation.whenVisible();
    if (!isMotionReduced()) await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
}
