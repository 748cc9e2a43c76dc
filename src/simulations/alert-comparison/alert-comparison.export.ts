import type { JudgedIncident, Lane } from './scores/score.model.js';

/** Scores, alerts and incidents, a row each, in seconds of the week and ratios; empty where there is nothing. */
export function toCsv(lanes: readonly Lane[], incidents: readonly JudgedIncident[]): string {
  const written = (value: number): string => (Number.isFinite(value) ? String(value) : '');
  const rows = [
    ['kind', 'strategy', 'name', 'value', 'startSeconds', 'endSeconds', 'isTrue'],
    ...lanes.flatMap(({ strategy, score }) =>
      Object.entries(score).map(([name, value]) => ['score', strategy.name, name, written(value), '', '', '']),
    ),
    ...lanes.flatMap(({ strategy, alerts }) =>
      alerts.map(({ rule, severity, firedAt, resolvedAt, incident }) => [
        severity,
        strategy.name,
        rule,
        '',
        String(firedAt),
        String(resolvedAt),
        String(!!incident),
      ]),
    ),
    ...incidents.map(({ kind, hurt, start, end, isSignificant }) => [
      'incident',
      '',
      kind,
      String(hurt),
      String(start),
      String(end),
      String(isSignificant),
    ]),
  ];
  return rows.map((row) => row.join(',')).join('\r\n');
}
