import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChartData, ChartFrame } from '../../charts/chart-data.js';
import { ObsChart, type ChartSelectEvent } from '../../charts/obs-chart.js';
import { goldenSignals, type GoldenSignalsText } from '../../i18n/en/golden-signals.js';
import {
  ChangeLog,
  type Change,
  type Fault,
  type Mitigation,
  type Outcome,
  type Run,
  type Shop,
  type Watch,
} from '../../shop/index.js';
import { writeOpenMetrics } from '../../telemetry/index.js';
import { actionBar, type ActionButton } from '../../ui/controls/action-bar.js';
import { chartsStyles } from '../../ui/controls/charts.styles.js';
import { choiceField, numberField } from '../../ui/controls/fields.js';
import { RunElement } from '../../ui/playback/run-element.js';
import { runMarks } from '../../ui/playback/chart-annotations.js';
import { choice, flag, number, words } from '../../ui/element/settings.js';
import { plainText } from '../../ui/element/rich-text.js';
import { SIGNALS, signalCharts, type Signal } from './golden-signals.charts.js';
import { disturbances, isStill, remedies } from './golden-signals.actions.js';
import { toCsv } from './golden-signals.data.js';
import { GoldenSignalsModel, WINDOW_SECONDS } from './golden-signals.model.js';
import { goldenSignalsStyles } from './golden-signals.styles.js';
import type { GoldenSignalsView } from './golden-signals.view.js';
import { counterCharts, RANGE_CHOICES, SCRAPE_CHOICES } from './scraping.part.js';
import { sectionsPart } from './sections.part.js';
import { sentenceOf } from './verdict/sentence.js';
import { situationOf, type Measuring, type Objectives } from './verdict/verdict.model.js';

/**
 * The four golden signals of one service of the simulated shop, live: what saturates, what then gets slow, what fails
 * last; why the mean says nothing of it; and what of all that a metrics system can know.
 *
 * @tag obs-golden-signals
 * @summary Latency, traffic, errors and saturation of a service that can be disturbed and helped.
 * @slot caption - A caption under the figure.
 * @slot - What a reader sees before the script has run, or without it.
 * @fires {ObsChangeEvent} obs-change - The reader changed a setting.
 * @fires {ObsErrorEvent} obs-error - A setting cannot be used as given.
 * @fires {ObsPlaybackEvent} obs-play - The run began to play.
 * @fires {ObsPlaybackEvent} obs-pause - The run stopped.
 * @fires {ObsPlaybackEvent} obs-ended - The run came to its end, after a day.
 * @fires {ObsActionEvent} obs-inject - Something was broken.
 * @fires {ObsActionEvent} obs-mitigate - Something was done about it.
 * @fires {ObsSelectEvent} obs-select - A request was selected, on the chart of latency or of errors.
 * @csspart base - The whole figure.
 * @csspart heading - Its heading.
 * @csspart sentence - The sentence that says what is going on.
 * @csspart stage - The charts.
 * @csspart playback - Play, pause, step, speed.
 * @csspart actions - Each row of buttons that act on the shop.
 * @csspart controls - All controls.
 * @csspart section - Each part that opens.
 * @csspart note - A note about a setting.
 * @csspart table - The table of data.
 * @csspart knee - The drawing of the knee.
 * @csspart histogram - The drawing of the buckets.
 * @csspart footer - The last line.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @cssprop --obs-color-paper - Background.
 * @cssprop --obs-color-ink - Text.
 * @cssprop --obs-color-quiet - Text of less weight.
 * @cssprop --obs-color-accent - What can be used, and links.
 * @cssprop --obs-color-series-1 - The first line of a chart; five more have numbers up to 5 and the colour of failure.
 * @cssprop --obs-font-family - Typeface.
 */
