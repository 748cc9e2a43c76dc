import type { Process, Random, Simulation } from '../../engine/index.js';
import { clientAttributes, clientSpanName } from '../observation/attributes.js';
import type { LogSource, TelemetryBus } from '../observation/telemetry-bus.js';
import type { Attributes } from '../observation/telemetry-records.js';
import type { CallPolicy } from './call-policy.js';
import type { Callee } from './callee.js';
import { failure, type Failure } from './failure.js';
import type { MeasuredResource } from './resources/resource-usage.js';
import { Rpc } from './rpc.js';
import type { CallSpec } from './topology.js';
import type { World } from './world.js';

/** A connection pool, and how many seconds a request waits for a connection. */
export interface Pool {
  readonly connections: MeasuredResource;
  readonly timeoutSeconds: number;
}

/** An instance, as its clients see it. */
export interface Caller extends LogSource {
  readonly instance: string;
  /** Draws whether a call keeps its connection instead of returning it to the pool. */
  leaksConnection(): boolean;
}

/** What a client calls, and how. */
export interface ClientOptions {
  readonly spec: CallSpec;
  readonly callee: Callee;
  readonly policy: CallPolicy;
  readonly pool: Pool | undefined;
  /** The operation to call; it can differ from the specified one. */
  readonly operation: string;
}

/**
 * Calls one operation of another service for one instance: takes a connection, applies the timeout, the retries and the
 * circuit breaker, and reports client spans and log records.
 */
export class ServiceClient {
  readonly #simulation: Simulation;
  readonly #telemetry: TelemetryBus;
  readonly #caller: Caller;
  readonly #callee: Callee;
  readonly #policy: CallPolicy;
  readonly #pool: Pool | undefined;
  readonly #operation: string;
  readonly #isCanceled: boolean;
  readonly #jitter: Random;
  readonly #attributes: Attributes;
  // Most spans have no error and share this one object.
  readonly #attributesWhenOk: Attributes;
  readonly #spanName: string;

