/** Called once a frame with the seconds since the last; capped, so that a sleep is not made up for. */
export type Frame = (elapsedSeconds: number) => void;

const LONGEST_SECONDS = 0.1;

/** One animation frame for the whole page, asked for only while somebody needs it. */
class FrameLoop {
  readonly #frames = new Set<Frame>();
  #last = 0;
  #request = 0;

  add(frame: Frame): void {
    this.#frames.add(frame);
    if (this.#request) return;
    this.#last = performance.now();
    this.#request = requestAnimationFrame(this.#run);
  }

  remove(frame: Frame): void {
    this.#frames.delete(frame);
    if (this.#frames.size > 0) return;
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  readonly #run = (now: number): void => {
    this.#request = requestAnimationFrame(this.#run);
    const elapsed = Math.min(Math.max(0, (now - this.#last) / 1000), LONGEST_SECONDS);
    this.#last = now;
    for (const frame of this.#frames) frame(elapsed);
  };
}

// On the global object, because a page may load several self-contained files of the kit.
const KEY: unique symbol = Symbol.for('obs-elements.frames');
const page: typeof globalThis & { [KEY]?: FrameLoop } = globalThis;

/** The page's frame loop. */
export function frameLoop(): FrameLoop {
  return (page[KEY] ??= new FrameLoop());
}
