export { bucketRates } from './functions/bucket-rates.js';
export type { Bucket } from './buckets.js';
export { changes, latest, resets } from './functions/counter-changes.js';
export { collectMetrics, type CollectOptions } from './collect-metrics.js';
export { FLOAT_BUCKETS_ERROR } from './float-buckets.js';
export { histogramFraction } from './functions/histogram-fraction.js';
export { histogramQuantile } from './functions/histogram-quantile.js';
export { DURATION_BOUNDARIES, Histogram } from './histogram.js';
export { Counter, Gauge } from './instruments.js';
export type { Exemplar, ExemplarSource, Labels } from './labels.js';
export {
  CARDINALITY_LIMIT,
  MetricFamily,
  MetricRegistry,
  type Instrument,
  type MetricOptions,
} from './metric-registry.js';
export type {
  MetricType,
  OpenMetricsExemplar,
  OpenMetricsFamily,
  OpenMetricsSample,
} from './open-metrics/open-metrics.js';
export { parseOpenMetrics, type OpenMetricsResult } from './open-metrics/parse-open-metrics.js';
export { prometheusLabels, prometheusName, prometheusUnit } from './open-metrics/prometheus-names.js';
export { quantile } from './functions/quantile.js';
export { delta, idelta, increase, irate, rate } from './functions/rate.js';
export { RecentValues } from './recent-values.js';
export { windowOf, type Sample, type SampleRange, type Samples, type SampleSeries } from './samples.js';
export { Scraper, type ScrapedSeries } from './scraper.js';
export { TimeSeries } from './time-series.js';
export { OPEN_METRICS_TYPE, writeOpenMetrics } from './open-metrics/write-open-metrics.js';