  constructor({ simulation, telemetry }: World, caller: Caller, options: ClientOptions) {
    const { spec, callee, policy, pool, operation } = options;
    this.#simulation = simulation;
    this.#telemetry = telemetry;
    this.#caller = caller;
    this.#callee = callee;
    this.#policy = policy;
    this.#pool = pool;
    this.#operation = operation;
    this.#isCanceled = spec.isCanceled ?? false;
    this.#jitter = simulation.random(`retries:${caller.service}`);
    this.#attributes = clientAttributes(callee.spec, operation);
    this.#attributesWhenOk =
      callee.spec.protocol === 'http' ? { ...this.#attributes, 'http.response.status_code': 200 } : this.#attributes;
    this.#spanName = clientSpanName(callee.spec, operation);
  }

  /**
   * Calls the operation, and retries if it fails. Returns the last failure, or undefined for an answer. A denial, such as
   * a declined card, is an answer.
   */
  *call(parent: Rpc): Process<Failure | undefined> {
    let wait = this.#policy.backoffSeconds;
    for (let attempt = 0; ; attempt++) {
      const failed = yield* this.#attempt(parent, attempt);
      if (failed === undefined) {
        if (attempt > 0) this.#log('WARN', parent, 'retry_succeeded', `${this.#to} answered at attempt ${attempt + 1}`);
        return undefined;
      }
      if (attempt >= this.#policy.retries || failed.errorType === 'circuit_open') return failed;
      yield* this.#simulation.delay(wait * (0.5 + this.#jitter.uniform()));
      wait *= 2;
    }
  }

  /** Puts a message into the callee's queue, and does not wait for it. */
  publish(parent: Rpc): void {
    const { now } = this.#simulation;
    const span = parent.request.nextSpan();
    const refused = this.#callee.send(new Rpc(parent.request, this.#operation, span, parent.trace));
    this.#report(parent, { span, start: now, failed: refused, attempt: 0, kind: 'producer' });
  }

  *#attempt(parent: Rpc, attempt: number): Process<Failure | undefined> {
    const start = this.#simulation.now;
    const span = parent.request.nextSpan();
    const { breaker } = this.#policy;
    let failed: Failure | undefined;
    if (!breaker.allows(start)) {
      failed = failure('dependency', this.#to, `circuit to ${this.#to} is open`, 'circuit_open');
    } else {
      failed = yield* this.#pool === undefined
        ? this.#send(parent, span)
        : this.#sendOnConnection(this.#pool, parent, span);
      breaker.record(failed !== undefined, this.#simulation.now);
    }
    this.#report(parent, { span, start, failed, attempt, kind: 'client' });
    return failed;
  }

  *#sendOnConnection({ connections, timeoutSeconds }: Pool, parent: Rpc, span: number): Process<Failure | undefined> {
    if ((yield* connections.acquire({ timeout: timeoutSeconds })) !== 'acquired') {
      connections.errors++;
      return failure('timeout', `${connections.name} pool`, `no connection within ${timeoutSeconds} s`, 'timeout');
    }
    let isLeaked = false;
    try {
      const failed = yield* this.#send(parent, span);
      isLeaked = this.#caller.leaksConnection();
      return failed;
    } finally {
      if (!isLeaked) connections.release();
    }
  }

  *#send(parent: Rpc, span: number): Process<Failure | undefined> {
    const simulation = this.#simulation;
    const rpc = new Rpc(parent.request, this.#operation, span, parent.trace);
    rpc.caller = simulation.process;
    const refused = this.#callee.send(rpc);
    if (refused !== undefined) return refused;
    try {
      yield* rpc.waitForAnswer(simulation, this.#policy.timeoutSeconds);
    } finally {
      // Other servers continue to work on a request whose caller has given up.
      if (this.#isCanceled && !rpc.hasArrived(simulation.now)) rpc.handler?.return();
    }
    if (rpc.hasArrived(simulation.now)) {
      parent.isHit = rpc.isHit;
      return rpc.failure;
    }
    return failure(
      'timeout',
      this.#to,
      `no answer from ${this.#to} within ${this.#policy.timeoutSeconds} s`,
      'timeout',
    );
  }

  get #to(): string {
    return this.#callee.spec.name;
  }

  #report(
    parent: Rpc,
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
    if (!this.#telemetry.wantsSpans) return;
    const { request, trace } = parent;
    // For a client, unlike a server, a 4xx is an error.
    const errorType = failed?.errorType ?? (request.denial > 0 ? String(request.denial) : undefined);
    const isOk = errorType === undefined && what.attempt === 0;
    this.#telemetry.span({
      traceId: trace.traceId,
      spanId: trace.spanId(what.span),
      parentSpanId: trace.spanId(parent.span),
      kind: what.kind,
      service: this.#caller.service,
      instance: this.#caller.instance,
      version: this.#caller.version,
      name: this.#spanName,
      startSeconds: what.start,
      endSeconds: this.#simulation.now,
      isError: errorType !== undefined,
      attributes: isOk ? this.#attributesWhenOk : this.#attributesOf(errorType, what.attempt),
    });
  }

  #attributesOf(errorType: string | undefined, attempt: number): Attributes {
    const attributes = { ...this.#attributes };
    if (this.#callee.spec.protocol === 'http') {
      const status = Number(errorType ?? 200);
      if (status > 0) attributes['http.response.status_code'] = status;
      if (attempt > 0) attributes['http.request.resend_count'] = attempt;
    }
    if (errorType !== undefined) attributes['error.type'] = errorType;
    return attributes;
  }

  #log(severity: 'WARN', parent: Rpc, event: string, message: string, attributes?: Attributes): void {
    if (!this.#telemetry.wantsLogs) return;
    const what = attributes === undefined ? { event, message } : { event, message, attributes };
    this.#telemetry.log(severity, this.#caller, what, parent);
  }
}
