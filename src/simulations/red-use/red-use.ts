import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChartFrame } from '../../charts/chart-data.js';
import { ObsChart } from '../../charts/obs-chart.js';
import { ObsProgressEvent } from '../../events.js';
import { redUse, type RedUseText } from '../../i18n/en/red-use.js';
import type { Run, Watch } from '../../shop/index.js';
import { writeOpenMetrics } from '../../telemetry/index.js';
import { actionBar } from '../../ui/controls/action-bar.js';
import { choiceField, flagField } from '../../ui/controls/fields.js';
import { LONGEST_RUN_SECONDS } from '../../ui/playback/playback.js';
import { RunElement } from '../../ui/playback/run-element.js';
import { runMarks } from '../../ui/playback/chart-annotations.js';
import { choice, flag, number, words } from '../../ui/element/settings.js';
import { BASELINE_SECONDS } from './matrix/baseline.model.js';
import type { Cell } from './matrix/cells.model.js';
import { diagnosePart } from './diagnosis/diagnose.part.js';
import { Evidence } from './diagnosis/evidence.model.js';
import { FAULT_NAMES, FAULTS, PRESET_NAMES, possibleFaults, type FaultName, type PresetName } from './faults.model.js';
import { DiagnosisControl } from './diagnosis/diagnosis-controller.js';
import { MatrixControl } from './matrix/matrix-controller.js';
import { drawMatrix, shownTime } from './matrix/draw-matrix.js';
import { matrixPart } from './matrix/matrix.part.js';
import { cellChart, pathPart } from './diagnosis/path.part.js';
import type { Path } from './diagnosis/path.model.js';
import { toCsv } from './red-use.data.js';
import { RedUseModel } from './red-use.model.js';
import { redUseStyles } from './red-use.styles.js';
import { cellName, written, type RedUseView } from './red-use.view.js';
import { resourceRows, serviceRows } from './matrix/rows.model.js';
import { PlannedIncident } from './planned-incident.js';
import { sectionsPart } from './sections.part.js';
import { sentenceOf, situationOf } from './situation.js';
import { MOST_POINTS, type Verdict } from './diagnosis/verdict.model.js';

/**
 * RED of every service beside USE of every resource of the simulated shop: which cell leaves its baseline first, which
 * follow, and how that leads from "something is slow" to the resource that is short, and to the change that did it.
 *
 * @tag obs-red-use
 * @summary A matrix of small charts that marks, in order, what left its baseline; the reader names the bottleneck.
 * @slot caption - A caption under the figure.
 * @slot - What a reader sees before the script has run, or without it.
 * @fires {ObsChangeEvent} obs-change - The reader changed a setting.
 * @fires {ObsErrorEvent} obs-error - A setting cannot be used as given.
 * @fires {ObsPlaybackEvent} obs-play - The run began to play.
 * @fires {ObsPlaybackEvent} obs-pause - The run stopped.
 * @fires {ObsActionEvent} obs-inject - Something was broken.
 * @fires {ObsActionEvent} obs-mitigate - Something was done about it.
 * @fires {ObsSelectEvent} obs-select - A log line was followed to its request.
 * @fires {ObsProgressEvent} obs-complete - The reader named the bottleneck: points, of at most 2.
 * @csspart base - The whole figure.
 * @csspart heading - Its heading.
 * @csspart sentence - The sentence that says what is going on.
 * @csspart stage - The matrix, and the cell that is followed.
 * @csspart matrix - The two grids of small charts.
 * @csspart path - The cell that is followed.
 * @csspart query - Its PromQL.
 * @csspart steps - The three steps: RED, USE, logs.
 * @csspart diagnose - The question and its verdict.
 * @csspart verdict - The verdict.
 * @csspart playback - Play, pause, step, speed.
 * @csspart actions - Each row of buttons that act on the shop.
 * @csspart controls - All controls.
 * @csspart section - Each part that opens.
 * @csspart note - A note about a setting.
 * @csspart table - The table of data.
 * @csspart footer - The last line.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @cssprop --obs-color-paper - Background.
 * @cssprop --obs-color-ink - Text.
 * @cssprop --obs-color-quiet - Text of less weight, and what is as usual.
 * @cssprop --obs-color-warn - What left its baseline.
 * @cssprop --obs-color-accent - What can be used, and links.
 * @cssprop --obs-font-family - Typeface.
 */
