import { atLeastZero, wholeOrInfinite } from './check.js';
import type { Timer } from './event-queue.js';
import { WAITING, type Process } from './process.js';
import type { Simulation } from './simulation.js';

/** How an attempt to acquire ended: with a unit, at a full queue, or because its time ran out. */
export type Acquisition = 'acquired' | 'rejected' | 'timeout';

/**
 * A number of equal units (workers, connections, seats) that processes hold, and a queue for those who wait, served in
 * order of arrival. Capacity and queue limit are whole numbers, 0 or more, or `Infinity`; others throw a `RangeError`.
 */
export class Resource {
  readonly #simulation: Simulation;
  readonly #queueLimit: number;
  // The two ends of the queue: a ring, so that one who gives up leaves from the middle at once.
  readonly #ends = new Waiter();
  #capacity: number;
  #inUse = 0;
  #waiting = 0;
  #busySeconds = 0;
  #busySince = 0;

  constructor(simulation: Simulation, { capacity, queueLimit = Infinity }: { capacity: number; queueLimit?: number }) {
    this.#simulation = simulation;
    this.#capacity = wholeOrInfinite(capacity, 'capacity');
    this.#queueLimit = wholeOrInfinite(queueLimit, 'queueLimit');
  }

  /** Raising it serves those who wait; lowering it takes effect as units are released. */
  get capacity(): number {
    return this.#capacity;
  }
  set capacity(capacity: number) {
    this.#capacity = wholeOrInfinite(capacity, 'capacity');
    this.#serve();
  }

  /** Units that are held; above the capacity for a while when that was lowered. */
  get inUse(): number {
    return this.#inUse;
  }

  /** Processes in the queue. */
  get waiting(): number {
    return this.#waiting;
  }

  /** The integral of `inUse` over time so far: unit-seconds. Utilisation is its growth over capacity times time. */
  get busySeconds(): number {
    return this.#busySeconds + this.#inUse * (this.#simulation.now - this.#busySince);
  }

  /**
   * Takes a unit, now or when it is this process's turn, and says how that ended. Who acquired must `release()`, in a
   * `finally`; one that is abandoned here leaves the queue, or passes on the unit it was just given.
   *
   * `timeout` is in seconds; unset it waits for ever, and 0 takes what is free at this instant. Where a unit and the
   * timeout come at the same time, what was scheduled first counts.
   */
  *acquire({ timeout = Infinity }: { timeout?: number } = {}): Process<Acquisition> {
    atLeastZero(timeout, 'timeout');
    if (this.#inUse < this.#capacity) {
      this.#changeInUse(1);
      return 'acquired';
    }
    if (this.#waiting >= this.#queueLimit) return 'rejected';

    const simulation = this.#simulation;
    const waiter = new Waiter(simulation.process);
    if (timeout < Infinity) waiter.wake = simulation.after(timeout, simulation.process);
    waiter.join(this.#ends);
    this.#waiting++;
    let isAbandoned = true;
    try {
      yield WAITING;
      isAbandoned = false;
      return waiter.isServed ? 'acquired' : 'timeout';
    } finally {
      simulation.cancel(waiter.wake);
      if (!waiter.isServed) this.#leave(waiter);
      else if (isAbandoned) this.release();
    }
  }

  /** Gives a unit back; it goes to the first in the queue. Throws a `RangeError` when none is held. */
  release(): void {
    if (this.#inUse === 0) throw new RangeError('A unit was released that nobody had acquired');
    this.#changeInUse(-1);
    this.#serve();
  }

  #serve(): void {
    while (this.#waiting > 0 && this.#inUse < this.#capacity) {
      const first = this.#ends.next;
      this.#leave(first);
      this.#changeInUse(1);
      first.isServed = true;
      this.#simulation.cancel(first.wake);
      if (first.process) first.wake = this.#simulation.after(0, first.process);
    }
  }

  #leave(waiter: Waiter): void {
    waiter.leave();
    this.#waiting--;
  }

  #changeInUse(by: number): void {
    this.#busySeconds = this.busySeconds;
    this.#busySince = this.#simulation.now;
    this.#inUse += by;
  }
}

class Waiter {
  next: Waiter = this;
  previous: Waiter = this;
  wake: Timer | undefined;
  isServed = false;
  readonly process: Process<unknown> | undefined;

  constructor(process?: Process<unknown>) {
    this.process = process;
  }

  join(ends: Waiter): void {
    this.next = ends;
    this.previous = ends.previous;
    this.previous.next = this;
    ends.previous = this;
  }

  leave(): void {
    this.previous.next = this.next;
    this.next.previous = this.previous;
  }
}
