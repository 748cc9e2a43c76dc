/** The types of OpenMetrics 1.0. */
export type MetricType =
  'counter' | 'gauge' | 'histogram' | 'gaugehistogram' | 'stateset' | 'info' | 'summary' | 'unknown';

/** An example beside a sample. */
export interface OpenMetricsExemplar {
  labels: ReadonlyMap<string, string>;
  value: number;
  /** Unix time in seconds. */
  timestamp?: number;
}

/** One line of the text. */
export interface OpenMetricsSample {
  /** With its suffix: `http_requests_total`. */
  name: string;
  labels: ReadonlyMap<string, string>;
  value: number;
  /** Unix time in seconds. */
  timestamp?: number;
  exemplar?: OpenMetricsExemplar;
}

/** A metric as the text has it: what is known about it, and its samples in their order. */
export interface OpenMetricsFamily {
  /** Without the samples' suffix. */
  name: string;
  type: MetricType;
  /** Empty, or the end of the name. */
  unit: string;
  help: string;
  samples: OpenMetricsSample[];
}

/** The most characters (code points) that the names and values of an exemplar's labels may have together. */
export const EXEMPLAR_CHARACTERS = 128;

const SUFFIXES: Readonly<Record<MetricType, readonly string[]>> = {
  counter: ['_total', '_created'],
  gauge: [''],
  histogram: ['_bucket', '_count', '_sum', '_created'],
  gaugehistogram: ['_bucket', '_gcount', '_gsum'],
  stateset: [''],
  info: ['_info'],
  summary: ['', '_count', '_sum', '_created'],
  unknown: [''],
};

export function isMetricType(text: string): text is MetricType {
  return Object.hasOwn(SUFFIXES, text);
}

/** The names that a metric takes: its own, and all that its samples may bear. */
export function sampleNames(type: MetricType, name: string): string[] {
  return [...new Set(['', ...SUFFIXES[type]])].map((suffix) => name + suffix);
}

/** What a sample's name adds to its family's, or `undefined` where such a sample is not of the family. */
export function suffixOf(sampleName: string, family: { name: string; type: MetricType }): string | undefined {
  if (!sampleName.startsWith(family.name)) return undefined;
  const suffix = sampleName.slice(family.name.length);
  return SUFFIXES[family.type].includes(suffix) ? suffix : undefined;
}

/** Why an exemplar may not stand beside a sample, or `undefined` where it may. */
export function exemplarFault(
  sample: Pick<OpenMetricsSample, 'name' | 'labels'>,
  exemplar: OpenMetricsExemplar,
  family: Pick<OpenMetricsFamily, 'name' | 'type'>,
): string | undefined {
  const isBucket = sample.name === `${family.name}_bucket` && family.type.endsWith('histogram');
  const isTotal = sample.name === `${family.name}_total` && family.type === 'counter';
  if (!isBucket && !isTotal) return 'Only buckets and the totals of counters have exemplars.';
  let characters = 0;
  for (const [name, value] of exemplar.labels) characters += codePoints(name) + codePoints(value);
  if (characters > EXEMPLAR_CHARACTERS)
    return `An exemplar’s labels are longer than ${EXEMPLAR_CHARACTERS} characters.`;
  if (isBucket && exemplar.value > (parseNumber(sample.labels.get('le') ?? '') ?? NaN)) {
    return 'The exemplar’s value is above its bucket.';
  }
  return undefined;
}

function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) count++;
  return count;
}

const REAL_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const INFINITE = /^[+-]?inf(?:inity)?$/i;

/** A number of the text, or `undefined` where it is none. */
export function parseNumber(text: string): number | undefined {
  if (REAL_NUMBER.test(text)) return Number(text);
  if (INFINITE.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return /^nan$/i.test(text) ? NaN : undefined;
}

/** A number for the text. */
export function formatNumber(value: number): string {
  if (value === Infinity) return '+Inf';
  if (value === -Infinity) return '-Inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/**
 * A bucket's bound as all exporters write it, for it is compared as text: `0.005`, `1.0`, `1e+06`, `+Inf`.
 * @see https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md (Canonical Numbers)
 */
export function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 6) {
    return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
