import { AlertTimeline, DEFAULT_PERIOD_SECONDS, errorBudgetRatio, type AlertInterval } from '../../../slo/index.js';
import { ShopMetrics, type Shop } from '../../../shop/index.js';
import { fullestOf, ResourceLog } from '../drill-down/resource-log.model.js';
import { dashboardRules, type DashboardCondition, type WatchedResource } from './alert-rules.model.js';
import { ServiceIndicators, type BadRequests } from './service-indicators.model.js';
import type { Objectives } from './service-level.model.js';

/** Seconds between two scrapes, and between two evaluations of the rules, as most Prometheus servers have it. */
export const SCRAPE_SECONDS = 5;
export const EVALUATION_SECONDS = 15;
/** For which charts look back, in seconds. */
export const WINDOW_SECONDS = 900;

/** Samples kept of each series: those of the month before, and of several hours of a run. */
const CAPACITY = 4096;

/** What watches a shop day and night: scrapes its metrics, and evaluates the alerting rules over them. */
export class AlertMonitor {
  readonly objectives: Objectives;
  readonly metrics: ShopMetrics;
  readonly resources: ResourceLog;
  readonly indicators: ServiceIndicators;
  /** The service that customers come to. */
  readonly entry: string;
  /** Alerts so far, ordered by their start. One that is open ends at `Infinity`. */
  alerts: readonly AlertInterval[] = [];
  readonly #usualRate: number;
  readonly #rules: readonly { readonly condition: DashboardCondition; readonly timeline: AlertTimeline }[];
  /** How full the fullest of each kind was, at every scrape of the last minute. */
  readonly #gauges: { readonly seconds: number; readonly values: Readonly<Record<WatchedResource, number>> }[] = [];

  constructor(shop: Shop, objectives: Objectives) {
    const { entry } = shop.topology;
    this.entry = entry;
    this.objectives = objectives;
    this.#usualRate = shop.settings.rate;
    this.metrics = new ShopMetrics(shop, {
      scrapeSeconds: SCRAPE_SECONDS,
      capacity: CAPACITY,
      requestsOf: [entry],
      objectives: [objectives.latencySeconds],
      hasPast: true,
    });
    this.resources = new ResourceLog(shop, WINDOW_SECONDS);
    this.indicators = new ServiceIndicators(this.metrics.scraper, entry, objectives.latencySeconds);
    this.#rules = dashboardRules(objectives).map((rule) => ({
      condition: rule.condition,
      timeline: new AlertTimeline(rule, EVALUATION_SECONDS),
    }));
  }

  /** Called at the end of every second of the run. Returns whether it scraped. */
  tick(seconds: number): boolean {
    this.metrics.tick(seconds);
    const isScraped = this.metrics.scrapedAt === seconds;
    if (isScraped) this.#readResources(seconds);
    if (seconds % EVALUATION_SECONDS === 0) this.#evaluate(seconds);
    return isScraped;
  }

  /** How fast a budget burned over a window, as a multiple of what the objective allows; `NaN` without requests. */
  burn(bad: BadRequests, at: number, range: number): number {
    return this.indicators.ratio(bad, { at, range }) / this.#allowed(bad);
  }

  /**
   * Share of the budget of thirty days that was spent in (from, at]. Where nothing is known of the days before the run,
   * they count as days at its usual rate.
   */
  spent(bad: BadRequests, from: number, at: number): number {
    const { total } = this.indicators.counts(bad, at - DEFAULT_PERIOD_SECONDS, at);
    const month = Math.max(total, this.#usualRate * DEFAULT_PERIOD_SECONDS);
    return month > 0 ? this.indicators.counts(bad, from, at).bad / (month * this.#allowed(bad)) : 0;
  }

  #allowed(bad: BadRequests): number {
    const { availability, promptness } = this.objectives;
    return errorBudgetRatio(bad === 'failed' ? availability : promptness);
  }

  #readResources(seconds: number): void {
    this.resources.scrape(seconds);
    const { newest } = this.resources;
    const of = (kind: WatchedResource): number => (newest ? fullestOf(newest, kind).utilization : NaN);
    this.#gauges.push({ seconds, values: { cpu: of('cpu'), pool: of('pool'), memory: of('memory') } });
    while ((this.#gauges[0]?.seconds ?? seconds) <= seconds - 120) this.#gauges.shift();
  }

  #evaluate(seconds: number): void {
    for (const { condition, timeline } of this.#rules) {
      timeline.evaluate(seconds / EVALUATION_SECONDS, this.#holds(condition, seconds));
    }
    this.alerts = this.#rules
      .flatMap(({ timeline }) => timeline.intervals)
      .map((interval) => ({ ...interval }))
      .sort((a, b) => a.startSeconds - b.startSeconds);
  }

  #holds(condition: DashboardCondition, at: number): boolean {
    switch (condition.of) {
      case 'failed':
      case 'slow': {
        const { of, windows, threshold } = condition;
        return windows.every((range) => this.indicators.ratio(of, { at, range }) > threshold);
      }
      case 'route': {
        const shares = this.indicators.routes({ at, range: condition.windowSeconds });
        return [...shares.values()].some((share) => share > condition.threshold);
      }
      case 'nothing':
        return !(this.indicators.traffic({ at, range: condition.windowSeconds }) > 0);
      default:
        return this.#meanOf(condition.of, at, condition.windowSeconds) > condition.threshold;
    }
  }

  #meanOf(kind: WatchedResource, at: number, windowSeconds: number): number {
    const values = this.#gauges.flatMap(({ seconds, values: all }) =>
      seconds > at - windowSeconds && seconds <= at && !Number.isNaN(all[kind]) ? all[kind] : [],
    );
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  }
}
