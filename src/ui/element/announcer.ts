/** Seconds of quiet after an announcement, so that a screen reader can finish its sentence. */
const QUIET_SECONDS = 5;

/**
 * Speaks through live regions for the whole page: one at a time, the most important first, at most one in five seconds.
 * What a region still waits to say is replaced by its newer word.
 */
export class Announcer {
  readonly #waiting = new Map<Element, [priority: number, text: string]>();
  readonly #after: (seconds: number, run: () => void) => void;
  #quiet = false;

  constructor(
    after: (seconds: number, run: () => void) => void = (seconds, run) => void setTimeout(run, seconds * 1000),
  ) {
    this.#after = after;
  }

  say(region: Element, text: string, priority: number = 0): void {
    if ((this.#waiting.get(region)?.[0] ?? 0) <= priority) this.#waiting.set(region, [priority, text]);
    if (!this.#quiet) this.#speak();
  }

  #speak(): void {
    const [next] = [...this.#waiting].sort(([, a], [, b]) => b[0] - a[0]);
    this.#quiet = !!next;
    if (!next) return;
    const [region, [, text]] = next;
    this.#waiting.delete(region);
    region.textContent = text;
    this.#after(QUIET_SECONDS, () => this.#speak());
  }
}

/** The page's announcer. */
export const announcer: Announcer = /* @__PURE__ */ new Announcer();
