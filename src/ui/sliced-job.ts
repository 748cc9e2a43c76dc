import { nextTask } from './next-task.js';

/** A slice is over after so many milliseconds, so that the page can do what else it has to. */
const SLICE_MS = 8;

/**
 * Long work in slices: runs the steps of a generator until a slice is over, lets the page work, and goes on. One work at a
 * time: a new one ends the last.
 */
export class SlicedJob {
  #running: { cancelled: boolean } | undefined;
  #isPaused = false;
  #resume: (() => void) | undefined;

  /** Runs the steps to their end; undefined where another work or `cancel` ended it. Whatever a step throws is thrown. */
  async run<T>(
    steps: Generator<unknown, T>,
    after: (step: unknown, workedMs: number) => void = () => undefined,
  ): Promise<{ value: T; workedMs: number } | undefined> {
    this.cancel();
    const work = { cancelled: false };
    this.#running = work;
    let workedMs = 0;
    for (;;) {
      const start = performance.now();
      let step = steps.next();
      while (!step.done && performance.now() - start < SLICE_MS) step = steps.next();
      workedMs += performance.now() - start;
      if (step.done) return { value: step.value, workedMs };
      after(step.value, workedMs);
      await this.#nextSlice();
      if (work.cancelled) return undefined;
    }
  }

  cancel(): void {
    if (this.#running) this.#running.cancelled = true;
    this.#running = undefined;
    this.#resume?.();
  }

  /** Waits while nobody sees what is worked for. */
  set isPaused(isPaused: boolean) {
    this.#isPaused = isPaused;
    if (!isPaused) this.#resume?.();
  }

  async #nextSlice(): Promise<void> {
    await nextTask();
    if (!this.#isPaused) return;
    await new Promise<void>((resolve) => {
      this.#resume = resolve;
    });
    this.#resume = undefined;
  }
}
