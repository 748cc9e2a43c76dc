import type { TemplateResult } from 'lit';
import { dataTable } from '../../ui/controls/table.js';
import type { RedUseModel } from './red-use.model.js';
import { cellName, written, type RedUseView } from './red-use.view.js';

/** The cells that are shown, as numbers. */
export function cellTable(view: RedUseView): TemplateResult {
  const { model, text: t, clock } = view;
  const cells = [...view.services, ...view.resources].flatMap((row) => row.cells);
  const rows = cells.map((cell) => {
    const { values, baseline, departure } = model.track(cell);
    return {
      head: cellName(view, cell),
      cells: [
        written(view, cell, values.at(-1) ?? NaN),
        written(view, cell, baseline?.mean ?? NaN),
        departure ? t.place(String(departure.order)) : t.none,
        departure ? clock(departure.seconds) : t.none,
      ],
      current: departure?.order === 1,
    };
  });
  return dataTable(t.data, rows, t.columns);
}

/** Every cell of the shop over the last minutes: a column each, in seconds and ratios; empty where nothing was measured. */
export function toCsv(model: RedUseModel): string {
  const tracks = model.cells.map((cell) => model.track(cell).values);
  const lines = model.scrapes.map((seconds, index) =>
    [seconds, ...tracks.map((values) => values[index] ?? NaN)]
      .map((value) => (Number.isFinite(value) ? String(value) : ''))
      .join(','),
  );
  return [['seconds', ...model.cells.map(({ key }) => key)].join(','), ...lines, ''].join('\n');
}
