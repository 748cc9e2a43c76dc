import { ChangeLog, TailSampler, ShopMetrics, ServiceQueries, type ResourceKind, type Shop } from '../../shop/index.js';
import { rate, type ScrapedSeries } from '../../telemetry/index.js';
import type { AlertInterval } from '../../slo/index.js';
import { alertsOf, EVALUATION_SECONDS } from './alerts/alert-rules.model.js';
import { causeOf, type Cause } from './drill-down/cause.model.js';
import { fullestOf, ResourceLog, type Fullest } from './drill-down/resource-log.model.js';
import { ServiceLevel, type Objectives } from './alerts/service-level.model.js';
import { TopErrors } from './drill-down/top-errors.model.js';
import type { Field } from './drill-down/drill-down.model.js';

/** Seconds between two scrapes, over which rates are taken, and for which charts look back. */
export const SCRAPE_SECONDS = 5;
export const RANGE_SECONDS = 30;
export const WINDOW_SECONDS = 900;

/**
 * Seconds before and after a span's end in which what did it is looked for. Two scrapes, because what begins between
 * two of them is fully seen only in the one after.
 */
const ABOUT_SECONDS = 2 * SCRAPE_SECONDS;

/** The resources that the dashboard shows and alerts on. */
export type ShownResource = 'cpu' | 'workers' | 'pool' | 'memory';
export const RESOURCES: readonly ShownResource[] = ['cpu', 'workers', 'pool', 'memory'];

/** What the dashboard shows of one scrape: seconds, requests a second, ratios. `NaN` where nothing is known. */
export interface DashboardAt {
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly traffic: number;
  readonly errorRatio: number;
  /** The error ratio of each route that customers asked for. */
  readonly routes: ReadonlyMap<string, number>;
  readonly fullest: Readonly<Record<ShownResource, Fullest>>;
  /** Burn rates: of failures over five minutes and an hour, of late answers over five minutes. */
  readonly burnShort: number;
  readonly burnLong: number;
  readonly burnSlow: number;
  /** Shares of the month's budgets that this run has spent. */
  readonly failedBudget: number;
  readonly slowBudget: number;
}

const COUNT = 'http_server_request_duration_seconds_count';

