import { html, type TemplateResult } from 'lit';
import { dataTable } from '../../../ui/controls/table.js';
import type { ComparisonView } from '../alert-comparison.view.js';
import type { Estimate, Estimates } from './many-weeks.model.js';
import type { Score } from './score.model.js';
import type { StrategyName } from '../rules/strategies.model.js';

const NONE = '–';

/** What each strategy was worth, in numbers, and below it what there was to find. */
export function scoresPart(view: ComparisonView): TemplateResult {
  return html`${scoresTable(view)} ${view.incidents.length > 0 ? incidentsTable(view) : ''}`;
}

function scoresTable(view: ComparisonView): TemplateResult {
  const { text, host, lanes, chosen } = view;
  const { number, percent, duration } = host.format;
  const or = (value: number, write: (value: number) => string): string => (Number.isNaN(value) ? NONE : write(value));
  const cells = (score: Score): string[] => [
    number(score.pages),
    number(score.nightPages),
    number(score.tickets),
    number(score.falseAlerts),
    number(score.earlyAlerts),
    number(score.missed),
    or(score.precision, percent),
    or(score.recall, percent),
    or(score.detectSeconds, (seconds) => duration(Math.round(seconds))),
    or(score.resetSeconds, (seconds) => duration(Math.round(seconds))),
    number(score.resolvedTooSoon),
    or(score.budgetSpent, (share) => percent(share, 1)),
    or(score.goodOnCall, (good) => (good ? text.yes : text.no)),
  ];
  return scrolling(
    text.table,
    dataTable(
      text.table,
      lanes.map((lane) => ({
        head: text.strategies[lane.strategy.name].name,
        cells: cells(lane.score),
        current: chosen?.lane === lane,
      })),
      text.columns,
    ),
  );
}

/** The truth in numbers: what hurt how many, and whether it counts. */
function incidentsTable({ text, host, incidents, time }: ComparisonView): TemplateResult {
  const { number, percent, duration } = host.format;
  return scrolling(
    text.truth,
    dataTable(
      text.truth,
      incidents.map(({ kind, start, end, hurt, budget, isSignificant }) => ({
        head: text.kinds[kind],
        cells: [
          time(start),
          duration(end - start),
          number(hurt),
          percent(budget, 2),
          isSignificant ? text.yes : text.no,
        ],
      })),
      text.incidentColumns,
    ),
  );
}

/** The same over many weeks, as means with their intervals. */
export function estimatesTable(
  { text, host }: ComparisonView,
  rows: readonly (readonly [StrategyName, Estimates])[],
): TemplateResult {
  const { number, percent, duration } = host.format;
  const interval = ({ mean, margin }: Estimate, write: (value: number) => string): string => {
    if (Number.isNaN(mean)) return NONE;
    return Number.isNaN(margin) ? write(mean) : text.margin(write(mean), write(margin));
  };
  const count = (value: number): string => number(value, 1);
  const seconds = (value: number): string => duration(value < 120 ? Math.round(value) : Math.round(value / 60) * 60);
  return scrolling(
    text.manyColumn,
    dataTable(
      text.manyColumn,
      rows.map(([name, all]) => ({
        head: text.strategies[name].name,
        cells: [
          interval(all.pages, count),
          interval(all.nightPages, count),
          interval(all.tickets, count),
          interval(all.falseAlerts, count),
          interval(all.earlyAlerts, count),
          interval(all.missed, count),
          interval(all.precision, percent),
          interval(all.recall, percent),
          interval(all.detectSeconds, seconds),
          interval(all.resetSeconds, seconds),
          interval(all.resolvedTooSoon, count),
          interval(all.budgetSpent, (share) => percent(share, 1)),
          interval(all.goodOnCall, percent),
        ],
      })),
      text.columns,
    ),
  );
}

/** A table that is wider than a phone scrolls for itself, by keyboard, too. */
function scrolling(label: string, table: TemplateResult): TemplateResult {
  return html`<div class="wide" role="region" tabindex="0" aria-label=${label}>${table}</div>`;
}
