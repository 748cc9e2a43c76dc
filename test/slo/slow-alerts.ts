import type { AlertInterval, AlertRule, AlertSeries, Condition } from '../../src/slo/index.js';

/** What `evaluateAlerts` does, written as the Prometheus manual says it, at any cost. */
export function slowAlerts(rules: AlertRule[], series: AlertSeries, evaluationSeconds: number): AlertInterval[] {
  const end = seriesEnd(series);
  const rows: AlertInterval[] = [];
  for (const rule of rules) {
    let activeAt: number | undefined;
    let keepFiringSince: number | undefined;
    let state: AlertInterval['state'] | undefined;
    let row: AlertInterval | undefined;
    const change = (next: AlertInterval['state'] | undefined, at: number) => {
      if (row) row.endSeconds = at;
      row = next && { rule: rule.name, state: next, startSeconds: at, endSeconds: end };
      if (row) rows.push(row);
      state = next;
    };
    for (let k = 1; k * evaluationSeconds <= end; k++) {
      const t = k * evaluationSeconds;
      if (holds(rule.condition, series, t)) {
        keepFiringSince = undefined;
        if (state === undefined) {
          activeAt = t;
          if (t - activeAt >= (rule.forSeconds ?? 0)) change('firing', t);
          else change('pending', t);
        } else if (state === 'pending' && t - activeAt! >= (rule.forSeconds ?? 0)) {
          change('firing', t);
        }
      } else if (state === 'pending') {
        change(undefined, t);
      } else if (state === 'firing') {
        keepFiringSince ??= t;
        if (t - keepFiringSince >= (rule.keepFiringForSeconds ?? 0)) change(undefined, t);
      }
    }
  }
  return rows.sort((a, b) => a.startSeconds - b.startSeconds);
}

function holds(condition: Condition, series: AlertSeries, t: number): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, series, t));
  if ('any' in condition) return condition.any.some((part) => holds(part, series, t));
  if ('requests' in condition) {
    const counted = samplesIn(series, t - condition.windowSeconds, t)
      .map((i) => series.total[i]!)
      .filter((total) => !Number.isNaN(total));
    if (condition.requests === 'absent') return counted.length === 0 && t >= condition.windowSeconds;
    return counted.length > 0 && counted.every((total) => total === 0);
  }
  const value =
    'ratio' in condition ? errorRatio(series, t, condition.windowSeconds) : gaugeValue(series, t, condition);
  if (value === undefined) return false;
  return condition.op === '>' ? value > condition.threshold : value >= condition.threshold;
}

function errorRatio(series: AlertSeries, t: number, windowSeconds: number): number | undefined {
  let bad = 0;
  let all = 0;
  for (const i of samplesIn(series, t - windowSeconds, t)) {
    const [good, total] = [series.good[i]!, series.total[i]!];
    if (Number.isNaN(good) || Number.isNaN(total)) continue;
    bad += total - good;
    all += total;
  }
  return all > 0 ? bad / all : undefined;
}

function gaugeValue(
  series: AlertSeries,
  t: number,
  { gauge, windowSeconds }: { gauge: string; windowSeconds?: number },
): number | undefined {
  const values = series.gauges?.[gauge];
  if (!values) return undefined;
  const window = windowSeconds ?? series.stepSeconds;
  const present = samplesIn(series, t - window, t)
    .map((i) => values[i]!)
    .filter((value) => !Number.isNaN(value));
  return present.length > 0 ? present.reduce((sum, value) => sum + value, 0) / present.length : undefined;
}

function samplesIn({ stepSeconds, total }: AlertSeries, from: number, to: number): number[] {
  const samples: number[] = [];
  for (let i = 0; i < total.length; i++) {
    const time = (i + 1) * stepSeconds;
    if (time > from && time <= to) samples.push(i);
  }
  return samples;
}

function seriesEnd({ stepSeconds, total }: AlertSeries): number {
  return total.length * stepSeconds;
}
