import { live } from 'lit/directives/live.js';
import { html, type TemplateResult } from 'lit';
import { parseLogQuery } from '../../telemetry/logs/index.js';
import { note, richText } from '../../ui/element/rich-text.js';
import { keysByCommand } from './waterfall/treegrid-keyboard.js';
import type { TraceView } from './trace-viewer.view.js';

export const VIEWS = ['waterfall', 'flame', 'table', 'map'] as const;
export type ViewName = (typeof VIEWS)[number];

/** How the trace is drawn, and what is looked for in it. */
export function toolsPart(view: TraceView, current: ViewName, query: string, next: () => void): TemplateResult {
  const { text, host, matches, trace } = view;
  const parsed = parseLogQuery(query);
  const button = (name: ViewName): TemplateResult => {
    const show = (): void => void host.change('view', name);
    return html`<button aria-pressed=${name === current} @click=${show}>${text.views[name]}</button>`;
  };
  const { number } = host.format;
  return html`<div class="tools">
      <div class="group" role="group" aria-label=${host.label('view')}>${VIEWS.map(button)}</div>
      <div class="group search">
        <input
          class="box"
          type="search"
          name="query"
          aria-label=${host.label('query')}
          placeholder=${host.label('query')}
          aria-invalid=${!parsed.ok}
          aria-describedby="query-problem"
          .value=${live(query)}
          @change=${host.changeField}
        />
        ${
          matches
            ? html`<span>${richText(text.matches(number(matches.length), number(trace.spans.length)))}</span>
                <button ?disabled=${matches.length === 0} @click=${next}>${text.next}</button>`
            : ''
        }
      </div>
    </div>
    ${host.validation.note('view')} ${parsed.ok ? '' : note(parsed.message, 'problem', 'query-problem')}`;
}

/** The keys of the waterfall, from its key map. */
export function keysPart({ text }: TraceView): TemplateResult {
  return html`<dl class="pairs keys">
    ${[...keysByCommand()].map(
      ([command, keys]) =>
        html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
          <dd>${text.keyHelp[command]}</dd>`,
    )}
  </dl>`;
}
