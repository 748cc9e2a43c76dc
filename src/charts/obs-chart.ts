import uPlotStyles from 'uplot/dist/uPlot.min.css?inline';
import { html, LitElement, unsafeCSS, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { tokens } from '../theme/tokens.styles.js';
import { adoptStylesInto } from '../ui/element/adopt-styles.js';
import { announcer } from '../ui/element/announcer.js';
import { define } from '../ui/element/define.js';
import { VERSION } from '../version.js';
import type { ChartData, ChartFrame, ChartPoint } from './chart-data.js';
import { chartHead } from './chart-head.js';
import { chartStyles } from './chart.styles.js';
import { cleanSeries, nearestIndex, type CleanSeries } from './clean-series.js';
import { indexAfter } from './cursor-keys.js';
import { loadedUPlot, loadUPlot } from './load-uplot.js';
import { colorProbes, readPalette, type Palette } from './palette.js';
import type { Picture } from './picture.js';
import { Plot } from './plot.js';
import { chartRanges } from './ranges.js';

/** The reader selected a point, or a time without one, with the pointer or with Enter. */
export class ChartSelectEvent extends Event {
  readonly seconds: number;
  readonly point: ChartPoint | undefined;

  constructor(seconds: number, point: ChartPoint | undefined) {
    super('chart-select');
    this.seconds = seconds;
    this.point = point;
  }
}

const HEIGHT = 116;
const NOTHING: ChartData = { seconds: [], lines: [] };

/**
 * A chart over time: lines with their newest values, thresholds, marks, and a cursor that the arrow keys move and that a
 * screen reader speaks. A figure gives it a frame once, and data as often as it likes.
 */
export class ObsChart extends LitElement {
  static readonly tag: string = 'obs-chart';
  static readonly version: string = VERSION;
  static override readonly styles: CSSResultGroup = [tokens, unsafeCSS(uPlotStyles), chartStyles];

  /** Texts and formats. A new object that says the same changes nothing. */
  @property({ attribute: false, hasChanged: saysSomethingElse })
  frame: ChartFrame | undefined;
  @property({ attribute: false })
  data: ChartData = NOTHING;

  #series: CleanSeries = { times: [], columns: [] };
  /** Where the cursor is. */
  #cursor: number | undefined;
  #plot: Plot | undefined;
  /** Width of the plot in CSS pixels, 0 where it's unknown, and its colors; both are read again only after they changed. */
  #width = 0;
  #palette: Palette | undefined;
  #print: MediaQueryList | undefined;
  #size: ResizeObserver | undefined;

  /** Registers the element; a second time is harmless. */
  static define(tag: string = this.tag, registry: CustomElementRegistry | undefined = globalThis.customElements): void {
    define(tag, this, registry);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The class of the chart's own page: an observer from a page that the chart has left reports errors.
    const { ResizeObserver } = this.ownerDocument.defaultView ?? globalThis;
    this.#size = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      // In a task of its own: what changes sizes within an observer's callback is reported to the page as an error.
      setTimeout(() => this.#resize(width));
    });
    this.#print = matchMedia('print');
    this.#print.addEventListener('change', this.#recolor);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#print?.removeEventListener('change', this.#recolor);
    this.#size?.disconnect();
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#width = 0;
    this.#palette = undefined;
    this.#cursor = undefined;
  }

  /** Adopted style sheets belong to a document and stay behind when the element moves to another. */
  adoptedCallback(): void {
    if (this.shadowRoot) adoptStylesInto(this.shadowRoot, ObsChart.elementStyles);
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    adoptStylesInto(root, ObsChart.elementStyles);
    return root;
  }

  /** Waits for uPlot, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!this.isConnected || !this.frame || loadedUPlot()) return isComplete;
    await loadUPlot();
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('data')) this.#series = cleanSeries(this.data);
  }

  protected override render(): TemplateResult {
    const { title = '', summary = '', time } = this.frame ?? {};
    const seconds = this.#cursorSeconds;
    const at = seconds === undefined ? '' : ` ${time?.(seconds) ?? ''}`;
    return html`${chartHead(`${title}${at}`, this.data.lines, this.#values())}
      <div
        class="plot"
        role="figure"
        tabindex="0"
        aria-label="${title}. ${summary}"
        @keydown=${this.#moveByKey}
        @click=${this.#selectByPointer}
        @pointermove=${this.#followPointer}
        @pointerleave=${this.#leave}
        @blur=${this.#leave}
      ></div>
      <p class="unseen" role="status"></p>
      ${colorProbes(this.#recolor)}`;
  }

  protected override updated(): void {
    const { frame } = this;
    const place = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (!frame || !place || !this.isConnected) return;
    const library = loadedUPlot();
    if (!library) {
      void loadUPlot().then(() => loadedUPlot() && this.requestUpdate());
      return;
    }
    const picture = this.#picture(frame, place);
    if (!picture) return;
    this.#plot ??= new Plot(library, place, picture, (seconds) => this.#moveCursor(seconds));
    this.#plot.draw(picture, this.#cursorSeconds);
  }

  /** Everything there is to draw; nothing while the chart has no width. */
  #picture(frame: ChartFrame, place: HTMLElement): Picture | undefined {
    const height = frame.height ?? HEIGHT;
    place.style.setProperty('--_plot-height', `${height}px`);
    if (this.#width === 0) {
      this.#size?.observe(place);
      this.#width = place.clientWidth;
    }
    const width = this.#width;
    if (width === 0) return undefined;
    this.#palette ??= readPalette(this.renderRoot);
    const { data } = this;
    const series = this.#series;
    return { frame, data, series, ranges: chartRanges(data, series), palette: this.#palette, width, height };
  }

  #resize(width: number): void {
    if (width === this.#width || !this.isConnected) return;
    this.#width = width;
    this.#recolor();
  }

  readonly #recolor = (): void => {
    this.#palette = undefined;
    this.requestUpdate();
  };

  #moveCursor(seconds: number | undefined): void {
    this.#cursor = seconds;
    this.requestUpdate();
  }

  /** The index of the row at the cursor. */
  get #index(): number | null {
    return this.#cursor === undefined ? null : nearestIndex(this.#series.times, this.#cursor);
  }

  get #cursorSeconds(): number | undefined {
    const index = this.#index;
    return index === null ? undefined : this.#series.times[index];
  }

  /** The values at the cursor, or the newest. */
  #values(): string[] {
    const { times, columns } = this.#series;
    const index = this.#index ?? times.length - 1;
    return columns.map((column) => {
      const value = column[index] ?? null;
      return value === null ? '–' : (this.frame?.format(value) ?? '');
    });
  }

  readonly #moveByKey = (event: KeyboardEvent): void => {
    // With these, the arrow keys are the browser's: Alt and an arrow go back.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && this.#cursorSeconds !== undefined) this.#select(this.#newestAt(this.#cursorSeconds));
    if (event.key === 'Escape') this.#leave();
    const { times } = this.#series;
    const index = indexAfter(event.key, this.#index, times.length);
    if (index === undefined) return;
    event.preventDefault();
    this.#plot?.setCursor(times[index]);
    this.#speak();
  };

  #speak(): void {
    const region = this.renderRoot.querySelector('[role=status]');
    const { frame } = this;
    const seconds = this.#cursorSeconds;
    if (!region || !frame || seconds === undefined) return;
    const values = this.#values().map((value, index) => `${this.data.lines[index]?.name ?? ''} ${value}`);
    announcer.say(region, frame.describe(frame.time(seconds), values), 1);
  }

  readonly #followPointer = ({ offsetX }: PointerEvent): void => this.#plot?.pointTo(offsetX);

  readonly #leave = (): void => this.#plot?.setCursor(undefined);

  readonly #selectByPointer = ({ offsetX, offsetY }: MouseEvent): void => {
    this.#select(this.#plot?.pointAt(offsetX, offsetY));
  };

  /** The newest point at a time. */
  #newestAt(seconds: number): ChartPoint | undefined {
    return (this.data.points ?? []).findLast((point) => point.seconds <= seconds);
  }

  #select(point: ChartPoint | undefined): void {
    const seconds = point?.seconds ?? this.#cursorSeconds;
    if (seconds !== undefined) this.dispatchEvent(new ChartSelectEvent(seconds, point));
  }
}

/** Whether two frames differ in what they say; their functions are compared by what they return. */
function saysSomethingElse(frame: ChartFrame | undefined, before: ChartFrame | undefined): boolean {
  return frame !== before && wordsOf(frame) !== wordsOf(before);
}

function wordsOf(frame: ChartFrame | undefined): string {
  if (!frame) return '';
  const { title, summary, height, cursorGroup, format, time, describe } = frame;
  const samples = [format(0.123), format(1234.5), time(3723), describe('', [''])];
  return JSON.stringify([title, summary, height, cursorGroup, ...samples]);
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-chart': ObsChart;
  }
}
