import {
  EXEMPLAR_SECONDS,
  FAILURE_CAUSES,
  ShopMetrics,
  ServiceQueries,
  type FailureCause,
  type Outcome,
  type ResourceKind,
  type Shop,
  type Usage,
} from '../../shop/index.js';
import { RecentRequests, type RecentRequest } from './recent-requests.js';

/** The resources whose fullness makes a service slow, in the order in which they are told. */
export const RESOURCES: readonly ResourceKind[] = ['cpu', 'workers', 'pool', 'memory'];

/** The four signals of a service at one time: seconds, requests a second, ratios. `NaN` where nothing is known. */
export interface SignalsAt {
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly mean: number;
  readonly traffic: number;
  readonly errorRatio: number;
  readonly causes: Readonly<Record<FailureCause, number>>;
  readonly usages: Readonly<Record<string, Usage>>;
  /** Those who wait for a worker, as a share of the places there are. */
  readonly queueShare: number;
  /** Those who wait for one unit of a resource: one processor, one worker. */
  readonly queues: Readonly<Record<string, number>>;
  /** Those who wait for anything. */
  readonly waiting: number;
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
    const usages = Object.fromEntries(RESOURCES.map((kind) => [kind, this.#signals.usage(kind, recently)]));
    const waiting = (kind: ResourceKind): number => usages[kind]?.saturation || 0;
    const traffic = this.#signals.traffic(time);
    const errors = (cause?: FailureCause): number => orZero(this.#signals.errorRatio(time, cause), traffic);
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
      usages,
      queues: Object.fromEntries(
        RESOURCES.map((kind) => [kind, waiting(kind) / this.#signals.capacity(kind, at)] as const),
      ),
      queueShare: waiting('workers') / this.#places(),
      waiting: waiting('cpu') + waiting('workers') + waiting('pool'),
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

/** Above this a resource is taken to be what makes requests wait. */
export const FULL = 0.95;

/** So many wait for one only when all are in use, whatever the mean over a window still says. */
const LONG_QUEUE = 5;

/** The resource of which least is left, and how full it is: of several that are full, the one that others wait for. */
export function fullest({ usages, queues, queueShare }: SignalsAt): { kind: ResourceKind; utilization: number } {
  const found = RESOURCES.map((kind) => {
    const isCrowded = (queues[kind] ?? 0) >= LONG_QUEUE;
    return { kind, utilization: isCrowded ? 1 : usages[kind]?.utilization || 0 };
  });
  const [most] = found.toSorted((a, b) => b.utilization - a.utilization);
  const { kind = 'cpu', utilization = 0 } = found.find((one) => one.utilization >= FULL) ?? most ?? {};
  return { kind, utilization: Math.max(utilization, Math.min(1, queueShare)) };
}
