import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { parseLogQuery, type LogQuery } from '../../../telemetry/logs/index.js';
import { note } from '../../../ui/element/rich-text.js';
import type { ListWindow } from '../../../ui/controls/list-window.js';
import type { Corpus } from '../corpus.model.js';
import { problemOf } from '../log-search.sentence.js';
import type { Outcome } from '../log-search.session.js';
import { shortMs, type LogSearchView, type Shown, type Side } from '../log-search.view.js';
import { markedLine, recordLine } from './record-line.js';
import { scorePart, SIGNS } from './score.part.js';

export interface SideControls {
  readonly window: ListWindow;
  readonly shown: Shown;
  readonly show: (shown: Shown) => void;
  readonly selected: number | undefined;
  readonly select: (row: number) => void;
  /** What could stand in the query. */
  readonly suggestions: readonly string[];
  /** What stands in the field. */
  readonly draft: string;
  readonly typed: (text: string) => void;
  readonly ask: (text: string) => void;
  /** The longer of both bars. */
  readonly scale: number;
  readonly isReadOnly: boolean;
}

/** One of the two ways: what is searched for, how long it took, how right it was, and the lines. */
export function sidePart(view: LogSearchView, side: Side, controls: SideControls): TemplateResult {
  const { text: t, session, asked, host } = view;
  const outcome = session[side];
  return html`<section class="side" part="side" aria-label=${side === 'text' ? t.asText : t.asRecords}>
    <h3>${side === 'text' ? t.asText : t.asRecords}</h3>
    ${controls.isReadOnly ? html`<p class="asked"><code>${asked[side]}</code></p>` : searchField(view, side, controls)}
    ${host.validation.note(side)} ${problemPlace(view, side)}
    ${session.corpus && outcome ? outcomePart(view, side, session.corpus, outcome, controls) : ''}
  </section>`;
}

function searchField(
  view: LogSearchView,
  side: Side,
  { suggestions, draft, typed, ask }: SideControls,
): TemplateResult {
  const { host } = view;
  const change = (event: Event): void => ask(inputOf(event));
  const input = (event: Event): void => typed(inputOf(event));
  return html`<label class="search"
    ><span>${host.label(side)}</span>
    <input
      class="box"
      part="search"
      name=${side}
      type="search"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      dir="ltr"
      list=${side === 'query' ? 'suggestions' : nothing}
      aria-invalid=${problemOf(view.text, side, view.asked[side]) !== ''}
      aria-describedby="note-${side}"
      .value=${live(draft)}
      @change=${change}
      @input=${input}
    />
    ${
      side === 'query'
        ? html`<datalist id="suggestions">
            ${suggestions.map((suggestion) => html`<option value=${suggestion}></option>`)}
          </datalist>`
        : ''
    }
  </label>`;
}

function inputOf({ target }: Event): string {
  return target instanceof HTMLInputElement ? target.value : '';
}

/** Where a query stops making sense, under the note that says what was expected. */
function problemPlace({ asked }: LogSearchView, side: Side): TemplateResult | string {
  const parsed = side === 'query' ? parseLogQuery(asked.query) : { ok: true as const };
  if (parsed.ok) return '';
  const at = parsed.column - 1;
  const shown = asked.query.slice(Math.max(0, at - 30), at + 30);
  return html`<pre aria-hidden="true">${shown}${'\n'}${' '.repeat(Math.min(at, 30))}^</pre>`;
}

function outcomePart(
  view: LogSearchView,
  side: Side,
  corpus: Corpus,
  outcome: Outcome,
  controls: SideControls,
): TemplateResult {
  const { text: t, host } = view;
  const { number } = host.format;
  if (outcome.isTooSlow) {
    return html`<p class="took"><b>${t.tooSlow}</b></p>
      ${note(t.tooSlowNote)}`;
  }
  const all = number(corpus.store.size);
  const scanned = outcome.scanned === corpus.store.size ? t.readAll(all) : t.lookedAt(number(outcome.scanned), all);
  const runs = outcome.runs > 1 ? t.meanOf(number(outcome.runs)) : '';
  return html`<p class="took">
      <b title=${runs}>${shortMs(view, outcome.ms)}</b> <span class="quiet">${scanned}</span>
    </p>
    ${scorePart(view, outcome, controls.scale, controls.shown, controls.show)}
    ${listPart(view, side, corpus, outcome, controls)}`;
}

type Kind = 'right' | 'wrong' | 'missed';

function listPart(
  view: LogSearchView,
  side: Side,
  corpus: Corpus,
  outcome: Outcome,
  { window, shown, selected, select }: SideControls,
): TemplateResult {
  const { text: t, asked } = view;
  const rows = rowsOf(outcome, shown);
  if (rows.length === 0) return html`<p class="rows none quiet">${shown === 'all' ? t.nothing : t.noneOfThese}</p>`;
  const parsed = parseLogQuery(asked.query);
  const query: LogQuery | undefined = parsed.ok ? parsed.query : undefined;
  const kindNames: Readonly<Record<Kind, string>> = { right: t.isRight, wrong: t.isWrong, missed: t.isMissed };
  return window.render({
    name: side,
    label: side === 'text' ? t.asText : t.asRecords,
    count: rows.length,
    isSelected: (index) => rows[index] === selected,
    select: (index) => select(rows[index] ?? 0),
    row: (index) => {
      const row = rows[index] ?? 0;
      const kind = kindOf(outcome, row);
      const line =
        side === 'text' ? markedLine(corpus.lines.line(row), asked.text) : recordLine(corpus.store.record(row), query);
      return html`${kind ? html`<span class="sign ${kind}" aria-hidden="true">${SIGNS[kind]}</span><span class="unseen">${kindNames[kind]}: </span>` : ''}<span
          class="line-text"
          dir="ltr"
          >${line}</span
        >`;
    },
  });
}

/** The lines of a list, in order: what was found, with what was missed among it. */
export function rowsOf(outcome: Outcome, shown: Shown): readonly number[] {
  return shown === 'all' ? outcome.listed : (outcome.verdict?.[shown] ?? []);
}

function kindOf({ verdict }: Outcome, row: number): Kind | undefined {
  if (!verdict) return undefined;
  if (has(verdict.right, row)) return 'right';
  return has(verdict.wrong, row) ? 'wrong' : 'missed';
}

/** Whether a list in order holds a number. */
function has(rows: readonly number[], row: number): boolean {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row;
}
