import {
  ChangeLog,
  TailSampler,
  ServiceQueries,
  type ShopMetrics,
  type ResourceKind,
  type Shop,
} from '../../shop/index.js';
import type { AlertInterval } from '../../slo/index.js';
import { AlertMonitor, SCRAPE_SECONDS, WINDOW_SECONDS } from './alerts/alert-monitor.model.js';
import { causeOf, type Cause } from './drill-down/cause.model.js';
import { fullestOf, type Fullest, type ResourceLog } from './drill-down/resource-log.model.js';
import { ServiceLevel, type Objectives } from './alerts/service-level.model.js';
import { TopErrors } from './drill-down/top-errors.model.js';
import type { Field } from './drill-down/drill-down.model.js';

/** Seconds over which rates are taken. */
export const RANGE_SECONDS = 30;

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
  /** The p99 of the requests that failed. The other quantiles are of those that succeeded. */
  readonly failedP99: number;
  readonly traffic: number;
  readonly errorRatio: number;
  /** Share of the successful requests that took longer than the objective. */
  readonly lateRatio: number;
  /** The error ratio of each route that customers asked for. */
  readonly routes: ReadonlyMap<string, number>;
  readonly fullest: Readonly<Record<ShownResource, Fullest>>;
  /** Burn rates: of failures over five minutes and an hour, of late answers over five minutes. */
  readonly burnShort: number;
  readonly burnLong: number;
  readonly burnSlow: number;
  /** Shares of thirty days' budgets that this run has spent. */
  readonly failedBudget: number;
  readonly slowBudget: number;
}

/** Everything that the one on call can see of a shop. */
export class LiveDashboardModel implements Field {
  readonly level: ServiceLevel;
  readonly monitor: AlertMonitor;
  readonly requests: TailSampler;
  readonly errors: TopErrors;
  readonly changes: ChangeLog;
  /** At every scrape of the last minutes. */
  history: readonly DashboardAt[] = [];
  readonly #shop: Shop;
  readonly #signals: ServiceQueries;

  constructor(shop: Shop, objectives: Objectives) {
    this.#shop = shop;
    this.level = new ServiceLevel(shop, objectives);
    this.monitor = new AlertMonitor(shop, objectives);
    this.#signals = new ServiceQueries(this.monitor.metrics.scraper, this.monitor.entry);
    this.requests = new TailSampler(shop, WINDOW_SECONDS);
    this.errors = new TopErrors(shop);
    this.changes = new ChangeLog(shop);
  }

  /** Called at the end of every second of the run. */
  tick(seconds: number): void {
    this.level.tick(seconds);
    this.requests.tick(seconds);
    if (this.monitor.tick(seconds)) this.#look(seconds);
  }

  get metrics(): ShopMetrics {
    return this.monitor.metrics;
  }

  get resources(): ResourceLog {
    return this.monitor.resources;
  }

  get alerts(): readonly AlertInterval[] {
    return this.monitor.alerts;
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
    return endSeconds === Infinity;
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
    const { monitor } = this;
    const { indicators } = monitor;
    const [p50 = NaN, p95 = NaN, p99 = NaN] = this.#signals.quantiles([0.5, 0.95, 0.99], time, 'served');
    const [failedP99 = NaN] = this.#signals.quantiles([0.99], time, 'failed');
    const newest = this.resources.newest;
    const of = (kind: ResourceKind): Fullest => (newest ? fullestOf(newest, kind) : { utilization: NaN, service: '' });
    const now: DashboardAt = {
      seconds: at,
      p50,
      p95,
      p99,
      failedP99,
      traffic: indicators.traffic(time),
      errorRatio: indicators.ratio('failed', time),
      lateRatio: indicators.ratio('slow', time),
      routes: indicators.routes(time),
      fullest: { cpu: of('cpu'), workers: of('workers'), pool: of('pool'), memory: of('memory') },
      burnShort: monitor.burn('failed', at, 300),
      burnLong: monitor.burn('failed', at, 3600),
      burnSlow: monitor.burn('slow', at, 300),
      failedBudget: monitor.spent('failed', 0, at),
      slowBudget: monitor.spent('slow', 0, at),
    };
    this.history = [...this.history.filter(({ seconds }) => seconds >= at - WINDOW_SECONDS), now];
  }
}
