import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChartFrame } from '../../charts/chart-data.js';
import { ObsChart, type ChartSelectEvent } from '../../charts/obs-chart.js';
import { liveDashboard, type LiveDashboardText } from '../../i18n/en/live-dashboard.js';
import { SCENARIOS, type Mitigation, type Run, type Watch } from '../../shop/index.js';
import { chartsStyles } from '../../ui/controls/charts.styles.js';
import { numberField } from '../../ui/controls/fields.js';
import { LONGEST_RUN_SECONDS } from '../../ui/playback/playback.js';
import { RunElement } from '../../ui/playback/run-element.js';
import { runMarks } from '../../ui/playback/chart-annotations.js';
import { choice, number, words } from '../../ui/element/settings.js';
import { plainText } from '../../ui/element/rich-text.js';
import { DashboardNews } from './alerts/alert-events.js';
import { alertsPart } from './alerts/alerts.part.js';
import { bannerPart } from './alerts/banner.part.js';
import { cardPart } from './incident/card.part.js';
import { changesPart } from './changes.part.js';
import { controlsPart } from './controls.part.js';
import { errorsPart } from './drill-down/errors.part.js';
import { WhatIfController } from './what-if/what-if-controller.js';
import { DashboardActs } from './dashboard-acts.js';
import { IncidentLookup } from './incident/incident-lookup.js';
import { FAULT_TYPES, type FaultType } from './incident/incident.model.js';
import { CHARTS, dashboardCharts, onWall, shortChanges, valueFormat, type ChartName } from './live-dashboard.charts.js';
import { DASHBOARD_FILES, exportOf } from './live-dashboard.data.js';
import { LiveDashboardModel } from './live-dashboard.model.js';
import { actionsSetting } from '../../ui/playback/run-settings.js';
import { liveDashboardStyles } from './live-dashboard.styles.js';
import type { LiveDashboardView } from './live-dashboard.view.js';
import { MITIGATION_TYPES } from './what-if/remedies.model.js';
import type { Objectives } from './alerts/service-level.model.js';
import { sectionsPart } from './sections.part.js';
import { lampOf, sentenceOf, situationOf } from './situation.js';
import { DrillDownController } from './drill-down/drill-down-controller.js';
import { trailPart } from './drill-down/drill-down.part.js';
import { trailStyles } from './drill-down/drill-down.styles.js';

/**
 * What the one on call sees when the phone rings: state, golden signals, budget, alerts, errors, changes; the way from an
 * alert to what did it; and, when it is over, the same night again by another way.
 *
 * @tag obs-live-dashboard
 * @summary An operations dashboard of the simulated shop: break it, find out what it is, mend it, and review it.
 * @slot caption - A caption under the figure.
 * @slot - What a reader sees before the script has run, or without it.
 * @fires {ObsChangeEvent} obs-change - The reader changed a setting.
 * @fires {ObsErrorEvent} obs-error - A setting cannot be used as given.
 * @fires {ObsPlaybackEvent} obs-play - The run began to play.
 * @fires {ObsPlaybackEvent} obs-pause - The run stopped.
 * @fires {ObsActionEvent} obs-inject - Something was broken.
 * @fires {ObsActionEvent} obs-mitigate - Something was done about it.
 * @fires {ObsAlertEvent} obs-alert - An alert became pending, fired or resolved.
 * @fires {ObsSelectEvent} obs-select - An alert's chart, a request or a span was selected.
 * @fires {ObsProgressEvent} obs-complete - An incident is over: both objectives are met again.
 * @csspart base - The whole figure.
 * @csspart heading - Its heading.
 * @csspart sentence - The sentence that says what is going on.
 * @csspart stage - Banner, charts, lists, trail and card.
 * @csspart banner - State, alerts, and how old the data are.
 * @csspart alerts - The list of alerts.
 * @csspart errors - The most frequent errors.
 * @csspart changes - Deploys and changes.
 * @csspart trail - The way from an alert to its cause.
 * @csspart waterfall - The spans of a request.
 * @csspart card - The figures of the incident.
 * @csspart futures - Two futures beside one another.
 * @csspart review - The post-mortem.
 * @csspart playback - Play, pause, step, speed.
 * @csspart actions - Each group of fields and buttons that act on the shop.
 * @csspart controls - All controls.
 * @csspart section - Each part that opens.
 * @csspart note - A note about a setting.
 * @csspart table - Each table.
 * @csspart footer - The last line.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @cssprop --obs-color-paper - Background.
 * @cssprop --obs-color-ink - Text.
 * @cssprop --obs-color-quiet - Text of less weight.
 * @cssprop --obs-color-accent - What can be used, and links.
 * @cssprop --obs-color-good - All is well.
 * @cssprop --obs-color-warn - Something is wrong.
 * @cssprop --obs-color-bad - Somebody is paged.
 * @cssprop --obs-font-family - Typeface.
 */
