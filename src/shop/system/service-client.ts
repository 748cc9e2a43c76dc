import type { Process, Random, Simulation } from '../../engine/index.js';
import { WAITING } from '../../engine/process.js';
import { clientAttributes, clientSpanName } from '../observation/attributes.js';
import type { Breaker } from './circuit-breaker.js';
import type { Emitter, LogSource } from '../observation/telemetry-bus.js';
import { Exchange } from './rpc.js';
import { failure, type Failure } from './failure.js';
import type { Attributes } from '../observation/telemetry-records.js';
import type { MeasuredResource } from './resources/resource-usage.js';
import type { Target } from './callee.js';
import type { CallSpec } from './topology.js';

/** How patient a service is with one it calls; the same for all its instances, and changed while they run. */
export interface CallPolicy {
  timeoutSeconds: number;
  retries: number;
  backoffSeconds: number;
  readonly breaker: Breaker;
}

/** Connections kept open, and how long a request waits for one. */
export interface Pool {
  readonly connections: MeasuredResource;
  readonly timeoutSeconds: number;
}

/** Who calls: an instance, as far as a call needs to know it. */
export interface Caller extends LogSource {
  readonly instance: string;
  /** Whether this connection is forgotten instead of given back. */
  leaksConnection(): boolean;
}

/** Calls from one instance to one operation of another service: connection, timeout, retries, breaker, client spans. */
export class Call {
  readonly operation: string;
  readonly #simulation: Simulation;
  readonly #emitter: Emitter;
  readonly #caller: Caller;
  readonly #target: Target;
  readonly #policy: CallPolicy;
  readonly #pool: Pool | undefined;
  readonly #isCancelled: boolean;
  readonly #retries: Random;
  readonly #attributes: Attributes;
  // Most spans are fine and share this one object.
  readonly #attributesWhenFine: Attributes;
  readonly #name: string;

