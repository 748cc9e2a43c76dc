import { MetricRegistry, prometheusName, Scraper, type Histogram, type TimeSeries } from '../../telemetry/index.js';
import type { Attributes, ShopSpan } from './telemetry-records.js';
import { usageSourcesOfInstance } from '../system/usage-sources.js';
import { ResourceGauges } from './resource-gauges.js';
import type { Shop } from '../run/shop.js';
import type { Service } from '../system/service.js';

export interface ShopMetricsOptions {
  /** Seconds between two scrapes, a whole number. */
  readonly scrapeSeconds?: number;
  /** Scrapes that are kept. */
  readonly capacity?: number;
  /** Services whose requests are measured; all where it is not said. */
  readonly services?: readonly string[];
}

/** One process as Prometheus sees it: a target to scrape. */
interface Target {
  readonly registry: MetricRegistry;
  readonly resources: ResourceGauges[];
  /** The histograms by the spans' attributes: most spans of an operation share theirs. */
  readonly durations: WeakMap<Attributes, Histogram>;
  isRunning: boolean;
}

/**
 * What the shop's processes measure about themselves, scraped at an interval: the duration of requests from their server
 * spans, with exemplars, and utilization, saturation and errors of all resources from their sources. A process that
 * is not there is not scraped, and one that was started again counts from 0.
 */
export class ShopMetrics {
  readonly scraper: Scraper;
  /** Seconds between two scrapes; may be changed at any time. */
  scrapeSeconds: number;
  readonly #shop: Shop;
  readonly #services: readonly Service[];
  readonly #targets = new Map<string, Target>();

  constructor(shop: Shop, { scrapeSeconds = 2, capacity = 720, services }: ShopMetricsOptions = {}) {
    this.#shop = shop;
    this.scrapeSeconds = scrapeSeconds;
    this.scraper = new Scraper({ capacity });
    this.#services = [...shop.services.values()].filter(({ spec }) => services?.includes(spec.name) ?? true);
    this.#discover();
    const names = new Set(this.#services.map(({ spec }) => spec.name));
    shop.listen({
      span: (span) => {
        if (span.kind === 'server' && names.has(span.service)) this.#measure(span);
      },
    });
  }

  /** The newest moment of which there is a scrape, in seconds. */
  get scrapedAt(): number {
    return this.#scrapedAt;
  }
  #scrapedAt = 0;

  /** The counter of requests of a service's first instance, of the route that was asked for first. */
  counterOf(service: string): TimeSeries | undefined {
    return this.scraper.select(`${prometheusName({ ...REQUEST_DURATION, type: 'histogram' })}_count`, {
      service_name: service,
    })[0]?.points;
  }

  tick(seconds: number): void {
    // Every second, because a process may end and start again between two scrapes.
    this.#discover();
    if (seconds < this.#scrapedAt + this.scrapeSeconds) return;
    this.#scrapedAt = seconds;
    for (const { registry, resources, isRunning } of this.#targets.values()) {
      if (!isRunning) continue;
      for (const resource of resources) resource.update();
      this.scraper.scrape(registry, seconds);
    }
  }

  /** Instances come and go, as in any service discovery; a service's network is a target of its own. */
  #discover(): void {
    for (const { spec, instances, network } of this.#services) {
      const labels = { 'service.name': spec.name };
      if (!this.#targets.has(spec.name)) {
        const registry = new MetricRegistry({ labels });
        const resources = [new ResourceGauges(registry, network)];
        this.#targets.set(spec.name, { registry, resources, durations: new WeakMap(), isRunning: true });
      }
      for (const copy of instances) {
        const { instance, isRunning } = copy;
        let target = this.#targets.get(instance);
        if (target === undefined) {
          const createdSeconds = this.#shop.simulation.now;
          const registry = new MetricRegistry({
            labels: { ...labels, 'service.instance.id': instance },
            createdSeconds,
          });
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

  #measure({ instance, attributes, startSeconds, endSeconds, traceId, spanId }: ShopSpan): void {
    let target = this.#targets.get(instance);
    if (!target?.isRunning) {
      // It came up since the last look; what it has served in between counts.
      this.#discover();
      target = this.#targets.get(instance);
    }
    if (target === undefined) return;
    let histogram = target.durations.get(attributes);
    if (histogram === undefined) {
      histogram = target.registry.histogram(REQUEST_DURATION).with(attributes);
      target.durations.set(attributes, histogram);
    }
    const exemplar = { labels: { trace_id: traceId, span_id: spanId }, seconds: endSeconds };
    histogram.observe(endSeconds - startSeconds, exemplar);
  }
}

/** The one metric that OpenTelemetry asks of every HTTP server. */
export const REQUEST_DURATION = {
  name: 'http.server.request.duration',
  unit: 's',
  help: 'Duration of HTTP server requests.',
} as const;
