import { live } from 'lit/directives/live.js';
import { html, type TemplateResult } from 'lit';
import type { Trace, Warning } from '../../../telemetry/traces/index.js';
import { choiceField } from '../../../ui/controls/fields.js';
import { byteSize } from '../byte-size.js';
import type { Refusal, TraceFile } from './trace-source.js';
import type { TraceView } from '../trace-viewer.view.js';

/** Traces of a file that are offered; the names of more would be a page of their own. */
const MOST_TRACES = 200;
const MOST_WARNINGS = 20;

export interface OwnTraceActs {
  open(file: File): void;
  paste(text: string): void;
  close(): void;
}

export interface OwnTraceView {
  readonly file: TraceFile | undefined;
  readonly refusal: { readonly name: string; readonly refusal: Refusal } | undefined;
  readonly adjustSkew: boolean;
  readonly language: string;
  readonly acts: OwnTraceActs;
}

export function ownTraceSummary({ text, host }: TraceView, { file }: OwnTraceView): string {
  return file ? fileSummary(file, text, host.format.number) : text.ownSummary;
}

function fileSummary({ format, traces }: TraceFile, text: TraceView['text'], number: (n: number) => string): string {
  const spans = traces.reduce((sum, trace) => sum + trace.spans.length, 0);
  return text.file(text.formats[format], number(traces.length), number(spans));
}

/** Why a file could not be read, in a sentence. */
export function refusalText({ text, host }: TraceView, { refusal, language }: OwnTraceView): string {
  if (!refusal) return '';
  const { name, refusal: because } = refusal;
  const why = {
    'too-large': () => text.tooLarge(byteSize('bytes' in because ? because.bytes : 0, language)),
    status: () => text.notFound(host.format.number('status' in because ? because.status : 0)),
    unreachable: () => text.unreachable,
    unreadable: () => ('message' in because ? because.message : ''),
  }[because.why]();
  return text.unreadable(name, why);
}

/** A place for a reader's own traces: to drop, to choose, to paste; and what is doubtful about them. */
export function ownTracePart(view: TraceView, own: OwnTraceView): TemplateResult {
  const { text, host } = view;
  const { acts, file } = own;
  const choose = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const [chosen] = target.files ?? [];
    if (chosen) acts.open(chosen);
    target.value = '';
  };
  const read = ({ currentTarget }: Event): void => {
    const field =
      currentTarget instanceof HTMLElement ? currentTarget.closest('.own')?.querySelector('textarea') : null;
    if (field?.value.trim()) acts.paste(field.value);
  };
  const close = (): void => acts.close();
  return html`<div class="own">
    <label class="drop"
      >${text.drop} <input type="file" accept=".json,.jsonl,.ndjson,application/json" @change=${choose}
    /></label>
    <label>${text.paste} <textarea rows="3" spellcheck="false"></textarea></label>
    <p class="group">
      <button @click=${read}>${text.read}</button>
      ${file ? html`<button @click=${close}>${text.backToShop}</button>` : ''}
    </p>
    ${file && file.traces.length > 1 ? tracesField(view, file.traces) : ''}
    ${file ? skewField(view, own.adjustSkew) : ''} ${warningsPart(view)} ${host.validation.note('src')}
  </div>`;
}

function tracesField({ text, host, trace, duration }: TraceView, traces: readonly Trace[]): TemplateResult {
  const options = traces.slice(0, MOST_TRACES).map(({ traceId, spans, durationMs }): [string, string] => {
    const root = spans.find(({ parentSpanId }) => parentSpanId === null) ?? spans[0];
    const name = `${root?.service ?? ''} ${root?.name ?? ''}`;
    return [traceId, text.traceOption(name, duration(durationMs), host.format.number(spans.length))];
  });
  return html`<div class="fields">${choiceField(host, 'traceId', trace.traceId, Object.fromEntries(options))}</div>`;
}

function skewField({ host }: TraceView, isOn: boolean): TemplateResult {
  const toggle = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) void host.change('adjustSkew', target.checked);
  };
  return html`<p class="fields">
    <label
      ><input type="checkbox" name="adjustSkew" .checked=${live(isOn)} @change=${toggle} />
      ${host.label('adjustSkew')}</label
    >
  </p>`;
}

/** What is doubtful, of the trace as a whole and of its spans: the first of each, and how many more. */
export function warningsPart({ trace, text, host, select }: TraceView): TemplateResult | string {
  const found: { warning: Warning; index: number }[] = trace.warnings.map((warning) => ({ warning, index: -1 }));
  trace.spans.forEach((span, index) => {
    for (const warning of span.warnings) found.push({ warning, index });
  });
  if (found.length === 0) return '';
  const line = ({ warning, index }: { warning: Warning; index: number }): TemplateResult => {
    const span = trace.spans[index];
    const go = (): void => select(index);
    return html`<li>
      <b class="badge">${text.badges[warning.kind]}</b>
      ${span ? html`<button class="link" @click=${go}>${span.service} ${span.name}</button>` : ''} ${warning.message}
    </li>`;
  };
  return html`<h4>${text.warnings}</h4>
    <ul class="plain">
      ${found.slice(0, MOST_WARNINGS).map(line)}
    </ul>
    ${found.length > MOST_WARNINGS ? html`<p class="quiet">${text.andMore(host.format.number(found.length - MOST_WARNINGS))}</p>` : ''}`;
}
