import type { Labels } from '../labels.js';

const UNITS: ReadonlyMap<string, string> = new Map([
  ['d', 'days'],
  ['h', 'hours'],
  ['min', 'minutes'],
  ['s', 'seconds'],
  ['ms', 'milliseconds'],
  ['us', 'microseconds'],
  ['ns', 'nanoseconds'],
  ['By', 'bytes'],
  ['KiBy', 'kibibytes'],
  ['MiBy', 'mebibytes'],
  ['GiBy', 'gibibytes'],
  ['TiBy', 'tebibytes'],
  ['KBy', 'kilobytes'],
  ['MBy', 'megabytes'],
  ['GBy', 'gigabytes'],
  ['TBy', 'terabytes'],
  ['Hz', 'hertz'],
  ['Cel', 'celsius'],
  ['W', 'watts'],
  ['J', 'joules'],
  ['V', 'volts'],
  ['A', 'amperes'],
  ['m', 'meters'],
  ['g', 'grams'],
  ['%', 'percent'],
]);

const PER: ReadonlyMap<string, string> = new Map([
  ['s', 'second'],
  ['min', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
]);

/** Letters, digits, `_` and, where a colon is allowed, `:`; runs of anything else become one `_`. */
function word(text: string): string {
  return text.replace(/[^A-Za-z0-9:]+/g, '_').replace(/^_|_$/g, '');
}

/**
 * A UCUM unit in Prometheus' words: `s` is seconds, `By/s` bytes_per_second, and `1` on a gauge ratio. Empty for
 * annotations such as `{request}`, which say what is counted.
 */
export function prometheusUnit(unit: string, type: 'counter' | 'gauge' | 'histogram'): string {
  if (unit === '1') return type === 'gauge' ? 'ratio' : '';
  const [main = '', per] = unit.replace(/\{[^{}]*\}/g, '').split('/');
  const words = [word(UNITS.get(main) ?? main), per ? `per_${word(PER.get(per) ?? per)}` : ''];
  return words.filter(Boolean).join('_');
}

/**
 * The name of a metric's family in OpenMetrics text: `http.server.request.duration` in `s` is
 * `http_server_request_duration_seconds`. A counter's samples, not its family, end in `_total`.
 * @see https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/
 */
export function prometheusName(metric: {
  name: string;
  unit: string;
  type: 'counter' | 'gauge' | 'histogram';
}): string {
  const { name, type } = metric;
  const unit = prometheusUnit(metric.unit, type);
  let base = word(name) || '_';
  if (type === 'counter') base = base.replace(/_total$/, '');
  if (unit && base !== unit && !base.endsWith(`_${unit}`)) base = `${base}_${unit}`;
  return /^[0-9]/.test(base) || base === unit ? `_${base}` : base;
}

/** A label's name in OpenMetrics text; names that begin with a digit, or with the reserved `_`, are put behind `key_`. */
function prometheusLabelName(name: string): string {
  const base = name.replace(/[^A-Za-z0-9_]+/g, '_');
  return /^[A-Za-z]/.test(base) ? base : `key_${base.replace(/^_+/, '')}`;
}

/**
 * Labels as OpenMetrics text has them, by name. Where two names become one their values are joined with `;`, and a label
 * called `le` or `quantile` makes way for Prometheus' own.
 * @see https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/
 */
export function prometheusLabels(labels: Labels): Map<string, string> {
  const byName = new Map<string, string>();
  const entries = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, value] of entries) {
    const plain = prometheusLabelName(key);
    const name = plain === 'le' || plain === 'quantile' ? `exported_${plain}` : plain;
    const before = byName.get(name);
    byName.set(name, before === undefined ? String(value) : `${before};${value}`);
  }
  return new Map([...byName].sort(([a], [b]) => (a < b ? -1 : 1)));
}
