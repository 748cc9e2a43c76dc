import type { Simulation } from '../../engine/index.js';
import { serverAttributes } from '../observation/attributes.js';
import type { LogSource, TelemetryBus } from '../observation/telemetry-bus.js';
import type { Attributes } from '../observation/telemetry-records.js';
import { HTTP_STATUS, noFailures, type FailureCounts } from './failure.js';
import type { Rpc } from './rpc.js';
import type { ServiceSpec } from './topology.js';

/** Requests of a service since the start of the run: received = answered + failed + inside. */
export interface ServiceCounts {
  received: number;
  answered: number;
  failed: number;
  inside: number;
  readonly failures: FailureCounts;
}

/** An instance, as its spans and log records name it. */
export interface TelemetrySource extends LogSource {
  readonly instance: string;
}

/** Counts the requests of a service, and reports each as a span and a log record. */
export class ServiceTelemetry {
  readonly counts: ServiceCounts = { received: 0, answered: 0, failed: 0, inside: 0, failures: noFailures() };
  readonly #simulation: Simulation;
  readonly #telemetry: TelemetryBus;
  readonly #spec: ServiceSpec;
  readonly #attributes = new Map<string, Attributes>();

  constructor(simulation: Simulation, telemetry: TelemetryBus, spec: ServiceSpec) {
    this.#simulation = simulation;
    this.#telemetry = telemetry;
    this.#spec = spec;
  }

  requestReceived(): void {
    this.counts.received++;
    this.counts.inside++;
  }

  /** A request ended. Without an answer (its instance was killed) it leaves neither span nor log record. */
  requestEnded(rpc: Rpc, source: TelemetrySource, hasAnswer: boolean): void {
    const { counts } = this;
    counts.inside--;
    if (rpc.failure === undefined) counts.answered++;
    else {
      counts.failed++;
      counts.failures[rpc.failure.cause]++;
    }
    if (this.#spec.isOpaque || !hasAnswer) return;
    this.#log(rpc, source);
    if (this.#telemetry.wantsSpans) this.#span(rpc, source);
  }

  #span(rpc: Rpc, source: TelemetrySource): void {
    const { request, trace, failure: failed } = rpc;
    const isError = failed !== undefined && HTTP_STATUS[failed.cause] >= 500;
    const status = failed ? HTTP_STATUS[failed.cause] : request.denial || 200;
    this.#telemetry.span({
      traceId: trace.traceId,
      spanId: trace.spanId(rpc.span),
      parentSpanId: rpc.parentSpanId,
      kind: this.#spec.protocol === 'messaging' ? 'consumer' : 'server',
      service: this.#spec.name,
      instance: source.instance,
      version: source.version,
      name: rpc.operation,
      startSeconds: rpc.startSeconds,
      endSeconds: this.#simulation.now,
      isError,
      attributes: this.#attributesOf(rpc.operation, status, isError ? failed.errorType : undefined),
      ...(rpc.headerLoss && { requestTraceId: request.traceId }),
    });
  }

  // Most spans have no error and share one object per operation.
  #attributesOf(operation: string, status: number, errorType: string | undefined): Attributes {
    const isOk = status === 200 && errorType === undefined;
    const shared = isOk ? this.#attributes.get(operation) : undefined;
    if (shared !== undefined) return shared;
    const attributes = serverAttributes(this.#spec, operation);
    if (this.#spec.protocol === 'http') attributes['http.response.status_code'] = status;
    if (errorType !== undefined) attributes['error.type'] = errorType;
    if (isOk) this.#attributes.set(operation, attributes);
    return attributes;
  }

  #log(rpc: Rpc, source: TelemetrySource): void {
    const telemetry = this.#telemetry;
    if (!telemetry.wantsLogs) return;
    const { request, failure: failed } = rpc;
    const duration = Math.round((this.#simulation.now - rpc.startSeconds) * 1000);
    const attributes: Attributes = { operation: rpc.operation, user_id: request.userId, duration_ms: duration };
    if (rpc.operation === 'POST /charges') {
      attributes.amount = request.amount;
      attributes.currency = 'USD';
    }
    const noun = this.#spec.name.replace('-service', '').replace('api-gateway', 'request');
    if (failed !== undefined) {
      attributes.reason = failed.cause;
      telemetry.log('ERROR', source, { event: `${noun}_failed`, message: failed.message, attributes }, rpc);
    } else {
      const event = request.denial > 0 ? `${noun}_denied` : `${noun}_completed`;
      attributes.status = request.denial || 200;
      telemetry.log('INFO', source, { event, message: `${rpc.operation} took ${duration} ms`, attributes }, rpc);
    }
  }
}