export class ObsLiveDashboard extends RunElement {
  static override readonly tag: string = 'obs-live-dashboard';
  static override readonly parts: (typeof ObsChart)[] = [ObsChart];
  static override readonly styles: CSSResultGroup[] = [
    ...RunElement.styles,
    chartsStyles,
    trailStyles,
    liveDashboardStyles,
  ];
  /** Where the run begins: `slow-query-night`, `quiet` or `one-queue`. */
  @property({ converter: choice('slow-query-night', ...Object.keys(SCENARIOS)) })
  override scenario: string = 'slow-query-night';
  /** The second of the run that is shown first. */
  @property({ converter: number(0, LONGEST_RUN_SECONDS) })
  override at: number = 240;
  /** The percentage of requests that should succeed, 90 to 99.999. */
  @property({ converter: number(90, 99.999) })
  objective: number = 99.9;
  /** Milliseconds within which 99 % of the requests should be answered. */
  @property({ attribute: 'latency-objective', converter: number(1, 60_000) })
  latencyObjective: number = 400;
  /** The fault that is chosen to be injected. */
  @property({ converter: choice('bad-deploy', ...FAULT_TYPES.filter((type) => type !== 'bad-deploy')) })
  fault: FaultType = 'bad-deploy';
  /** The mitigation that is chosen. */
  @property({ converter: choice('roll-back', ...MITIGATION_TYPES.filter((type) => type !== 'roll-back')) })
  mitigation: Mitigation['type'] = 'roll-back';
  /** What it is to be done to: a service, a flag, or `caller>callee`; the first there is where it is empty. */
  @property({ converter: words })
  target: string = '';
  /** The request that is open, as `trace-id` or `trace-id/span-id`. */
  @property({ converter: words })
  trace: string = '';
  /** The actions of a first future, with which this one is compared. */
  @property({ converter: actionsSetting })
  first: string = '';
  /** The second at which the first future was left; 0 where there is none. */
  @property({ attribute: 'first-until', converter: number(0, LONGEST_RUN_SECONDS) })
  firstUntil: number = 0;
  /** The parts that are open, by name: `again review data`. */
  @property({ converter: words })
  open: string = '';

