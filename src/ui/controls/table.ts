import { html, type TemplateResult } from 'lit';

export interface TableRow {
  readonly head: string;
  /** What qualifies the head, smaller. */
  readonly small?: string | undefined;
  readonly cells: readonly string[];
  /** Whether it is the row of the reader's own value. */
  readonly current?: boolean;
}

export function tableHead(columns: readonly string[]): TemplateResult {
  return html`<thead>
    <tr>
      ${columns.map((column) => (column ? html`<th scope="col">${column}</th>` : html`<td></td>`))}
    </tr>
  </thead>`;
}

/** A real table; without `columns` the row heads say it all, and a column without a name heads nothing. */
export function dataTable(label: string, rows: readonly TableRow[], columns: readonly string[] = []): TemplateResult {
  return html`<table part="table" aria-label=${label}>
    ${columns.length ? tableHead(columns) : ''}
    ${rows.map(
      ({ head, small, cells, current }) =>
        html`<tr class=${current ? 'current' : ''}>
          <th scope="row">${head} <small>${small}</small></th>
          ${cells.map((cell) => html`<td>${cell}</td>`)}
        </tr>`,
    )}
  </table>`;
}
