import type { Process, Random, Simulation } from '../../engine/index.js';
import { Call, type Caller, type Pool } from './service-client.js';
import type { Emitter } from '../observation/telemetry-bus.js';
import type { Exchange } from './rpc.js';
import { failure, failureOfCall, type Failure } from './failure.js';
import { Memory } from './resources/memory.js';
import { MeasuredResource } from './resources/resource-usage.js';
import { Processor } from './resources/cpu.js';
import type { Release } from './release.js';
import type { Service } from './service.js';
import type { CallSpec, OperationSpec } from './topology.js';

/** One running copy of a service: its workers, processor, memory and connections, and how it serves a request. */
export class Instance implements Caller {
  readonly instance: string;
  readonly service: string;
  readonly workers: MeasuredResource;
  readonly processor: Processor;
  readonly memory: Memory;
  readonly pools: Map<string, Pool> = new Map();
  release: Release;
  /** Whether new requests are sent to it, and whether it is there at all. */
  isReady = true;
  isRunning = true;
  readonly #simulation: Simulation;
  readonly #emitter: Emitter;
  readonly #owner: Service;
  readonly #exchanges = new Set<Exchange>();
  readonly #calls = new Map<CallSpec, Call>();
  readonly #others = new Map<CallSpec, Call>();
  readonly #chance: Random;
  #kills = 0;

