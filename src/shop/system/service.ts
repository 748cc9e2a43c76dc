import type { Process, Random, Simulation } from '../../engine/index.js';
import { serverAttributes } from '../observation/attributes.js';
import { Breaker } from './circuit-breaker.js';
import type { CallPolicy } from './service-client.js';
import type { Emitter } from '../observation/telemetry-bus.js';
import type { Exchange, HeaderLoss } from './rpc.js';
import { failure, HTTP_STATUS, noFailures, type Failure, type FailureCounts } from './failure.js';
import { Instance } from './instance.js';
import type { Attributes } from '../observation/telemetry-records.js';
import { Network } from './network.js';
import { ProductCache } from './resources/product-cache.js';
import type { Release } from './release.js';
import type { Target } from './callee.js';
import { TokenBucket } from './resources/token-bucket.js';
import type { CallSpec, OperationSpec, ServiceSpec, WorkSpec } from './topology.js';

/** What every part of the shop shares. */
export interface World {
  readonly simulation: Simulation;
  readonly emitter: Emitter;
  target(service: string): Target;
  /** Retries of every call, where the run's settings say so; breakers that open by themselves. */
  readonly retries: number | undefined;
  readonly hasBreakers: boolean;
}

/** Requests of a service so far: received = answered + failed + inside. */
export interface ServiceCounts {
  received: number;
  answered: number;
  failed: number;
  inside: number;
  readonly failures: FailureCounts;
}

const RESTART_SECONDS = 15;

/** A service: its instances behind a load balancer, and what they have in common. */
export class Service implements Target {
  readonly world: World;
  readonly spec: ServiceSpec;
  readonly network: Network;
  readonly instances: Instance[] = [];
  readonly counts: ServiceCounts = { received: 0, answered: 0, failed: 0, inside: 0, failures: noFailures() };
  readonly poolSizes: Map<string, number> = new Map();
  readonly products: ProductCache | undefined;
  readonly rateLimit: TokenBucket;
  release: Release;
  workers: number;
  /** Versions before the present one, the latest last. */
  readonly history: Release[] = [];
  /** Which roll-out is under way; a later one ends an earlier one. */
  rollOut = 0;
  /** Nobody is there, and starting it again does not help. */
  isDown = false;
  /** Takes requests and never answers. */
  isSilent = false;
  /** Share of requests that are turned away at the door. */
  shedShare = 0;
  /** What the hop before it does to `traceparent`, where it does not pass it on. */
  headerLoss: HeaderLoss | undefined;
  /** How many times as long all work takes. */
  slowness = 1;
  readonly #work: Random;
  readonly #denials: Random;
  readonly #shed: Random;
  readonly #policies = new Map<CallSpec, CallPolicy>();
  readonly #attributes = new Map<string, Attributes>();
  #next = 0;
  #started = 0;

  constructor(world: World, spec: ServiceSpec) {
    this.world = world;
    this.spec = spec;
    this.workers = spec.workers;
    this.release = { version: spec.version };
    this.#work = world.simulation.random(`work:${spec.name}`);
    this.#denials = world.simulation.random(`denials:${spec.name}`);
    this.#shed = world.simulation.random(`shed:${spec.name}`);
    this.network = new Network(world.simulation, spec.name, spec.hopSeconds);
    this.rateLimit = new TokenBucket(world.simulation, spec.rateLimit ?? Infinity);
    const isCache = Object.values(spec.operations).some(({ cache }) => cache !== undefined);
    this.products = isCache ? new ProductCache(world.simulation.random(`lives:${spec.name}`)) : undefined;
    for (let i = 0; i < spec.instances; i++) this.add();
    for (const { steps = [] } of Object.values(spec.operations)) for (const call of steps.flat()) this.policy(call);
  }

