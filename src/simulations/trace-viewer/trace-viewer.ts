import { html, type TemplateResult } from 'lit/html.js';
import { ObsSelectEvent } from '../../events.js';
import { traceViewer, type TraceViewerText } from '../../i18n/en/trace-viewer.js';
import { text } from '../../i18n/languages.js';
import { ObsElement } from '../../ui/obs-element.js';
import { choice, flag, number, words, type Setting } from '../../ui/settings.js';
import { bottleneckSentence } from './bottleneck.part.js';
import { detailsPart } from './details.part.js';
import { injectPart } from './inject.part.js';
import { minimapPart } from './minimap.part.js';
import { requestsPart } from './requests.part.js';
import type { RowWords } from './row-painter.js';
import { shortDuration } from './short-duration.js';
import type { TimeRange } from './shown-trace.js';
import { TraceDesk } from './trace-desk.js';
import { DEPENDENCIES, logsOf, type Dependency, type Injection } from './trace-viewer.model.js';
import { parseRange, rangeSetting, rangeText } from './trace-viewer.settings.js';
import { traceViewerStyles } from './trace-viewer.styles.js';
import type { TraceView } from './trace-viewer.view.js';
import { Waterfall } from './waterfall.js';
import { waterfallPart } from './waterfall.part.js';

/**
 * One request on its way through a shop, span by span: where the time went, what held it up, and what its trace looks like
 * when a dependency is slow, a query is asked for each item, a call is tried again, or a header is lost. The reader's own
 * traces open in it too.
 *
 * @tag obs-trace-viewer
 * @summary The trace of a request: a waterfall with its critical path, for the simulated shop or a file of one's own.
 * @slot caption - A caption under the figure.
 * @slot - What a reader sees before the script has run, or without it.
 * @fires {ObsInputEvent} obs-input - The reader drags the request or the range of time.
 * @fires {ObsChangeEvent} obs-change - The reader changed a setting.
 * @fires {ObsSelectEvent} obs-select - The reader selected a span.
 * @fires {ObsErrorEvent} obs-error - A setting cannot be used as given.
 * @csspart base - The whole figure.
 * @csspart heading - Its heading.
 * @csspart sentence - The sentence that says where the time went.
 * @csspart stage - The trace.
 * @csspart details - The selected span.
 * @csspart controls - What can be broken, and the parts that open.
 * @csspart section - Each part that opens.
 * @csspart note - A note about a setting or a file.
 * @csspart table - Each table.
 * @csspart footer - The last line.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @cssprop --obs-color-paper - Background.
 * @cssprop --obs-color-ink - Text.
 * @cssprop --obs-color-quiet - Text of less weight.
 * @cssprop --obs-color-accent - What can be moved, and what is selected.
 * @cssprop --obs-font-family - Typeface.
 */
export class ObsTraceViewer extends ObsElement {
  static override readonly tag: string = 'obs-trace-viewer';
  static override readonly styles: readonly string[] = [...ObsElement.styles, traceViewerStyles];
  static override readonly settings: Readonly<Record<string, Setting>> = {
    ...ObsElement.settings,
    src: words(''),
    seed: number(7, 0, 4_294_967_295),
    inject: choice('none', 'slow-dependency', 'n-plus-one', 'retry', 'lost-header'),
    dependency: choice(...DEPENDENCIES),
    percentile: number(95, 0, 100),
    traceId: words(''),
    spanId: words(''),
    view: choice('waterfall', 'flame', 'table', 'map'),
    range: rangeSetting,
    query: words(''),
    adjustSkew: flag,
    compareTo: words(''),
    open: words(''),
  };

  /** Address of a file of traces to show instead of the shop's: OTLP, Jaeger or Zipkin JSON. */
  declare src: string;
  /** Seed of the simulated shop. */
  declare seed: number;
  /** What is broken in the shop. */
  declare inject: Injection;
  /** Which dependency is slow, where one is. */
  declare dependency: Dependency;
  /** Which checkout is shown, by its duration among all: 0 to 100, the slowest. */
  declare percentile: number;
  /** Id of the trace to show. */
  declare traceId: string;
  /** Id of the span that is selected. */
  declare spanId: string;
  /** How the trace is drawn. */
  declare view: 'waterfall' | 'flame' | 'table' | 'map';
  /** Stretch of time that is shown, such as `120-480`, in milliseconds from the trace's start. */
  declare range: string;
  /** Query that spans are marked by, such as `service=payment-service duration_ms>100`. */
  declare query: string;
  /** Moves spans of hosts whose clocks differ to where they could have been. */
  declare adjustSkew: boolean;
  /** What the trace is laid over: `healthy`, or the id of another trace of the file. */
  declare compareTo: string;
  /** The parts that are open, by name: `compare sampling header own`. */
  declare open: string;

