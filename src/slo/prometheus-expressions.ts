import type { Condition } from './alert-rules.js';
import { decimal } from './numbers.js';
import { promqlDuration, promqlString } from './promql.js';

/**
 * The name under which the error ratio over a window is recorded, as level:metric:operations.
 * @see https://prometheus.io/docs/practices/rules/
 */
export function errorRatioMetric(window: string): string {
  return `service_slo:errors_per_request:ratio_rate${window}`;
}

/** A condition in PromQL, over recorded error ratios of the objective and gauges of the service. */
export function alertExpression(condition: Condition, service: string, slo: string): string {
  // Recorded ratios bear the same labels and match each other; a gauge bears its own.
  const on = hasGauge(condition) ? ' on ()' : '';
  const ofSlo = `{service=${promqlString(service)}, slo=${promqlString(slo)}}`;

  function join(conditions: readonly Condition[], operator: 'and' | 'or', ofNone: string): string {
    return conditions.map((part) => nested(part)).join(`\n${operator}${on}\n`) || ofNone;
  }

  function nested(part: Condition): string {
    const text = expression(part);
    return 'all' in part || 'any' in part ? `(\n${text.replace(/^/gm, '  ')}\n)` : text;
  }

  function expression(part: Condition): string {
    if ('all' in part) return join(part.all, 'and', 'vector(1)');
    if ('any' in part) return join(part.any, 'or', 'absent(vector(1))');
    const value =
      'ratio' in part
        ? errorRatioMetric(promqlDuration(part.windowSeconds) ?? '') + ofSlo
        : gaugeExpression(part.gauge, service, part.windowSeconds);
    return `${value} ${part.op} ${decimal(part.threshold).replace('Infinity', 'Inf')}`;
  }

  return expression(condition);
}

function gaugeExpression(gauge: string, service: string, windowSeconds: number | undefined): string {
  const job = `job=${promqlString(service)}`;
  const selector = /^[a-zA-Z_:][\w:]*$/.test(gauge) ? `${gauge}{${job}}` : `{__name__=${promqlString(gauge)}, ${job}}`;
  const window = windowSeconds === undefined ? undefined : promqlDuration(windowSeconds);
  return `max(${window ? `avg_over_time(${selector}[${window}])` : selector})`;
}

/** Whether a condition reads a gauge anywhere. */
export function hasGauge(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(hasGauge);
  if ('any' in condition) return condition.any.some(hasGauge);
  return 'gauge' in condition;
}

/** The windows, in seconds, over which a condition needs the error ratio. */
export function windowsOf(condition: Condition): number[] {
  if ('all' in condition) return [...new Set(condition.all.flatMap(windowsOf))];
  if ('any' in condition) return [...new Set(condition.any.flatMap(windowsOf))];
  return 'ratio' in condition ? [condition.windowSeconds] : [];
}
