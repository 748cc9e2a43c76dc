import {
  bucketRates,
  histogramQuantile,
  prometheusName,
  rate,
  type MetricOptions,
  type Sample,
  type ScrapedSeries,
  type Scraper,
} from '../../telemetry/index.js';
import { HTTP_STATUS, type FailureCause } from '../system/failure.js';
import type { ResourceKind, Usage } from '../system/resources/resource-usage.js';
import { RESOURCE_METRICS } from './resource-metrics.js';

/** Time of a query, and the range before it, in seconds. */
export interface QueryTime {
  readonly at: number;
  readonly range: number;
}

/** Which requests a query selects. Fast failures make a service look fast, so they can be left out. */
export type Outcome = 'all' | 'served' | 'failed';

const DURATION = 'http_server_request_duration_seconds';

/**
 * Queries over the scraped metrics of a service: rate, errors and duration of its requests, and the usage of its
 * resources. The results equal those of the PromQL that the figures show.
 */
export class ServiceQueries {
  readonly #scraper: Scraper;
  readonly #service: string;
  readonly #found = new Map<string, { readonly count: number; readonly series: ScrapedSeries[] }>();

  constructor(scraper: Scraper, service: string) {
    this.#scraper = scraper;
    this.#service = service;
  }

  /** Returns quantiles of the duration, in seconds; `NaN` if there was no request. */
  quantiles(quantiles: readonly number[], time: QueryTime, outcome: Outcome = 'all'): number[] {
    const buckets = bucketRates(this.#select(`${DURATION}_bucket`, outcome), time);
    return quantiles.map((q) => (buckets.length > 0 ? histogramQuantile(q, buckets) : NaN));
  }

  /** Returns the mean duration, in seconds. */
  mean(time: QueryTime, outcome: Outcome = 'all'): number {
    return this.#rate(`${DURATION}_sum`, time, outcome) / this.#rate(`${DURATION}_count`, time, outcome);
  }

  /** Returns the number of requests per second. */
  traffic(time: QueryTime, outcome: Outcome = 'all'): number {
    return this.#rate(`${DURATION}_count`, time, outcome);
  }

  /** Returns the share of requests that failed, in 0..1, or that failed for one cause. */
  errorRatio(time: QueryTime, cause?: FailureCause): number {
    const all = this.traffic(time);
    const failed = this.#select(`${DURATION}_count`, 'failed').filter(
      ({ labels }) => cause === undefined || labels.get('http_response_status_code') === String(HTTP_STATUS[cause]),
    );
    return sumOfRates(failed, time) / all;
  }

  /**
   * Returns the usage of a kind of resource: mean utilization of all instances, errors per second, and the saturation:
   * what waits now in all of them together, or for a level such as memory the mean of their shares.
   */
  usage(kind: ResourceKind, time: QueryTime): Usage {
    const { busy, capacity, level, waiting, errors } = RESOURCE_METRICS[kind];
    const present = (options: MetricOptions | undefined): Map<string, number> => this.#present(options, time.at);
    const counted = (options: MetricOptions): ScrapedSeries[] => this.#series(`${textName(options, 'counter')}_total`);
    // As in PromQL, a series is divided by the one with the same labels. A process that is down has none.
    const capacities = present(capacity);
    const shares = busy
      ? counted(busy).flatMap((series) => {
          const there = capacities.get(labelsOf(series));
          const used = rate(series.points, time);
          return there === undefined || used === undefined ? [] : used / there;
        })
      : [...present(level).values()];
    return {
      utilization: mean(shares),
      saturation: (level ? mean : sum)([...present(waiting).values()]),
      errors: sumOfRates(counted(errors), time),
    };
  }

  /** Returns the capacity of a kind of resource in all instances together; `NaN` if it has no such metric. */
  capacity(kind: ResourceKind, at: number): number {
    return sum([...this.#present(RESOURCE_METRICS[kind].capacity, at).values()]);
  }

  #present(options: MetricOptions | undefined, at: number): Map<string, number> {
    return options ? newestValues(this.#series(textName(options, 'gauge')), at) : new Map();
  }

  #rate(name: string, time: QueryTime, outcome: Outcome): number {
    return sumOfRates(this.#select(name, outcome), time);
  }

  #select(name: string, outcome: Outcome): ScrapedSeries[] {
    const series = this.#series(name);
    if (outcome === 'all') return series;
    return series.filter(({ labels }) => labels.has('error_type') === (outcome === 'failed'));
  }

  // Cached, because a dashboard queries the same series again and again.
  #series(name: string): ScrapedSeries[] {
    const known = this.#found.get(name);
    const count = this.#scraper.count(name);
    if (known?.count === count) return known.series;
    const series = this.#scraper.select(name, { job: this.#service });
    this.#found.set(name, { count, series });
    return series;
  }
}

/** Lookback for the latest value, in seconds, as in Prometheus. */
const LOOKBACK_SECONDS = 300;

/** Returns the values of the latest scrape by labels. A series that is not in it is stale, as in Prometheus. */
function newestValues(series: readonly ScrapedSeries[], at: number): Map<string, number> {
  const samples = series.map((one) => ({ key: labelsOf(one), sample: sampleAt(one.points, at) }));
  const newest = Math.max(...samples.map(({ sample: [seconds] }) => seconds));
  const fresh = samples.filter(({ sample: [seconds] }) => seconds === newest && at - newest < LOOKBACK_SECONDS);
  return new Map(fresh.map(({ key, sample: [, value] }) => [key, value]));
}

const keys = new WeakMap<ReadonlyMap<string, string>, string>();

function labelsOf({ labels }: ScrapedSeries): string {
  const key = keys.get(labels) ?? JSON.stringify([...labels]);
  keys.set(labels, key);
  return key;
}

function textName(options: MetricOptions, type: 'gauge' | 'counter'): string {
  return prometheusName({ unit: '', ...options, type });
}

function sampleAt(points: ScrapedSeries['points'], at: number): Sample {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (points.timeAt(middle) > at) high = middle;
    else low = middle + 1;
  }
  return low > 0 ? [points.timeAt(low - 1), points.valueAt(low - 1)] : [-Infinity, NaN];
}

function sumOfRates(series: readonly ScrapedSeries[], time: QueryTime): number {
  let total = NaN;
  for (const { points } of series) {
    const one = rate(points, time);
    if (one !== undefined) total = (Number.isNaN(total) ? 0 : total) + one;
  }
  return total;
}

function sum(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((total, value) => total + value, 0) : NaN;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
