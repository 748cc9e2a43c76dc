import { AcquireRequest, type Acquisition, type QueueOperations } from './acquire-request.js';
import { atLeastZero, wholeOrInfinite } from './assert-range.js';
import { asProcess, WAITING, type Process, type Waiting } from './process.js';
import type { Simulation } from './simulation.js';

/**
 * A number of equal units, such as workers or connections, that processes acquire, and a queue for waiting processes,
 * in order of arrival. Capacity and queue limit are 0, 1, 2 … or `Infinity`; other values throw a `RangeError`.
 */
export class Resource {
  readonly #simulation: Simulation;
  readonly #queueLimit: number;
  readonly #operations: QueueOperations = {
    begin: (request) => this.#begin(request),
    end: (request) => this.#end(request),
    abandon: (request) => this.#abandon(request),
  };
  // Not a real request: the first in the queue is behind it, the last ahead of it.
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

  /** Number of units. A higher one serves waiting processes at once; a lower one takes effect as units are released. */
  get capacity(): number {
    return this.#capacity;
  }
  set capacity(capacity: number) {
    this.#capacity = wholeOrInfinite(capacity, 'capacity');
    this.#serve();
  }

  /** Number of acquired units. It can exceed a capacity that was lowered. */
  get inUse(): number {
    return this.#inUse;
  }

  /** Number of processes in the queue. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Unit-seconds in use: the integral of `inUse` over time. Utilization is its growth over capacity times time. */
  get busySeconds(): number {
    return this.#busySeconds + this.#inUse * (this.#simulation.now - this.#busySince);
  }

  /**
   * Acquires a unit, at once or after waiting in the queue, and returns the outcome. A process that acquired a unit must
   * call `release()` in a `finally` block. A process that is abandoned while it waits leaves the queue, or passes on a unit
   * that it was just granted.
   *
   * `timeout` is in seconds. Without one, the process waits without limit; with 0, it acquires a free unit or none. If a
   * unit and the timeout come at the same time, the one that was scheduled first counts.
   */
  acquire({ timeout = Infinity }: { timeout?: number } = {}): Process<Acquisition> {
    return asProcess(new AcquireRequest(this.#operations, atLeastZero(timeout, 'timeout')));
  }

  /** Releases a unit, which goes to the first process in the queue. Throws a `RangeError` if none is in use. */
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
