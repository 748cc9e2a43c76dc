import type { Process, Random, Simulation } from '../../engine/index.js';
import type { Admission } from './admission.js';
import type { CallPolicy } from './call-policy.js';
import { failure, failureOfCall, type Failure } from './failure.js';
import type { Release } from './release.js';
import { Cpu } from './resources/cpu.js';
import { Memory } from './resources/memory.js';
import type { ProductCache } from './resources/product-cache.js';
import { MeasuredResource } from './resources/resource-usage.js';
import type { Rpc } from './rpc.js';
import { ServiceClient, type Caller, type Pool } from './service-client.js';
import type { ServiceTelemetry } from './service-telemetry.js';
import type { CallSpec, OperationSpec, ServiceSpec, WorkSpec } from './topology.js';
import type { World } from './world.js';

/** What an instance needs from its service: settings that all instances share, and reactions to what happens in one. */
export interface InstancePolicy {
  readonly world: World;
  readonly spec: ServiceSpec;
  readonly workers: number;
  readonly isDown: boolean;
  readonly isSilent: boolean;
  readonly admission: Admission;
  readonly telemetry: ServiceTelemetry;
  readonly products: ProductCache | undefined;
  poolSize(pool: string): number;
  policyOf(call: CallSpec): CallPolicy;
  /** Draws the CPU time of one piece of work, in seconds. */
  drawWorkSeconds(work: WorkSpec): number;
  /** Draws whether a request is denied, with a probability of `share`. */
  drawDenial(share: number): boolean;
  /** Stores a product in the cache. */
  fill(product: number): void;
  /** Kills an instance whose memory is full, and restarts it. */
  killForMemory(instance: Instance): void;
}

/** One running copy of a service: its workers, CPU, memory and connection pools, and how it serves a request. */
export class Instance implements Caller {
  readonly instance: string;
  readonly service: string;
  readonly workers: MeasuredResource;
  readonly cpu: Cpu;
  readonly memory: Memory;
  readonly pools: Map<string, Pool> = new Map();
  release: Release;
  /** Whether the load balancer sends it requests. */
  isReady = true;
  /** Whether its process exists. */
  isRunning = true;
  readonly #simulation: Simulation;
  readonly #policy: InstancePolicy;
  readonly #inside = new Set<Rpc>();
  readonly #clients = new Map<CallSpec, ServiceClient>();
  /** Clients of operations that a defective release calls instead of, or besides, the specified one. */
  readonly #defectClients = new Map<CallSpec, ServiceClient>();
  readonly #chance: Random;
  #kills = 0;

