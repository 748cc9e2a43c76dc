/** The page's animation frames, given by hand: a tab behind another has none, and no test waits for the clock. */
export class Frames {
  /** Milliseconds, as `performance.now()` has them. */
  now = 1000;
  readonly #real = {
    request: globalThis.requestAnimationFrame,
    cancel: globalThis.cancelAnimationFrame,
    now: performance.now.bind(performance),
  };
  #callbacks = new Map<number, FrameRequestCallback>();
  #last = 0;
  /** Frames that were asked for since the beginning. */
  requested = 0;

  constructor() {
    globalThis.requestAnimationFrame = (callback) => {
      this.requested++;
      this.#callbacks.set(++this.#last, callback);
      return this.#last;
    };
    globalThis.cancelAnimationFrame = (id) => void this.#callbacks.delete(id);
    performance.now = () => this.now;
  }

  /** Whether somebody waits for the next. */
  get areWanted(): boolean {
    return this.#callbacks.size > 0;
  }

  /** Lets some seconds pass, in frames of `length` seconds. */
  pass(seconds: number, length: number = 0.05): void {
    for (let left = seconds; left > 1e-9; left -= length) this.one(length);
  }

  /** One frame, so many seconds after the last. */
  one(seconds: number): void {
    this.now += seconds * 1000;
    const due = [...this.#callbacks.values()];
    this.#callbacks.clear();
    for (const callback of due) callback(this.now);
  }

  end(): void {
    globalThis.requestAnimationFrame = this.#real.request;
    globalThis.cancelAnimationFrame = this.#real.cancel;
    performance.now = this.#real.now;
  }
}
