import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { alertComparison, type AlertComparisonText } from '../../i18n/en/alert-comparison.js';
import { choiceField, numberField } from '../../ui/controls/fields.js';
import { ObsElement } from '../../ui/element/obs-element.js';
import { section } from '../../ui/controls/section.js';
import { choice, number, words } from '../../ui/element/settings.js';
import { Job } from '../../ui/element/job.js';
import { toCsv } from './alert-comparison.export.js';
import { compare, type Comparison, type ComparisonSettings } from './alert-comparison.model.js';
import { DAY_NAMES, namesIn, objectiveSetting, strategiesSetting, type DayName } from './alert-comparison.settings.js';
import { alertComparisonStyles } from './alert-comparison.styles.js';
import { chooseAlert, comparisonSentence, type ComparisonView } from './alert-comparison.view.js';
import { detailPart } from './lanes/alert-detail.part.js';
import { filesPart } from './rules/files.part.js';
import { lanesPart } from './lanes/lanes.part.js';
import { simulateManyWeeks, type WeeksDone } from './scores/many-weeks.model.js';
import { manyWeeksPart, type ManyWeeksView } from './scores/many-weeks.part.js';
import { legend } from './lanes/marks.part.js';
import { chooseLanesPart, morePart } from './rules/settings-section.part.js';
import { toRuleFile, toRuleTest } from './rules/prometheus.model.js';
import { parseRule, type ParsedRule } from './rules/rule-language.model.js';
import { rulePart } from './rules/rule.part.js';
import { scoreIn } from './scores/score.model.js';
import { scoresPart } from './scores/scores.part.js';
import { strategiesFor } from './rules/strategies.model.js';
import { WEEK_NAMES, type WeekName } from './week/weeks.model.js';

const DAY = 86_400;
const RULE_FILE = 'alert-comparison.rules.yaml';

/**
 * One simulated week, one truth, and several ways to decide when to page: thresholds on causes, a symptom, the six
 * approaches of the SRE Workbook, and a rule of the reader's own. Each has a lane; all stand on the same time axis.
 *
 * @tag obs-alert-comparison
 * @summary The same week under nine alerting strategies: who is paged, when, and whether it was worth it.
 * @slot caption - A caption under the figure.
 * @slot - What a reader sees before the script has run, or without it.
 * @fires {ObsInputEvent} obs-input - The reader is changing a setting.
 * @fires {ObsChangeEvent} obs-change - The reader changed a setting, or chose a day or an alert.
 * @fires {ObsErrorEvent} obs-error - A setting cannot be used as given.
 * @csspart base - The whole figure.
 * @csspart heading - Its heading.
 * @csspart sentence - The sentence that compares two strategies.
 * @csspart stage - The drawing.
 * @csspart lanes - The lanes and their time axis.
 * @csspart detail - The chosen alert.
 * @csspart controls - The fields, tables and files.
 * @csspart section - Each part that opens.
 * @csspart note - A note about a setting.
 * @csspart table - Each table.
 * @csspart footer - The last line.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @cssprop --obs-color-paper - Background.
 * @cssprop --obs-color-ink - Text.
 * @cssprop --obs-color-quiet - Text of less weight.
 * @cssprop --obs-color-accent - What can be moved, and links.
 * @cssprop --obs-font-family - Typeface.
 */
