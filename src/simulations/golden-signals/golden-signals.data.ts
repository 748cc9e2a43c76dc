import { html, type TemplateResult } from 'lit';
import { FAILURE_CAUSES } from '../../shop/index.js';
import { dataTable } from '../../ui/controls/table.js';
import type { SignalsAt } from './golden-signals.model.js';
import type { GoldenSignalsView } from './golden-signals.view.js';

/** How many moments the table shows; the file has all. */
const ROWS = 15;

/** What the charts show, as numbers: the newest first. */
export function historyTable({ history, text: t, host, clock }: GoldenSignalsView): TemplateResult {
  const { duration, percent, number } = host.format;
  const shown = (value: number, write: (value: number) => string): string =>
    Number.isFinite(value) ? write(value) : '–';
  const rows = history
    .slice(-ROWS)
    .reverse()
    .map((at) => ({
      head: clock(at.seconds),
      cells: [
        shown(at.p50, duration),
        shown(at.p95, duration),
        shown(at.p99, duration),
        shown(at.traffic, (value) => t.perSecond(number(value))),
        shown(at.errorRatio, (value) => percent(value, 1)),
        shown(at.usages['cpu']?.utilization ?? NaN, percent),
        shown(at.usages['workers']?.utilization ?? NaN, percent),
        number(at.waiting),
      ],
    }));
  const { cpu = '', workers = '', queue = '' } = t.resources;
  const columns = [t.time, 'p50', 'p95', 'p99', t.traffic, t.errors, cpu, workers, queue];
  // Where it is wider than the figure it scrolls, and by keyboard only what has the focus does.
  return html`<div class="scroll" role="group" aria-label=${t.data} tabindex="0">
    ${dataTable(t.data, rows, columns)}
  </div>`;
}

/** The same as a file: seconds, requests a second, ratios; empty where nothing was measured. */
export function toCsv(history: readonly SignalsAt[]): string {
  const head = ['seconds', 'p50', 'p95', 'p99', 'mean', 'requests_per_second', 'error_ratio'];
  const kinds = Object.keys(history[0]?.usages ?? {});
  const lines = history.map((at) => {
    const { seconds, p50, p95, p99, mean, traffic, errorRatio, causes, usages, waiting } = at;
    const own = [seconds, p50, p95, p99, mean, traffic, errorRatio];
    const failed = FAILURE_CAUSES.map((cause) => causes[cause]);
    const used = kinds.map((kind) => usages[kind]?.utilization ?? NaN);
    return [...own, ...failed, ...used, waiting]
      .map((value) => (Number.isFinite(value) ? String(value) : ''))
      .join(',');
  });
  const heads = [...head, ...FAILURE_CAUSES, ...kinds.map((kind) => `${kind}_utilisation`), 'waiting'];
  return [heads.join(','), ...lines, ''].join('\n');
}
