import { html, type TemplateResult } from 'lit';
import { valueText } from '../../../telemetry/logs/log-record.js';
import { tableHead } from '../../../ui/controls/table.js';
import type { LogSearchView } from '../log-search.view.js';
import { withCondition } from '../questions/suggestions.model.js';

const MOST_FIELDS = 40;
const MOST_VALUES = 12;

/** The fields of the log with their counts; of the chosen one its values, each of which can be added to the query. */
export function fieldsPart(view: LogSearchView, chosen: string, choose: (field: string) => void): TemplateResult {
  const { text: t, session, host } = view;
  const { corpus } = session;
  if (!corpus) return html``;
  const { store } = corpus;
  const fields = corpus.fields.slice(0, MOST_FIELDS);
  return html`<div class="fields-pair">
    <table part="table" aria-label=${t.fields}>
      ${tableHead(t.fieldColumns)}
      ${fields.map(({ field, count }) => {
        const show = (): void => choose(field);
        return html`<tr class=${field === chosen ? 'current' : ''}>
          <th scope="row">
            <button class="plain" aria-pressed=${field === chosen} aria-label=${t.showValues(field)} @click=${show}>
              ${field}
            </button>
          </th>
          ${counted(view, count, store.size)}
        </tr>`;
      })}
    </table>
    ${chosen && html`<div>${valuesTable(view, chosen)}</div>`}
  </div>`;

  function valuesTable({ asked }: LogSearchView, field: string): TemplateResult {
    if (store.isEndless(field)) return html`<p class="quiet">${t.endless}</p>`;
    return html`<table part="table" aria-label=${t.valuesOf(field)}>
      ${tableHead(t.valueColumns)}
      ${store.values(field, { limit: MOST_VALUES }).map(({ value, count }) => {
        const shown = valueText(value).slice(0, 100);
        const add = (): void => void host.change('query', withCondition(asked.query, field, value));
        return html`<tr>
          <th scope="row">
            <button class="plain" aria-label=${t.addToQuery(`${field}=${shown}`)} @click=${add}>+ ${shown}</button>
          </th>
          ${counted(view, count, store.size)}
        </tr>`;
      })}
    </table>`;
  }
}

function counted({ host }: LogSearchView, count: number, size: number): TemplateResult {
  const { number, percent } = host.format;
  const share = count / Math.max(1, size);
  return html`<td>${number(count)}</td>
    <td>${percent(share, share < 0.01 ? 2 : 0)}</td>`;
}
