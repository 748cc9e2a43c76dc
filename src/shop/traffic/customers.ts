import type { Process, Random, Simulation } from '../../engine/index.js';
import type { TelemetryBus } from '../observation/telemetry-bus.js';
import type { Callee } from '../system/callee.js';
import { failure, HTTP_STATUS, type Failure } from '../system/failure.js';
import { ShopRequest } from '../system/request.js';
import { PRODUCTS } from '../system/resources/product-cache.js';
import { Rpc } from '../system/rpc.js';
import type { Topology } from '../system/topology.js';
import type { RequestCounts } from './request-counts.js';

/** What customers need from the shop. */
export interface CustomerOptions {
  readonly simulation: Simulation;
  readonly telemetry: TelemetryBus;
  /** Counts their requests; undefined: nothing counts them. */
  readonly requests: RequestCounts | undefined;
  readonly topology: Topology;
  /** The service that their requests go to. */
  readonly entry: Callee;
}

/** The customers of the shop: who they are, what they request, and how long they wait for an answer. */
export class Customers {
  readonly #simulation: Simulation;
  readonly #telemetry: TelemetryBus;
  readonly #requests: RequestCounts | undefined;
  readonly #topology: Topology;
  readonly #entry: Callee;
  readonly #random: Random;
  readonly #ids: Random;

  constructor({ simulation, telemetry, requests, topology, entry }: CustomerOptions) {
    this.#simulation = simulation;
    this.#telemetry = telemetry;
    this.#requests = requests;
    this.#topology = topology;
    this.#entry = entry;
    this.#random = simulation.random('customers');
    this.#ids = simulation.random('ids');
  }

  /** Starts the visit of one more customer. */
  arrive(): void {
    const random = this.#random;
    const route = this.#route(random.uniform());
    const userId = 1 + Math.floor(random.uniform() * 50_000);
    const amount = Math.round(random.logNormal(45, 0.8) * 100) / 100;
    // A cube makes the first of the products a hundred times as popular as the last.
    const draw = random.uniform();
    const product = Math.floor(PRODUCTS * draw * draw * draw);
    const startSeconds = this.#simulation.now;
    this.#requests?.recordArrival(route);
    this.#simulation.start(this.#visit(new ShopRequest({ route, startSeconds, userId, amount, product }, this.#ids)));
  }

  *#visit(request: ShopRequest): Process<void> {
    const simulation = this.#simulation;
    const rpc = new Rpc(request, request.route, 0);
    rpc.caller = simulation.process;
    let failed = this.#entry.send(rpc);
    if (failed === undefined) {
      const hasAnswer = yield* rpc.waitForAnswer(simulation, this.#topology.patienceSeconds);
      failed = hasAnswer ? rpc.failure : failure('timeout', this.#topology.entry, 'the customer gave up', 'timeout');
    }
    this.#requests?.recordEnd(request.route, failed);
    if (this.#telemetry.wantsResults) this.#report(request, failed);
  }

  #report(request: ShopRequest, failed: Failure | undefined): void {
    const isUnanswered = failed !== undefined && !(Number(failed.errorType) > 0);
    this.#telemetry.result({
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
