import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { dataTable } from '../../../ui/controls/table.js';
import { operationsOf } from './operations.model.js';
import type { TraceView } from '../trace-viewer.view.js';

const MOST_ROWS = 100;

/** The operations of a trace in numbers, the one that holds it up most first. */
export function tablePart({ trace, analysis, text, duration, host }: TraceView): TemplateResult {
  const { number } = host.format;
  const operations = operationsOf(trace.spans, analysis);
  return html`<div class="wide" tabindex="0" role="group" aria-label=${text.tableOf}>
      ${dataTable(
        text.tableOf,
        operations.slice(0, MOST_ROWS).map(({ service, name, calls, errors, longestMs, selfMs, pathMs }) => ({
          head: name || text.unnamed,
          small: service,
          cells: [
            number(calls),
            errors ? number(errors) : '–',
            duration(longestMs),
            duration(selfMs),
            pathMs ? duration(pathMs) : '–',
          ],
          current: analysis?.bottleneck?.name === name && analysis.bottleneck.service === service,
        })),
        text.tableColumns,
      )}
    </div>
    ${operations.length > MOST_ROWS ? html`<p class="quiet">${text.andMore(number(operations.length - MOST_ROWS))}</p>` : ''}`;
}