  /** @internal */
  override readonly downloads: Readonly<Record<string, string>> = DASHBOARD_FILES;
  #text: LiveDashboardText = liveDashboard;
  #watch: Watch<LiveDashboardModel> | undefined;
  #view!: LiveDashboardView;
  #drawn = '';
  #isGivenUp = false;
  readonly #incidents = new IncidentLookup();
  readonly #acts = new DashboardActs(this, {
    view: () => this.#view,
    traceSlow: () => this.#drillDown.traceSlow(this.#view.model),
  });
  readonly #news = new DashboardNews();
  readonly #drillDown = new DrillDownController(this);
  readonly #whatIf = new WhatIfController(this);

  /** @internal */
  override watch(run: Run): readonly { end(): void }[] {
    this.#watch = run.watch((shop) => new LiveDashboardModel(shop, this.objectives));
    return [this.#watch];
  }

  /** @internal Other objectives count other requests as slow, which only watching from the start can tell. */
  override watchKey(): string {
    return JSON.stringify(this.objectives);
  }

  /** @internal */
  get objectives(): Objectives {
    return { availability: this.objective / 100, promptness: 0.99, latencySeconds: this.latencyObjective / 1000 };
  }

  protected override derive(): void {
    this.#text = this.messages('liveDashboard', liveDashboard);
    const objectives = this.objectives;
    // Before it is connected the element watches nothing, and has nothing to show.
    const { run } = this.playback;
    const model = this.#watch?.current ?? new LiveDashboardModel(run.shop, objectives);
    const incident = this.#incidents.of(run, model);
    // What a scenario has in store is as secret as a surprise.
    const isSecret =
      incident !== undefined && (incident.fault.isSecret || !run.record.actions.includes(incident.fault));
    this.#drillDown.follow(model);
    this.#view = {
      model,
      newest: model.newest,
      objectives,
      incident,
      isRevealed: !isSecret || this.#isGivenUp || incident.endSeconds !== undefined,
      trail: this.#drillDown.trail,
      selection: this.playback.selection,
      text: this.#text,
      runText: this.runText,
      host: this,
      clock: (seconds) => this.clock(seconds),
      quantile: valueFormat('latency', this.#text, this.format, objectives),
    };
  }

  /** @internal */
  override label(setting: string): string {
    return this.#text.labels[setting] ?? super.label(setting);
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    return sentenceOf(this.#view);
  }

  protected override situation(): string {
    return situationOf(this.#view);
  }

  protected override isAlarming(): boolean {
    return lampOf(this.#view) === 'page';
  }

  protected override renderStage(): TemplateResult {
    const view = this.#view;
    // On a dashboard the time is chosen at the top.
    return html`${bannerPart(view)} ${this.noControls ? '' : html`<div class="bar">${this.renderPlayback()}</div>`}
      <div class="charts">${CHARTS.map((chart) => this.#renderChart(chart))}</div>
      ${this.noControls ? '' : controlsPart(view, this.playback.run, this.#acts.chosen, this.#acts)}
      ${trailPart(view, { go: this.#drillDown.go, choose: this.#acts.choose })}
      <div class="lists">${alertsPart(view, this.#drillDown.followAlert)} ${errorsPart(view)} ${changesPart(view)}</div>
      ${cardPart(view, this.#reveal)}`;
  }

  #renderChart(chart: ChartName): TemplateResult {
    const isMeant = this.#drillDown.trail?.chart === chart && this.#drillDown.trail.step !== 'alert';
    return html`<obs-chart
      class="${chart} ${isMeant ? 'meant' : ''}"
      .frame=${this.#frame(chart)}
      @chart-select=${this.#selectPoint}
    ></obs-chart>`;
  }

  #frame(chart: ChartName): ChartFrame {
    const format = valueFormat(chart, this.#text, this.format, this.objectives);
    const frame = this.chartFrame(this.#text[chart], plainText(this.sentence()), format);
    const tick = chart === 'latency' ? this.format.duration : format;
    return onWall({ ...frame, tick }, this.offsetWidth);
  }

  /** Called with every drawing; what the charts show changes only from second to second. */
  protected override draw(): void {
    const { model, objectives, isRevealed, incident } = this.#view;
    for (const event of this.#news.of(model, incident)) this.dispatchEvent(event);
    const { run } = this.playback;
    const changes = shortChanges(model.changes.changes);
    const marks = runMarks(run, changes, this.runText, isRevealed).toSorted((a, b) => a.seconds - b.seconds);
    const key = JSON.stringify([run.now, run.record, objectives, isRevealed, this.language]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    const { format } = this;
    const usualTraffic = run.shop.settings.rate;
    const charts = dashboardCharts({ model, objectives, marks, usualTraffic, text: this.#text, format });
    for (const chart of CHARTS) {
      const element = this.shadowRoot?.querySelector<ObsChart>(`obs-chart.${chart}`);
      if (element) element.data = charts[chart];
    }
  }

  readonly #selectPoint = (event: ChartSelectEvent): void => this.#drillDown.selectPoint(event, this.#view.model);

  readonly #reveal = (): void => {
    this.#isGivenUp = true;
    this.requestUpdate();
  };

  protected override renderControls(): TemplateResult {
    return sectionsPart(this.#view, this.open, this.#whatIf.baseline, this.#goBack);
  }

  /** Breaks something, among innocent changes, and keeps it secret until the incident is over. */
  surprise(): void {
    this.#isGivenUp = false;
    this.#acts.breakSecretly();
  }

  override reset(): void {
    this.#acts.rememberFaults();
    super.reset();
  }

  readonly #goBack = (): void => {
    if (this.#whatIf.goBack(this.#view.incident)) this.#drillDown.forget();
  };

  protected override renderFooter(): TemplateResult {
    return html`<div class="fields">
      ${super.renderFooter()} ${numberField(this, 'objective', this.objective, '%', 6)}
      ${numberField(this, 'latencyObjective', this.latencyObjective, 'ms', 5)}
    </div>`;
  }

  /** The charts as `csv`, what was scraped as `openmetrics`, alerts as `rules`, kept requests as `otlp` and `ndjson`. */
  override exportData(format: string = 'csv'): string {
    this.updateNow();
    return exportOf(this.#view.model, format, this.playback.run.shop.settings.startSeconds);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-live-dashboard': ObsLiveDashboard;
  }
}