export class ObsRedUse extends RunElement {
  static override readonly tag: string = 'obs-red-use';
  static override readonly parts: (typeof ObsChart)[] = [ObsChart];
  static override readonly styles: CSSResultGroup[] = [...RunElement.styles, redUseStyles];
  /** The second of the run that is shown first: when what is usual has been measured, so that something can be broken. */
  @property({ converter: number(0, LONGEST_RUN_SECONDS) })
  override at: number = 60;
  /** What breaks by itself: a fault by name, or the seed's secret, `surprise`. */
  @property({ converter: choice('', ...FAULT_NAMES, 'surprise') })
  fault: '' | FaultName | 'surprise' = '';
  /** The minute at which it breaks. */
  @property({ attribute: 'fault-minute', converter: number(1, 60) })
  faultMinute: number = 1.5;
  /** A case that teaches: `busy`, `bursts` or `quiet`. */
  @property({ converter: choice('', ...PRESET_NAMES) })
  preset: '' | PresetName = '';
  /** The reader names the bottleneck before it is shown; what breaks is kept secret. */
  @property({ converter: flag })
  diagnose: boolean = false;
  /** Whose resources are shown; where it is empty, of each kind the first to leave. */
  @property({ converter: words })
  service: string = '';
  /** The cell that is followed, as `postgres.disk.utilisation` or `auth.duration`. */
  @property({ converter: words })
  cell: string = '';
  /** The parts that are open, by name: `cases rule data`. */
  @property({ converter: words })
  open: string = '';

  /** @internal */
  override readonly downloads = { CSV: 'csv', OpenMetrics: 'openmetrics.txt' };
  #text: RedUseText = redUse;
  #watch: Watch<RedUseModel> | undefined;
  #evidence: Watch<Evidence> | undefined;
  /** @internal */
  view!: RedUseView;
  readonly #planned = new PlannedIncident(this);
  readonly #matrix = new MatrixControl(this);
  readonly #diagnosis = new DiagnosisControl(this);

