import { canFire, type Condition } from '../alerts/alert-rules.js';
import { decimal } from '../numbers.js';

const UNITS = { d: 86_400, h: 3600, m: 60, s: 1 };

/** A duration as Prometheus writes it, in the largest unit that divides it: 5400 seconds as `90m`; at most 285 years. */
export function promqlDuration(duration: number): string {
  const seconds = Math.min(duration, 9e9);
  const [unit, size] = Object.entries(UNITS).find(([, divisor]) => seconds % divisor === 0) ?? ['ms', 0.001];
  return `${Math.ceil(seconds / size)}${unit}`;
}

/**
 * A string literal of PromQL for any text. Halves of characters become U+FFFD, which PromQL takes only escaped, and
 * opening template braces are written so that Sloth, which reads queries as templates, passes them on.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
 */
export function promqlString(text: string): string {
  return JSON.stringify(text.replace(/\p{Cs}/gu, '\ufffd'))
    .replaceAll('\ufffd', '\\ufffd')
    .replaceAll('{{', '\\u007b\\u007b');
}

/** Text that Prometheus' templates in labels and annotations print as it is. */
export function templateText(text: string): string {
  return text.replaceAll('{{', '{{"{{"}}');
}

/**
 * The name under which the error ratio over a window is recorded, as level:metric:operations.
 * @see https://prometheus.io/docs/practices/rules/
 */
export function errorRatioMetric(windowSeconds: number): string {
  return `service_slo:errors_per_request:ratio_rate${promqlDuration(windowSeconds)}`;
}

/** What a condition is about: names for labels, and the queries where it asks for requests themselves. */
export interface Subject {
  readonly service: string;
  readonly slo: string;
  readonly totalQuery: string;
  readonly presence: string;
}

/** A condition that can hold in PromQL, over recorded error ratios of the objective and gauges of the service. */
export function alertExpression(condition: Condition, subject: Subject): string {
  const nested = (part: Condition): string => `(${alertExpression(part, subject)})`;
  // A recorded ratio and a gauge bear different labels; each is one series, so they match without.
  if ('all' in condition) return condition.all.map(nested).join(' and on () ') || 'vector(1)';
  if ('any' in condition) return condition.any.filter(canFire).map(nested).join(' or on () ');
  if ('requests' in condition) return requestsExpression(condition.requests, condition.windowSeconds, subject);
  const { service, slo } = subject;
  const value =
    'ratio' in condition
      ? `${errorRatioMetric(condition.windowSeconds)}{service=${promqlString(service)}, slo=${promqlString(slo)}}`
      : gaugeExpression(condition.gauge, service, condition.windowSeconds);
  return `${value} ${condition.op} ${decimal(condition.threshold)}`;
}

function requestsExpression(requests: 'absent' | 'none', windowSeconds: number, subject: Subject): string {
  const window = promqlDuration(windowSeconds);
  const total = withWindow(subject.totalQuery, window);
  if (requests === 'none') return `(${total}) == 0`;
  // The maximum of one series: without it the alert would bear the selector's labels.
  return subject.presence ? `max(absent_over_time(${subject.presence}[${window}]))` : `absent(${total})`;
}

function gaugeExpression(gauge: string, service: string, windowSeconds: number | undefined): string {
  const selector = `{__name__=${promqlString(gauge)}, job=${promqlString(service)}}`;
  return `max(${windowSeconds ? `avg_over_time(${selector}[${promqlDuration(windowSeconds)}])` : selector})`;
}

/** Puts a window into a query at `{{.window}}`. */
export function withWindow(query: string, window: string): string {
  return query.replaceAll('{{.window}}', () => window);
}

/** The windows, in seconds, over which a condition that can hold needs the error ratio. */
export function windowsOf(condition: Condition): number[] {
  if ('all' in condition) return condition.all.flatMap(windowsOf);
  if ('any' in condition) return condition.any.filter(canFire).flatMap(windowsOf);
  return 'ratio' in condition ? [condition.windowSeconds] : [];
}
