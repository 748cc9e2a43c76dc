import { html, type TemplateResult } from 'lit';
import { allowedDowntimeSeconds } from '../../slo/budget.js';
import { dataTable } from '../../ui/controls/table.js';
import type { CalculatorView } from './slo-calculator.view.js';

/** The table of nines; the reader's objective is marked, and gets a row of its own where it has none. */
export function ninesPart({ text, calendar, host }: CalculatorView, percent: number): TemplateResult {
  const rows = [...new Set([...Object.keys(text.examples).map(Number), percent])].sort((a, b) => a - b);
  const allowed = (row: number, seconds: number): string =>
    host.format.duration(allowedDowntimeSeconds(row / 100, seconds));
  return html`${dataTable(
      text.nines,
      rows.map((row) => ({
        head: host.format.percent(row / 100, 9),
        cells: [allowed(row, calendar.monthSeconds), allowed(row, calendar.yearSeconds), text.examples[row] ?? ''],
        current: row === percent,
      })),
      text.ninesColumns,
    )}
    <p class="quiet">${text.costOfANine}</p>`;
}

/** Who lives at an objective: the example of the nearest row that promises no more. */
export function exampleFor({ text }: CalculatorView, percent: number): string {
  const rows = Object.keys(text.examples)
    .map(Number)
    .sort((a, b) => a - b);
  return text.examples[rows.findLast((row) => row <= percent) ?? 90] ?? '';
}