/** Everything that the one on call can see of a shop. */
export class LiveDashboardModel implements Field {
  readonly level: ServiceLevel;
  readonly metrics: ShopMetrics;
  readonly requests: TailSampler;
  readonly errors: TopErrors;
  readonly resources: ResourceLog;
  readonly changes: ChangeLog;
  /** The service that customers come to. */
  readonly entry: string;
  /** At every scrape of the last minutes. */
  history: readonly DashboardAt[] = [];
  alerts: readonly AlertInterval[] = [];
  readonly #shop: Shop;
  readonly #signals: ServiceQueries;
  readonly #gauges: Record<ShownResource, Float64Array> = {
    cpu: new Float64Array(1024),
    workers: new Float64Array(1024),
    pool: new Float64Array(1024),
    memory: new Float64Array(1024),
  };

  constructor(shop: Shop, objectives: Objectives) {
    this.#shop = shop;
    this.entry = shop.services.keys().next().value ?? '';
    this.level = new ServiceLevel(shop, objectives);
    this.metrics = new ShopMetrics(shop, { scrapeSeconds: SCRAPE_SECONDS, capacity: 60, services: [this.entry] });
    this.#signals = new ServiceQueries(this.metrics.scraper, this.entry);
    this.requests = new TailSampler(shop, WINDOW_SECONDS);
    this.errors = new TopErrors(shop);
    this.resources = new ResourceLog(shop, WINDOW_SECONDS);
    this.changes = new ChangeLog(shop);
  }

  /** Called at the end of every second of the run. */
  tick(seconds: number): void {
    this.level.tick(seconds);
    this.metrics.tick(seconds);
    this.requests.tick(seconds);
    const isScraped = this.metrics.scrapedAt === seconds;
    if (isScraped) this.resources.scrape(seconds);
    this.#readGauges(seconds);
    if (isScraped) this.#look(seconds);
    if (seconds % EVALUATION_SECONDS === 0) this.alerts = alertsOf(this.level, this.#gauges);
  }

  get now(): number {
    return this.level.seconds;
  }

  get newest(): DashboardAt | undefined {
    return this.history.at(-1);
  }

  /** Alerts that are pending or firing now. */
  get active(): AlertInterval[] {
    return this.alerts.filter((alert) => this.isOpen(alert));
  }

  isOpen({ endSeconds }: AlertInterval): boolean {
    return endSeconds > Math.floor(this.now / EVALUATION_SECONDS) * EVALUATION_SECONDS;
  }

  request(traceId: string): ReturnType<TailSampler['of']> {
    return this.requests.of(traceId);
  }

  slowest(kind: 'failed' | 'served', from: number, to: number): ReturnType<TailSampler['slowest']> {
    return this.requests.slowest(kind, from, to);
  }

  causeAt(traceId: string, spanId: string): Cause | undefined {
    const request = this.requests.of(traceId);
    const span = request?.spans.find((one) => one.spanId === spanId);
    if (!request || !span) return undefined;
    const from = Math.max(0, span.endSeconds - ABOUT_SECONDS);
    const to = Math.min(this.now, span.endSeconds + ABOUT_SECONDS);
    const { total } = this.level.served(from, to);
    return causeOf({
      request,
      span,
      changes: this.changes.changes,
      resources: this.resources.between(from, to),
      instances: this.resources.instances,
      calls: this.#calls,
      trafficTimes: total / Math.max(1, to - from) / this.level.usualRate,
      thirdParties: this.#thirdParties,
    });
  }

  get #calls(): ReadonlyMap<string, ReadonlySet<string>> {
    return new Map(
      [...this.#shop.services].map(([name, { spec }]) => {
        const calls = Object.values(spec.operations).flatMap(({ steps = [] }) => steps.flat());
        return [name, new Set(calls.flatMap(({ to, isQueued }) => (isQueued ? [] : to)))];
      }),
    );
  }

  /** What has no version of ours is not ours. */
  get #thirdParties(): ReadonlySet<string> {
    const { services } = this.#shop;
    return new Set([...services.values()].flatMap(({ spec }) => (spec.version ? [] : spec.name)));
  }

  #look(at: number): void {
    const time = { at, range: RANGE_SECONDS };
    const [p50 = NaN, p95 = NaN, p99 = NaN] = this.#signals.quantiles([0.5, 0.95, 0.99], time);
    const traffic = this.#signals.traffic(time);
    const newest = this.resources.newest;
    const of = (kind: ResourceKind): Fullest => (newest ? fullestOf(newest, kind) : { utilization: NaN, service: '' });
    const { level } = this;
    const now: DashboardAt = {
      seconds: at,
      p50,
      p95,
      p99,
      traffic,
      errorRatio: this.#signals.errorRatio(time) || (traffic > 0 ? 0 : NaN),
      routes: this.#routes(time),
      fullest: { cpu: of('cpu'), workers: of('workers'), pool: of('pool'), memory: of('memory') },
      burnShort: level.burn('failed', at, 300),
      burnLong: level.burn('failed', at, 3600),
      burnSlow: level.burn('slow', at, 300),
      failedBudget: level.spent('failed', 0, at),
      slowBudget: level.spent('slow', 0, at),
    };
    this.history = [...this.history.filter(({ seconds }) => seconds >= at - WINDOW_SECONDS), now];
  }

  /** `sum by (http_route) (rate(…{error_type!=""})) / sum by (http_route) (rate(…))` */
  #routes(time: { at: number; range: number }): Map<string, number> {
    const sums = new Map<string, { all: number; failed: number }>();
    const add = ({ labels, points }: ScrapedSeries): void => {
      const value = rate(points, time) ?? 0;
      const route = `${labels.get('http_request_method') ?? ''} ${labels.get('http_route') ?? ''}`;
      const sum = sums.get(route) ?? { all: 0, failed: 0 };
      sum.all += value;
      if (labels.has('error_type')) sum.failed += value;
      sums.set(route, sum);
    };
    for (const series of this.metrics.scraper.select(COUNT, { job: this.entry })) add(series);
    return new Map([...sums].flatMap(([route, { all, failed }]) => (all > 0 ? [[route, failed / all]] : [])));
  }

  /** A gauge has the value of its last scrape until the next. */
  #readGauges(seconds: number): void {
    const newest = this.resources.newest;
    for (const kind of RESOURCES) {
      let gauge = this.#gauges[kind];
      if (seconds >= gauge.length) {
        const longer = new Float64Array(2 * seconds);
        longer.set(gauge);
        gauge = this.#gauges[kind] = longer;
      }
      gauge[seconds - 1] = newest ? fullestOf(newest, kind).utilization : NaN;
    }
  }
}
