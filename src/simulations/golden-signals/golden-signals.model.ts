import {
  EXEMPLAR_SECONDS,
  FAILURE_CAUSES,
  ShopMetrics,
  ServiceQueries,
  type FailureCause,
  type Outcome,
  type QueryTime,
  type ResourceKind,
  type Shop,
  type Usage,
} from '../../shop/index.js';
import { RecentCalls, type CallsTo } from './verdict/recent-calls.js';
import { RecentRequests, type RecentRequest } from './recent-requests.js';

/** The resources whose fullness makes a service slow, in the order in which they are told. */
export const RESOURCES: readonly ResourceKind[] = ['cpu', 'workers', 'pool', 'memory'];

/** How full the resources of a service are at one time. */
export interface ResourcesAt {
  readonly usages: Readonly<Record<string, Usage>>;
  /** Those who wait for one unit of a resource: one processor, one worker. */
  readonly queues: Readonly<Record<string, number>>;
  /** Those who wait for a worker, as a share of the places there are. */
  readonly queueShare: number;
}

/** The four signals of a service at one time: seconds, requests a second, ratios. `NaN` where nothing is known. */
export interface SignalsAt extends ResourcesAt {
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly mean: number;
  readonly traffic: number;
  readonly errorRatio: number;
  readonly causes: Readonly<Record<FailureCause, number>>;
  /** Those who wait for anything. */
  readonly waiting: number;
  /** Latency of the requests that succeeded, and of those that failed: a fast failure is not fast. */
  readonly served: { readonly p50: number; readonly p99: number };
  readonly failedP50: number;
  /** Over two scrapes: what is true now, where the window still holds the past. */
  readonly recent: {
    readonly seconds: number;
    readonly servedP99: number;
    readonly errorRatio: number;
    readonly traffic: number;
  };
  /** Whether any process was scraped twice within the last four scrapes. */
  readonly isScraped: boolean;
  /** The resources two scrapes ago: what was full then may still have requests on their way out. */
  readonly before: ResourcesAt;
  /** The calls to others over two scrapes, the slowest first. */
  readonly calls: readonly CallsTo[];
}

export interface GoldenSignalsOptions {
  readonly service: string;
  readonly scrapeSeconds: number;
}

/** The longest a chart looks back, in seconds. */
export const WINDOW_SECONDS = 300;

/** The golden signals of one service of a shop, asked of its scraped metrics as a dashboard asks Prometheus. */
export class GoldenSignalsModel {
  readonly metrics: ShopMetrics;
  readonly recent: RecentRequests;
  readonly #calls: RecentCalls;
  readonly service: string;
  readonly #signals: ServiceQueries;
  readonly #shop: Shop;
  /** The slowest request of every stretch of time: where to look first. */
  readonly slowest: RecentRequest[] = [];
  /** And the slowest of those that failed. */
  readonly failed: RecentRequest[] = [];
  readonly #scrapes: number[] = [];
  /** Answers that cannot change any more, for one window and one kind of requests. */
  #answers: { readonly key: string; readonly at: Map<number, SignalsAt> } = { key: '', at: new Map() };

  constructor(shop: Shop, { service, scrapeSeconds }: GoldenSignalsOptions) {
    this.#shop = shop;
    this.service = service;
    this.metrics = new ShopMetrics(shop, { scrapeSeconds, services: [service] });
    this.#signals = new ServiceQueries(this.metrics.scraper, service);
    this.recent = new RecentRequests(shop, service, WINDOW_SECONDS);
    this.#calls = new RecentCalls(shop, service, WINDOW_SECONDS);
  }