export class ObsGoldenSignals extends RunElement {
  static override readonly tag: string = 'obs-golden-signals';
  static override readonly parts: (typeof ObsChart)[] = [ObsChart];
  static override readonly styles: CSSResultGroup[] = [...RunElement.styles, chartsStyles, goldenSignalsStyles];
  /** The service that is watched: the front door where the scenario has none of that name. */
  @property({ converter: words })
  service: string = 'order-service';
  /** What the p99 should stay below, in milliseconds. */
  @property({ attribute: 'latency-objective', converter: number(1, 60_000) })
  latencyObjective: number = 1000;
  /** The percentage of requests that may fail. */
  @property({ attribute: 'error-objective', converter: number(0, 100) })
  errorObjective: number = 1;
  /** Whose latency is shown: all, the successful or the failed requests. */
  @property({ converter: choice('all', 'served', 'failed') })
  requests: Outcome = 'all';
  /** Seconds between two scrapes. */
  @property({ attribute: 'scrape-seconds', converter: choice('2', ...SCRAPE_CHOICES) })
  scrapeSeconds: string = '2';
  /** Seconds over which rates are taken. */
  @property({ attribute: 'range-seconds', converter: choice('15', ...RANGE_CHOICES) })
  rangeSeconds: string = '15';
  /** Whether the mean stands beside the percentiles. */
  @property({ converter: flag })
  mean: boolean = false;
  /** Requests that a user makes in one session. */
  @property({ attribute: 'session-requests', converter: number(1, 10_000) })
  sessionRequests: number = 20;
  /** Where the bucket boundary nearest to it is moved, in milliseconds. */
  @property({ converter: number(1, 60_000) })
  boundary: number = 500;
  /** The parts that are open, by name: `knee average buckets scraping data`. */
  @property({ converter: words })
  open: string = '';

  /** @internal */
  override readonly downloads = { CSV: 'csv', OpenMetrics: 'openmetrics.txt' };
  #text: GoldenSignalsText = goldenSignals;
  #watch: Watch<GoldenSignalsModel> | undefined;
  #changes: Watch<ChangeLog> | undefined;
  #view!: GoldenSignalsView;

