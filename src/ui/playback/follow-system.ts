import type { Selection } from '../../events.js';
import type { RecentTelemetry, Watch } from '../../shop/index.js';
import type { Playback, Viewer } from './playback.js';
import { leaveSystem, presentPlayback } from './shared-playbacks.js';

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
  readonly #changed: () => void;
  #system = '';
  #playback: Playback | undefined;
  #telemetry: Watch<RecentTelemetry> | undefined;
  #leave: (() => void) | undefined;
  #shown: Selection | undefined;

  /** `changed` is told of everything that is new about the run or its playback: ten times a second while it plays. */
  constructor(follow: Follow, changed: () => void = () => {}) {
    this.#follow = follow;
    this.#changed = changed;
  }

  /** What plays the system; undefined while nothing does. */
  get playback(): Playback | undefined {
    return this.#playback;
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
    this.#changed();
    const selection = this.#playback?.selection;
    // A change is the end of a way: whoever chose it had its request before.
    if (!selection?.traceId || selection.kind === 'change' || selection === this.#shown || !this.telemetry) return;
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
    this.#telemetry = playback.watchTelemetry();
    void playback.settle();
  };
}
