import { live } from 'lit/directives/live.js';
import { html, type TemplateResult } from 'lit';
import { parseLogQuery } from '../../telemetry/logs/index.js';
import { note, richText } from '../../ui/element/rich-text.js';
import { keysByCommand } from './waterfall/treegrid-keyboard.js';
import type { TraceView } from './trace-viewer.view.js';

export const VIEWS = ['waterfall', 'flame', 'table', 'map'] as const;
export type ViewName = (typeof VIEWS)[number];

/** How the trace is drawn, and what is looked for in it. */
export function toolsPart(
  view: TraceView,
  current: ViewName,
  query: string,
  goToMatch: (step: 1 | -1) => void,
): TemplateResult {
  const { text, host, matches } = view;
  const parsed = parseLogQuery(query);
  const button = (name: ViewName): TemplateResult => {
    const show = (): void => void host.change('view', name);
    return html`<button aria-pressed=${name === current} @click=${show}>${text.views[name]}</button>`;
  };
  const { number } = host.format;
  const search = ({ target, type }: Event): void => {
    if (target instanceof HTMLInputElement) void host.change('query', target.value, type === 'change');
  };
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !matches?.length || !isSearched(event.target, query)) return;
    event.preventDefault();
    goToMatch(event.shiftKey ? -1 : 1);
  };
  const place = matches?.indexOf(view.selected) ?? -1;
  const step = (by: 1 | -1, name: string): TemplateResult => {
    const go = (): void => goToMatch(by);
    return html`<button ?disabled=${!matches?.length} @click=${go}>${name}</button>`;
  };
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
          @input=${search}
          @change=${search}
          @keydown=${enter}
        />
        ${
          matches
            ? html`<span>${richText(found(view, place, number))}</span> ${step(-1, text.previous)} ${step(1, text.next)}`
            : ''
        }
      </div>
    </div>
    ${host.validation.note('view')} ${parsed.ok ? '' : note(parsed.message, 'problem', 'query-problem')}`;
}

/** How many spans match, and which of them is selected. */
function found({ text, matches = [], trace }: TraceView, place: number, number: (n: number) => string): string {
  const [count, total] = [number(matches.length), number(trace.spans.length)];
  return place < 0 ? text.matches(count, total) : text.matchOf(number(place + 1), count, total);
}

/** Whether what stands in the field is what was looked for: otherwise Enter looks for it first. */
function isSearched(field: EventTarget | null, query: string): boolean {
  return field instanceof HTMLInputElement && field.value === query;
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