  constructor(policy: InstancePolicy, name: string, release: Release) {
    const { simulation } = policy.world;
    const { spec } = policy;
    this.#simulation = simulation;
    this.#policy = policy;
    this.instance = name;
    this.service = spec.name;
    this.release = release;
    this.#chance = simulation.random(`defects:${spec.name}`);
    const measured = (kind: 'workers' | 'cpu' | 'disk', options: { capacity: number; queueLimit?: number }) =>
      new MeasuredResource(simulation, { kind, service: spec.name, instance: name }, options);
    this.workers = measured('workers', { capacity: policy.workers, queueLimit: spec.queueLimit });
    const disk = spec.disks ? measured('disk', { capacity: spec.disks }) : undefined;
    this.cpu = new Cpu(simulation, measured('cpu', { capacity: spec.cores }), disk);
    this.memory = new Memory(simulation, spec, name);
    for (const pool of Object.keys(spec.pools ?? {})) this.pools.set(pool, this.#openPool(pool));
  }

  get version(): string {
    return this.release.version;
  }

  /** Serves a request that arrived over the network, and answers it. */
  *handle(rpc: Rpc): Process<void> {
    const policy = this.#policy;
    if (policy.isSilent) return;
    if (!this.isRunning || policy.isDown) {
      rpc.failure = failure('dependency', this.service, `${this.service} refused the connection`, 'refused');
      rpc.answer(this.#simulation);
      return;
    }
    rpc.startSeconds = this.#simulation.now;
    rpc.span = rpc.request.nextSpan();
    this.#inside.add(rpc);
    this.memory.inside++;
    policy.telemetry.requestReceived();
    let hasAnswer = false;
    try {
      rpc.failure = yield* this.#admit(rpc);
      hasAnswer = true;
    } finally {
      if (!hasAnswer) {
        rpc.failure = failure('exception', this.service, `${this.instance} closed the connection`, 'reset');
      }
      this.#inside.delete(rpc);
      this.memory.inside--;
      // A killed instance loses its unfinished spans.
      policy.telemetry.requestEnded(rpc, this, hasAnswer);
      rpc.answer(this.#simulation);
    }
  }

  /** Ends the process at once and fails all requests inside. Returns the number of this kill, for `boot`. */
  kill(): number {
    this.isRunning = false;
    this.isReady = false;
    for (const rpc of this.#inside) rpc.handler?.return();
    return ++this.#kills;
  }

  /** Starts an empty process, unless the instance was killed again since the given kill. */
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

  *#admit(rpc: Rpc): Process<Failure | undefined> {
    const rejection = this.#policy.admission.check();
    if (rejection !== undefined) return rejection;
    if ((yield* this.workers.acquire()) !== 'acquired') {
      this.workers.errors++;
      return failure('rejected', this.service, `the queue of ${this.instance} is full`);
    }
    try {
      return yield* this.#serve(rpc);
    } finally {
      this.workers.release();
    }
  }

  *#serve(rpc: Rpc): Process<Failure | undefined> {
    const policy = this.#policy;
    const operation = policy.spec.operations[rpc.operation];
    if (operation === undefined) return failure('exception', this.service, `no operation ${rpc.operation}`);
    this.#leakMemory();
    const { work } = operation;
    yield* this.cpu.work(policy.drawWorkSeconds(work) * this.memory.stretch, work.disk);
    const { defect } = this.release;
    if (defect?.kind === 'throws' && this.#chance.bernoulli(defect.share)) {
      return failure('exception', this.service, 'NullPointerException: discount is null');
    }
    this.#useCache(operation, rpc);
    if (operation.warning !== undefined) {
      policy.world.telemetry.log('WARN', this, { event: 'slow_query', message: operation.warning }, rpc);
    }
    for (const step of operation.steps ?? []) {
      const failed = 'to' in step ? yield* this.#call(step, rpc) : yield* this.#callAll(step, rpc);
      if (failed !== undefined) return failureOfCall(failed);
      if (rpc.request.denial > 0) return undefined;
    }
    const { denial } = operation;
    if (denial !== undefined && policy.drawDenial(denial.share)) rpc.request.denial = denial.status;
    return undefined;
  }

  *#call(spec: CallSpec, rpc: Rpc): Process<Failure | undefined> {
    const client = this.#clientOf(spec);
    if (spec.isQueued) {
      client.publish(rpc);
      return undefined;
    }
    rpc.isHit = false;
    const failed = (yield* this.#callForEachItem(spec, rpc)) ?? (yield* client.call(rpc));
    if (spec.onMiss !== undefined && !rpc.isHit) {
      const missed = yield* this.#clientOf(spec.onMiss).call(rpc);
      if (missed === undefined) this.#policy.world.callee(spec.to).fill(rpc.request.product);
      return missed;
    }
    return spec.isOptional ? undefined : failed;
  }

  *#callForEachItem(spec: CallSpec, rpc: Rpc): Process<Failure | undefined> {
    const { defect } = this.release;
    if (defect?.kind !== 'asks-for-each' || defect.call !== spec.operation) return undefined;
    const client = this.#openClient(this.#defectClients, spec, defect.operation);
    for (let i = 0; i < defect.times; i++) {
      const failed = yield* client.call(rpc);
      if (failed !== undefined) return failed;
    }
    return undefined;
  }

  *#callAll(specs: readonly CallSpec[], rpc: Rpc): Process<Failure | undefined> {
    const results = yield* this.#simulation.all(specs.map((spec) => this.#call(spec, rpc)));
    return results.find((failed) => failed !== undefined);
  }

  #clientOf(spec: CallSpec): ServiceClient {
    const { defect } = this.release;
    if (defect?.kind === 'scans' && defect.call === spec.operation && this.#chance.bernoulli(defect.share)) {
      return this.#openClient(this.#defectClients, spec, defect.operation);
    }
    return this.#clients.get(spec) ?? this.#openClient(this.#clients, spec, spec.operation);
  }

  #openClient(clients: Map<CallSpec, ServiceClient>, spec: CallSpec, operation: string): ServiceClient {
    let client = clients.get(spec);
    if (client === undefined) {
      const { world } = this.#policy;
      const pool = spec.pool === undefined ? undefined : this.pools.get(spec.pool);
      const policy = this.#policy.policyOf(spec);
      client = new ServiceClient(world, this, { spec, callee: world.callee(spec.to), policy, pool, operation });
      clients.set(spec, client);
    }
    return client;
  }

  #openPool(name: string): Pool {
    const source = { kind: 'pool' as const, service: this.service, instance: this.instance, name };
    const connections = new MeasuredResource(this.#simulation, source, { capacity: this.#policy.poolSize(name) });
    return { connections, timeoutSeconds: this.#policy.spec.pools?.[name]?.timeoutSeconds ?? 0 };
  }

  #useCache(operation: OperationSpec, rpc: Rpc): void {
    const { product } = rpc.request;
    if (operation.cache === 'get') rpc.isHit = this.#policy.products?.has(product, this.#simulation.now) ?? false;
    else if (operation.cache === 'put') this.#policy.fill(product);
  }

  #leakMemory(): void {
    const { defect } = this.release;
    if (defect?.kind !== 'leaks-memory') return;
    this.memory.leaked += defect.bytesPerRequest;
    if (this.memory.isFull) this.#policy.killForMemory(this);
  }
}