  #text: TraceViewerText = traceViewer;
  #view!: TraceView;
  #words!: RowWords;
  readonly #desk = new TraceDesk(() => this.requestUpdate());
  readonly #waterfall = new Waterfall({
    select: (index) => this.#select(index),
    zoom: (range) => this.#zoom(range, true),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk.stop();
    this.#waterfall.detach();
  }

  /** Resolves when what was set so far is on the screen, whatever had to be simulated or read for it. */
  override get updateComplete(): Promise<void> {
    return super.updateComplete.then(() =>
      this.#desk.isBusy ? this.#desk.settled.then(() => this.updateComplete) : undefined,
    );
  }

  protected override prepare(): void {
    this.#text = text(this.language, 'traceViewer', traceViewer);
    const { injection, dependency } = { injection: this.inject, dependency: this.dependency };
    this.#desk.want({
      run: { seed: this.seed, injection, dependency },
      src: this.src,
      percentile: this.percentile,
      traceId: this.traceId,
      spanId: this.spanId,
      adjustSkew: this.adjustSkew,
      compareTo: this.compareTo,
      query: this.query,
      range: parseRange(this.range),
    });
    const { run, shown } = this.#desk;
    const duration = shortDuration(this.language, { ...this.figureText, microsecond: this.#text.microsecond });
    this.#view = {
      ...shown,
      text: this.#text,
      host: this,
      duration,
      run,
      logs: (spanId) => (run ? logsOf(run, shown.trace.traceIds.get(spanId) ?? '', spanId) : []),
      select: (index) => this.#select(index),
    };
    const { badges, error, added, difference } = this.#text;
    this.#words = { badges, error, added, difference, duration };
    // The rows are drawn when the grid around them is.
    queueMicrotask(() => this.#drawRows());
  }

  #drawRows(): void {
    const grid = this.shadowRoot?.querySelector<HTMLElement>('.waterfall') ?? null;
    if (this.isConnected) this.#waterfall.draw(grid, this.#view, this.#words);
  }

  #select(index: number): void {
    const { trace } = this.#view;
    const span = trace.spans[index];
    if (!span) return;
    const traceId = trace.traceIds.get(span.spanId) ?? trace.traceId;
    void this.change('spanId', span.spanId);
    this.dispatchEvent(new ObsSelectEvent({ kind: 'span', traceId, spanId: span.spanId }));
  }

  #zoom(range: TimeRange, done: boolean): void {
    const { durationMs } = this.#view.trace;
    const isWhole = range.fromMs <= 0 && range.toMs >= durationMs;
    void this.change('range', isWhole ? '' : rangeText(range), done);
  }

  override label(setting: string): string {
    return this.#text.labels[setting] ?? '';
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    if (this.#view.trace.spans.length === 0 && this.#desk.isBusy)
      return this.src ? this.#text.reading : this.#text.serving;
    return bottleneckSentence(this.#view);
  }

  protected override renderStage(): TemplateResult {
    const view = this.#view;
    return html`${minimapPart(view, (range, done) => this.#zoom(range, done))} ${waterfallPart(view)}
    ${detailsPart(view)}`;
  }

  protected override renderControls(): TemplateResult {
    const { run } = this.#desk;
    return html`${injectPart(this.#view, this.inject, this.dependency)}
    ${run ? requestsPart(this.#view, run, this.percentile, this.#desk.request) : ''}`;
  }

  protected override renderFooter(): TemplateResult {
    return html`<span>${this.#text.footerRun('50')}</span>`;
  }

  override exportData(_format: string = 'otlp'): string {
    return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-trace-viewer': ObsTraceViewer;
  }
}
