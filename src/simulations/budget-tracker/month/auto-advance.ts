import { observeVisibility } from '../../../ui/element/visibility.js';

const SECONDS_A_STEP = 1;

/** Steps at a pace while it may: it stops by itself when the element leaves the screen, the page, or its reader. */
export class Pacer {
  readonly #element: Element;
  readonly #step: () => void;
  readonly #stopped: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #lookAway: (() => void) | undefined;

  constructor(element: Element, step: () => void, stopped: () => void) {
    this.#element = element;
    this.#step = step;
    this.#stopped = stopped;
  }

  get isRunning(): boolean {
    return this.#timer !== undefined;
  }

  start(): void {
    if (this.isRunning) return;
    this.#timer = setInterval(this.#step, SECONDS_A_STEP * 1000);
    this.#lookAway = observeVisibility(this.#element, (isSeen) => {
      if (!isSeen) this.stop();
    });
    document.addEventListener('visibilitychange', this.#hide);
  }

  stop(): void {
    if (!this.isRunning) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#lookAway?.();
    document.removeEventListener('visibilitychange', this.#hide);
    this.#stopped();
  }

  readonly #hide = (): void => {
    if (document.hidden) this.stop();
  };
}
