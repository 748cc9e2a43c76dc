import type { Timer } from './event-queue.js';
import { WAITING, type Process } from './process.js';
import type { Scheduler } from './scheduler.js';

/** An event that happens once, and that any number of processes can wait for. */
export class Latch {
  readonly #scheduler: Scheduler;
  readonly #waiters = new Set<{ process: Process<unknown>; wake?: Timer }>();
  #isOpen = false;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Wakes all waiting processes, in the order in which they started to wait. Opening it again does nothing. */
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    for (const waiter of this.#waiters) waiter.wake = this.#scheduler.after(0, waiter.process);
  }

  /** Waits until the latch opens; returns at once if it is open. */
  *wait(): Process<void> {
    if (this.#isOpen) return;
    const waiter: { process: Process<unknown>; wake?: Timer } = { process: this.#scheduler.process };
    this.#waiters.add(waiter);
    try {
      yield WAITING;
    } finally {
      this.#waiters.delete(waiter);
      this.#scheduler.cancel(waiter.wake);
    }
  }
}
