import { FamilyList, textSample, type CollectOptions } from './collect-metrics.js';
import type { Instrument, MetricFamily, MetricRegistry } from './metric-registry.js';
import { slotsOf, type MetricSlot } from './metric-slots.js';
import type { OpenMetricsFamily } from './open-metrics/open-metrics.js';
import { TimeSeries } from './time-series.js';

/** A series as Prometheus would have it, and what is still known of its past. */
export interface ScrapedSeries {
  /** With its suffix: `http_server_request_duration_seconds_bucket`. */
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly points: TimeSeries;
}

interface Target {
  family: MetricFamily;
  series: (ScrapedSeries & { slot: MetricSlot })[];
}

/** Reads registries into ring buffers when told to, as Prometheus does at its interval; registries differ in a label. */
export class Scraper {
  /** Samples kept of each series: how far back queries can see, in scrapes. */
  readonly capacity: number;
  readonly #targets = new Map<Instrument, Target>();
  readonly #byName = new Map<string, ScrapedSeries[]>();

  constructor(options: { capacity?: number } = {}) {
    this.capacity = options.capacity ?? 720;
  }

  /** Takes a sample of every series of a process at a second, later than the one before. A missed scrape is a gap. */
  scrape(registry: MetricRegistry, seconds: number): void {
    for (const family of registry) {
      for (const [labels, instrument] of family) {
        const target = this.#targets.get(instrument) ?? this.#discover(registry, family, labels, instrument);
        for (const { slot, points } of target.series) {
          const value = slot.read();
          if (value !== undefined) points.append(seconds, value);
        }
      }
    }
  }

  /** How many series of a name there are; none is ever lost. */
  count(name: string): number {
    return this.#byName.get(name)?.length ?? 0;
  }

  /** The series of a name that bear some labels, both as OpenMetrics text has them: `select('x_bucket', { le: '0.1' })`. */
  select(name: string, labels: Readonly<Record<string, string>> = {}): ScrapedSeries[] {
    const wanted = Object.entries(labels);
    const series = this.#byName.get(name) ?? [];
    return series.filter((some) => wanted.every(([label, value]) => (some.labels.get(label) ?? '') === value));
  }

  /** All that is still known, each sample with its time, for `writeOpenMetrics`. Exemplars stand at the newest. */
  history(options: CollectOptions = {}): OpenMetricsFamily[] {
    const { epochSeconds = 0 } = options;
    const families = new FamilyList();
    for (const { family, series } of this.#targets.values()) {
      const { samples } = families.of(family);
      const longest = series[0]?.points;
      const next = series.map(() => 0);
      for (let i = 0; longest && i < longest.length; i++) {
        const seconds = longest.timeAt(i);
        series.forEach(({ slot, points }, index) => {
          let position = next[index] ?? 0;
          while (points.timeAt(position) < seconds) position++;
          next[index] = position;
          if (points.timeAt(position) !== seconds) return;
          const withExemplar = i === longest.length - 1;
          const timestamp = epochSeconds + seconds;
          samples.push(textSample(slot, points.valueAt(position), { timestamp, epochSeconds, withExemplar }));
        });
      }
    }
    return families.all;
  }

  #discover(
    registry: MetricRegistry,
    family: MetricFamily,
    labels: Parameters<typeof slotsOf>[1],
    instrument: Instrument,
  ): Target {
    const slots = slotsOf(family, { ...registry.labels, ...labels }, instrument);
    const series = slots.map((slot) => {
      const { name } = slot;
      const scraped = { name, labels: slot.labels, points: new TimeSeries(this.capacity), slot };
      const others = this.#byName.get(name);
      if (others) others.push(scraped);
      else this.#byName.set(name, [scraped]);
      return scraped;
    });
    const target = { family, series };
    this.#targets.set(instrument, target);
    return target;
  }
}
