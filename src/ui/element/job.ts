import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { runInSlices } from './time-slicing.js';
import { OnScreen } from './visibility.js';

/**
 * A long work of an element, done in slices between which the page can draw and listen. It ends when the element leaves
 * the page, and updates the element with each step that it yields. What came of it is kept with a key, a word for all that the work
 * depends on, so that nothing is ever shown for other settings.
 */
export class Job<Result, Step = unknown> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #waitsForSight: boolean;
  #running: { readonly key: string; readonly abort: AbortController } | undefined;
  #done: { readonly key: string; readonly result: Result } | undefined;
  #step: { readonly key: string; readonly step: Step } | undefined;
  #settled: Promise<boolean> = Promise.resolve(false);

  /** `waitsForSight`: whether the work pauses while the host is off screen. */
  constructor(host: ReactiveControllerHost & Element, { waitsForSight = true }: { waitsForSight?: boolean } = {}) {
    this.#host = host;
    this.#waitsForSight = waitsForSight;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** What came of the work with this key; undefined until it is done. */
  result(key: string): Result | undefined {
    return this.#done?.key === key ? this.#done.result : undefined;
  }

  /** What came of the last work that was done, whatever it was for. */
  get latest(): Result | undefined {
    return this.#done?.result;
  }

  /** What the work with this key yielded last; undefined before it has yielded. */
  step(key: string): Step | undefined {
    return this.#step?.key === key ? this.#step.step : undefined;
  }

  /** Whether the work with this key is under way. */
  isRunning(key: string): boolean {
    return this.#running?.key === key;
  }

  /** Resolves when nothing is under way. */
  get settled(): Promise<unknown> {
    return this.#settled;
  }

  /**
   * Begins a work, unless the one with this key is under way or done; any other one ends. `progress` is called between
   * slices. Resolves to whether it came to its end.
   */
  start(
    key: string,
    work: () => Generator<Step, Result, void>,
    progress: (step: Step) => void = () => {},
  ): Promise<boolean> {
    if (this.#running?.key === key || (!this.#running && this.#done?.key === key)) return this.#settled;
    this.stop();
    const abort = new AbortController();
    this.#running = { key, abort };
    this.#settled = this.#run(key, work(), abort.signal, progress);
    this.#host.requestUpdate();
    return this.#settled;
  }

  async #run(
    key: string,
    work: Generator<Step, Result, void>,
    signal: AbortSignal,
    progress: (step: Step) => void,
  ): Promise<boolean> {
    const screen = this.#waitsForSight ? new OnScreen(this.#host) : undefined;
    const between = (step: Step): Promise<void> | void => {
      if (step !== undefined) {
        this.#step = { key, step };
        progress(step);
        this.#host.requestUpdate();
      }
      return screen?.whenVisible(signal);
    };
    const result = await runInSlices(work, { signal, between });
    screen?.forget();
    if (signal.aborted) return false;
    this.#running = undefined;
    // Work that was not ended has come to its result.
    this.#done = { key, result: result as Result };
    this.#host.requestUpdate();
    return true;
  }

  /** Takes as the result of a work what is known already. */
  keep(key: string, result: Result): void {
    this.stop();
    this.#done = { key, result };
  }

  /** Ends the work that is under way; what was done stays. */
  stop(): void {
    this.#running?.abort.abort();
    this.#running = undefined;
  }
}
