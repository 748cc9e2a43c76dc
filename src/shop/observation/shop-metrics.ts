import {
  DURATION_BOUNDARIES,
  MetricRegistry,
  prometheusName,
  Scraper,
  type Histogram,
  type MetricFamily,
  type TimeSeries,
} from '../../telemetry/index.js';
import type { ServiceSpec } from '../system/topology.js';
import { answersOf } from './attributes.js';
import { fillHealthy, hasHealthyPast, PAST_SECONDS, pastTimes } from './healthy-past.js';
import type { Attributes, ShopSpan } from './telemetry-records.js';
import { usageSourcesOfInstance } from '../system/usage-sources.js';
import { ResourceGauges } from './resource-gauges.js';
import type { Shop } from '../run/shop.js';
import type { Service } from '../system/service.js';

export interface ShopMetricsOptions {
  /** Whole seconds between two scrapes. */
  readonly scrapeSeconds?: number;
  /** Number of scrapes to keep. */
  readonly capacity?: number;
  /** Services to measure; all by default. */
  readonly services?: readonly string[];
  /** Latency objectives, in seconds. Each becomes a bucket boundary, so that the share within it is counted exactly. */
  readonly objectives?: readonly number[];
  /** Services of which the durations of requests are measured; all by default. Of the others, resources alone. */
  readonly requestsOf?: readonly string[];
  /** Whether the entry service has counted requests for thirty healthy days before second 0. */
  readonly hasPast?: boolean;
}

/** A process that is scraped, as a target of Prometheus. */
interface Target {
  readonly registry: MetricRegistry;
  readonly resources: ResourceGauges[];
  /** Histograms by the attributes of spans, an object that most spans of an operation share. */
  readonly durations: WeakMap<Attributes, Histogram>;
  isRunning: boolean;
}

/**
 * Metrics that the shop's processes expose, scraped at an interval: request durations with exemplars, from server spans,
 * and utilization, saturation and errors of all resources. A process that is down is not scraped, and one that restarted
 * counts from 0.
 */
export class ShopMetrics {
  readonly scraper: Scraper;
  /** Seconds between two scrapes. It can change at any time. */
  scrapeSeconds: number;
  readonly #shop: Shop;
  readonly #services: readonly Service[];
  readonly #boundaries: readonly number[];
  readonly #requestsOf: readonly string[] | undefined;
  readonly #hasPast: boolean;
  readonly #targets = new Map<string, Target>();

