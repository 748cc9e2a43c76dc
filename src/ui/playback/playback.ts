import { RecentTelemetry, type Run, type RunRecord, type Watch } from '../../shop/index.js';
import type { Selection } from '../../events.js';
import { frameLoop } from './frame-loop.js';
import { nextTask } from '../element/yield-to-page.js';

/** Whether the reader asked for less motion. */
export function isMotionReduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Who shows a run. */
export interface Viewer {
  /** Whether it can be seen; while none of a run's viewers can, the run stands still. */
  readonly isSeen: boolean;
  /** Something about the run or its playback is new. */
  show(): void;
}

/** Milliseconds of a frame that may go into simulating, and of a slice while something long is caught up with. */
const BUDGET_MS = 8;
/** Seconds between two drawings. */
const DRAW_SECONDS = 0.1;
/** And where the reader asked for less motion: an update now and then is no motion. */
const STILL_SECONDS = 2;

/** The longest run there is: a day. */
export const LONGEST_RUN_SECONDS = 86_400;

/**
 * Plays a run, in `HTMLMediaElement`'s words, for all who show it. Simulated time follows the frames, never the other
 * way round: a slow machine plays slower, and the run is the same.
 */
export class Playback {
  readonly run: Run;
  playbackRate = 1;
  #selection: Selection | undefined;
  readonly #viewers = new Set<Viewer>();
  #time = 0;
  #isPaused = true;
  #sinceDrawn = 0;
  #settling: Promise<void> | undefined;
  #telemetry: Watch<RecentTelemetry> | undefined;
  #followers = 0;
  /** All who showed the run have left it. */
  #isAbandoned = false;

  constructor(run: Run) {
    this.run = run;
  }

  get paused(): boolean {
    return this.#isPaused;
  }

  get ended(): boolean {
    return this.run.now >= LONGEST_RUN_SECONDS;
  }

  /** Seconds of the run that are shown, or on their way to be. */
  get currentTime(): number {
    return this.#time;
  }

  /** Whether the run is behind the time that is to be shown, because it had to begin again. */
  get isCatchingUp(): boolean {
    return this.run.now + 1 <= this.#time;
  }

  /** Resolves when the run has reached the time that is to be shown. */
  get settled(): Promise<void> {
    return this.#settling ?? Promise.resolve();
  }

  /** Lets somebody show the run; the function that is returned ends that. */
  join(viewer: Viewer): () => void {
    this.#viewers.add(viewer);
    this.updateVisibility();
    return () => {
      this.#viewers.delete(viewer);
      this.#isAbandoned = this.#viewers.size === 0;
      this.updateVisibility();
    };
  }

  /** What those who follow the run may ask of it; one for all of them, from the first that comes to the last that ends it. */
  watchTelemetry(): Watch<RecentTelemetry> {
    const watch = (this.#telemetry ??= this.run.watch((shop) => new RecentTelemetry(shop)));
    this.#followers++;
    return {
      get current() {
        return watch.current;
      },
      end: () => {
        if (--this.#followers > 0) return;
        watch.end();
        this.#telemetry = undefined;
      },
    };
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  /** What the reader selected last, in whichever element of the system. */
  get selection(): Selection | undefined {
    return this.#selection;
  }

  select(selection: Selection | undefined): void {
    this.#selection = selection;
    this.#show();
  }

  /** To be called when what is seen has changed. */
  updateVisibility(): void {
    const isSeen = [...this.#viewers].some((viewer) => viewer.isSeen);
    if (isSeen && !this.#isPaused) frameLoop().add(this.#frame);
    else frameLoop().remove(this.#frame);
  }

  play(): void {
    if (this.ended) void this.seek(0);
    this.#isPaused = false;
    this.updateVisibility();
    this.#show();
  }

  pause(): void {
    this.#isPaused = true;
    // A stopped run stands at a whole second, where everything about it has been seen.
    this.#time = this.run.now;
    this.updateVisibility();
    this.#show();
  }

  /** Goes on by some seconds and stops there. */
  step(seconds: number = 1): Promise<void> {
    if (!this.#isPaused) this.pause();
    return this.seek(this.#time + seconds);
  }

  /** Goes to a time: an earlier one by running again from the beginning. What is no number is no time. */
  seek(seconds: number): Promise<void> {
    if (Number.isNaN(seconds)) return this.settled;
    const time = Math.floor(Math.min(Math.max(0, seconds), LONGEST_RUN_SECONDS));
    if (time < this.run.shop.simulation.now) this.run.restart();
    this.#time = time;
    return this.settle();
  }

  /** Another run from its beginning, or the same one, shown at a time. */
  load(record: RunRecord, seconds: number = 0): Promise<void> {
    this.run.restart(record);
    this.#time = Math.floor(seconds);
    return this.settle();
  }

  /** Catches up in slices, between which the page can do other things; not any more when the last viewer has left. */
  settle(): Promise<void> {
    this.#isAbandoned = false;
    this.#settling ??= this.#catchUp().finally(() => {
      this.#settling = undefined;
      if (!this.#isOwed) this.#show();
      // Another time may have been asked for just when it had arrived, or by those who were shown that.
      return this.#isOwed ? this.settle() : undefined;
    });
    return this.#settling;
  }

  get #isOwed(): boolean {
    return this.isCatchingUp && !this.#isAbandoned;
  }

  async #catchUp(): Promise<void> {
    while (this.#isOwed) {
      this.run.runUntil(Math.floor(this.#time), budget());
      if (this.isCatchingUp) await nextTask();
    }
  }

  readonly #frame = (elapsedSeconds: number): void => {
    if (this.#settling === undefined) this.#advance(elapsedSeconds);
    this.#sinceDrawn += elapsedSeconds;
    if (this.#sinceDrawn >= (isMotionReduced() ? STILL_SECONDS : DRAW_SECONDS)) this.#show();
  };

  #advance(elapsedSeconds: number): void {
    // What could not be simulated in time is not owed: the clock waits for the run.
    const owed = Math.min(this.#time, this.run.now + 1) + elapsedSeconds * this.playbackRate;
    this.#time = Math.min(owed, LONGEST_RUN_SECONDS);
    this.run.runUntil(Math.floor(this.#time), budget());
    if (this.ended) this.pause();
  }

  /** Lets all who show the run show it anew. */
  refresh(): void {
    this.#show();
  }

  #show(): void {
    this.#sinceDrawn = 0;
    for (const viewer of this.#viewers) viewer.show();
  }
}

function budget(): () => boolean {
  const end = performance.now() + BUDGET_MS;
  return () => performance.now() < end;
}