  /** Called at every step of the run. */
  tick(seconds: number): void {
    this.metrics.tick(seconds);
    if (seconds % EXEMPLAR_SECONDS === 0) this.#pickExemplars(seconds);
    if (this.metrics.scrapedAt !== seconds) return;
    this.#scrapes.push(seconds);
    while ((this.#scrapes[0] ?? 0) < seconds - WINDOW_SECONDS) this.#answers.at.delete(this.#scrapes.shift() ?? 0);
  }

  /** The signals at every scrape of the last minutes, rates taken over `range` seconds. */
  history(range: number, outcome: Outcome = 'all'): SignalsAt[] {
    const key = `${range} ${outcome}`;
    if (this.#answers.key !== key) this.#answers = { key, at: new Map() };
    return this.#scrapes.map((at) => {
      const known = this.#answers.at.get(at) ?? this.at(at, range, outcome);
      this.#answers.at.set(at, known);
      return known;
    });
  }

  /** The signals at one time. */
  at(at: number, range: number, outcome: Outcome = 'all'): SignalsAt {
    const time = { at, range };
    const [p50 = NaN, p95 = NaN, p99 = NaN] = this.#signals.quantiles([0.5, 0.95, 0.99], time, outcome);
    // Over two scrapes: a mean over the whole window would show that a resource is full when requests have long waited.
    const recently = { at, range: 2 * this.metrics.scrapeSeconds };
    const held = this.#resourcesAt(recently);
    const waiting = (kind: ResourceKind): number => held.usages[kind]?.saturation || 0;
    const traffic = this.#signals.traffic(time);
    const errors = (cause?: FailureCause): number => orZero(this.#signals.errorRatio(time, cause), traffic);
    const [servedP50 = NaN, servedP99 = NaN] = this.#signals.quantiles([0.5, 0.99], time, 'served');
    const [failedP50 = NaN] = this.#signals.quantiles([0.5], time, 'failed');
    const [recentP99 = NaN] = this.#signals.quantiles([0.99], recently, 'served');
    const recentTraffic = this.#signals.traffic(recently);
    const recentErrors = orZero(this.#signals.errorRatio(recently), recentTraffic);
    const causes = FAILURE_CAUSES.map((cause) => [cause, errors(cause)] as const);
    return {
      seconds: at,
      p50,
      p95,
      p99,
      mean: this.#signals.mean(time, outcome),
      traffic,
      errorRatio: errors(),
      causes: Object.fromEntries(causes) as Record<FailureCause, number>,
      ...held,
      waiting: waiting('cpu') + waiting('workers') + waiting('pool'),
      served: { p50: servedP50, p99: servedP99 },
      failedP50,
      recent: { seconds: recently.range, servedP99: recentP99, errorRatio: recentErrors, traffic: recentTraffic },
      isScraped: !Number.isNaN(this.#signals.traffic({ at, range: 2 * recently.range })),
      before: this.#resourcesAt({ at: at - recently.range, range: recently.range }),
      calls: this.#calls.within(at, recently.range),
    };
  }

  /** What a request waits for, and how many there are: processors, or workers where those are without end. */
  get servers(): { readonly kind: ResourceKind; readonly count: number } {
    const service = this.#shop.services.get(this.service);
    const { cores = 1, workers = 1 } = service?.spec ?? {};
    const instances = service?.instances.filter(({ isRunning }) => isRunning).length ?? 0;
    return cores < Infinity
      ? { kind: 'cpu', count: cores * Math.max(1, instances) }
      : { kind: 'workers', count: workers * Math.max(1, instances) };
  }

  #resourcesAt(time: QueryTime): ResourcesAt {
    const usages = Object.fromEntries(RESOURCES.map((kind) => [kind, this.#signals.usage(kind, time)]));
    const waiting = (kind: ResourceKind): number => usages[kind]?.saturation || 0;
    return {
      usages,
      queues: Object.fromEntries(
        RESOURCES.map((kind) => [kind, waiting(kind) / this.#signals.capacity(kind, time.at)] as const),
      ),
      queueShare: waiting('workers') / this.#places(),
    };
  }

  /** Whether all its requests wait in one queue: several instances behind a round robin are as many queues. */
  get isOneQueue(): boolean {
    return this.#shop.services.get(this.service)?.instances.length === 1;
  }

  #pickExemplars(at: number): void {
    const requests = this.recent.within(at, EXEMPLAR_SECONDS);
    const pick = (exemplars: RecentRequest[], [first, ...others]: readonly RecentRequest[]): void => {
      if (first) exemplars.push(others.reduce((slow, one) => (one.duration > slow.duration ? one : slow), first));
      while ((exemplars[0]?.seconds ?? Infinity) < at - WINDOW_SECONDS) exemplars.shift();
    };
    pick(this.slowest, requests);
    pick(
      this.failed,
      requests.filter(({ isFailed }) => isFailed),
    );
  }

  #places(): number {
    const { spec, instances } = this.#shop.services.get(this.service) ?? {};
    const running = instances?.filter(({ isRunning }) => isRunning).length ?? 0;
    return Math.max(1, (spec?.queueLimit ?? 0) * running);
  }
}

/** No series of failures is no failures, where there are requests at all. */
function orZero(ratio: number, traffic: number): number {
  return Number.isNaN(ratio) && traffic > 0 ? 0 : ratio;
}
