interface Announcement {
  readonly region: Element;
  readonly text: string;
  readonly priority: number;
}

/** Seconds of quiet after an announcement, so that a screen reader can finish its sentence. */
const QUIET_SECONDS = 5;

/**
 * Speaks through live regions for the whole page: one at a time, the most important first, at most one in five seconds.
 * What a region still waits to say is replaced by its newer word.
 */
export class Announcer {
  #waiting: Announcement[] = [];
  #quiet = false;
  readonly #after: (seconds: number, run: () => void) => void;

  constructor(
    after: (seconds: number, run: () => void) => void = (seconds, run) => void setTimeout(run, seconds * 1000),
  ) {
    this.#after = after;
  }

  say(region: Element, text: string, priority = 0): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting.region !== region || waiting.priority > priority);
    this.#waiting.push({ region, text, priority });
    if (!this.#quiet) this.#speak();
  }

  #speak(): void {
    this.#waiting.sort((a, b) => b.priority - a.priority);
    const next = this.#waiting.shift();
    this.#quiet = next !== undefined;
    if (!next) return;
    next.region.textContent = next.text;
    this.#after(QUIET_SECONDS, () => this.#speak());
  }
}

/** The page's announcer. */
export const announcer: Announcer = /* @__PURE__ */ new Announcer();
