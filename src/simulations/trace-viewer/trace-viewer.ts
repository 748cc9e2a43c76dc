import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ObsErrorEvent, ObsSelectEvent, type Selection } from '../../events.js';
import { traceViewer, type TraceViewerText } from '../../i18n/en/trace-viewer.js';
import type { Trace } from '../../telemetry/traces/index.js';
import { numberField } from '../../ui/controls/fields.js';
import { FileDrop } from '../../ui/element/file-drop.js';
import { ObsElement } from '../../ui/element/obs-element.js';
import { choice, flag, number, words } from '../../ui/element/settings.js';
import { bottleneckSentence } from './analysis/bottleneck.part.js';
import { controlsPart } from './controls.part.js';
import { detailsStyles } from './details/details.styles.js';
import { refusalText, type OwnTraceView } from './source/own-trace.part.js';
import { shortDuration } from './short-duration.js';
import { LinkedRequest } from './source/linked-request.js';
import type { TimeRange } from './source/shown-trace.js';
import { toolsPart } from './tools.part.js';
import { TraceStore } from './trace-store.js';
import { exportTraces, TRACE_FILES } from './trace-viewer.export.js';
import { logsOf, RATE, type Dependency, type Injection } from './trace-viewer.model.js';
import { rangeSetting, rangeText, traceQuery } from './trace-viewer.settings.js';
import { traceViewerStyles } from './trace-viewer.styles.js';
import type { TraceView } from './trace-viewer.view.js';
import { picturePart } from './views/picture.part.js';
import { viewsStyles } from './views/views.styles.js';
import { waterfallStyles } from './waterfall/waterfall.styles.js';
import { Waterfall } from './waterfall/waterfall.js';

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
  static override readonly styles: CSSResultGroup[] = [
    ...ObsElement.styles,
    traceViewerStyles,
    waterfallStyles,
    viewsStyles,
    detailsStyles,
  ];
  /** Address of a file of traces to show instead of the shop's: OTLP, Jaeger or Zipkin JSON. */
  @property({ converter: words })
  src: string = '';
  /** Seed of the simulated shop. */
  @property({ converter: number(0, 4_294_967_295) })
  seed: number = 7;
  /** What is broken in the shop. */
  @property({ converter: choice('none', 'slow-dependency', 'n-plus-one', 'retry', 'lost-header') })
  inject: Injection = 'none';
  /** Which dependency is slow, where one is. */
  @property({ converter: choice('card-processor', 'postgres', 'inventory-service', 'auth') })
  dependency: Dependency = 'card-processor';
  /** Which checkout is shown, by its duration among all: 0 to 100, the slowest. */
  @property({ converter: number(0, 100) })
  percentile: number = 95;
  /** Id of the trace to show. */
  @property({ attribute: 'trace-id', converter: words })
  traceId: string = '';
  /** Id of the span that is selected. */
  @property({ attribute: 'span-id', converter: words })
  spanId: string = '';
  /** How the trace is drawn. */
  @property({ converter: choice('waterfall', 'flame', 'table', 'map') })
  view: 'waterfall' | 'flame' | 'table' | 'map' = 'waterfall';
  /** Stretch of time that is shown, such as `120-480`, in milliseconds from the trace's start. */
  @property({ converter: rangeSetting })
  range: string = '';
  /** Query that spans are marked by, such as `service=payment-service duration_ms>100`. */
  @property({ converter: words })
  query: string = '';
  /** Moves spans of hosts whose clocks differ to where they could have been. */
  @property({ attribute: 'adjust-skew', converter: flag })
  adjustSkew: boolean = false;
  /** What the trace is laid over: `healthy`, or the id of another trace of the file. */
  @property({ attribute: 'compare-to', converter: words })
  compareTo: string = '';
  /** When it is decided which traces are kept. */
  @property({ converter: choice('head', 'tail', 'priority') })
  strategy: 'head' | 'tail' | 'priority' = 'head';
  /** Percentage of traces that are kept, where nothing else decides. */
  @property({ attribute: 'sample-rate', converter: number(0.0001, 100) })
  sampleRate: number = 1;
  /** Milliseconds from which on a request is slow to a sampler. */
  @property({ attribute: 'slow-ms', converter: number(1, 1e6) })
  slowMs: number = 300;
  /** Requests a second whose traces are to be stored. */
  @property({ attribute: 'requests-per-second', converter: number(0.001, 1e9) })
  requestsPerSecond: number = 1e4;
  /** Spans in a trace, on average. */
  @property({ attribute: 'spans-per-trace', converter: number(1, 1e6) })
  spansPerTrace: number = 8;
  /** Bytes of a stored span. */
  @property({ attribute: 'bytes-per-span', converter: number(1, 1e6) })
  bytesPerSpan: number = 500;
  /** The header in the editor. */
  @property({ converter: words })
  traceparent: string = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  /** Its companion. */
  @property({ converter: words })
  tracestate: string = 'congo=t61rcWkgMzE';
  /** Shows what is selected in the elements of the page that play this system, and selects for them. */
  @property({ converter: words })
  system: string = '';
  /** The parts that are open, by name: `compare sampling header own keys`. */
  @property({ converter: words })
  open: string = '';

  /** @internal */
  override readonly downloads: Readonly<Record<string, string>> = TRACE_FILES;
  protected override get authorSettings(): readonly string[] {
    return [...super.authorSettings, 'src'];
  }
  #text: TraceViewerText = traceViewer;
  #view!: TraceView;
  readonly #store = new TraceStore(
    () => this.requestUpdate(),
    (name) => this.#tellRefusal(name),
  );
  protected readonly fileDrop: FileDrop = new FileDrop(this, (file) => this.openFile(file));
  readonly #link = new LinkedRequest(this, (traces, selection) => this.#showLinked(traces, selection));
  readonly #waterfall = new Waterfall({
    select: (index) => this.#select(index),
    zoom: (range) => this.#zoom(range, true),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#store.stop();
    this.#waterfall.detach();
  }

  /** Waits for what has to be simulated or read, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isSettled = await super.getUpdateComplete();
    if (!this.#store.isBusy) return isSettled;
    await this.#store.settled;
    return this.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#text = this.messages('traceViewer', traceViewer);
    this.#store.select(traceQuery(this));
    const { run, shown } = this.#store;
    const duration = shortDuration(this.language, { ...this.figureText, microsecond: this.#text.microsecond });
    this.#view = {
      ...shown,
      text: this.#text,
      host: this,
      duration,
      run,
      logs: (spanId) => {
        const traceId = shown.trace.traceIds.get(spanId) ?? shown.trace.traceId;
        return run ? logsOf(run, traceId, spanId) : this.#link.logsOf(traceId, spanId);
      },
      select: (index) => this.#select(index),
    };
  }

  protected override updated(): void {
    if (!this.isConnected) return;
    this.#store.begin();
    this.#waterfall.draw(this.shadowRoot?.querySelector<HTMLElement>('.waterfall') ?? null, this.#view);
  }

  /** Tells the page and the reader that a file cannot be read. */
  #tellRefusal(name: string): void {
    const message = refusalText(this.#view, this.#own);
    this.dispatchEvent(new ObsErrorEvent('src', name, message));
    this.announce(message, 1);
  }

  /** Shows a request that somebody else on the page selected. */
  #showLinked(traces: readonly Trace[], { traceId, spanId }: Selection): void {
    this.#store.show({ name: this.system, format: 'otlp', traces });
    this.traceId = traceId;
    this.spanId = spanId;
    this.range = '';
    this.requestUpdate();
  }

  #select(index: number): void {
    const { trace } = this.#view;
    const span = trace.spans[index];
    if (!span) return;
    const traceId = trace.traceIds.get(span.spanId) ?? trace.traceId;
    void this.change('spanId', span.spanId);
    const selection = { kind: 'span', traceId, spanId: span.spanId } as const;
    this.#link.select(selection);
    this.dispatchEvent(new ObsSelectEvent(selection));
  }

  #zoom(range: TimeRange, done: boolean): void {
    const isWhole = range.fromMs <= 0 && range.toMs >= this.#view.trace.durationMs;
    void this.change('range', isWhole ? '' : rangeText(range), done);
  }

  /** @internal Another request or run is another trace: what was chosen in the one before is let go. */
  override async change(setting: string, value: unknown, done: boolean = true): Promise<void> {
    if (setting === 'percentile' || setting === 'seed') this.traceId = '';
    if (setting === 'percentile' || setting === 'seed' || setting === 'inject' || setting === 'dependency') {
      this.spanId = '';
      this.range = '';
    }
    if (setting === 'traceId') this.spanId = '';
    await super.change(setting, value, done);
  }

  /** @internal */
  override label(setting: string): string {
    return this.#text.labels[setting] ?? '';
  }

  /** @internal */
  override validationWarning(setting: string): string {
    return setting === 'src' ? refusalText(this.#view, this.#own) : '';
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    const { text: t, trace } = this.#view;
    if (trace.spans.length === 0 && this.#store.isBusy) return this.src ? t.reading : t.serving;
    return bottleneckSentence(this.#view);
  }

  protected override renderStage(): TemplateResult {
    const view = this.#view;
    const goToMatch = (step: 1 | -1): void => this.#waterfall.goToMatch(step);
    return html`${this.noControls ? '' : toolsPart(view, this.view, this.query, goToMatch)}
    ${picturePart(view, this.view, (range, done) => this.#zoom(range, done))}`;
  }

  protected override renderControls(): TemplateResult {
    return controlsPart(this.#view, this, this.#own, this.#store.request);
  }

  get #own(): OwnTraceView {
    const { file, refusal } = this.#store;
    const acts = {
      open: (chosen: File) => this.openFile(chosen),
      paste: (pasted: string) => this.#store.paste(this.#text.pasted, pasted),
      close: () => this.#store.close(),
    };
    return { file, refusal, adjustSkew: this.adjustSkew, language: this.language, acts };
  }

  /** Shows the traces of a file: OTLP JSON or JSON Lines, Jaeger or Zipkin. What cannot be read changes nothing. */
  openFile(file: File): void {
    this.#store.open(file);
  }

  protected override renderFooter(): TemplateResult {
    return this.#store.run
      ? html`<div class="fields">${numberField(this, 'seed', this.seed)} ${this.#text.footerRun(String(RATE))}</div>`
      : html`<span>${this.#store.file?.name}</span>`;
  }

  /** The traces that are shown, as `otlp`, `jaeger` or `zipkin` JSON. */
  override exportData(format: string = 'otlp'): string {
    this.updateNow();
    return exportTraces(format, this.#store.traces);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-trace-viewer': ObsTraceViewer;
  }
}