  constructor(shop: Shop, { scrapeSeconds = 2, capacity = 720, services, ...options }: ShopMetricsOptions = {}) {
    this.#shop = shop;
    this.scrapeSeconds = scrapeSeconds;
    this.scraper = new Scraper({ capacity });
    this.#boundaries = [...DURATION_BOUNDARIES, ...(options.objectives ?? [])];
    this.#requestsOf = options.requestsOf;
    this.#hasPast = options.hasPast ?? false;
    this.#services = [...shop.services.values()].filter(({ spec }) => services?.includes(spec.name) ?? true);
    this.#discover();
    const names = new Set(this.#services.flatMap(({ spec }) => (this.#isMeasured(spec) ? spec.name : [])));
    shop.listen({
      span: (span) => {
        if (span.kind === 'server' && names.has(span.service)) this.#measure(span);
      },
    });
  }

  /** Time of the latest scrape, in seconds. */
  get scrapedAt(): number {
    return this.#scrapedAt;
  }
  #scrapedAt = 0;

  /** Returns the request counter of the first series of a service. */
  counterOf(service: string): TimeSeries | undefined {
    return this.scraper.select(`${prometheusName({ ...REQUEST_DURATION, type: 'histogram' })}_count`, {
      job: service,
    })[0]?.points;
  }

  tick(seconds: number): void {
    // Every second, because a process can restart between two scrapes.
    this.#discover();
    if (seconds < this.#scrapedAt + this.scrapeSeconds) return;
    this.#scrapedAt = seconds;
    for (const { registry, resources, isRunning } of this.#targets.values()) {
      if (!isRunning) continue;
      for (const resource of resources) resource.update();
      this.scraper.scrape(registry, seconds);
    }
  }

  /** Service discovery: adds new instances and marks missing ones. The network of a service is a target of its own. */
  #discover(): void {
    for (const { spec, instances, network } of this.#services) {
      // As Prometheus names a target of OpenTelemetry: service.name becomes job, service.instance.id becomes instance.
      const labels = { job: spec.name };
      if (!this.#targets.has(spec.name)) {
        const registry = new MetricRegistry({ labels: { ...labels, instance: `${spec.name}-network` } });
        const resources = [new ResourceGauges(registry, network)];
        this.#targets.set(spec.name, { registry, resources, durations: new WeakMap(), isRunning: true });
      }
      for (const copy of instances) {
        const { instance, isRunning } = copy;
        let target = this.#targets.get(instance);
        if (target === undefined) {
          const createdSeconds = this.#shop.simulation.now;
          const registry = new MetricRegistry({ labels: { ...labels, instance }, createdSeconds });
          this.#startDurations(registry, spec);
          const resources = usageSourcesOfInstance(copy).map((source) => new ResourceGauges(registry, source));
          target = { registry, resources, durations: new WeakMap(), isRunning };
          this.#targets.set(instance, target);
        } else if (isRunning && !target.isRunning) {
          target.registry.restart(this.#shop.simulation.now);
          for (const resource of target.resources) resource.restart();
        }
        target.isRunning = isRunning;
      }
    }
    const present = new Set(this.#services.flatMap(({ instances }) => instances.map(({ instance }) => instance)));
    for (const [name, target] of this.#targets) {
      if (!present.has(name) && !this.#shop.services.has(name)) target.isRunning = false;
    }
  }

  #durations(registry: MetricRegistry): MetricFamily<Histogram> {
    return registry.histogram({ ...REQUEST_DURATION, boundaries: this.#boundaries });
  }

  /**
   * Starts the series of all answers that a service can give at 0. A series that appears with its first failure has no
   * increase until its second scrape.
   */
  #startDurations(registry: MetricRegistry, spec: ServiceSpec): void {
    if (!this.#isMeasured(spec)) return;
    const durations = this.#durations(registry);
    if (this.#hasPast && this.#shop.simulation.now === 0) this.#startPast(registry, spec);
    for (const operation of Object.keys(spec.operations)) {
      for (const answer of answersOf(spec, operation)) durations.with(answer);
    }
  }

  /** Samples of thirty healthy days, in which nothing failed, so that only the series of successes are as old. */
  #startPast(registry: MetricRegistry, spec: ServiceSpec): void {
    const { entry, routes } = this.#shop.topology;
    if (spec.name !== entry) return;
    const { rate } = this.#shop.settings;
    const durations = this.#durations(registry);
    const past = routes.flatMap(({ name: route, share }) => {
      const [success] = hasHealthyPast(route) ? answersOf(spec, route) : [];
      return success ? [{ route, rate: (rate * share) / spec.instances, histogram: durations.with(success) }] : [];
    });
    const fill = (seconds: number): void => {
      for (const { histogram, route, rate: own } of past) fillHealthy(histogram, route, own, PAST_SECONDS + seconds);
    };
    for (const seconds of pastTimes(this.scrapeSeconds)) {
      fill(seconds);
      this.scraper.scrape(registry, seconds);
    }
    fill(0);
  }

  #isMeasured({ name, protocol, isOpaque = false }: ServiceSpec): boolean {
    return protocol === 'http' && !isOpaque && (this.#requestsOf?.includes(name) ?? true);
  }

  #measure({ instance, attributes, startSeconds, endSeconds, traceId, spanId }: ShopSpan): void {
    let target = this.#targets.get(instance);
    if (!target?.isRunning) {
      // It started since the last discovery, and has already served requests.
      this.#discover();
      target = this.#targets.get(instance);
    }
    if (target === undefined) return;
    let histogram = target.durations.get(attributes);
    if (histogram === undefined) {
      histogram = this.#durations(target.registry).with(attributes);
      target.durations.set(attributes, histogram);
    }
    const exemplar = { labels: { trace_id: traceId, span_id: spanId }, seconds: endSeconds };
    histogram.observe(endSeconds - startSeconds, exemplar);
  }
}

/** The metric that OpenTelemetry requires of every HTTP server. */
export const REQUEST_DURATION = {
  name: 'http.server.request.duration',
  unit: 's',
  help: 'Duration of HTTP server requests.',
} as const;
