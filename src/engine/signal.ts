import type { Timer } from './event-queue.js';
import { WAITING, type Process } from './process.js';
import type { Simulation } from './simulation.js';

/** Something that happens once, and that processes can wait for. */
export class Signal {
  readonly #simulation: Simulation;
  readonly #waiters = new Set<{ process: Process<unknown>; wake?: Timer }>();
  #hasFired = false;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  get hasFired(): boolean {
    return this.#hasFired;
  }

  /** Wakes all who wait, in the order in which they came. A second time does nothing. */
  fire(): void {
    if (this.#hasFired) return;
    this.#hasFired = true;
    for (const waiter of this.#waiters) waiter.wake = this.#simulation.after(0, waiter.process);
  }

  /** Waits until the signal fires; not at all when it has. */
  *wait(): Process<void> {
    if (this.#hasFired) return;
    const waiter: { process: Process<unknown>; wake?: Timer } = { process: this.#simulation.process };
    this.#waiters.add(waiter);
    try {
      yield WAITING;
    } finally {
      this.#waiters.delete(waiter);
      this.#simulation.cancel(waiter.wake);
    }
  }
}
