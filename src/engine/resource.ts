import { AcquireRequest, type Acquisition, type QueueOperations } from './acquire-request.js';
import { atLeastZero, wholeOrInfinite } from './assert-range.js';
import { asProcess, WAITING, type Process, type Waiting } from './process.js';
import type { Simulation } from './simulation.js';

/**
 * A number of equal units (workers, connections, seats) that processes hold, and a queue for those who wait, served in
 * order of arrival. Capacity and queue limit are whole numbers, 0 or more, or `Infinity`; others throw a `RangeError`.
 */
export class Resource {
  readonly #simulation: Simulation;
  readonly #queueLimit: number;
  readonly #operations: QueueOperations = {
    begin: (request) => this.#begin(request),
    end: (request) => this.#end(request),
    abandon: (request) => this.#abandon(request),
  };
  // Nobody's request: behind it is the first in the queue, ahead of it the last.
  readonly #sentinel = new AcquireRequest(this.#operations, 0);
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

  /** The integral of `inUse` over time so far: unit-seconds. Utilization is its growth over capacity times time. */
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
    return asProcess(new AcquireRequest(this.#operations, atLeastZero(timeout, 'timeout')));
  }

  /** Gives a unit back; it goes to the first in the queue. Throws a `RangeError` when none is held. */
  release(): void {
    if (this.#inUse === 0) throw new RangeError('A unit was released that nobody had acquired');
    this.#changeInUse(-1);
    this.#serve();
  }

  #begin(request: AcquireRequest): Acquisition | Waiting {
    if (this.#inUse < this.#capacity) {
      this.#changeInUse(1);
      return 'acquired';
    }
    if (this.#waiting >= this.#queueLimit) return 'rejected';
    request.process = this.#simulation.process;
    if (request.timeout < Infinity) request.wake = this.#simulation.after(request.timeout, request.process);
    request.join(this.#sentinel);
    this.#waiting++;
    return WAITING;
  }

  #end(request: AcquireRequest): Acquisition {
    if (request.isGranted) return 'acquired';
    this.#remove(request);
    return 'timeout';
  }

  #abandon(request: AcquireRequest): void {
    this.#simulation.cancel(request.wake);
    if (request.isGranted) this.release();
    else this.#remove(request);
  }

  #serve(): void {
    while (this.#waiting > 0 && this.#inUse < this.#capacity) {
      const first = this.#sentinel.behind;
      this.#remove(first);
      this.#changeInUse(1);
      first.isGranted = true;
      this.#simulation.cancel(first.wake);
      if (first.process) first.wake = this.#simulation.after(0, first.process);
    }
  }

  #remove(request: AcquireRequest): void {
    request.leave();
    this.#waiting--;
  }

  #changeInUse(by: number): void {
    const now = this.#simulation.now;
    this.#busySeconds += this.#inUse * (now - this.#busySince);
    this.#busySince = now;
    this.#inUse += by;
  }
}
