import type { Selection } from '../events.js';
import { RecentTelemetry, type Watch } from '../shop/index.js';
import type { Playback, Viewer } from './playback.js';
import { leaveSystem, presentPlayback } from './systems.js';

/** What a follower is told: what was selected, and what is known of the requests of that run. */
export type Follow = (selection: Selection, telemetry: RecentTelemetry) => void;

/**
 * Follows a system that another element of the page plays: what is selected there is shown here, and the other way round.
 * It begins no run, so that it may stand before or after the element that does.
 */
export class SystemLink implements Viewer {
  /** Following costs nothing while nothing is selected, and does not keep a run going. */
  readonly isSeen = false;
  readonly #follow: Follow;
  #system = '';
  #playback: Playback | undefined;
  #telemetry: Watch<RecentTelemetry> | undefined;
  #leave: (() => void) | undefined;
  #shown: Selection | undefined;

  constructor(follow: Follow) {
    this.#follow = follow;
  }

  /** What is known of the run's newest requests; undefined while there is no such system. */
  get telemetry(): RecentTelemetry | undefined {
    return this.#telemetry?.current;
  }

  /** Follows a system from now on; none where the name is empty. */
  follow(system: string): void {
    if (system === this.#system) return;
    this.stop();
    this.#system = system;
    if (!system) return;
    addEventListener('obs-system', this.#join);
    this.#join();
  }

  /** Tells the system what was selected here. */
  select(selection: Selection): void {
    this.#shown = selection;
    this.#playback?.select(selection);
  }

  /** @internal */
  show(): void {
    const selection = this.#playback?.selection;
    if (!selection?.traceId || selection === this.#shown || !this.telemetry) return;
    this.#shown = selection;
    this.#follow(selection, this.telemetry);
  }

  stop(): void {
    removeEventListener('obs-system', this.#join);
    this.#telemetry?.end();
    this.#leave?.();
    if (this.#system) leaveSystem(this.#system);
    this.#playback = undefined;
    this.#telemetry = undefined;
    this.#leave = undefined;
    this.#system = '';
  }

  readonly #join = (): void => {
    const playback = presentPlayback(this.#system);
    if (!playback || playback === this.#playback) return;
    this.#playback = playback;
    this.#leave = playback.join(this);
    this.#telemetry = playback.run.watch((shop) => new RecentTelemetry(shop));
    void playback.settle();
  };
}
