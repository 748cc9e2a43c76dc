import type { Process, Simulation, Timer } from '../../engine/index.js';
import type { Failure } from './failure.js';
import type { RequestTrace } from './request-trace.js';
import type { ShopRequest } from './request.js';

/**
 * What a hop does to the `traceparent` header: `drops` removes it, so the callee starts a new trace; `resets` replaces
 * it with a new one whose parent span nobody reports.
 */
export type HeaderLoss = 'drops' | 'resets';

/** One request from one service to another, and its answer. */
export class Rpc {
  readonly request: ShopRequest;
  readonly operation: string;
  /** Number of the client span that sent it; 0 for a customer's request. */
  readonly parentSpan: number;
  span = 0;
  /** The trace that `traceparent` names, as the callee reads it. */
  trace: RequestTrace;
  /** How `traceparent` was lost on the way, if it was. */
  headerLoss: HeaderLoss | undefined;
  failure: Failure | undefined;
  /** Whether the answer came from a cache that had the product. */
  isHit = false;
  startSeconds = 0;
  /** Network time, one way, in seconds. */
  hopSeconds = 0;
  /** The process that waits for the answer; undefined once it has given up. */
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

  /** Passes a hop that loses `traceparent`: the callee's spans belong to another trace. */
  loseHeader(how: HeaderLoss): void {
    this.headerLoss = how;
    this.trace = this.trace.after(this.parentSpan);
  }

  /** The caller's span id, as read from `traceparent`; empty if there was no header. */
  get parentSpanId(): string {
    return this.headerLoss === 'drops' ? '' : this.trace.spanId(this.parentSpan);
  }

  /** Sends the answer to the caller, if it still waits. */
  answer(simulation: Simulation, hopSeconds: number = this.hopSeconds): void {
    if (this.caller === undefined) return;
    this.#arrives = simulation.now + hopSeconds;
    this.#answer = simulation.after(hopSeconds, this.caller);
  }

  hasArrived(now: number): boolean {
    return this.#arrives <= now;
  }

  /** Waits for the answer, in the caller's process. Returns whether it arrived within `timeoutSeconds`. */
  *waitForAnswer(simulation: Simulation, timeoutSeconds: number): Process<boolean> {
    try {
      // The answer resumes the caller before the delay is over.
      yield* simulation.delay(timeoutSeconds);
    } finally {
      this.caller = undefined;
      simulation.cancel(this.#answer);
    }
    return this.hasArrived(simulation.now);
  }
}