  constructor(owner: Service, name: string, release: Release) {
    const { simulation, emitter } = owner.world;
    const { spec } = owner;
    this.#simulation = simulation;
    this.#emitter = emitter;
    this.#owner = owner;
    this.instance = name;
    this.service = spec.name;
    this.release = release;
    this.#chance = simulation.random(`defects:${spec.name}`);
    const named = { service: spec.name, instance: name };
    this.workers = new MeasuredResource(
      simulation,
      { kind: 'workers', ...named },
      {
        capacity: owner.workers,
        queueLimit: spec.queueLimit,
      },
    );
    const cpu = new MeasuredResource(simulation, { kind: 'cpu', ...named }, { capacity: spec.cores });
    const disk = spec.disks && new MeasuredResource(simulation, { kind: 'disk', ...named }, { capacity: spec.disks });
    this.processor = new Processor(simulation, cpu, disk || undefined);
    this.memory = new Memory(simulation, spec, name);
    for (const pool of Object.keys(spec.pools ?? {})) this.pools.set(pool, this.#openPool(pool));
  }

  get version(): string {
    return this.release.version;
  }

  /** Takes a request that came over the network, to its answer. */
  *handle(exchange: Exchange): Process<void> {
    const owner = this.#owner;
    if (owner.isSilent) return;
    if (!this.isRunning || owner.isDown) {
      exchange.failure = failure('dependency', this.service, `${this.service} refused the connection`, 'refused');
      exchange.answer(this.#simulation);
      return;
    }
    exchange.startSeconds = this.#simulation.now;
    exchange.span = exchange.request.nextSpan();
    this.#exchanges.add(exchange);
    this.memory.inside++;
    owner.enter();
    let hasAnswer = false;
    try {
      exchange.failure = yield* this.#admit(exchange);
      hasAnswer = true;
    } finally {
      if (!hasAnswer) {
        exchange.failure = failure('exception', this.service, `${this.instance} closed the connection`, 'reset');
      }
      this.#exchanges.delete(exchange);
      this.memory.inside--;
      // An instance that was killed took its unfinished spans with it.
      owner.leave(exchange, this, hasAnswer);
      exchange.answer(this.#simulation);
    }
  }

  /** Ends at once: whatever is inside is lost. The number it returns is for `boot`. */
  kill(): number {
    this.isRunning = false;
    this.isReady = false;
    for (const exchange of this.#exchanges) exchange.handler?.return();
    return ++this.#kills;
  }

  /** Comes up, empty, unless it was killed again since. */
  boot(release: Release, kill: number): void {
    if (kill !== this.#kills) return;
    this.release = release;
    this.memory.leaked = 0;
    for (const { connections } of this.pools.values()) while (connections.inUse > 0) connections.release();
    this.isRunning = true;
    this.isReady = true;
  }

  leaksConnection(): boolean {
    const { defect } = this.release;
    return defect?.kind === 'leaks-connections' && this.#chance.bernoulli(defect.share);
  }

  *#admit(exchange: Exchange): Process<Failure | undefined> {
    const turnedAway = this.#owner.turnAway();
    if (turnedAway !== undefined) return turnedAway;
    if ((yield* this.workers.acquire()) !== 'acquired') {
      this.workers.errors++;
      return failure('rejected', this.service, `the queue of ${this.instance} is full`);
    }
    try {
      return yield* this.#serve(exchange);
    } finally {
      this.workers.release();
    }
  }

  *#serve(exchange: Exchange): Process<Failure | undefined> {
    const operation = this.#owner.operation(exchange.operation);
    if (operation === undefined) return failure('exception', this.service, `no operation ${exchange.operation}`);
    this.#leakMemory();
    const { work } = operation;
    yield* this.processor.work(this.#owner.draw(work) * this.memory.stretch, work.disk);
    const { defect } = this.release;
    if (defect?.kind === 'throws' && this.#chance.bernoulli(defect.share)) {
      return failure('exception', this.service, 'NullPointerException: discount is null');
    }
    this.#answerFromCache(operation, exchange);
    if (operation.warning !== undefined) {
      this.#emitter.log('WARN', this, { event: 'slow_query', message: operation.warning }, exchange);
    }
    for (const step of operation.steps ?? []) {
      const failed = 'to' in step ? yield* this.#call(step, exchange) : yield* this.#callAll(step, exchange);
      if (failed !== undefined) return failureOfCall(failed);
      if (exchange.request.denial > 0) return undefined;
    }
    const { denial } = operation;
    if (denial !== undefined && this.#owner.denies(denial.share)) exchange.request.denial = denial.status;
    return undefined;
  }

  *#call(spec: CallSpec, exchange: Exchange): Process<Failure | undefined> {
    const call = this.#callOf(spec);
    if (spec.isQueued) {
      call.publish(exchange);
      return undefined;
    }
    exchange.isHit = false;
    const failed = (yield* this.#askForEach(spec, exchange)) ?? (yield* call.make(exchange));
    if (spec.onMiss !== undefined && !exchange.isHit) {
      const missed = yield* this.#callOf(spec.onMiss).make(exchange);
      if (missed === undefined) this.#owner.world.target(spec.to).fill(exchange.request.product);
      return missed;
    }
    return spec.isOptional ? undefined : failed;
  }

  *#askForEach(spec: CallSpec, exchange: Exchange): Process<Failure | undefined> {
    const { defect } = this.release;
    if (defect?.kind !== 'asks-for-each' || defect.call !== spec.operation) return undefined;
    const call = this.#newCall(this.#others, spec, defect.operation);
    for (let i = 0; i < defect.times; i++) {
      const failed = yield* call.make(exchange);
      if (failed !== undefined) return failed;
    }
    return undefined;
  }

  *#callAll(specs: readonly CallSpec[], exchange: Exchange): Process<Failure | undefined> {
    const results = yield* this.#simulation.all(specs.map((spec) => this.#call(spec, exchange)));
    return results.find((failed) => failed !== undefined);
  }

  #callOf(spec: CallSpec): Call {
    const { defect } = this.release;
    if (defect?.kind === 'scans' && defect.call === spec.operation && this.#chance.bernoulli(defect.share)) {
      return this.#newCall(this.#others, spec, defect.operation);
    }
    return this.#calls.get(spec) ?? this.#newCall(this.#calls, spec, spec.operation);
  }

  #newCall(calls: Map<CallSpec, Call>, spec: CallSpec, operation: string): Call {
    let call = calls.get(spec);
    if (call === undefined) {
      const { world } = this.#owner;
      const pool = spec.pool === undefined ? undefined : this.pools.get(spec.pool);
      const policy = this.#owner.policy(spec);
      call = new Call(world, this, { spec, target: world.target(spec.to), policy, pool, operation });
      calls.set(spec, call);
    }
    return call;
  }

  #openPool(name: string): Pool {
    const { size = 0, timeoutSeconds = 0 } = this.#owner.spec.pools?.[name] ?? {};
    const named = { kind: 'pool' as const, service: this.service, instance: this.instance, name };
    const capacity = this.#owner.poolSizes.get(name) ?? size;
    return { connections: new MeasuredResource(this.#simulation, named, { capacity }), timeoutSeconds };
  }

  #answerFromCache(operation: OperationSpec, exchange: Exchange): void {
    const { product } = exchange.request;
    if (operation.cache === 'get') exchange.isHit = this.#owner.products?.has(product, this.#simulation.now) ?? false;
    else if (operation.cache === 'put') this.#owner.fill(product);
  }

  #leakMemory(): void {
    const { defect } = this.release;
    if (defect?.kind !== 'leaks-memory') return;
    this.memory.leaked += defect.bytesPerRequest;
    if (this.memory.isFull) this.#owner.killForMemory(this);
  }
}