  /** @internal */
  override watch(run: Run): readonly { end(): void }[] {
    const watch = run.watch((shop) => new RedUseModel(shop));
    const evidence = run.watch((shop) => new Evidence(shop));
    [this.#watch, this.#evidence] = [watch, evidence];
    return [watch, evidence];
  }

  protected override derive(): void {
    this.#text = this.messages('redUse', redUse);
    this.#planned.apply();
    const { shop } = this.playback.run;
    // Before it is connected the element watches nothing, and has nothing to show.
    const model = this.#watch?.current ?? new RedUseModel(shop);
    const evidence = this.#evidence?.current ?? new Evidence(shop);
    const services = serviceRows(model);
    const resources = resourceRows(model, shop.services.has(this.service) ? this.service : '');
    const clock = (seconds: number): string => this.clock(seconds);
    const { cursor } = this.#matrix;
    this.view = { model, evidence, services, resources, cursor, text: this.#text, host: this, clock };
    if (this.#diagnosis.verdict && model.departures.length === 0) this.#diagnosis.forget();
  }

  /** @internal */
  override label(setting: string): string {
    return this.#text.labels[setting] ?? super.label(setting);
  }

  /** @internal */
  override validationWarning(setting: string): string {
    const { model } = this.view;
    if (setting === 'cell' && this.cell && !model.cell(this.cell)) return this.#text.unknownCell(this.cell);
    const isUnknown = setting === 'service' && this.service && !this.playback.run.shop.services.has(this.service);
    return isUnknown ? this.#text.unknownService(this.service) : super.validationWarning(setting);
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    return sentenceOf(this.view, this.#isAsking);
  }

  protected override situation(): string {
    return situationOf(this.view);
  }

  protected override isAlarming(): boolean {
    const { departures, isRecovered } = this.view.model;
    return departures.length > 0 && !isRecovered;
  }

  /** Whether the reader has still to say what it is. */
  get #isAsking(): boolean {
    return this.diagnose && !this.#diagnosis.verdict;
  }

  override reset(): void {
    super.reset();
    this.#planned.forget();
    this.#diagnosis.forget();
  }

  protected override renderStage(): TemplateResult {
    const { text: t } = this.view;
    const { model, cursor } = this.view;
    const followed = model.cell(this.cell);
    const { from, to } = shownTime(model);
    const seconds = cursor === undefined ? undefined : model.scrapes[cursor];
    return html`${matrixPart(this.view, this.#matrix.hands)}
      <p class="quiet keys">
        <span
          >${seconds === undefined ? t.legend(this.clock(from), this.clock(to)) : html`<b>${t.cursorAt(this.clock(seconds))}</b>`}</span
        >
        <span id="keys">${t.keys}</span>
      </p>
      ${
        followed
          ? pathPart(this.view, followed, {
              frame: this.#frame(followed),
              isHidden: this.#isAsking,
              close: this.#matrix.close,
              show: this.#show,
            })
          : ''
      }`;
  }

  #frame(cell: Cell): ChartFrame {
    return this.chartFrame(cellName(this.view, cell), '', (value) => written(this.view, cell, value));
  }

  /** Called with every drawing: the cells are drawn at every scrape, the text is rendered less often. */
  protected override draw(): void {
    const { model, evidence } = this.view;
    const root = this.shadowRoot;
    if (!root) return;
    drawMatrix(root, model);
    const cell = model.cell(this.cell);
    const chart = root.querySelector<ObsChart>('.cell-chart');
    if (!cell || !chart) return;
    const marks = this.#isAsking ? [] : runMarks(this.playback.run, evidence.changes, this.runText);
    chart.data = cellChart(this.view, model, cell, marks);
  }

  /** @internal */
  follow(key: string): Promise<void> {
    return this.change('cell', key);
  }

  /** @internal */
  tell(seconds: number, value: string): void {
    this.announce(this.runText.at(this.clock(seconds), value), 1);
  }

  readonly #show = ({ logs }: Path): void => {
    if (logs) this.select({ kind: 'log', traceId: logs.traceId, spanId: logs.spanId });
  };

  protected override renderControls(): TemplateResult {
    const { runText } = this;
    const done = new Set(this.playback.run.record.actions.map(({ type }) => type));
    const faults = possibleFaults(this.playback.run.shop).map((name) => ({
      label: runText.actions[name] ?? name,
      isOn: done.has(name),
      act: () => void this.#break(name),
    }));
    return html`<div class="bar">
        ${this.renderPlayback()} ${this.diagnose ? '' : actionBar(runText.disturb, faults)}
      </div>
      ${this.diagnose ? diagnosePart(this.view, this.#diagnosis.diagnosis) : ''}
      ${sectionsPart(this.view, this, (name) => void this.#planned.choose(name).then(() => this.play()))}`;
  }

  /** The reader breaks something in order to see what happens: so it happens. */
  async #break(name: FaultName): Promise<void> {
    const { playback } = this;
    // A fault in the quiet minute would make the unusual usual.
    if (playback.currentTime < BASELINE_SECONDS) await playback.seek(BASELINE_SECONDS);
    await playback.settled;
    this.inject(FAULTS[name]);
    if (this.paused) this.play();
  }

  /** @internal */
  completed({ score }: Verdict): void {
    if (!this.paused) this.pause();
    this.dispatchEvent(new ObsProgressEvent('obs-complete', score, MOST_POINTS));
  }

  /** @internal Another seed: another run, and another secret. */
  another(): void {
    this.#diagnosis.forget();
    this.#planned.another();
  }

  protected override renderFooter(): TemplateResult {
    const names = [...this.playback.run.shop.services.keys()];
    const choices = { '': this.#text.firstOfAll, ...Object.fromEntries(names.map((name) => [name, name])) };
    return html`<div class="fields">
      ${super.renderFooter()} ${choiceField(this, 'service', this.service, choices)}
      ${flagField(this, 'diagnose', this.diagnose)}
    </div>`;
  }

  /** Every cell as `csv`, or all that was scraped as `openmetrics`. */
  override exportData(format: string = 'csv'): string {
    this.updateNow();
    const { model } = this.view;
    return format === 'openmetrics' ? writeOpenMetrics(model.metrics.scraper.history()) : toCsv(model);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-red-use': ObsRedUse;
  }
}
