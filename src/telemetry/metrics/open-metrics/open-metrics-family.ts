import { labelKey } from '../labels.js';
import { Malformed, type Metadata } from './open-metrics-line.js';
import { PointCheck } from './open-metrics-point.js';
import {
  exemplarFault,
  parseNumber,
  sampleNames,
  suffixOf,
  type MetricType,
  type OpenMetricsFamily,
  type OpenMetricsSample,
} from './open-metrics.js';

const DISTINGUISHING: Partial<Record<MetricType, string>> = {
  histogram: 'le',
  gaugehistogram: 'le',
  summary: 'quantile',
};

/** Collects a family line by line, and refuses what OpenMetrics does. */
export class FamilyReader {
  readonly name: string;
  readonly #described = new Set<string>();
  readonly #samples: OpenMetricsSample[] = [];
  #type: MetricType = 'unknown';
  #unit = '';
  #help = '';
  readonly #finishedGroups = new Set<string>();
  #group: string | undefined;
  #timestamp: number | undefined;
  #seriesOfGroup = new Set<string>();
  #point: PointCheck | undefined;

  constructor(name: string) {
    this.name = name;
  }

  describe(metadata: Metadata): void {
    const { keyword } = metadata;
    if (this.#samples.length > 0) throw new Malformed(`# ${keyword} stands before a metric’s samples.`);
    if (this.#described.has(keyword)) throw new Malformed(`There is a second # ${keyword} for ${this.name}.`);
    this.#described.add(keyword);
    if (metadata.keyword === 'HELP') this.#help = metadata.help;
    if (metadata.keyword === 'TYPE') this.#type = metadata.type;
    if (metadata.keyword === 'UNIT') this.#unit = metadata.unit;
    if (!this.#unit) return;
    if (!this.name.endsWith(`_${this.#unit}`)) throw new Malformed(`${this.name} does not end in its unit.`);
    if (this.#type === 'info' || this.#type === 'stateset') throw new Malformed(`No ${this.#type} has a unit.`);
  }

  /** Whether a sample of this name belongs to the family. */
  owns(sampleName: string): boolean {
    return suffixOf(sampleName, { name: this.name, type: this.#type }) !== undefined;
  }

  add(sample: OpenMetricsSample): void {
    this.#checkLabels(sample);
    this.#checkValue(sample);
    const fault = sample.exemplar && exemplarFault(sample, sample.exemplar, { name: this.name, type: this.#type });
    if (fault) throw new Malformed(fault);
    this.#checkOrder(sample);
    this.#samples.push(sample);
  }

  /** The whole family, and the names that no other may use. */
  close(): { family: OpenMetricsFamily; names: string[] } {
    this.#point?.close();
    const { name } = this;
    const family = { name, type: this.#type, unit: this.#unit, help: this.#help, samples: this.#samples };
    return { family, names: sampleNames(this.#type, name) };
  }

  #checkLabels({ name, labels }: OpenMetricsSample): void {
    if (this.#type === 'stateset' && !labels.has(this.name))
      throw new Malformed(`A state is told by ${this.name}="…".`);
    if (this.#type === 'summary' && name === this.name) {
      const quantile = parseNumber(labels.get('quantile') ?? '');
      if (!(quantile !== undefined && quantile >= 0 && quantile <= 1)) throw new Malformed('A quantile is in 0 to 1.');
    }
    if (this.#type.endsWith('histogram') && name.endsWith('_bucket')) {
      const text = labels.get('le') ?? '';
      const le = parseNumber(text);
      if (le === undefined || Number.isNaN(le)) throw new Malformed('A bucket has a number for le.');
      if (le === Infinity && text !== '+Inf') throw new Malformed('The highest bucket is written le="+Inf".');
    }
  }

  #checkValue({ name, value }: OpenMetricsSample): void {
    const suffix = name.slice(this.name.length);
    if (this.#type === 'stateset' && value !== 0 && value !== 1) throw new Malformed('A state is 0 or 1.');
    if (this.#type === 'info' && value !== 1) throw new Malformed('An info is 1.');
    if (this.#type === 'summary' && suffix === '' && value < 0) throw new Malformed('A quantile is not negative.');
    if (suffix === '' || suffix === '_created' || suffix === '_info') return;
    if (Number.isNaN(value)) throw new Malformed(`${name} cannot be NaN.`);
    if (value < 0 && suffix !== '_gsum') throw new Malformed(`${name} cannot be negative.`);
    if (/_bucket$|count$/.test(suffix) && !Number.isInteger(value)) throw new Malformed(`${name} is a whole number.`);
  }

  /** Samples that differ only in time, bucket or quantile stand together, in the order of time, each series once. */
  #checkOrder(sample: OpenMetricsSample): void {
    const { name, labels, timestamp } = sample;
    const group = this.#groupOf(sample);
    const isSameGroup = group === this.#group;
    if (isSameGroup) {
      if ((timestamp === undefined) !== (this.#timestamp === undefined)) {
        throw new Malformed('All samples of a metric have timestamps, or none has.');
      }
      if (this.#type !== 'info' && (timestamp ?? 0) < (this.#timestamp ?? 0)) {
        throw new Malformed('Timestamps go backwards.');
      }
    } else {
      if (this.#finishedGroups.has(group)) throw new Malformed('The samples of one label set stand together.');
      this.#finishedGroups.add(group);
      this.#seriesOfGroup = new Set();
    }
    if (timestamp === undefined) {
      const series = name + labelKey(labels);
      if (this.#seriesOfGroup.has(series)) throw new Malformed('This sample is there twice.');
      this.#seriesOfGroup.add(series);
    }
    if (this.#type.endsWith('histogram')) {
      if (!this.#point || !isSameGroup || timestamp !== this.#timestamp) {
        this.#point?.close();
        this.#point = new PointCheck();
      }
      this.#point.add(sample, name.slice(this.name.length));
    }
    this.#group = group;
    this.#timestamp = timestamp;
  }

  #groupOf({ labels }: OpenMetricsSample): string {
    if (this.#type === 'info') return '';
    const distinguishing = this.#type === 'stateset' ? this.name : DISTINGUISHING[this.#type];
    return labelKey([...labels].filter(([name]) => name !== distinguishing));
  }
}
