import { html, type TemplateResult } from 'lit/html.js';
import { ObsSelectEvent } from '../../events.js';
import { logSearch, type LogSearchText } from '../../i18n/en/log-search.js';
import { text } from '../../i18n/languages.js';
import { parseLogQuery } from '../../telemetry/logs/index.js';
import { choiceField } from '../../ui/fields.js';
import { ObsElement } from '../../ui/obs-element.js';
import { RowWindow } from '../../ui/row-window.js';
import { choice, words, type Setting } from '../../ui/settings.js';
import { shopCorpus } from './corpus.model.js';
import { LogSession } from './log-search.session.js';
import { LINE_COUNTS, type LineCount } from './log-search.settings.js';
import { logSearchStyles } from './log-search.styles.js';
import { mistakes, shortMs, type LogSearchView, type Shown, type Side } from './log-search.view.js';
import { QUESTIONS, questionOf, type QuestionId } from './questions.model.js';
import { sidePart } from './side.part.js';
import { parseTextSearch } from './text-lines.model.js';
import { volumePart } from './volume.part.js';

export class ObsLogSearch extends ObsElement {
  static override readonly tag: string = 'obs-log-search';
  static override readonly styles: readonly string[] = [...ObsElement.styles, logSearchStyles];
  static override readonly settings: Readonly<Record<string, Setting>> = {
    ...ObsElement.settings,
    question: choice(...QUESTIONS),
    lines: choice(...LINE_COUNTS),
    text: words(''),
    query: words(''),
    trace: words(''),
    open: words(''),
  };

  declare question: QuestionId;
  declare lines: LineCount;
  declare text: string;
  declare query: string;
  declare trace: string;
  declare open: string;

  #text: LogSearchText = logSearch;
  #view!: LogSearchView;
  readonly #session = new LogSession(() => this.requestUpdate());
  readonly #windows: Readonly<Record<Side, RowWindow>> = {
    text: new RowWindow(() => this.requestUpdate()),
    query: new RowWindow(() => this.requestUpdate()),
  };
  readonly #shown: Record<Side, Shown> = { text: 'all', query: 'all' };
  #selected: number | undefined;

  get ready(): Promise<void> {
    return this.#session.ready();
  }

  protected override prepare(): void {
    this.#text = text(this.language, 'logSearch', logSearch);
    const count = Number(this.lines);
    this.#session.build(`shop ${this.lines}`, () => shopCorpus(count, () => performance.now()));
    const asked = this.#asked();
    this.#session.search({ ...asked, question: this.question });
    this.#view = { text: this.#text, host: this, session: this.#session, asked, question: this.question };
  }

  #asked(): Record<Side, string> {
    const example = this.#session.corpus?.known?.example;
    const offered = example ? questionOf(this.question, example) : { text: '', query: '' };
    return { text: this.text || offered.text, query: this.query || offered.query };
  }

  override label(setting: string): string {
    return this.#text.labels[setting] ?? '';
  }

  protected override objection(setting: string): string {
    const t = this.#text;
    if (setting === 'text') {
      const parsed = parseTextSearch(this.text);
      return parsed.ok ? '' : `${t.textProblem} ${parsed.message}`;
    }
    const parsed = setting === 'query' ? parseLogQuery(this.query) : undefined;
    if (!parsed || parsed.ok) return '';
    const expected = parsed.expected.map((word) => t.expectedWords[word] ?? word);
    const last = expected.pop() ?? '';
    return t.queryProblem(String(parsed.column), expected.length ? t.orBetween(expected.join(', '), last) : last);
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    const view = this.#view;
    const { text: t, session } = view;
    const { number, percent } = this.format;
    if (session.isBuilding) return t.building(percent(session.progress));
    const { text: found, query: answered } = session;
    if (!found || !answered) return t.searching;
    const [textMs, queryMs] = [shortMs(view, found.ms), shortMs(view, answered.ms)];
    if (!found.verdict || !answered.verdict) {
      return t.found(textMs, number(found.rows.length), queryMs, number(answered.rows.length));
    }
    const [textWrong, queryWrong] = [mistakes(found), mistakes(answered)];
    if (textWrong && queryWrong) return t.bothWrong(textMs, number(textWrong), queryMs, number(queryWrong));
    if (queryWrong) return t.queryWrong(textMs, queryMs, number(queryWrong));
    return textWrong ? t.textWrong(textMs, number(textWrong), queryMs) : t.bothRight(textMs, queryMs);
  }

  protected override renderStage(): TemplateResult {
    const view = this.#view;
    const { session } = view;
    if (session.isBuilding || !session.corpus) {
      return html`<div class="progress"><progress max="1" .value=${session.progress}></progress></div>`;
    }
    const { text: t } = view;
    const scale = Math.max(
      ...[session.text, session.query].map((outcome) =>
        outcome?.verdict ? outcome.rows.length + outcome.verdict.missed.length : 0,
      ),
    );
    const side = (name: Side): TemplateResult =>
      sidePart(view, name, {
        window: this.#windows[name],
        shown: this.#shown[name],
        show: (shown) => {
          this.#shown[name] = shown;
          this.#windows[name].rewind();
          this.requestUpdate();
        },
        selected: this.#selected,
        select: (row) => this.#select(row),
        suggestions: [],
        typed: () => undefined,
        scale,
        isReadOnly: this.noControls,
      });
    const { volume } = session.corpus;
    return html`<div class="fields choices">
        ${choiceField(this, 'question', this.question, t.questions)}
        ${choiceField(this, 'lines', this.lines, Object.fromEntries(['10000', '100000', '1000000'].map((n) => [n, t.lineCount(this.format.number(Number(n)))])))}
      </div>
      <div class="sides">${side('text')} ${side('query')}</div>
      ${volume ? volumePart(view, volume) : ''}`;
  }

  #select(row: number): void {
    this.#selected = row;
    const record = this.#session.corpus?.store.record(row) ?? {};
    const [traceId, spanId] = ['trace_id', 'span_id'].map((field) => String(record[field] ?? ''));
    this.dispatchEvent(new ObsSelectEvent({ kind: 'log', traceId: traceId ?? '', spanId: spanId ?? '' }));
    this.requestUpdate();
  }

  protected override renderControls(): TemplateResult {
    return html``;
  }

  protected override renderFooter(): TemplateResult {
    return html`<span>${this.#text.made}</span>`;
  }

  override exportData(_format: string = 'csv'): string {
    return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-log-search': ObsLogSearch;
  }
}
