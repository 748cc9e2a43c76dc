import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ObsSelectEvent, type Selection } from '../../events.js';
import { logSearch, type LogSearchText } from '../../i18n/en/log-search.js';
import { FileDrop } from '../../ui/element/file-drop.js';
import { ObsElement } from '../../ui/element/obs-element.js';
import { OnScreen } from '../../ui/element/visibility.js';
import { choice, words } from '../../ui/element/settings.js';
import { choicesPart } from './questions/choices.part.js';
import type { Corpus } from './corpus.model.js';
import { exportHits } from './log-search.export.js';
import { problemOf, sentenceOf } from './log-search.sentence.js';
import { LogSession } from './log-search.session.js';
import type { LineCount } from './log-search.settings.js';
import { LogSource } from './log-search.source.js';
import { logSearchStyles } from './log-search.styles.js';
import type { LogSearchView } from './log-search.view.js';
import { offeredQuestion } from './questions/offered-question.js';
import type { QuestionId } from './questions/questions.model.js';
import { recordPart } from './panes/record.part.js';
import { idsOf } from './system/request.model.js';
import { LogSections } from './sections.part.js';
import { rowsStyles } from './panes/rows.styles.js';
import { LogSides } from './panes/search-panes.js';
import { SystemLog, type SystemReader } from './system/system-log.js';
import { changesPart, newestPart } from './system/system.part.js';
import { volumePart } from './panes/volume.part.js';

/**
 * What structure is worth: the same log as lines of text and as records with an index, searched side by side, each timed on
 * the reader's machine, and each measured by the truth: what was found wrongly, and what was missed.
 *
 * @tag obs-log-search
 * @summary Text search against a query over the same log: how fast, and how right.
 * @slot caption - A caption under the figure.
 * @slot - What a reader sees before the script has run, or without it.
 * @fires {ObsChangeEvent} obs-change - The reader changed a setting.
 * @fires {ObsErrorEvent} obs-error - A setting cannot be used as given, or a query cannot be read.
 * @fires {ObsSelectEvent} obs-select - The reader chose a line or a change, or follows a request.
 * @csspart base - The whole figure.
 * @csspart heading - Its heading.
 * @csspart sentence - The sentence that says what the numbers mean.
 * @csspart stage - The two searches and the volume over time.
 * @csspart side - Each of the two searches.
 * @csspart search - The field of each.
 * @csspart results - The lines that were found.
 * @csspart volume - Lines over time.
 * @csspart record - The chosen record.
 * @csspart controls - The parts under the figure.
 * @csspart section - Each part that opens.
 * @csspart note - A note about a setting or a query.
 * @csspart table - Each table.
 * @csspart footer - The last line.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @cssprop --obs-color-paper - Background.
 * @cssprop --obs-color-ink - Text.
 * @cssprop --obs-color-quiet - Text of less weight.
 * @cssprop --obs-color-accent - What can be moved, and links.
 * @cssprop --obs-font-family - Typeface.
 * @cssprop --obs-font-family-mono - Typeface of log lines and queries.
 */
export class ObsLogSearch extends ObsElement implements SystemReader {
  static override readonly tag: string = 'obs-log-search';
  static override readonly styles: CSSResultGroup[] = [...ObsElement.styles, rowsStyles, logSearchStyles];
  /** What is asked of the shop's log: `payments`, `five-hundred`, `slow`, `user`, `request` or `warnings`. */
  @property({ converter: choice('payments', 'five-hundred', 'slow', 'user', 'request', 'warnings') })
  question: QuestionId = 'payments';
  /** How many lines the shop's log has. */
  @property({ converter: choice('100000', '10000', '1000000') })
  lines: LineCount = '100000';
  /** What is looked for in lines of text, `/…/` for a regular expression; the question's own where empty. */
  @property({ converter: words })
  text: string = '';
  /** What records are asked for; the question's own where empty. */
  @property({ converter: words })
  query: string = '';
  /** The id of the trace whose request is followed. */
  @property({ converter: words })
  trace: string = '';
  /** Searches the log of the run that elements of the page with this system play, and selects for them. */
  @property({ converter: words })
  system: string = '';
  /** The parts that are open, by name: `request fields dialects secrets cost own`. */
  @property({ converter: words })
  open: string = '';