  /** The policies of its calls to another service. */
  policiesTo(service: string): CallPolicy[] {
    return [...this.#policies].filter(([spec]) => spec.to === service).map(([, policy]) => policy);
  }

  /** Starts one more instance. */
  add(): Instance {
    const instance = new Instance(this, `${this.spec.name}-${++this.#started}`, this.release);
    this.instances.push(instance);
    return instance;
  }

  send(exchange: Exchange): Failure | undefined {
    const instance = this.isDown ? undefined : this.#pick();
    if (instance === undefined) {
      return failure('dependency', this.spec.name, `${this.spec.name} refused the connection`, 'refused');
    }
    exchange.hopSeconds = this.network.hop();
    if (this.headerLoss !== undefined) exchange.loseHeader(this.headerLoss);
    exchange.handler = instance.handle(exchange);
    this.world.simulation.after(exchange.hopSeconds, exchange.handler);
    return undefined;
  }

  operation(name: string): OperationSpec | undefined {
    return this.spec.operations[name];
  }

  policy(spec: CallSpec): CallPolicy {
    let policy = this.#policies.get(spec);
    if (policy === undefined) {
      const { retries, hasBreakers } = this.world;
      policy = {
        timeoutSeconds: spec.timeoutSeconds,
        retries: (spec.isCancelled ? undefined : retries) ?? spec.retries ?? 0,
        backoffSeconds: spec.backoffSeconds ?? 0,
        breaker: new Breaker(hasBreakers),
      };
      this.#policies.set(spec, policy);
    }
    return policy;
  }

  /** Seconds of CPU that one piece of work takes. */
  draw({ median, sigma }: WorkSpec): number {
    const seconds = sigma === undefined ? this.#work.exponential(median) : this.#work.logNormal(median, sigma);
    return seconds * this.slowness;
  }

  denies(share: number): boolean {
    return this.#denials.bernoulli(share);
  }

  /** A failure for those who are not let in. */
  turnAway(): Failure | undefined {
    if (this.shedShare > 0 && this.#shed.bernoulli(this.shedShare)) {
      return failure('rejected', this.spec.name, `${this.spec.name} sheds load`);
    }
    if (this.rateLimit.take()) return undefined;
    return failure('rate_limited', this.spec.name, `${this.spec.name} allows ${this.rateLimit.perSecond} requests/s`);
  }

  fill(product: number): void {
    this.products?.put(product, this.world.simulation.now);
  }

  enter(): void {
    this.counts.received++;
    this.counts.inside++;
  }

  leave(exchange: Exchange, instance: Instance, hasAnswer: boolean): void {
    const { counts } = this;
    counts.inside--;
    if (exchange.failure === undefined) counts.answered++;
    else {
      counts.failed++;
      counts.failures[exchange.failure.cause]++;
    }
    if (this.spec.isOpaque || !hasAnswer) return;
    this.#log(exchange, instance);
    if (this.world.emitter.wantsSpans) this.#span(exchange, instance);
  }

  /** Kills an instance whose memory is full, and starts it again. */
  killForMemory(instance: Instance): void {
    if (!instance.isReady) return;
    instance.isReady = false;
    instance.memory.errors++;
    const { simulation, emitter } = this.world;
    const message = `${instance.instance} was killed: out of memory`;
    // Not from inside one of the requests that are to be lost.
    simulation.after(0, () => {
      emitter.log('ERROR', instance, { event: 'oom_killed', message });
      simulation.start(this.restart(instance));
    });
  }

  *restart(instance: Instance): Process<void> {
    const kill = instance.kill();
    this.products?.clear();
    yield* this.world.simulation.delay(RESTART_SECONDS);
    instance.boot(this.release, kill);
  }

  /** Round robin over the instances that are ready. */
  #pick(): Instance | undefined {
    const { instances } = this;
    for (let i = 0; i < instances.length; i++) {
      const instance = instances[this.#next++ % instances.length];
      if (instance?.isReady) return instance;
    }
    return undefined;
  }

  #span(exchange: Exchange, instance: Instance): void {
    const { request, trace, failure: failed } = exchange;
    const isError = failed !== undefined && HTTP_STATUS[failed.cause] >= 500;
    const status = failed ? HTTP_STATUS[failed.cause] : request.denial || 200;
    this.world.emitter.span({
      traceId: trace.traceId,
      spanId: trace.spanId(exchange.span),
      parentSpanId: exchange.parentSpanId,
      kind: this.spec.protocol === 'messaging' ? 'consumer' : 'server',
      service: this.spec.name,
      instance: instance.instance,
      version: instance.version,
      name: exchange.operation,
      startSeconds: exchange.startSeconds,
      endSeconds: this.world.simulation.now,
      isError,
      attributes: this.#attributesOf(exchange.operation, status, isError ? failed.errorType : undefined),
      ...(exchange.headerLoss && { requestTraceId: request.traceId }),
    });
  }

  // Most spans are fine and share one object for each operation.
  #attributesOf(operation: string, status: number, errorType: string | undefined): Attributes {
    const isFine = status === 200 && errorType === undefined;
    const shared = isFine ? this.#attributes.get(operation) : undefined;
    if (shared !== undefined) return shared;
    const attributes = serverAttributes(this.spec, operation);
    if (this.spec.protocol === 'http') attributes['http.response.status_code'] = status;
    if (errorType !== undefined) attributes['error.type'] = errorType;
    if (isFine) this.#attributes.set(operation, attributes);
    return attributes;
  }

  #log(exchange: Exchange, instance: Instance): void {
    const { emitter, simulation } = this.world;
    if (!emitter.wantsLogs) return;
    const { request, failure: failed } = exchange;
    const duration = Math.round((simulation.now - exchange.startSeconds) * 1000);
    const attributes: Attributes = { operation: exchange.operation, user_id: request.userId, duration_ms: duration };
    if (exchange.operation === 'POST /charges') {
      attributes.amount = request.amount;
      attributes.currency = 'USD';
    }
    const noun = this.spec.name.replace('-service', '').replace('api-gateway', 'request');
    if (failed !== undefined) {
      attributes.reason = failed.cause;
      const what = { event: `${noun}_failed`, message: failed.message, attributes };
      emitter.log('ERROR', instance, what, exchange);
    } else {
      const event = request.denial > 0 ? `${noun}_denied` : `${noun}_completed`;
      attributes.status = request.denial || 200;
      emitter.log(
        'INFO',
        instance,
        { event, message: `${exchange.operation} took ${duration} ms`, attributes },
        exchange,
      );
    }
  }
}
