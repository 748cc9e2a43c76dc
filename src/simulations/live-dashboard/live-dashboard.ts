import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChartFrame } from '../../charts/chart-data.js';
import { ObsChart, type ChartSelectEvent } from '../../charts/obs-chart.js';
import { ObsProgressEvent } from '../../events.js';
import { liveDashboard, type LiveDashboardText } from '../../i18n/en/live-dashboard.js';
import { SCENARIOS, type Mitigation, type Run, type Watch } from '../../shop/index.js';
import { chartsStyles } from '../../ui/controls/charts.styles.js';
import { numberField } from '../../ui/controls/fields.js';
import { LONGEST_RUN_SECONDS } from '../../ui/playback/playback.js';
import { RunElement } from '../../ui/playback/run-element.js';
import { runMarks } from '../../ui/playback/chart-annotations.js';
import { section } from '../../ui/controls/section.js';
import { choice, number, words } from '../../ui/element/settings.js';
import { plainText } from '../../ui/element/rich-text.js';
import { AlertNews } from './alerts/alert-events.js';
import { alertsPart } from './alerts/alerts.part.js';
import { bannerPart } from './alerts/banner.part.js';
import { cardPart } from './incident/card.part.js';
import type { Cause } from './drill-down/cause.model.js';
import { changesPart } from './changes.part.js';
import { controlsPart, type Chosen } from './controls.part.js';
import { errorsPart } from './drill-down/errors.part.js';
import { WhatIfController } from './what-if/what-if-controller.js';
import { futuresPart } from './what-if/what-if.part.js';
import {
  FAULT_TYPES,
  faultOf,
  faultsOf,
  incidentOf,
  type FaultType,
  type Incident,
} from './incident/incident.model.js';
import { CHARTS, dashboardCharts, shortChanges, valueFormat, type ChartName } from './live-dashboard.charts.js';
import { exportOf, historyTable } from './live-dashboard.data.js';
import { LiveDashboardModel } from './live-dashboard.model.js';
import { actionsSetting } from '../../ui/playback/run-settings.js';
import { liveDashboardStyles } from './live-dashboard.styles.js';
import type { LiveDashboardView } from './live-dashboard.view.js';
import { MITIGATION_TYPES, mitigationOf, targetsOf } from './what-if/remedies.model.js';
import { reviewPart } from './incident/review.part.js';
import type { Objectives } from './alerts/service-level.model.js';
import { lampOf, sentenceOf, situationOf } from './situation.js';
import { surpriseOf } from './incident/surprise.model.js';
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
  override readonly downloads = {
    CSV: 'csv',
    OpenMetrics: 'openmetrics.txt',
    OTLP: 'otlp.json',
    NDJSON: 'ndjson',
  };
  #text: LiveDashboardText = liveDashboard;
  #watch: Watch<LiveDashboardModel> | undefined;
  #view!: LiveDashboardView;
  #drawn = '';
  #isGivenUp = false;
  /** What broke before the last reset. */
  #seenBefore: readonly FaultType[] = [];
  #ended: number | undefined;
  readonly #news = new AlertNews();
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
    const incident = this.#incidentOf(run, model);
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
    };
  }

  /** Looked up once a second: a day has many. */
  #incidentOf({ record, now }: Run, model: LiveDashboardModel): Incident | undefined {
    const { model: known, seconds, deeds } = this.#lookedUp;
    if (known !== model || seconds !== now || deeds !== record.actions.length) {
      const incident = incidentOf(record, model.level, model.alerts);
      this.#lookedUp = { model, seconds: now, deeds: record.actions.length, incident };
    }
    return this.#lookedUp.incident;
  }
  #lookedUp: { model?: LiveDashboardModel; seconds?: number; deeds?: number; incident: Incident | undefined } = {
    incident: undefined,
  };

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
      ${this.noControls ? '' : controlsPart(view, this.playback.run, this.#chosen, this.#deeds)}
      ${trailPart(view, { go: this.#drillDown.go, choose: this.#choose })}
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
    const frame = this.chartFrame(
      this.#text[chart],
      plainText(this.sentence()),
      valueFormat(chart, this.#text, this.format),
    );
    return this.offsetWidth < WALL_PIXELS ? frame : { ...frame, height: WALL_HEIGHT };
  }

  /** Called with every drawing; what the charts show changes only from second to second. */
  protected override draw(): void {
    const { model, objectives, isRevealed, incident } = this.#view;
    for (const event of this.#news.of(model)) this.dispatchEvent(event);
    this.#tellEnd(incident);
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

  #tellEnd(incident: Incident | undefined): void {
    const ended = incident?.endSeconds;
    if (ended !== undefined && ended !== this.#ended && incident?.steps.length) {
      this.dispatchEvent(new ObsProgressEvent('obs-complete', 1, 1));
    }
    this.#ended = ended;
  }

  readonly #selectPoint = (event: ChartSelectEvent): void => this.#drillDown.selectPoint(event, this.#view.model);

  /** Puts what a cause is about into the fields for mending. */
  readonly #choose = (cause: Cause): void => {
    const { run } = this.playback;
    const flag = cause.kind === 'change' && cause.change.kind === 'flag';
    const flags = targetsOf('disable-flag', run.shop, this.#view.model.changes.changes);
    if (flag) this.mitigation = 'disable-flag';
    this.target = flag ? (flags.find((name) => cause.change.summary.includes(name)) ?? '') : cause.service;
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('[name=mitigation]')?.focus());
  };

  readonly #reveal = (): void => {
    this.#isGivenUp = true;
    this.requestUpdate();
  };

  protected override renderControls(): TemplateResult {
    return this.#renderSections();
  }

  get #chosen(): Chosen {
    return { fault: this.fault, mitigation: this.mitigation, target: this.#target };
  }

  /** What is chosen, where it can be done to that; else the first to which it can. */
  get #target(): string {
    const targets = targetsOf(this.mitigation, this.playback.run.shop, this.#view.model.changes.changes);
    return targets.includes(this.target) ? this.target : (targets[0] ?? '');
  }

  readonly #deeds = {
    inject: (): void => this.inject(faultOf(this.fault)),
    surprise: (): void => this.surprise(),
    mitigate: (): void => this.mitigate(mitigationOf(this.mitigation, this.#target)),
    traceSlow: (): void => this.#drillDown.traceSlow(this.#view.model),
  };

  /** Breaks something, among innocent changes, and keeps it secret until the incident is over. */
  surprise(): void {
    const { run } = this.playback;
    const { fault, innocent } = surpriseOf(run.record, this.#seenBefore);
    this.#isGivenUp = false;
    for (const change of innocent) run.act({ ...change, ...SECRET });
    this.inject({ ...fault, ...SECRET });
  }

  override reset(): void {
    this.#seenBefore = [...this.#seenBefore, ...faultsOf(this.playback.run.record)];
    super.reset();
  }

  #renderSections(): TemplateResult {
    const view = this.#view;
    const { text: t } = view;
    const parts = { open: this.open, toggled: (open: string) => void this.change('open', open) };
    const again = (): TemplateResult => futuresPart(view, this.#whatIf.baseline, this.#goBack);
    return html`${section(parts, 'again', t.again, t.againSummary, again)}
    ${section(parts, 'review', t.review, t.reviewSummary, () => html`${reviewPart(view)}`)}
    ${section(parts, 'data', t.data, t.dataSummary, () => historyTable(view))}`;
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

  /** What is on the screen: the charts as `csv`, what was scraped as `openmetrics`, the kept requests as `otlp` and `ndjson`. */
  override exportData(format: string = 'csv'): string {
    this.updateNow();
    return exportOf(this.#view.model, format, this.playback.run.shop.settings.startSeconds);
  }
}

/** From this width on it hangs on a wall, and is read from afar. */
const WALL_PIXELS = 1500;
const WALL_HEIGHT = 170;

const SECRET = { isSecret: true } as const;

declare global {
  interface HTMLElementTagNameMap {
    'obs-live-dashboard': ObsLiveDashboard;
  }
}
