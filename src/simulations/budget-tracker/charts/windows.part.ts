import { html, type TemplateResult } from 'lit';
import { dataTable, type TableRow } from '../../../ui/controls/table.js';
import { richText } from '../../../ui/element/rich-text.js';
import { costIn, nameOf, whenOf, type TrackerView } from '../budget-tracker.view.js';
import { DAY, Ledger, MONTH, type Window } from '../month/budget-ledger.model.js';

/** The same incidents in the other window. */
function booksOf({ month, record }: TrackerView, window: Window): Ledger {
  const ledger = new Ledger(record.objective, window);
  ledger.spends.push(...month.ledger.spends);
  return ledger;
}

export function windowsSummary(view: TrackerView): string {
  const left = (window: Window): string => view.host.format.duration(booksOf(view, window).at(view.now).left);
  return view.text.windowsSummary(left('calendar'), left('rolling'));
}

/** The calendar month and the last 30 days over the same incidents, and what each will do next. */
export function windowsPart(view: TrackerView): TemplateResult {
  const { text: t, host, now } = view;
  const { duration, number } = host.format;
  const books = (['calendar', 'rolling'] as const).map((window) => booksOf(view, window));
  const [from, spent, left, policy] = t.windowRows;
  const row = (head: string | undefined, cell: (ledger: Ledger) => string): TableRow => ({
    head: head ?? '',
    cells: books.map(cell),
  });
  const rows = [
    row(from, ({ window }) => (window === 'calendar' ? t.monthStart : whenOf(view, now - MONTH))),
    row(spent, (ledger) => duration(ledger.spentIn(ledger.windowStart(now), now))),
    row(left, (ledger) => duration(ledger.at(now).left)),
    row(policy, (ledger) => t.bands[ledger.at(now).band]),
  ];
  const rolling = booksOf(view, 'rolling');
  const tomorrow = rolling.rollsOut(now, now + DAY);
  return html`${dataTable(t.windowsTitle, rows, [host.label('window'), ...Object.values(t.windows)])}
    <p>${richText(t.resetsOn(number(Math.ceil((MONTH - now) / DAY))))}</p>
    <p>${richText(tomorrow > 0 ? t.rollsOut(duration(tomorrow)) : t.rollsOutNothing)} ${richText(nextOut(view))}</p>`;
}

/** The oldest downtime that is still in the rolling window. */
function nextOut(view: TrackerView): string {
  const { text: t, host, month, now } = view;
  const next = month.entries
    .filter((entry) => entry.outcome === 'happened' && costIn(entry) > 0 && entry.start + entry.seconds > now - MONTH)
    .sort((a, b) => a.start - b.start)[0];
  return next
    ? t.rollsNext(host.format.duration(costIn(next)), nameOf(view, next), whenOut(view, next.start + MONTH))
    : '';
}

/** A day of this month, or of the next. */
function whenOut({ text: t, host }: TrackerView, at: number): string {
  const { number } = host.format;
  return at < MONTH ? t.onDay(number(Math.floor(at / DAY) + 1)) : t.onDayAfter(number(Math.floor(at / DAY) - 29));
}