  /** @internal */
  override watch(run: Run): readonly { end(): void }[] {
    const watch = run.watch((shop) => this.#watchShop(shop));
    const changes = run.watch((shop) => new ChangeLog(shop));
    [this.#watch, this.#changes] = [watch, changes];
    return [watch, changes];
  }

  /** @internal Another service has another history, which only watching from the start can give. */
  override watchKey({ shop }: Run): string {
    return this.#serviceOf(shop);
  }

  #watchShop(shop: Shop): GoldenSignalsModel {
    return new GoldenSignalsModel(shop, { service: this.#serviceOf(shop), scrapeSeconds: Number(this.scrapeSeconds) });
  }

  /** The service that is asked for, or the one that customers come to. */
  #serviceOf({ services }: Shop): string {
    return services.has(this.service) ? this.service : (services.keys().next().value ?? '');
  }

  protected override derive(): void {
    this.#text = this.messages('goldenSignals', goldenSignals);
    // Before it is connected the element watches nothing, and has nothing to show.
    const model = this.#watch?.current ?? this.#watchShop(this.playback.run.shop);
    model.metrics.scrapeSeconds = Number(this.scrapeSeconds);
    const rangeSeconds = Number(this.rangeSeconds);
    const history = model.history(rangeSeconds, this.requests);
    const clock = (seconds: number): string => this.clock(seconds);
    this.#view = { model, history, latest: history.at(-1), rangeSeconds, text: this.#text, host: this, clock };
  }

  /** @internal */
  override label(setting: string): string {
    return this.#text.labels[setting] ?? super.label(setting);
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    return sentenceOf(this.#view.latest, this.#objectives, this.#measuring, { text: this.#text, format: this.format });
  }

  protected override situation(): string {
    return situationOf(this.#view.latest, this.#objectives, this.#measuring);
  }

  get #measuring(): Measuring {
    return { scrapeSeconds: Number(this.scrapeSeconds), rangeSeconds: Number(this.rangeSeconds) };
  }

  protected override isAlarming(): boolean {
    return !['begin', 'idle', 'healthy', 'saturated', 'recovering'].includes(this.situation());
  }

  get #objectives(): Objectives {
    return { latencyObjective: this.latencyObjective / 1000, errorObjective: this.errorObjective / 100 };
  }

  protected override renderStage(): TemplateResult {
    return html`<div class="charts">
      ${SIGNALS.map(
        (signal) =>
          html`<obs-chart
            class="${signal} ${this.playback.selection?.signal === signal ? 'meant' : ''}"
            .frame=${this.#frame(signal)}
            @chart-select=${this.#selectRequest}
          ></obs-chart>`,
      )}
    </div>`;
  }

  #frame(signal: Signal): ChartFrame {
    const { format } = this;
    const { perSecond } = this.#text;
    const written: Readonly<Record<Signal, (value: number) => string>> = {
      latency: format.duration,
      traffic: (value) => perSecond(format.number(value)),
      errors: (value) => format.percent(value, 1),
      saturation: (value) => format.percent(value),
    };
    return this.chartFrame(this.#text[signal], plainText(this.sentence()), written[signal]);
  }

  /** Called with every drawing: charts take data ten times a second, the text is rendered less often. */
  protected override draw(): void {
    const { history, model, rangeSeconds } = this.#view;
    const { run } = this.playback;
    const { format } = this;
    const charts = signalCharts({
      history,
      slowest: model.slowest,
      failed: model.failed,
      marks: runMarks(run, this.#changes?.current.changes ?? [], this.runText),
      now: run.now,
      ...this.#objectives,
      usualTraffic: run.shop.settings.rate,
      withMean: this.mean,
      text: this.#text,
      format: { seconds: format.duration, ratio: (value) => format.percent(value), number: format.number },
    });
    for (const signal of SIGNALS) this.#give(signal, charts[signal]);
    const { counterLine: counter, rateLine: rate } = this.#text;
    const window = { rangeSeconds, from: Math.max(0, run.now - WINDOW_SECONDS), to: Math.max(run.now, WINDOW_SECONDS) };
    const counters = counterCharts(model.metrics.counterOf(model.service), window, { counter, rate });
    this.#give('counter', counters.counter);
    this.#give('counter-rate', counters.rate);
  }

  #give(name: string, data: ChartData): void {
    const chart = this.shadowRoot?.querySelector<ObsChart>(`obs-chart.${name}`);
    if (chart) chart.data = data;
  }

  readonly #selectRequest = ({ point }: ChartSelectEvent): void => {
    const { slowest, failed } = this.#view.model;
    const request = [...slowest, ...failed].find(({ traceId }) => traceId === point?.key);
    if (request) this.select({ kind: 'point', traceId: request.traceId, spanId: request.spanId });
  };

  protected override renderControls(): TemplateResult {
    const { runText, playback } = this;
    const { service } = this.#view.model;
    const { actions } = playback.run.record;
    const button = (what: Fault | Mitigation | Change, act: () => void): ActionButton => ({
      label: this.#labelOf(what),
      isOn: isStill(actions, what),
      act,
    });
    return html`<div class="bar">${this.renderPlayback()}</div>
      <div class="bar">
        ${actionBar(
          runText.disturb,
          disturbances(playback.run, service).map((fault) => button(fault, () => this.inject(fault))),
        )}
        ${actionBar(
          runText.help,
          remedies(playback.run, service).map((remedy) => button(remedy, () => this.mitigate(remedy))),
        )}
      </div>
      ${sectionsPart(this.#view, this, playback.run.now, (title, format) => this.chartFrame(title, '', format), {
        raiseTraffic: this.#raiseTraffic,
        restart: this.#restart,
      })}`;
  }

  #labelOf(what: Fault | Mitigation | Change): string {
    const { retriesOn, retriesOff, shortTimeout } = this.#text;
    if (what.type !== 'configure') return this.runText.actions[what.type] ?? what.type;
    if (what.timeoutSeconds !== undefined) return shortTimeout;
    return what.retries ? retriesOn : retriesOff;
  }

  readonly #raiseTraffic = (): void => this.mitigate({ type: 'campaign', share: 0.2, seconds: 3600 });

  readonly #restart = (): void => this.mitigate({ type: 'restart', service: this.#view.model.service });

  protected override renderFooter(): TemplateResult {
    const { services } = this.playback.run.shop;
    const names = [...services.values()].filter(({ spec }) => spec.protocol === 'http' && !spec.isOpaque);
    const choices = Object.fromEntries(names.map(({ spec }) => [spec.name, spec.name]));
    return html`<div class="fields">
      ${super.renderFooter()} ${choiceField(this, 'service', this.#view.model.service, choices)}
      ${choiceField(this, 'requests', this.requests, this.#text.outcomes)}
      ${numberField(this, 'latencyObjective', this.latencyObjective, 'ms', 5)}
      ${numberField(this, 'errorObjective', this.errorObjective, '%', 3)}
    </div>`;
  }

  /** The signals as `csv`, or all that was scraped as `openmetrics`. */
  override exportData(format: string = 'csv'): string {
    this.updateNow();
    const { model, history } = this.#view;
    return format === 'openmetrics' ? writeOpenMetrics(model.metrics.scraper.history()) : toCsv(history);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-golden-signals': ObsGoldenSignals;
  }
}
