import { html, type TemplateResult } from 'lit';
import { dataTable } from '../../../ui/controls/table.js';
import { dailyBurnRates } from './burn.part.js';
import { costIn, nameOf, whenOf, type TrackerView } from '../budget-tracker.view.js';

/** What the drawing shows, as tables: the days, and what happened on them. */
export function dataPart(view: TrackerView): TemplateResult {
  const { text: t, host, month, now, record } = view;
  const { duration, number, percent, times } = host.format;
  const days = dailyBurnRates(month.ledger, now).map(([from, to, rate], index) => {
    const { left, leftShare, band } = month.ledger.at(to);
    const spent = month.ledger.spentIn(from, to);
    return {
      head: number(index + 1),
      cells: [duration(left), percent(leftShare), t.bands[band], duration(spent), times(rate)],
    };
  });
  const events = month.entries
    .filter(({ start }) => start >= (record.window === 'rolling' ? -Infinity : 0))
    .map((entry) => ({
      head: nameOf(view, entry),
      small: whenOf(view, entry.start),
      cells: [entry.outcome === 'happened' ? duration(costIn(entry)) : '–'],
    }));
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t.chart}>
      ${dataTable(t.chart, days, t.dataColumns)}
    </div>
    ${events.length ? dataTable(t.events, events, t.eventColumns) : html`<p>${t.nothingYet}</p>`}`;
}
