import type { Timer } from './event-queue.js';
import { WAIT, WAITING, type Process, type Steps, type Waiting } from './process.js';

/** How an attempt to acquire ended: with a unit, at a full queue, or because its time ran out. */
export type Acquisition = 'acquired' | 'rejected' | 'timeout';

/** What a resource does for a turn. */
export interface Desk {
  /** Gives a unit, turns away, or puts into the queue. */
  begin(turn: Turn): Acquisition | Waiting;
  /** Says how it ended, when the process has been woken. */
  end(turn: Turn): Acquisition;
  /** Forgets a turn that waits no more, and takes back the unit that it was just given. */
  abandon(turn: Turn): void;
}

/**
 * One attempt to acquire, and while it waits a place in a queue: a ring, so that one who gives up leaves from the middle
 * at once. Written out for speed, as `Delay` is; as a generator:
 *
 * ```ts
 * let result = desk.begin(turn);
 * if (result !== WAITING) return result;
 * try { yield WAITING; return desk.end(turn); } finally { if (isAbandoned) desk.abandon(turn); }
 * ```
 */
export class Turn implements Steps<Acquisition> {
  /** Seconds. */
  readonly timeout: number;
  /** Who waits. */
  process: Process<unknown> | undefined;
  /** What wakes it: the timeout at first, the unit once it is served. */
  wake: Timer | undefined;
  isServed = false;
  ahead: Turn = this;
  behind: Turn = this;
  readonly #desk: Desk;
  #isWaiting = false;
  #hasEnded = false;

  constructor(desk: Desk, timeout: number) {
    this.#desk = desk;
    this.timeout = timeout;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Waiting, Acquisition> {
    if (this.#hasEnded) return { done: true, value: 'timeout' };
    const value = this.#isWaiting ? this.#desk.end(this) : this.#desk.begin(this);
    this.#isWaiting = value === WAITING;
    if (typeof value !== 'string') return WAIT;
    this.#hasEnded = true;
    return { done: true, value };
  }

  return(value: Acquisition): IteratorResult<Waiting, Acquisition> {
    this.#hasEnded = true;
    if (this.#isWaiting) this.#desk.abandon(this);
    this.#isWaiting = false;
    return { done: true, value };
  }

  throw(error: unknown): never {
    this.return('timeout');
    throw error;
  }

  /** Joins the end of the queue whose two ends meet in `ends`. */
  join(ends: Turn): void {
    this.behind = ends;
    this.ahead = ends.ahead;
    this.ahead.behind = this;
    ends.ahead = this;
  }

  leave(): void {
    this.ahead.behind = this.behind;
    this.behind.ahead = this.ahead;
  }
}
