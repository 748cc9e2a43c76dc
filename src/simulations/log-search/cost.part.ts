import { html, type TemplateResult } from 'lit';
import { dataTable } from '../../ui/controls/table.js';
import type { LogSearchView } from './log-search.view.js';

/** What the lines and the index take: time to make them, and memory. */
export function costPart({ text: t, session, host }: LogSearchView): TemplateResult {
  const { corpus } = session;
  if (!corpus) return html``;
  const { lines, store, textBytes, textMs, indexMs } = corpus;
  const { number } = host.format;
  const row = (head: string, ms: number, bytes: number): { head: string; cells: string[] } => ({
    head,
    cells: [
      host.figureText.second(number(ms / 1000, 2)),
      t.megabytes(number(bytes / 1e6, 1)),
      t.bytes(number(bytes / Math.max(1, store.size))),
    ],
  });
  const rows = [row(t.asText, textMs, lines.bytes), row(t.asRecords, indexMs, store.bytes + textBytes)];
  return html`${dataTable(t.cost, rows, t.costColumns)}
    <p class="quiet">${t.costNote}</p>`;
}

export function costSummary({ text: t, session, host }: LogSearchView): string {
  const { corpus } = session;
  if (!corpus) return '';
  const { store, textBytes, indexMs } = corpus;
  const bytes = (store.bytes + textBytes) / Math.max(1, store.size);
  return t.costSummary(
    host.figureText.second(host.format.number(indexMs / 1000, 2)),
    t.bytes(host.format.number(bytes)),
  );
}
