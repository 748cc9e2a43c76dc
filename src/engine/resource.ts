import { atLeastZero, wholeOrInfinite } from './assert-range.js';
import { asProcess, WAITING, type Process, type Waiting } from './process.js';
import type { Simulation } from './simulation.js';
import { Turn, type Acquisition, type Desk } from './acquire-request.js';

/**
 * A number of equal units (workers, connections, seats) that processes hold, and a queue for those who wait, served in
 * order of arrival. Capacity and queue limit are whole numbers, 0 or more, or `Infinity`; others throw a `RangeError`.
 */
export class Resource {
  readonly #simulation: Simulation;
  readonly #queueLimit: number;
  readonly #desk: Desk = {
    begin: (turn) => this.#begin(turn),
    end: (turn) => this.#end(turn),
    abandon: (turn) => this.#abandon(turn),
  };
  // Nobody's turn: behind it is the first in the queue, ahead of it the last.
  readonly #ends = new Turn(this.#desk, 0);
  #capacity: number;
  #inUse = 0;
  #waiting = 0;
  #busySeconds = 0;
  #busySince = 0;

  constructor(simulation: Simulation, { capacity, queueLimit = Infinity }: { capacity: number; queueLimit?: number }) {
    this.#simulation = simulation;
    this.#capacity = wholeOrInfinite(capacity, 'capacity');
    this.#queueLimit = wholeOrInfinite(queueLimit, 'queueLimit');
    this.#busySince = simulation.now;
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
  acquire({ timeout = Infinity }: { timeout?: number } = {}): Process<Acquisition> {
    return asProcess(new Turn(this.#desk, atLeastZero(timeout, 'timeout')));
  }

  /** Gives a unit back; it goes to the first in the queue. Throws a `RangeError` when none is held. */
  release(): void {
    if (this.#inUse === 0) throw new RangeError('A unit was released that nobody had acquired');
    this.#changeInUse(-1);
    this.#serve();
  }

  #begin(turn: Turn): Acquisition | Waiting {
    if (this.#inUse < this.#capacity) {
      this.#changeInUse(1);
      return 'acquired';
    }
    if (this.#waiting >= this.#queueLimit) return 'rejected';
    turn.process = this.#simulation.process;
    if (turn.timeout < Infinity) turn.wake = this.#simulation.after(turn.timeout, turn.process);
    turn.join(this.#ends);
    this.#waiting++;
    return WAITING;
  }

  #end(turn: Turn): Acquisition {
    if (turn.isServed) return 'acquired';
    this.#remove(turn);
    return 'timeout';
  }

  #abandon(turn: Turn): void {
    this.#simulation.cancel(turn.wake);
    if (turn.isServed) this.release();
    else this.#remove(turn);
  }

  #serve(): void {
    while (this.#waiting > 0 && this.#inUse < this.#capacity) {
      const first = this.#ends.behind;
      this.#remove(first);
      this.#changeInUse(1);
      first.isServed = true;
      this.#simulation.cancel(first.wake);
      if (first.process) first.wake = this.#simulation.after(0, first.process);
    }
  }

  #remove(turn: Turn): void {
    turn.leave();
    this.#waiting--;
  }

  #changeInUse(by: number): void {
    const now = this.#simulation.now;
    this.#busySeconds += this.#inUse * (now - this.#busySince);
    this.#busySince = now;
    this.#inUse += by;
  }
}
