import type { Process, Simulation, Timer } from '../../engine/index.js';
import type { Failure } from './failure.js';
import type { RequestTrace } from './request-trace.js';
import type { ShopRequest } from './request.js';
import type { OperationSpec } from './topology.js';

/**
 * What a hop does to `traceparent`: `drops` sends none on, so that the callee begins a trace of its own; `resets` sends
 * on one of its own, naming a span that nobody reports.
 */
export type HeaderLoss = 'drops' | 'resets';

/** One request from one service to another, and its answer. */
export class Exchange {
  readonly request: ShopRequest;
  readonly operation: string;
  /** Number of the client span that sent it; 0 for the customer's. */
  readonly parentSpan: number;
  span = 0;
  /** The trace that the `traceparent` belongs to, as the callee reads it. */
  trace: RequestTrace;
  /** How `traceparent` was lost on the way, if it was. */
  headerLoss: HeaderLoss | undefined;
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

  constructor(request: ShopRequest, operation: string, parentSpan: number, trace: RequestTrace = request.trace) {
    this.request = request;
    this.operation = operation;
    this.parentSpan = parentSpan;
    this.trace = trace;
  }

  /** Goes through a hop that does not pass on `traceparent`: from here on it is another trace. */
  loseHeader(how: HeaderLoss): void {
    this.headerLoss = how;
    this.trace = this.trace.after(this.parentSpan);
  }

  /** The caller's span, as `traceparent` says; empty where none came. */
  get parentSpanId(): string {
    return this.headerLoss === 'drops' ? '' : this.trace.spanId(this.parentSpan);
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
