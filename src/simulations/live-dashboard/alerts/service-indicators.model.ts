import { REQUEST_DURATION } from '../../../shop/index.js';
import {
  prometheusName,
  rate,
  windowOf,
  type SampleRange,
  type ScrapedSeries,
  type Scraper,
  type TimeSeries,
} from '../../../telemetry/index.js';

/** Which requests spend a budget: those that fail, or those that succeed later than the latency objective. */
export type BadRequests = 'failed' | 'slow';

const DURATION = prometheusName({ ...REQUEST_DURATION, type: 'histogram' });

/** Series by what they count: all requests, failures, successes, and successes within the latency objective. */
interface Counted {
  readonly all: readonly TimeSeries[];
  readonly failed: readonly TimeSeries[];
  readonly served: readonly TimeSeries[];
  readonly prompt: readonly TimeSeries[];
}

/** The service level indicators of a job, from its scraped metrics: what PromQL would answer over the same samples. */
export class ServiceIndicators {
  readonly #scraper: Scraper;
  readonly #job: string;
  readonly #latencySeconds: number;
  #known: { readonly count: number; readonly counted: Counted } | undefined;

  /** One bucket boundary must be at `latencySeconds`. */
  constructor(scraper: Scraper, job: string, latencySeconds: number) {
    this.#scraper = scraper;
    this.#job = job;
    this.#latencySeconds = latencySeconds;
  }

  /** Requests a second; `NaN` if nothing was measured. */
  traffic(range: SampleRange): number {
    return sumOfRates(this.#counted.all, range);
  }

  /**
   * Share of failures in all requests, or of late answers in all successes, in 0..1. `NaN` if nothing was measured, or
   * no request came.
   */
  ratio(bad: BadRequests, range: SampleRange): number {
    const { all, failed, served, prompt } = this.#counted;
    if (bad === 'failed') return sumOfRates(failed, range) / sumOfRates(all, range);
    const total = sumOfRates(served, range);
    // Buckets of one scrape are extrapolated alike, so only rounding can make the share negative.
    return total > 0 ? Math.max(0, 1 - sumOfRates(prompt, range) / total) : NaN;
  }

  /** Share of failures by route, in 0..1. A route without requests is left out. */
  routes(range: SampleRange): Map<string, number> {
    const sums = new Map<string, { all: number; failed: number }>();
    for (const { labels, points } of this.#scraper.select(`${DURATION}_count`, { job: this.#job })) {
      const value = rate(points, range) ?? 0;
      const route = `${labels.get('http_request_method') ?? ''} ${labels.get('http_route') ?? ''}`;
      const sum = sums.get(route) ?? { all: 0, failed: 0 };
      sum.all += value;
      if (labels.has('error_type')) sum.failed += value;
      sums.set(route, sum);
    }
    return new Map([...sums].flatMap(([route, { all, failed }]) => (all > 0 ? [[route, failed / all]] : [])));
  }

  /** Counted requests between the last scrapes up to `from` and up to `at`: bad ones, and those they are a share of. */
  counts(bad: BadRequests, from: number, at: number): { readonly bad: number; readonly total: number } {
    const { all, failed, served, prompt } = this.#counted;
    const grown = (series: readonly TimeSeries[]): number =>
      series.reduce((sum, points) => sum + growth(points, from, at), 0);
    if (bad === 'failed') return { bad: grown(failed), total: grown(all) };
    const total = grown(served);
    return { bad: total - grown(prompt), total };
  }

  get #counted(): Counted {
    const count = this.#scraper.count(`${DURATION}_count`);
    if (this.#known?.count !== count) this.#known = { count, counted: this.#find() };
    return this.#known.counted;
  }

  #find(): Counted {
    const counts = this.#scraper.select(`${DURATION}_count`, { job: this.#job });
    const isFailed = ({ labels }: ScrapedSeries): boolean => labels.has('error_type');
    const buckets = this.#scraper.select(`${DURATION}_bucket`, { job: this.#job });
    const points = (series: readonly ScrapedSeries[]): TimeSeries[] => series.map((one) => one.points);
    return {
      all: points(counts),
      failed: points(counts.filter(isFailed)),
      served: points(counts.filter((series) => !isFailed(series))),
      prompt: points(
        buckets.filter((series) => !isFailed(series) && Number(series.labels.get('le')) === this.#latencySeconds),
      ),
    };
  }
}

function sumOfRates(series: readonly TimeSeries[], range: SampleRange): number {
  let total = NaN;
  for (const points of series) {
    const one = rate(points, range);
    if (one !== undefined) total = (Number.isNaN(total) ? 0 : total) + one;
  }
  return total;
}

/** By how much a counter grew between its last samples up to `from` and up to `at`; from its first if that is later. */
function growth(points: TimeSeries, from: number, at: number): number {
  const last = lastUpTo(points, at);
  const first = Math.max(0, lastUpTo(points, from));
  if (last <= first) return 0;
  return points.valueAt(last) - points.valueAt(first) + points.lostToResets(first, last);
}

function lastUpTo(points: TimeSeries, at: number): number {
  return windowOf(points, { at, range: 1 }).to - 1;
}
