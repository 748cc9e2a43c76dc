import type { Process, Random } from '../../engine/index.js';
import { Admission } from './admission.js';
import { CallPolicies, type CallPolicy } from './call-policy.js';
import type { Callee } from './callee.js';
import { failure, type Failure } from './failure.js';
import { Instance, type InstancePolicy } from './instance.js';
import { Network } from './network.js';
import type { Release } from './release.js';
import { ProductCache } from './resources/product-cache.js';
import type { HeaderLoss, Rpc } from './rpc.js';
import { ServiceTelemetry, type ServiceCounts } from './service-telemetry.js';
import type { CallSpec, ServiceSpec, WorkSpec } from './topology.js';
import type { World } from './world.js';

const RESTART_SECONDS = 15;

/** A service: its instances behind a load balancer, and the settings that they share. */
export class Service implements Callee, InstancePolicy {
  readonly world: World;
  readonly spec: ServiceSpec;
  readonly network: Network;
  readonly admission: Admission;
  readonly telemetry: ServiceTelemetry;
  readonly instances: Instance[] = [];
  readonly poolSizes: Map<string, number> = new Map();
  readonly products: ProductCache | undefined;
  release: Release;
  workers: number;
  /** Versions before the current one, the latest last. */
  readonly history: Release[] = [];
  /** Number of the latest rollout. An earlier one that is still in progress stops. */
  rollout = 0;
  /** No instance answers, and a restart does not help. */
  isDown = false;
  /** Requests are accepted and never answered. */
  isSilent = false;
  /** What the hop before the service does to `traceparent`, if it does not pass it on. */
  headerLoss: HeaderLoss | undefined;
  /** Factor on the duration of all work. */
  slowness = 1;
  readonly #work: Random;
  readonly #denials: Random;
  readonly #policies: CallPolicies;
  #next = 0;
  #started = 0;

  constructor(world: World, spec: ServiceSpec) {
    const { simulation, telemetry } = world;
    this.world = world;
    this.spec = spec;
    this.workers = spec.workers;
    this.release = { version: spec.version };
    this.#work = simulation.random(`work:${spec.name}`);
    this.#denials = simulation.random(`denials:${spec.name}`);
    this.#policies = new CallPolicies(world);
    this.network = new Network(simulation, spec.name, spec.hopSeconds);
    this.admission = new Admission(simulation, spec);
    this.telemetry = new ServiceTelemetry(simulation, telemetry, spec);
    const isCache = Object.values(spec.operations).some(({ cache }) => cache !== undefined);
    this.products = isCache ? new ProductCache(simulation.random(`lives:${spec.name}`)) : undefined;
    for (let i = 0; i < spec.instances; i++) this.addInstance();
    for (const { steps = [] } of Object.values(spec.operations)) for (const call of steps.flat()) this.policyOf(call);
  }

  get counts(): ServiceCounts {
    return this.telemetry.counts;
  }

  policyOf(call: CallSpec): CallPolicy {
    return this.#policies.of(call);
  }

  /** The policies of its calls to another service. */
  policiesTo(service: string): CallPolicy[] {
    return this.#policies.to(service);
  }

  addInstance(): Instance {
    const instance = new Instance(this, `${this.spec.name}-${++this.#started}`, this.release);
    this.instances.push(instance);
    return instance;
  }

  send(rpc: Rpc): Failure | undefined {
    const instance = this.isDown ? undefined : this.#pick();
    if (instance === undefined) {
      return failure('dependency', this.spec.name, `${this.spec.name} refused the connection`, 'refused');
    }
    rpc.hopSeconds = this.network.hop();
    if (this.headerLoss !== undefined) rpc.loseHeader(this.headerLoss);
    rpc.handler = instance.handle(rpc);
    this.world.simulation.after(rpc.hopSeconds, rpc.handler);
    return undefined;
  }

  poolSize(pool: string): number {
    return this.poolSizes.get(pool) ?? this.spec.pools?.[pool]?.size ?? 0;
  }

  drawWorkSeconds({ median, sigma }: WorkSpec): number {
    const seconds = sigma === undefined ? this.#work.exponential(median) : this.#work.logNormal(median, sigma);
    return seconds * this.slowness;
  }

  drawDenial(share: number): boolean {
    return this.#denials.bernoulli(share);
  }

  fill(product: number): void {
    this.products?.put(product, this.world.simulation.now);
  }

  killForMemory(instance: Instance): void {
    if (!instance.isReady) return;
    instance.isReady = false;
    instance.memory.errors++;
    const { simulation, telemetry } = this.world;
    const message = `${instance.instance} was killed: out of memory`;
    // As an event of its own: the running process is one of the requests that the kill ends.
    simulation.after(0, () => {
      telemetry.log('ERROR', instance, { event: 'oom_killed', message });
      simulation.start(this.restart(instance));
    });
  }

  *restart(instance: Instance): Process<void> {
    const kill = instance.kill();
    this.products?.clear();
    yield* this.world.simulation.delay(RESTART_SECONDS);
    instance.boot(this.release, kill);
  }

  /** Picks the next ready instance, round robin. */
  #pick(): Instance | undefined {
    const { instances } = this;
    for (let i = 0; i < instances.length; i++) {
      const instance = instances[this.#next++ % instances.length];
      if (instance?.isReady) return instance;
    }
    return undefined;
  }
}
