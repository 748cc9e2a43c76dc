import { html, type TemplateResult } from 'lit';
import { valueText } from '../../../telemetry/logs/log-record.js';
import { LEVEL_FIELDS, MESSAGE_FIELDS, SERVICE_FIELDS, type LogRecord } from '../../../telemetry/logs/index.js';
import { tableHead } from '../../../ui/controls/table.js';
import type { LogSearchView } from '../log-search.view.js';
import { levelClass } from './record-line.js';
import { firstOf, idsOf } from '../system/request.model.js';

/** No more of a value than a reader looks at. */
const LONGEST = 2000;

/** All fields of the chosen record, and the ways on from it. */
export function recordPart(
  { text: t }: LogSearchView,
  record: LogRecord,
  follow: (traceId: string) => void,
  more: TemplateResult | string,
): TemplateResult {
  const { traceId } = idsOf(record);
  const followIt = (): void => follow(traceId);
  return html`<section class="record" part="record" aria-label=${t.record}>
    <dl class="facts">
      ${Object.entries(record).map(
        ([field, value]) =>
          html`<div class="fact">
            <dt class="quiet">${field}</dt>
            <dd>${valueText(value).slice(0, LONGEST)}</dd>
          </div>`,
      )}
    </dl>
    ${traceId && html`<button @click=${followIt}>${t.follow}</button>`} ${more}
  </section>`;
}

/** Every line of a request in order, each at its place in time; those that `isMarked` names are marked. */
export function requestPart(
  view: LogSearchView,
  traceId: string,
  isMarked: (row: number) => boolean,
  choose: (row: number) => void,
): TemplateResult {
  const { text: t, session, host } = view;
  const lines = session.request(traceId);
  if (lines.length === 0) return html`<p class="quiet">${t.requestNone}</p>`;
  const wholeMs = Math.max(1, ...lines.map(({ afterMs }) => afterMs || 0));
  return html`<p class="quiet fact">trace_id=${traceId}</p>
    <table class="request" part="table" aria-label=${t.request}>
      ${tableHead(t.requestColumns)}
      ${lines.map(({ row, record, afterMs }) => {
        const chooseIt = (): void => choose(row);
        const severity = firstOf(record, LEVEL_FIELDS);
        const isOfSpan = isMarked(row);
        return html`<tr class=${isOfSpan ? 'current' : ''}>
          <td>
            ${Number.isNaN(afterMs) ? '' : host.figureText.millisecond(host.format.number(afterMs))}
            <svg class="tick mirrored" width="100%" height="6" aria-hidden="true">
              <rect class="rail" width="100%" y="2" height="2" />
              <rect x="${((afterMs || 0) / wholeMs) * 96}%" width="4%" height="6" />
            </svg>
          </td>
          <th scope="row">${textOf(firstOf(record, SERVICE_FIELDS))}</th>
          <td class=${levelClass(severity)}>${textOf(severity)}</td>
          <td>
            <button class="plain" aria-current=${isOfSpan} @click=${chooseIt}>
              <b>${textOf(record['event'])}</b> ${textOf(firstOf(record, MESSAGE_FIELDS)).slice(0, 200)}
            </button>
          </td>
        </tr>`;
      })}
    </table>
    <p class="quiet">${t.noTraceIds}</p>`;
}

/** A value as text; nothing for one that is missing. */
function textOf(value: unknown): string {
  return valueText(value ?? '');
}

/** What the request comes to, in a line. */
export function requestSummary({ text: t, session, host }: LogSearchView, traceId: string): string {
  if (traceId === '' || !session.corpus) return t.requestSummary;
  const lines = session.request(traceId);
  if (lines.length === 0) return t.requestNone;
  const services = new Set(lines.map(({ record }) => firstOf(record, SERVICE_FIELDS)));
  const took = Math.max(0, ...lines.map(({ afterMs }) => afterMs || 0));
  return t.requestOf(
    host.format.number(lines.length),
    host.format.number(services.size),
    host.format.duration(took / 1000),
  );
}
