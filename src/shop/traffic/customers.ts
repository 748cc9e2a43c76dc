import type { Process, Random, Simulation } from '../../engine/index.js';
import { WAITING } from '../../engine/process.js';
import type { Emitter } from '../observation/telemetry-bus.js';
import { Exchange } from '../system/rpc.js';
import { failure, HTTP_STATUS, type Failure } from '../system/failure.js';
import type { Ledger } from './request-counts.js';
import { PRODUCTS } from '../system/resources/product-cache.js';
import { ShopRequest } from '../system/request.js';
import type { Target } from '../system/callee.js';
import type { Topology } from '../system/topology.js';

/** Those who come to the shop: who they are, what they want, and how long they wait for it. */
export class Customers {
  readonly #simulation: Simulation;
  readonly #emitter: Emitter;
  readonly #ledger: Ledger | undefined;
  readonly #topology: Topology;
  readonly #entry: Target;
  readonly #random: Random;
  readonly #ids: Random;

  constructor(world: {
    simulation: Simulation;
    emitter: Emitter;
    ledger: Ledger | undefined;
    topology: Topology;
    entry: Target;
  }) {
    this.#simulation = world.simulation;
    this.#emitter = world.emitter;
    this.#ledger = world.ledger;
    this.#topology = world.topology;
    this.#entry = world.entry;
    this.#random = world.simulation.random('customers');
    this.#ids = world.simulation.random('ids');
  }

  /** One more comes. */
  arrive(): void {
    const random = this.#random;
    const route = this.#route(random.uniform());
    const userId = 1 + Math.floor(random.uniform() * 50_000);
    const amount = Math.round(random.logNormal(45, 0.8) * 100) / 100;
    // A cube makes the first of the products a hundred times as popular as the last.
    const draw = random.uniform();
    const product = Math.floor(PRODUCTS * draw * draw * draw);
    const startSeconds = this.#simulation.now;
    this.#ledger?.arrive(route);
    this.#simulation.start(this.#visit(new ShopRequest({ route, startSeconds, userId, amount, product }, this.#ids)));
  }

  *#visit(request: ShopRequest): Process<void> {
    const simulation = this.#simulation;
    const exchange = new Exchange(request, request.route, 0);
    exchange.caller = simulation.process;
    let failed = this.#entry.send(exchange);
    if (failed === undefined) {
      const timer = simulation.after(this.#topology.patienceSeconds, exchange.caller);
      yield WAITING;
      simulation.cancel(timer);
      exchange.leave(simulation);
      failed = exchange.hasArrived(simulation.now)
        ? exchange.failure
        : failure('timeout', this.#topology.entry, 'the customer gave up', 'timeout');
    }
    this.#ledger?.leave(request.route, failed);
    if (this.#emitter.wantsResults) this.#tell(request, failed);
  }

  #tell(request: ShopRequest, failed: Failure | undefined): void {
    const isUnanswered = failed !== undefined && !(Number(failed.errorType) > 0);
    this.#emitter.result({
      route: request.route,
      startSeconds: request.startSeconds,
      endSeconds: this.#simulation.now,
      status: isUnanswered ? 0 : failed ? HTTP_STATUS[failed.cause] : request.denial || 200,
      cause: failed?.cause,
      rootCause: failed?.rootCause,
      rootService: failed?.rootService,
      traceId: request.traceId,
    });
  }

  #route(draw: number): string {
    const { routes } = this.#topology;
    let left = draw;
    for (const { name, share } of routes) {
      if (left < share) return name;
      left -= share;
    }
    return routes.at(-1)?.name ?? '';
  }
}