  /** @internal */
  override readonly downloads: Readonly<Record<string, string>> = { NDJSON: 'ndjson', CSV: 'csv' };
  readonly #redraw = (): void => this.requestUpdate();
  readonly #session = new LogSession(this.#redraw);
  readonly #source = new LogSource(this.#redraw);
  readonly #sections = new LogSections(this.#redraw);
  readonly #sides = new LogSides(this.#redraw, (row) => this.#select(row));
  protected readonly fileDrop: FileDrop = new FileDrop(this, (file) => this.#source.open(file));
  #text: LogSearchText = logSearch;
  #view!: LogSearchView;
  /** The log of the page's run, where there is a system. */
  readonly #run = new SystemLog(this);
  #chosen: number | undefined;
  #spanId = '';
  #drawn: Corpus | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#session.screen = new OnScreen(this, '50%');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#run.stop();
    this.#session.drop();
    this.#session.screen?.forget();
  }

  /** Resolves when the log is there and searched. */
  get ready(): Promise<void> {
    return this.#source.reading.then(() => this.updateComplete).then(() => this.#session.ready());
  }

  /** Opens a log of NDJSON or logfmt, as if the reader had dropped it; `name` is what it is called. */
  openLog(log: string, name: string = this.#text.pasted): void {
    this.#chosen = undefined;
    this.#source.take(name, log);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#text = this.messages('logSearch', logSearch);
    const { ownName, problem } = this.#source;
    const system = ownName === undefined ? this.system : '';
    this.#keepChosen();
    const offered = offeredQuestion(this.#session, this.question, this.trace);
    const asked = { text: this.text || offered.text, query: this.query || offered.query };
    const question = ownName === undefined && !system ? this.question : undefined;
    const { isPlayed } = this.#run;
    const view = { text: this.#text, host: this, session: this.#session, asked, question, ownName, system, isPlayed };
    this.#view = { ...view, fileProblem: problem ? this.#text[problem] : '' };
  }

  /** Makes the log that is asked for, and searches it. */
  protected override updated(): void {
    if (!this.isConnected) return;
    const { lines } = this;
    const { system, asked, question } = this.#view;
    this.#run.follow(this.system);
    if (system) this.#run.build(this.#session);
    else this.#session.build(this.#source.key(lines), () => this.#source.make(lines, () => performance.now()));
    this.#session.search({ ...asked, question });
    if (this.open.split(' ').includes('secrets')) void this.#session.check();
  }

  /** In other lines the chosen one stands elsewhere, or not at all. */
  #keepChosen(): void {
    const { corpus } = this.#session;
    if (corpus === this.#drawn) return;
    const log = this.#drawn?.logs?.[this.#chosen ?? -1];
    const row = (log && corpus?.logs?.indexOf(log)) ?? -1;
    this.#chosen = row < 0 ? undefined : row;
    this.#drawn = corpus;
  }

  /** @internal Whether its reader looks at a line or a request, and the lines had better stay. */
  get isReading(): boolean {
    return this.#chosen !== undefined || this.trace !== '';
  }

  /** @internal A request was selected elsewhere on the page: its lines are shown here, beside what is searched. */
  showSelected({ traceId, spanId }: Selection): void {
    this.trace = traceId;
    this.#spanId = spanId;
    this.open = this.#withRequest;
  }

  /** The parts that are open, and that of the request. */
  get #withRequest(): string {
    return /\brequest\b/.test(this.open) ? this.open : `${this.open} request`.trim();
  }

  /** @internal */
  override label(setting: string): string {
    return this.#text.labels[setting] ?? '';
  }

  /** @internal */
  override validationWarning(setting: string): string {
    if (setting === 'text' || setting === 'query') return problemOf(this.#text, setting, this[setting]);
    return '';
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    return sentenceOf(this.#view);
  }

  protected override renderStage(): TemplateResult {
    const view = this.#view;
    const { session, text: t } = view;
    const take = this.noControls ? undefined : (): void => this.#run.take();
    const choices = view.system
      ? newestPart(view, this.#run.startMs, take)
      : choicesPart(view, this.question, this.lines, this.noControls, {
          stop: () => session.stop(),
          again: () => {
            session.drop();
            this.requestUpdate();
          },
          backToShop: () => this.#source.backToShop(),
        });
    if (!session.corpus) return choices;
    const { volume, store } = session.corpus;
    return html`${choices} ${this.#sides.render(view, this.#chosen, this.noControls)}
    ${volume ? volumePart(view, volume) : ''}
    ${
      this.#chosen === undefined || this.#chosen >= store.size
        ? html`<p class="quiet">${t.noRecord}</p>`
        : recordPart(view, store.record(this.#chosen), (traceId) => void this.#follow(traceId), this.#renderChanges())
    }`;
  }

  /** What was changed before the chosen line, where it is one of the page's run. */
  #renderChanges(): TemplateResult | string {
    const log = this.#session.corpus?.logs?.[this.#chosen ?? -1];
    const found = log && this.#run.telemetry?.changesBefore(log);
    if (!found) return '';
    return changesPart(this.#view, this.#run.startMs, found, (change) =>
      this.#tell(this.#run.select('change', log.traceId, log, change)),
    );
  }

  #tell(selection: Selection): void {
    this.dispatchEvent(new ObsSelectEvent(selection));
  }

  /** @internal Another question begins with its own text and its own query. */
  override async change(setting: string, value: unknown, done: boolean = true): Promise<void> {
    if (setting === 'question') {
      this.text = '';
      this.query = '';
      this.#sides.rewind();
    }
    await super.change(setting, value, done);
  }

  #select(row: number): void {
    const { corpus } = this.#session;
    this.#chosen = row;
    const log = corpus?.logs?.[row];
    const selection = log?.traceId
      ? this.#run.select('log', log.traceId, log)
      : ({ kind: 'log', ...idsOf(corpus?.store.record(row) ?? {}) } as const);
    this.#spanId = selection.spanId;
    this.#tell(selection);
    this.requestUpdate();
  }

  async #follow(traceId: string): Promise<void> {
    await this.change('trace', traceId);
    if (this.open !== this.#withRequest) await this.change('open', this.#withRequest);
    const isOfRun = this.#session.corpus?.logs !== undefined;
    if (isOfRun) this.#run.hold(traceId);
    this.#tell(isOfRun ? this.#run.select('trace', traceId) : { kind: 'trace', traceId, spanId: '' });
  }

  protected override renderControls(): TemplateResult {
    // Before somebody has chosen one, the request of the example.
    const trace = this.trace || (this.#session.corpus?.known?.example.traceId ?? '');
    return this.#sections.render(this.#view, {
      open: this.open,
      trace,
      isMarked: this.#run.isOfSpan(trace, this.#spanId, this.#session.corpus?.logs),
      selectRow: (row) => this.#select(row),
      own: {
        open: (file) => this.#source.open(file),
        paste: (lines) => this.openLog(lines),
        back: () => this.#source.backToShop(),
      },
    });
  }

  protected override renderFooter(): TemplateResult {
    const { text: t, ownName, system } = this.#view;
    return html`<span>${ownName === undefined ? system || t.made : t.yourFile(ownName)}</span>`;
  }

  /** The records that the query found, as `csv` or `ndjson`; the first 100,000 of them. */
  override exportData(format: string = 'csv'): string {
    return exportHits(this.#session, format);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-log-search': ObsLogSearch;
  }
}
