import { html, render, svg, type TemplateResult } from 'lit';
import { tokens } from '../theme/tokens.styles.js';
import { announcer } from '../ui/element/announcer.js';
import { SettingsElement } from '../ui/element/settings-element.js';
import type { ChartData, ChartFrame, ChartLine, ChartPoint } from './chart-data.js';
import { chartStyles } from './chart.styles.js';
import { dashesOf, LOOKS, readPalette } from './palette.js';
import { Plot } from './plot.js';

/** A point was selected, with the pointer or with Enter: the point, or the second where there is none. */
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
/** What changes the colours of a page. */
const SCHEMES: readonly string[] = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
];

/**
 * A chart over time: lines with their present values, thresholds, what happened, and a cursor that the arrow keys move
 * and that speaks. It decides nothing: a figure gives it a frame and, as often as it likes, data.
 */
export class ObsChart extends SettingsElement {
  static override readonly tag: string = 'obs-chart';
  static override readonly styles: readonly string[] = [tokens.cssText, chartStyles.cssText];
  static override readonly settings = {};

  #frame: ChartFrame | undefined;
  #data: ChartData = { seconds: [], lines: [] };
  #plot: Plot | undefined;
  #row: number | null = null;
  /** In CSS pixels; 0 where it has to be asked for. */
  #width = 0;
  readonly #size: ResizeObserver | undefined =
    globalThis.ResizeObserver && new ResizeObserver(() => this.#measureAnew());
  #schemes: readonly MediaQueryList[] = [];

  set frame(frame: ChartFrame) {
    this.#frame = frame;
    this.requestUpdate();
  }

  get data(): ChartData {
    return this.#data;
  }

  set data(data: ChartData) {
    this.#data = data;
    this.#draw();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#schemes = SCHEMES.map((query) => matchMedia(query));
    for (const scheme of this.#schemes) scheme.addEventListener('change', this.#repaint);
    addEventListener('beforeprint', this.#repaint);
    void this.updateComplete.then(() => this.#draw());
  }

  disconnectedCallback(): void {
    for (const scheme of this.#schemes) scheme.removeEventListener('change', this.#repaint);
    removeEventListener('beforeprint', this.#repaint);
    this.#size?.disconnect();
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#width = 0;
    this.#row = null;
  }

  protected override given(): void {}

  protected override render(): TemplateResult {
    const { title = '', summary = '' } = this.#frame ?? {};
    // A figure that is rendered may have changed its theme, and with it all colours.
    void Promise.resolve().then(() => this.#repaint());
    return html`<div class="head"></div>
      <div
        class="plot"
        role="figure"
        tabindex="0"
        aria-label="${title}. ${summary}"
        @keydown=${this.#moveByKey}
        @click=${this.#selectByPointer}
        @blur=${this.#leave}
      ></div>
      <p class="unseen" role="status"></p>
      <div class="unseen" aria-hidden="true">
        ${['probe-ink', 'probe-quiet', 'probe-line', 'probe-paper'].map((name) => html`<i class=${name}></i>`)}
        ${Array.from({ length: LOOKS }, (_, look) => html`<i class="look-${look}"></i>`)}
      </div>`;
  }

  #draw(): void {
    const place = this.shadowRoot?.querySelector<HTMLElement>('.plot');
    const frame = this.#frame;
    if (!place || !frame || !this.isConnected) return;
    if (!this.#plot) {
      const host = {
        format: (value: number) => this.#frame?.format(value) ?? '',
        time: (seconds: number) => this.#frame?.time(seconds) ?? '',
        cursorGroup: frame.cursorGroup,
        moved: (row: number | null) => this.#moved(row),
      };
      const height = frame.height ?? HEIGHT;
      place.style.setProperty('--_plot-height', `${height}px`);
      this.#plot = new Plot(place, host, readPalette(this.renderRoot), height);
      this.#size?.observe(place);
    }
    // To ask is to have the whole page laid out, and that with every drawing of every chart.
    this.#width ||= place.clientWidth;
    this.#plot.draw(this.#data, this.#width);
    this.#renderHead();
  }

  readonly #repaint = (): void => {
    if (this.#plot) this.#plot.palette = readPalette(this.renderRoot);
    this.#measureAnew();
  };

  #measureAnew(): void {
    this.#width = 0;
    this.#draw();
  }

  get renderRoot(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  #moved(row: number | null): void {
    if (row === this.#row) return;
    this.#row = row;
    this.#renderHead();
  }

  /** The values at the cursor, or the newest. */
  #values(): string[] {
    const { times = [], columns = [] } = this.#plot ?? {};
    const row = this.#row ?? times.length - 1;
    return columns.map((column) => {
      const value = column[row];
      return value === null || value === undefined ? '–' : (this.#frame?.format(value) ?? '');
    });
  }

  #renderHead(): void {
    const head = this.renderRoot.querySelector<HTMLElement>('.head');
    if (!head) return;
    const { time, title = '' } = this.#frame ?? {};
    const values = this.#values();
    const seconds = this.#row === null ? undefined : this.#plot?.times[this.#row];
    const at = seconds === undefined ? '' : ` ${time?.(seconds) ?? ''}`;
    render(
      html`<span class="title">${title}${at}</span>
        <span class="values"> ${this.#data.lines.map((line, index) => legend(line, values[index] ?? ''))} </span>`,
      head,
    );
  }

  readonly #moveByKey = (event: KeyboardEvent): void => {
    // With these the arrow keys are the browser's: Alt and an arrow go back.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { times = [] } = this.#plot ?? {};
    const last = times.length - 1;
    const row = this.#row ?? last + 1;
    const page = Math.max(1, Math.round(times.length / 10));
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: row - 1,
      ArrowRight: row + 1,
      PageUp: row - page,
      PageDown: row + page,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (event.key === 'Enter' && this.#row !== null) this.#select(this.#nearest(times[this.#row] ?? 0));
    if (event.key === 'Escape') this.#leave();
    if (to === undefined || last < 0) return;
    event.preventDefault();
    const target = Math.min(Math.max(0, to), last);
    this.#plot?.setCursor(times[target]);
    this.#speak();
  };

  #speak(): void {
    const region = this.renderRoot.querySelector('[role=status]');
    const frame = this.#frame;
    if (!region || !frame || this.#row === null) return;
    const values = this.#values().map((value, index) => `${this.#data.lines[index]?.name ?? ''} ${value}`);
    announcer.say(region, frame.describe(frame.time(this.#plot?.times[this.#row] ?? 0), values), 1);
  }

  readonly #selectByPointer = ({ offsetX, offsetY }: MouseEvent): void => {
    this.#select(this.#plot?.pointAt(offsetX, offsetY));
  };

  /** The point that was last seen at a second. */
  #nearest(seconds: number): ChartPoint | undefined {
    return (this.#data.points ?? []).findLast((point) => point.seconds <= seconds);
  }

  #select(point: ChartPoint | undefined): void {
    const seconds = point?.seconds ?? (this.#row === null ? undefined : this.#plot?.times[this.#row]);
    if (seconds !== undefined) this.dispatchEvent(new ChartSelectEvent(seconds, point));
  }

  readonly #leave = (): void => this.#plot?.setCursor(undefined);
}

function legend(line: ChartLine, value: string): TemplateResult {
  const { name, look, isMain } = line;
  const dash = dashesOf(line).join(' ');
  return html`<span class=${isMain ? 'main' : ''}
    ><svg class="look-${look}" viewBox="0 0 18 7" aria-hidden="true">
      ${svg`<path d="M0 3.5h18" stroke-dasharray=${dash || 'none'} />`}</svg
    >${name} <b>${value}</b></span
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-chart': ObsChart;
  }
}
