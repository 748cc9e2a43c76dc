import { live } from 'lit/directives/live.js';
import { html, type TemplateResult } from 'lit';
import { dataTable } from '../../../ui/controls/table.js';
import { richText } from '../../../ui/element/rich-text.js';
import { readTraceparent, readTracestate } from './header.model.js';
import type { TraceView } from '../trace-viewer.view.js';

/** An editor for the two headers: what a hop reads from them, or which rule they break. */
export function headerPart(view: TraceView, traceparent: string, tracestate: string): TemplateResult {
  const { text, host } = view;
  const line = (name: string, value: string, isGood: boolean): TemplateResult =>
    html`<label class="wire"
      ><span>${host.label(name)}:</span
      ><input
        class="box"
        name=${name}
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${!isGood}
        .value=${live(value)}
        @input=${write}
        @change=${write}
    /></label>`;
  const write = ({ target, type }: Event): void => {
    if (target instanceof HTMLInputElement) void host.change(target.name, target.value, type === 'change');
  };
  const parent = readTraceparent(traceparent);
  const state = readTracestate(tracestate);
  return html`${line('traceparent', traceparent, parent.ok)}
  ${
    parent.ok
      ? html`${fields(view, traceparent)}
          <p>
            ${richText(text.accepted(parent.context.traceId, parent.context.parentId))}
            ${parent.context.sampled ? text.sampled : text.notSampled}
          </p>`
      : html`<p class="note hard">${richText(text.restarts(text.headerFaults[parent.fault]))}</p>`
  }
  ${line('tracestate', tracestate, state.ok)} ${entries(view, state)}`;
}

function fields({ text }: TraceView, header: string): TemplateResult {
  return html`<dl class="facts mono">
    ${header
      .trim()
      .split('-')
      .slice(0, 4)
      .map(
        (field, i) =>
          html`<div>
            <dt>${text.headerFields[i]}</dt>
            <dd>${field}</dd>
          </div>`,
      )}
  </dl>`;
}

function entries({ text, host }: TraceView, state: ReturnType<typeof readTracestate>): TemplateResult | string {
  if (!state.ok) {
    return html`<p class="note hard">
      ${richText(text.stateIgnored(text.stateFaults[state.fault](state.member.replaceAll('*', '∗'))))}
    </p>`;
  }
  if (state.entries.length === 0) return '';
  return dataTable(
    text.stateEntries(host.format.number(state.entries.length)),
    state.entries.map(({ key, value }) => ({ head: key, cells: [value] })),
  );
}