export class ObsAlertComparison extends ObsElement {
  static override readonly tag: string = 'obs-alert-comparison';
  static override readonly styles: CSSResultGroup[] = [...ObsElement.styles, alertComparisonStyles];
  /** What happens: `ordinary`, `quiet`, `slowBurn`, `shortOutage`, `flapping`, `lowTraffic`, `gap`, `deploys`, `memoryLeak`, `nightOutage`, `weeklyPeak`, `retryStorm`, `partialRegion` or `noisyNeighbour`. */
  @property({ converter: choice('ordinary', ...WEEK_NAMES.slice(1)) })
  week: WeekName = 'ordinary';
  /** Seed of all chance, 0 to 1,000,000,000: the same seed gives the same week. */
  @property({ converter: number(0, 1e9) })
  seed: number = 1;
  /** Objective in percent over 30 days, 90 to 99.999. */
  @property({ converter: objectiveSetting })
  objective: number = 99.9;
  /** The lanes, by name: `cause symptom approach1` to `approach6` and `own`. */
  @property({ converter: strategiesSetting })
  strategies: string = 'cause symptom';
  /** The reader's own rule, such as `errors[1h] > 14.4x and errors[5m] > 14.4x for 2m`. */
  @property({ converter: words })
  rule: string = 'errors[5m] > 14x for 5m';
  /** Seconds between scrapes. */
  @property({ attribute: 'scrape-seconds', converter: choice('60', '30', '15', '5', '1', '300') })
  scrapeSeconds: '60' | '30' | '15' | '5' | '1' | '300' = '60';
  /** Seconds between evaluations of the rules. */
  @property({ attribute: 'evaluation-seconds', converter: choice('60', '30', '15', '5', '1', '300') })
  evaluationSeconds: '60' | '30' | '15' | '5' | '1' | '300' = '60';
  /** From which percentage of the 30-day error budget on an incident counts. */
  @property({ converter: number(0.01, 100) })
  significant: number = 2;
  /** How many weeks are simulated to compare means, 2 to 1000. */
  @property({ converter: number(2, 1000) })
  weeks: number = 100;
  /** The day that is shown, `monday` to `sunday`, or the whole `week`. */
  @property({ converter: choice('week', ...DAY_NAMES) })
  day: 'week' | DayName = 'week';
  /** The chosen alert: a strategy and a number, such as `cause.3`; the most telling one where empty. */
  @property({ converter: words })
  alert: string = '';
  /** The parts that are open, by name: `table many rule files more`. */
  @property({ converter: words })
  open: string = 'table';

  #text: AlertComparisonText = alertComparison;
  #parsed: ParsedRule = parseRule('', 1);
  #settings!: ComparisonSettings;
  #view: ComparisonView | undefined;
  readonly #comparing = new Job<Comparison>(this, { waitsForSight: false });
  readonly #many = new Job<WeeksDone, WeeksDone>(this);

  /** @internal */
  override readonly downloads: Readonly<Record<string, string>> = {
    CSV: 'csv',
    Rules: 'rules.yaml',
    Test: 'test.yaml',
  };

  /** Waits for what has to be simulated, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isSettled = await super.getUpdateComplete();
    if (!this.#comparing.isRunning(this.#key)) return isSettled;
    await this.#comparing.settled;
    return this.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#text = this.messages('alertComparison', alertComparison);
    // Rounded: 99.9 / 100 is not 0.999 to the last bit.
    const objective = Number((this.objective / 100).toFixed(12));
    this.#parsed = parseRule(this.rule, objective);
    const shown = new Set<string>(namesIn(this.strategies));
    this.#settings = {
      week: this.week,
      seed: String(this.seed),
      judgement: { objective, significantBudget: this.significant / 100 },
      strategies: strategiesFor(objective, this.#parsed.ok ? this.#parsed.rule : undefined).filter(({ name }) =>
        shown.has(name),
      ),
      scrapeSeconds: Number(this.scrapeSeconds),
      evaluationSeconds: Number(this.evaluationSeconds),
    };
    // Until the new week is simulated, the last one stays on the screen.
    const { latest } = this.#comparing;
    this.#view = latest && this.#viewOf(latest);
  }

  protected override updated(): void {
    if (this.isConnected) void this.#comparing.start(this.#key, () => compare(this.#settings));
  }

  /** A word for all that the comparison depends on. */
  get #key(): string {
    return JSON.stringify(this.#settings);
  }

