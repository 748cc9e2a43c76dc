import { html, nothing, type TemplateResult } from 'lit';
import { formatTraceparent, type Span } from '../../../telemetry/traces/index.js';
import { valueText } from './value-text.js';
import type { TraceView } from '../trace-viewer.view.js';

/** Rows of a list of attributes; a stranger's span may have thousands. */
const MOST_ROWS = 100;

/** Of a span's flags, those that its header has. */
const TRACE_FLAGS = 0xff;

/** All that is known of the selected span. */
export function detailsPart(view: TraceView): TemplateResult | typeof nothing {
  const { trace, selected, text, analysis, duration } = view;
  const span = trace.spans[selected];
  if (!span) return nothing;
  const facts: readonly (readonly [string, string])[] = [
    [text.facts.duration, duration(span.durationMs)],
    [text.facts.self, duration(analysis?.selfMs[selected] ?? 0)],
    [text.facts.path, duration(analysis?.pathMs[selected] ?? 0)],
    [text.facts.start, text.starts(duration(span.startMs))],
    [text.facts.status, text.statuses[span.status]],
  ];
  return html`<section class="details" part="details" aria-label=${text.details}>
    <p class="title s${view.colours.get(span.service) ?? 0}">
      <b>${span.service}</b> ${span.name} <small>${text.kinds[span.kind]}</small>
    </p>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${span.warnings.map(({ kind, message }) => html`<p class="note"><b>${text.badges[kind]}</b> ${message}</p>`)}
    <div class="columns">
      <div>
        ${list(text.attributes, span.attributes, view)} ${list(text.resource, span.resource ?? new Map(), view)}
      </div>
      <div>${header(span, view)} ${logs(span, view)} ${events(span, view)} ${links(span, view)}</div>
    </div>
  </section>`;
}

function list(
  title: string,
  entries: ReadonlyMap<string, unknown>,
  { text, host }: TraceView,
): TemplateResult | string {
  if (entries.size === 0) return '';
  const rows = [...entries].slice(0, MOST_ROWS);
  return html`<h4>${title}</h4>
    <dl class="pairs">
      ${rows.map(
        ([key, value]) =>
          html`<dt>${key}</dt>
            <dd>${valueText(value)}</dd>`,
      )}
    </dl>
    ${entries.size > MOST_ROWS ? html`<p class="quiet">${text.andMore(host.format.number(entries.size - MOST_ROWS))}</p>` : ''}`;
}

/**
 * The header that a caller sent, or a callee was sent; none for what was called within its own process. What is recorded
 * was sampled, unless the file says otherwise.
 */
function header(span: Span, { text, trace, host }: TraceView): TemplateResult | string {
  if (span.kind === 'internal') return '';
  const traceId = trace.traceIds.get(span.spanId) ?? trace.traceId;
  const isSent = span.kind === 'client' || span.kind === 'producer';
  const parentId = isSent ? span.spanId : (span.parentSpanId ?? '');
  const sent = formatTraceparent({
    traceId: traceId.padStart(32, '0'),
    parentId: parentId.padStart(16, '0'),
    ...(span.flags === undefined ? { sampled: true } : { flags: span.flags & TRACE_FLAGS }),
  });
  if (sent === '' && span.parentSpanId !== null) return '';
  const copy = (): void => void host.menu.copy(sent);
  return html`<h4>${isSent ? text.sent : text.received}</h4>
    ${
      sent
        ? html`<p class="header">
            <code>traceparent: ${sent}</code> <button @click=${copy}>${host.figureText.copy}</button>
          </p>`
        : html`<p class="quiet">${text.noHeader}</p>`
    }`;
}

function logs(span: Span, { text, run, logs: logsOf, trace, duration }: TraceView): TemplateResult | string {
  if (!run) return '';
  const lines = logsOf(span.spanId);
  const start = lines[0]?.seconds ?? 0;
  return html`<h4>${text.logLines}</h4>
    ${lines.length ? '' : html`<p class="quiet">${text.noLogs}</p>`}
    <ul class="logs">
      ${lines.map(
        ({ severity, event, message, seconds }) =>
          html`<li class=${severity.toLowerCase()}>
            <b>${severity}</b> ${event} <span>${message}</span>
            ${seconds > start && trace ? html`<small>+${duration((seconds - start) * 1000)}</small>` : ''}
          </li>`,
      )}
    </ul>`;
}

function events(span: Span, { text, duration }: TraceView): TemplateResult | string {
  if (span.events.length === 0) return '';
  return html`<h4>${text.events}</h4>
    <ul>
      ${span.events.slice(0, MOST_ROWS).map(
        ({ name, timeMs, attributes }) =>
          html`<li>
            <b>${name}</b> <small>${text.starts(duration(timeMs))}</small>
            <dl class="pairs">
              ${[...attributes].slice(0, MOST_ROWS).map(
                ([key, value]) =>
                  html`<dt>${key}</dt>
                    <dd>${valueText(value)}</dd>`,
              )}
            </dl>
          </li>`,
      )}
    </ul>`;
}

function links(span: Span, { text }: TraceView): TemplateResult | string {
  if (span.links.length === 0) return '';
  return html`<h4>${text.links}</h4>
    <ul>
      ${span.links.slice(0, MOST_ROWS).map(({ traceId, spanId }) => html`<li><code>${traceId} ${spanId}</code></li>`)}
    </ul>`;
}
