import type { Timer } from './event-queue.js';
import { WAIT, WAITING, type Process, type ProcessIterator, type Waiting } from './process.js';

/** How an attempt to acquire a unit ended: with a unit, at a full queue, or by timeout. */
export type Acquisition = 'acquired' | 'rejected' | 'timeout';

/** The operations that a request calls on the queue of its resource. */
export interface QueueOperations {
  /** Grants a unit, rejects the request, or adds it to the queue. */
  begin(request: AcquireRequest): Acquisition | Waiting;
  /** Returns the outcome after the process has been woken. */
  end(request: AcquireRequest): Acquisition;
  /** Removes a request that no longer waits, and takes back a unit that it was just granted. */
  abandon(request: AcquireRequest): void;
}

/**
 * One attempt to acquire a unit and, while it waits, its place in the queue. The queue is a doubly linked ring, so a
 * request can leave from the middle in constant time. Written as an iterator by hand for speed, as `Delay` is; as a
 * generator:
 *
 * ```ts
 * let result = queue.begin(request);
 * if (result !== WAITING) return result;
 * try { yield WAITING; return queue.end(request); } finally { if (isAbandoned) queue.abandon(request); }
 * ```
 */
export class AcquireRequest implements ProcessIterator<Acquisition> {
  /** Seconds. */
  readonly timeout: number;
  /** The waiting process. */
  process: Process<unknown> | undefined;
  /** The timer that will resume the process: the timeout at first, the granted unit later. */
  wake: Timer | undefined;
  isGranted = false;
  ahead: AcquireRequest = this;
  behind: AcquireRequest = this;
  readonly #queue: QueueOperations;
  #isWaiting = false;
  #hasEnded = false;

  constructor(queue: QueueOperations, timeout: number) {
    this.#queue = queue;
    this.timeout = timeout;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Waiting, Acquisition> {
    if (this.#hasEnded) return { done: true, value: 'timeout' };
    const value = this.#isWaiting ? this.#queue.end(this) : this.#queue.begin(this);
    this.#isWaiting = value === WAITING;
    if (typeof value !== 'string') return WAIT;
    this.#hasEnded = true;
    return { done: true, value };
  }

  return(value: Acquisition): IteratorResult<Waiting, Acquisition> {
    this.#hasEnded = true;
    if (this.#isWaiting) this.#queue.abandon(this);
    this.#isWaiting = false;
    return { done: true, value };
  }

  throw(error: unknown): never {
    this.return('timeout');
    throw error;
  }

  /** Joins the end of the queue whose first and last request are the neighbors of `sentinel`. */
  join(sentinel: AcquireRequest): void {
    this.behind = sentinel;
    this.ahead = sentinel.ahead;
    this.ahead.behind = this;
    sentinel.ahead = this;
  }

  leave(): void {
    this.ahead.behind = this.behind;
    this.behind.ahead = this.ahead;
  }
}
