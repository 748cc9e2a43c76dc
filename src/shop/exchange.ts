import type { Process, Simulation, Timer } from '../engine/index.js';
import type { Failure } from './failure.js';
import type { ShopRequest } from './shop-request.js';
import type { OperationSpec } from './topology.js';

/** One request from one service to another, and its answer. */
export class Exchange {
  readonly request: ShopRequest;
  readonly operation: string;
  /** Number of the client span that sent it; 0 for the customer's. */
  readonly parentSpan: number;
  span = 0;
  spec: OperationSpec | undefined;
  failure: Failure | undefined;
  /** Whether a cache knew. */
  isHit = false;
  startSeconds = 0;
  /** Seconds one way over the network. */
  hopSeconds = 0;
  /** Who waits for the answer; nobody once they have given up. */
  caller: Process<unknown> | undefined;
  handler: Process<void> | undefined;
  #arrives: number = Infinity;
  #answer: Timer | undefined;

  constructor(request: ShopRequest, operation: string, parentSpan: number) {
    this.request = request;
    this.operation = operation;
    this.parentSpan = parentSpan;
  }

  /** Sends the answer on its way. */
  answer(simulation: Simulation, hopSeconds: number = this.hopSeconds): void {
    if (this.caller === undefined) return;
    this.#arrives = simulation.now + hopSeconds;
    this.#answer = simulation.after(hopSeconds, this.caller);
  }

  hasArrived(now: number): boolean {
    return this.#arrives <= now;
  }

  /** The caller no longer waits, for the answer has come or is too late. */
  leave(simulation: Simulation): void {
    this.caller = undefined;
    simulation.cancel(this.#answer);
  }
}
