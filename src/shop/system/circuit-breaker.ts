const CALLS_TO_JUDGE = 20;
const SHARE_TO_OPEN = 0.5;
const OPEN_SECONDS = 10;

/** A circuit breaker: opens if half of the last 20 calls failed, then allows one trial call every 10 s. */
export class CircuitBreaker {
  /** Whether it opens by itself. It can always be opened by hand. */
  isAutomatic: boolean;
  #isHeldOpen = false;
  #openUntil = -Infinity;
  #isOpen = false;
  #failures = 0;
  #calls = 0;

  constructor(isAutomatic: boolean) {
    this.isAutomatic = isAutomatic;
  }

  get isOpen(): boolean {
    return this.#isHeldOpen || this.#isOpen;
  }

  /** Opens it by hand, or ends that. */
  hold(isOpen: boolean): void {
    this.#isHeldOpen = isOpen;
  }

  /** Returns whether a call is allowed now; in the open state, each trial call delays the next. */
  allows(now: number): boolean {
    if (this.#isHeldOpen) return false;
    if (!this.#isOpen) return true;
    if (now < this.#openUntil) return false;
    this.#openUntil = now + OPEN_SECONDS;
    return true;
  }

  /** Records the outcome of a call. */
  record(hasFailed: boolean, now: number): void {
    if (!this.isAutomatic) return;
    if (this.#isOpen) {
      if (!hasFailed) this.#isOpen = false;
      return;
    }
    this.#calls++;
    if (hasFailed) this.#failures++;
    if (this.#calls < CALLS_TO_JUDGE) return;
    if (this.#failures >= this.#calls * SHARE_TO_OPEN) {
      this.#isOpen = true;
      this.#openUntil = now + OPEN_SECONDS;
    }
    this.#calls = 0;
    this.#failures = 0;
  }
}