  constructor(
    world: { simulation: Simulation; emitter: Emitter },
    caller: Caller,
    how: { spec: CallSpec; target: Target; policy: CallPolicy; pool: Pool | undefined; operation?: string },
  ) {
    this.#simulation = world.simulation;
    this.#emitter = world.emitter;
    this.#caller = caller;
    this.#target = how.target;
    this.#policy = how.policy;
    this.#pool = how.pool;
    this.operation = how.operation ?? how.spec.operation;
    this.#isCancelled = how.spec.isCancelled ?? false;
    this.#retries = world.simulation.random(`retries:${caller.service}`);
    this.#attributes = clientAttributes(how.target.spec, this.operation);
    this.#attributesWhenFine =
      how.target.spec.protocol === 'http'
        ? { ...this.#attributes, 'http.response.status_code': 200 }
        : this.#attributes;
    this.#name = clientSpanName(how.target.spec, this.operation);
  }

  /** Calls, again if need be. A 4xx that says no is an answer, not a failure. */
  *make(parent: Exchange): Process<Failure | undefined> {
    let wait = this.#policy.backoffSeconds;
    for (let attempt = 0; ; attempt++) {
      const failed = yield* this.#attempt(parent, attempt);
      if (failed === undefined) {
        if (attempt > 0) this.#log('WARN', parent, 'retry_succeeded', `${this.#to} answered at attempt ${attempt + 1}`);
        return undefined;
      }
      if (attempt >= this.#policy.retries || failed.errorType === 'circuit_open') return failed;
      yield* this.#simulation.delay(wait * (0.5 + this.#retries.uniform()));
      wait *= 2;
    }
  }

  /** Puts a message into the callee's queue; nobody waits for it. */
  publish(parent: Exchange): void {
    const { now } = this.#simulation;
    const span = parent.request.nextSpan();
    const refused = this.#target.send(new Exchange(parent.request, this.operation, span, parent.trace));
    this.#emit(parent, { span, start: now, failed: refused, attempt: 0, kind: 'producer' });
  }

  *#attempt(parent: Exchange, attempt: number): Process<Failure | undefined> {
    const start = this.#simulation.now;
    const span = parent.request.nextSpan();
    const { breaker } = this.#policy;
    let failed: Failure | undefined;
    if (!breaker.allows(start)) {
      failed = failure('dependency', this.#to, `circuit to ${this.#to} is open`, 'circuit_open');
    } else {
      failed = yield* this.#pool === undefined
        ? this.#exchange(parent, span)
        : this.#onConnection(this.#pool, parent, span);
      breaker.record(failed !== undefined, this.#simulation.now);
    }
    this.#emit(parent, { span, start, failed, attempt, kind: 'client' });
    return failed;
  }

  *#onConnection({ connections, timeoutSeconds }: Pool, parent: Exchange, span: number): Process<Failure | undefined> {
    if ((yield* connections.acquire({ timeout: timeoutSeconds })) !== 'acquired') {
      connections.errors++;
      return failure('timeout', `${connections.name} pool`, `no connection within ${timeoutSeconds} s`, 'timeout');
    }
    let isKept = false;
    try {
      const failed = yield* this.#exchange(parent, span);
      isKept = this.#caller.leaksConnection();
      return failed;
    } finally {
      if (!isKept) connections.release();
    }
  }

  *#exchange(parent: Exchange, span: number): Process<Failure | undefined> {
    const simulation = this.#simulation;
    const exchange = new Exchange(parent.request, this.operation, span, parent.trace);
    exchange.caller = simulation.process;
    const refused = this.#target.send(exchange);
    if (refused !== undefined) return refused;
    const timer = simulation.after(this.#policy.timeoutSeconds, exchange.caller);
    try {
      yield WAITING;
    } finally {
      simulation.cancel(timer);
      exchange.leave(simulation);
      // Others go on with work that nobody waits for any more, as servers do.
      if (this.#isCancelled && !exchange.hasArrived(simulation.now)) exchange.handler?.return();
    }
    if (exchange.hasArrived(simulation.now)) {
      parent.isHit = exchange.isHit;
      return exchange.failure;
    }
    const patience = `${this.#policy.timeoutSeconds} s`;
    return failure('timeout', this.#to, `no answer from ${this.#to} within ${patience}`, 'timeout');
  }

  get #to(): string {
    return this.#target.spec.name;
  }

  #emit(
    parent: Exchange,
    what: { span: number; start: number; failed: Failure | undefined; attempt: number; kind: 'client' | 'producer' },
  ): void {
    const { failed } = what;
    if (failed !== undefined) {
      this.#log('WARN', parent, 'call_failed', failed.message, {
        'error.type': failed.errorType,
        'service.peer.name': this.#to,
        duration_ms: Math.round((this.#simulation.now - what.start) * 1000),
      });
    }
    if (!this.#emitter.wantsSpans) return;
    const { request, trace } = parent;
    // For a client, unlike a server, a 4xx is an error.
    const errorType = failed?.errorType ?? (request.denial > 0 ? String(request.denial) : undefined);
    const isFine = errorType === undefined && what.attempt === 0;
    this.#emitter.span({
      traceId: trace.traceId,
      spanId: trace.spanId(what.span),
      parentSpanId: trace.spanId(parent.span),
      kind: what.kind,
      service: this.#caller.service,
      instance: this.#caller.instance,
      version: this.#caller.version,
      name: this.#name,
      startSeconds: what.start,
      endSeconds: this.#simulation.now,
      isError: errorType !== undefined,
      attributes: isFine ? this.#attributesWhenFine : this.#attributesOf(errorType, what.attempt),
    });
  }

  #attributesOf(errorType: string | undefined, attempt: number): Attributes {
    const attributes = { ...this.#attributes };
    if (this.#target.spec.protocol === 'http') {
      const status = Number(errorType ?? 200);
      if (status > 0) attributes['http.response.status_code'] = status;
      if (attempt > 0) attributes['http.request.resend_count'] = attempt;
    }
    if (errorType !== undefined) attributes['error.type'] = errorType;
    return attributes;
  }

  #log(severity: 'WARN', parent: Exchange, event: string, message: string, attributes?: Attributes): void {
    if (!this.#emitter.wantsLogs) return;
    const what = attributes === undefined ? { event, message } : { event, message, attributes };
    this.#emitter.log(severity, this.#caller, what, parent);
  }
}