  #viewOf(comparison: Comparison): ComparisonView {
    const t = this.#text;
    const day = DAY_NAMES.findIndex((name) => name === this.day);
    const names: Readonly<Record<string, string>> = t.named;
    const [from, to] = day < 0 ? [0, 7 * DAY] : [day * DAY, (day + 1) * DAY];
    // What is counted is what is shown.
    const lanes = comparison.lanes.map((lane) => ({
      ...lane,
      score: scoreIn(lane, comparison.week, comparison.incidents, from, to),
    }));
    return {
      ...comparison,
      lanes,
      text: t,
      host: this,
      from,
      to,
      dayName: this.day === 'week' ? '' : t.days[this.day],
      chosen: chooseAlert(lanes, this.alert),
      rule: this.rule,
      isStill: this.noControls,
      time: (second) => this.#time(second),
      strategyName: (name) => names[name] ?? '',
    };
  }

  /** `Wed 03:12`: simulated time, so of no zone. */
  #time(second: number): string {
    const name = DAY_NAMES[Math.min(Math.floor(second / DAY), 6)] ?? 'sunday';
    const clock = new Date(second * 1000).toLocaleTimeString(this.language, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    });
    return this.#text.time(this.#text.days[name], clock);
  }

  /** @internal */
  override label(setting: string): string {
    return this.#text.labels[setting] ?? '';
  }

  /** @internal */
  override validationWarning(setting: string): string {
    if (setting !== 'rule' || this.#parsed.ok) return '';
    const { column, problem, found } = this.#parsed;
    return this.#text.ruleProblem(this.format.number(column), found, this.#text.ruleReasons[problem]);
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    // The last week stays on the screen until the new one is simulated, but nothing is said of it.
    const view = this.#comparing.result(this.#key) && this.#view;
    return view ? comparisonSentence(view) : this.#text.simulating;
  }

  protected override renderStage(): TemplateResult {
    if (!this.#view) return html`<div class="lanes" part="lanes"></div>`;
    const view = this.#view;
    return html`${lanesPart(view)} ${legend(view)} ${this.noControls ? '' : chooseLanesPart(view, this.strategies)}
    ${detailPart(view)}`;
  }

  protected override renderControls(): TemplateResult {
    const view = this.#view;
    const t = this.#text;
    const fields = html`<div class="fields">
      ${choiceField(this, 'week', this.week, t.weeks)} ${numberField(this, 'objective', this.objective, '%', 6)}
      ${numberField(this, 'seed', this.seed)}
    </div>`;
    if (!view) return fields;
    const parts = { open: this.open, toggled: (open: string) => void this.change('open', open) };
    const file = { ...this.#settings, objective: this.#settings.judgement.objective };
    const count = this.format.number(this.weeks);
    return html`${fields} ${section(parts, 'table', t.table, t.tableSummary, () => scoresPart(view))}
    ${section(parts, 'many', t.many, t.manySummary(count), () => manyWeeksPart(view, this.#manyWeeks()))}
    ${section(parts, 'rule', t.ruleTitle, t.ruleSummary, () => rulePart(view, this.rule, !this.#parsed.ok))}
    ${section(parts, 'files', t.files, t.filesSummary, () =>
      filesPart(view, toRuleFile(file), () => this.exportData('test')),
    )}
    ${section(parts, 'more', t.more, t.moreSummary, () => morePart(view, this))}`;
  }

  protected override renderFooter(): TemplateResult {
    return html`<span>${this.#text.footer(this.format.number(this.seed))}</span>`;
  }

  /** The scores and alerts as `csv`, the rules of all lanes as `rules` for Prometheus, their unit test as `test`. */
  override exportData(format: string = 'csv'): string {
    // A script may ask before what it set is drawn, or even simulated.
    this.updateNow();
    const file = { ...this.#settings, objective: this.#settings.judgement.objective };
    if (format === 'rules') return toRuleFile(file);
    const { lanes, series, incidents } = this.#compareAtOnce();
    return format === 'test' ? toRuleTest(file, lanes, series, RULE_FILE) : toCsv(lanes, incidents);
  }

  #compareAtOnce(): Comparison {
    const known = this.#comparing.result(this.#key);
    if (known) return known;
    const work = compare(this.#settings);
    let step = work.next();
    while (!step.done) step = work.next();
    return step.value;
  }

  /** Many weeks of the same kind, which the reader starts and stops. */
  #manyWeeks(): ManyWeeksView {
    const options = { ...this.#settings, name: this.week, weeks: this.weeks };
    const key = JSON.stringify(options);
    const { weeks: done = 0, scores = new Map() } = this.#many.result(key) ?? this.#many.step(key) ?? {};
    return {
      done,
      weeks: this.weeks,
      isRunning: this.#many.isRunning(key),
      scores,
      start: () => void this.#many.start(key, () => simulateManyWeeks(options)),
      stop: () => {
        this.#many.stop();
        this.requestUpdate();
      },
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-alert-comparison': ObsAlertComparison;
  }
}
