import { Histogram } from './histogram.js';
import { Counter, Gauge } from './instruments.js';
import { labelKey, type Labels } from './labels.js';
import { sampleNames } from './open-metrics/open-metrics.js';
import { prometheusName, prometheusUnit } from './open-metrics/prometheus-names.js';

export type Instrument = Counter | Gauge | Histogram;

export interface MetricOptions {
  /** OpenTelemetry's name, such as `http.server.request.duration`. */
  name: string;
  /** UCUM, such as `s`, `By`, `1` or `{request}`. */
  unit?: string;
  help?: string;
}

/** How many label sets a metric may have before the rest share one series; OpenTelemetry's default. */
export const CARDINALITY_LIMIT = 2000;

const OVERFLOW: Labels = { 'otel.metric.overflow': true };

/** One metric, and an instrument for each set of labels. */
export class MetricFamily<I extends Instrument = Instrument> {
  readonly name: string;
  readonly unit: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** Its name in OpenMetrics text. */
  readonly textName: string;
  /** Its unit in OpenMetrics text. */
  readonly textUnit: string;
  readonly #create: () => I;
  readonly #instruments = new Map<string, [Labels, I]>();

  constructor(type: 'counter' | 'gauge' | 'histogram', options: MetricOptions, create: () => I) {
    this.name = options.name;
    this.unit = options.unit ?? '';
    this.help = options.help ?? '';
    this.type = type;
    this.textName = prometheusName(this);
    this.textUnit = prometheusUnit(this.unit, type);
    this.#create = create;
  }

  /**
   * The instrument of a set of labels, always the same one. Beyond 2000 sets, that of `otel.metric.overflow`: memory
   * stays bounded whatever becomes a label.
   */
  with(labels: Labels = {}): I {
    const key = labelKey(Object.entries(labels));
    const known = this.#instruments.get(key);
    if (known) return known[1];
    if (this.#instruments.size >= CARDINALITY_LIMIT && labels !== OVERFLOW) return this.with(OVERFLOW);
    const instrument = this.#create();
    this.#instruments.set(key, [{ ...labels }, instrument]);
    return instrument;
  }

  /** The label sets and their instruments, in the order in which they were first used. */
  [Symbol.iterator](): Iterator<[Labels, I]> {
    return this.#instruments.values();
  }
}

/** The metrics of one process. It has no clock: whoever reads it says when. */
export class MetricRegistry {
  /** What every series of this process bears, such as `service.name`. */
  readonly labels: Labels;
  #createdSeconds: number;
  readonly #families = new Map<string, MetricFamily>();
  readonly #sampleNames = new Set<string>();

  constructor(options: { labels?: Labels; createdSeconds?: number } = {}) {
    this.labels = options.labels ?? {};
    this.#createdSeconds = options.createdSeconds ?? 0;
  }

  counter(options: MetricOptions): MetricFamily<Counter> {
    return this.#family('counter', options, () => this.#created(new Counter()));
  }

  gauge(options: MetricOptions): MetricFamily<Gauge> {
    return this.#family('gauge', options, () => new Gauge());
  }

  histogram(options: MetricOptions & { boundaries?: readonly number[] }): MetricFamily<Histogram> {
    return this.#family('histogram', options, () => this.#created(new Histogram(options.boundaries)));
  }

  /** A restart of the process: all instruments stay and begin again at 0. */
  restart(seconds: number): void {
    this.#createdSeconds = seconds;
    for (const family of this) for (const [, instrument] of family) instrument.reset(seconds);
  }

  [Symbol.iterator](): Iterator<MetricFamily> {
    return this.#families.values();
  }

  #created<I extends Counter | Histogram>(instrument: I): I {
    instrument.createdSeconds = this.#createdSeconds;
    return instrument;
  }

  // Asked twice for the same metric it gives the same family, so that two parts of a model may count together.
  #family<I extends Instrument>(type: MetricFamily['type'], options: MetricOptions, create: () => I): MetricFamily<I> {
    const family = new MetricFamily(type, options, create);
    const known = this.#families.get(family.textName);
    if (known?.type === type) return known as MetricFamily<I>;
    const names = sampleNames(type, family.textName);
    if (names.some((name) => this.#sampleNames.has(name))) {
      throw new TypeError(`Another metric already has a name that ${options.name} needs in OpenMetrics text.`);
    }
    for (const name of names) this.#sampleNames.add(name);
    this.#families.set(family.textName, family as MetricFamily);
    return family;
  }
}
