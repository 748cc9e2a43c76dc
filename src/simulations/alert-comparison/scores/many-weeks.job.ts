import { OnScreen } from '../../../ui/element/visibility.js';
import { runInSlices } from '../../../ui/element/time-slicing.js';
import { simulateManyWeeks, type ManyWeeks } from './many-weeks.model.js';
import type { ManyWeeksView } from './many-weeks.part.js';
import type { Score } from './score.model.js';
import type { StrategyName } from '../rules/strategies.model.js';

/** What the run needs of its element. */
interface Host extends Element {
  requestUpdate(): void;
  readonly isConnected: boolean;
}

/** Many weeks in the background: started and stopped by the reader, waiting while the figure is off screen. */
export class ManyWeeksRun {
  readonly #host: Host;
  #scores: ReadonlyMap<StrategyName, readonly Score[]> = new Map();
  #done = 0;
  #key = '';
  #stopping: AbortController | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** What there is to show for these options; what was known for others is forgotten. */
  view(options: ManyWeeks): ManyWeeksView {
    const key = JSON.stringify(options);
    if (key !== this.#key) {
      this.stop();
      this.#key = key;
      this.#done = 0;
      this.#scores = new Map();
    }
    return {
      done: this.#done,
      weeks: options.weeks,
      isRunning: this.#stopping !== undefined,
      scores: this.#scores,
      start: () => void this.#run(options),
      stop: () => this.stop(),
    };
  }

  stop(): void {
    this.#stopping?.abort();
    this.#stopping = undefined;
    if (this.#host.isConnected) this.#host.requestUpdate();
  }

  async #run(options: ManyWeeks): Promise<void> {
    this.stop();
    const stopping = new AbortController();
    this.#stopping = stopping;
    const screen = new OnScreen(this.#host);
    let known = 0;
    const work = simulateManyWeeks(options);
    const heard = (function* (run: ManyWeeksRun) {
      for (const { weeks, scores } of work) {
        run.#scores = scores;
        run.#done = weeks;
        yield;
      }
    })(this);
    await runInSlices(heard, {
      signal: stopping.signal,
      between: () => {
        if (this.#done > known) {
          known = this.#done;
          this.#host.requestUpdate();
        }
        return screen.whenVisible(stopping.signal);
      },
    });
    screen.forget();
    if (this.#stopping === stopping) this.stop();
  }
}
