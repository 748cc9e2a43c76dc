import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { sloCalculator, type SloCalculatorText } from '../../i18n/en/slo-calculator.js';
import { choiceField, numberField } from '../../ui/controls/fields.js';
import { ninesSlider } from '../../ui/controls/nines-slider.js';
import { ObsElement } from '../../ui/element/obs-element.js';
import { section, type Sections } from '../../ui/controls/section.js';
import { choice, number, words } from '../../ui/element/settings.js';
import { plainText } from '../../ui/element/rich-text.js';
import { alertsPart, alertsSummary } from './alerts.part.js';
import { budgetPart, periodsTable } from './budget.part.js';
import { brokenBy, dependenciesPart, dependenciesSummary } from './dependencies.part.js';
import { methodsPart } from './methods.part.js';
import { exampleFor, ninesPart } from './nines.part.js';
import { rulesPart } from './rules.part.js';
import { whatIsLeft } from './sentence.js';
import { exportRules, toCsv } from './slo-calculator.export.js';
import { calendars, readObjective, type SloCalculatorSettings } from './slo-calculator.model.js';
import {
  dependenciesSetting,
  parseDependencies,
  timeZoneSetting,
  windowDays,
  windowSetting,
} from './slo-calculator.settings.js';
import { sloCalculatorStyles } from './slo-calculator.styles.js';
import type { CalculatorView } from './slo-calculator.view.js';

const DAY = 86_400;

/** What an outage is taken to last while nothing is spent, in seconds. */
const EXAMPLE_OUTAGE = 1800;

/**
 * How much failure does an objective allow, how much of it is spent, and what else follows from the number: what the
 * service's dependencies can support, which alerts can ever fire, and how three ways of counting differ.
 *
 * @tag obs-slo-calculator
 * @summary An objective as a budget: allowed downtime, what is left of it, and who can keep it.
 * @slot caption - A caption under the figure.
 * @slot - What a reader sees before the script has run, or without it.
 * @fires {ObsInputEvent} obs-input - The reader drags the objective.
 * @fires {ObsChangeEvent} obs-change - The reader changed a setting.
 * @fires {ObsErrorEvent} obs-error - A setting cannot be used as given.
 * @csspart base - The whole figure.
 * @csspart heading - Its heading.
 * @csspart sentence - The sentence that says what the numbers mean.
 * @csspart stage - The drawing.
 * @csspart slider - The slider of nines.
 * @csspart controls - The row of fields.
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
export class ObsSloCalculator extends ObsElement {
  static override readonly tag: string = 'obs-slo-calculator';
  static override readonly styles: CSSResultGroup[] = [...ObsElement.styles, sloCalculatorStyles];
  /** Objective in percent, 1 to 100. */
  @property({ converter: number(1, 100) })
  objective: number = 99.9;
  /** Days, such as `30d`, or a calendar month, such as `2026-02`. */
  @property({ converter: windowSetting })
  window: string = '30d';
  /** The time zone in which a calendar month begins and ends, such as `Europe/Berlin`. */
  @property({ attribute: 'time-zone', converter: timeZoneSetting })
  timeZone: string = 'UTC';
  /** Requests per second, 0.0001 to 1,000,000,000. */
  @property({ attribute: 'requests-per-second', converter: number(1e-4, 1e9) })
  requestsPerSecond: number = 100;
  /** What has failed in this window so far, in `spent-unit`. */
  @property({ converter: number(0, 1e9) })
  spent: number = 0;
  /** Whether `spent` counts minutes of downtime or failed requests. */
  @property({ attribute: 'spent-unit', converter: choice('minutes', 'requests') })
  spentUnit: 'minutes' | 'requests' = 'minutes';
  /** Days of the window that have passed. */
  @property({ attribute: 'elapsed-days', converter: number(0, 3660) })
  elapsedDays: number = 15;
  /** Minutes of downtime in the last hour, 0 to 60. */
  @property({ attribute: 'recent-minutes', converter: number(0, 60) })
  recentMinutes: number = 0;
  /** What the service needs: `database 99.95, cache 99.9 x2`; of the copies that `x2` gives, one suffices. */
  @property({ converter: dependenciesSetting })
  dependencies: string = '';
  /** Lengths of month and year: `plain` is 30 and 365 days, `gregorian` 30.44 and 365.2425. */
  @property({ converter: choice('plain', 'gregorian') })
  calendar: 'plain' | 'gregorian' = 'plain';
  /** Hour of the day, 0 to 23, at which the outage under "ways to count" begins. */
  @property({ attribute: 'outage-hour', converter: number(0, 23) })
  outageHour: number = 3;
  /** Percentage of requests that fail in that outage. */
  @property({ attribute: 'outage-failing', converter: number(0, 100) })
  outageFailing: number = 100;
  /** What exported rules count as bad: failed requests, or successful ones that take longer than `latency-seconds`. */
  @property({ converter: choice('availability', 'latency') })
  indicator: 'availability' | 'latency' = 'availability';
  /** For `latency`: the longest time that is still good, in seconds; it has to be a bound of the histogram. */
  @property({ attribute: 'latency-seconds', converter: number(0.001, 3600) })
  latencySeconds: number = 0.4;
  /** The service's name in exported rules. */
  @property({ converter: words })
  service: string = 'checkout';
  /** Which file of rules is shown. */
  @property({ attribute: 'rules-format', converter: choice('prometheus', 'sloth', 'openslo') })
  rulesFormat: 'prometheus' | 'sloth' | 'openslo' = 'prometheus';
  /** The parts that are open, by name: `nines dependencies alerts methods rules`. */
  @property({ converter: words })
  open: string = '';

  #text: SloCalculatorText = sloCalculator;
  #view!: CalculatorView;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#text = this.messages('sloCalculator', sloCalculator);
    const settings = this.#modelSettings();
    const windowName = this.#windowName(this.window);
    this.#view = { ...settings, ...readObjective(settings), text: this.#text, windowName, host: this };
  }

  #modelSettings(): SloCalculatorSettings {
    const windowSeconds = windowDays(this.window, this.timeZone) * DAY;
    return {
      // Rounded as the dependencies are: 99.9 / 100 is not 0.999 to the last bit.
      objective: Number((this.objective / 100).toFixed(12)),
      windowSeconds,
      elapsedSeconds: this.#elapsedSeconds,
      requestsPerSecond: this.requestsPerSecond,
      spentSeconds: this.#spentSeconds > this.#elapsedSeconds ? 0 : this.#spentSeconds,
      recentSeconds: this.recentMinutes * 60,
      dependencies: parseDependencies(this.dependencies) ?? [],
      calendar: calendars[this.calendar],
    };
  }

  /** What the fields say has failed so far, as downtime. */
  get #spentSeconds(): number {
    return this.spent * (this.spentUnit === 'minutes' ? 60 : 1 / this.requestsPerSecond);
  }

  get #elapsedSeconds(): number {
    return Math.min(this.elapsedDays, windowDays(this.window, this.timeZone)) * DAY;
  }

  /** @internal */
  override label(setting: string): string {
    return this.#text.labels[setting] ?? '';
  }

  /** @internal */
  override validationWarning(setting: string): string {
    const t = this.#text;
    const { number, duration } = this.format;
    if (setting === 'objective' && this.objective === 100) return t.promiseLess;
    if (setting === 'spent' && this.#spentSeconds > this.#elapsedSeconds) {
      return t.moreThanTime(duration(this.#spentSeconds), duration(this.#elapsedSeconds));
    }
    const days = windowDays(this.window, this.timeZone);
    return setting === 'elapsedDays' && this.elapsedDays > days
      ? t.beyondWindow(number(this.elapsedDays, 1), number(days, 2))
      : '';
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    if (this.objective === 100) return this.#text.nothingMayFail;
    return this.#allowance() + this.#whatIsLeft() + brokenBy(this.#view);
  }

  #whatIsLeft(): string {
    const { windowSeconds, elapsedSeconds, spentSeconds, requestsPerSecond } = this.#view;
    const unit = this.spentUnit;
    const spent = unit === 'minutes' || spentSeconds === 0 ? spentSeconds : this.spent;
    const evidence = { ...this.#view, spent, unit, requestsPerSecond, restSeconds: windowSeconds - elapsedSeconds };
    return whatIsLeft(evidence, this.#text, this.format);
  }

  #allowance(): string {
    const { text: t, objective, budgetSeconds, windowName } = this.#view;
    return t.allowance(this.format.percent(objective, 9), this.format.duration(budgetSeconds), windowName);
  }

  protected override renderStage(): TemplateResult {
    return html`${ninesSlider({
        label: this.label('objective'),
        percent: this.objective,
        valueText: plainText(this.#allowance()),
        ceiling: this.#view.ceiling * 100,
        tick: (percent) => this.format.percent(percent / 100, 4),
        disabled: this.noControls,
        set: (percent, done) => void this.change('objective', percent, done),
      })}
      <div class="pair">
        <div>${budgetPart(this.#view)}</div>
        ${periodsTable(this.#view)}
      </div>`;
  }

  protected override renderControls(): TemplateResult {
    const view = this.#view;
    const { text: t } = view;
    const parts = { open: this.open, toggled: (open: string) => void this.change('open', open) };
    return html`<div class="fields">
        ${numberField(this, 'objective', this.objective, '%', 7)}
        ${choiceField(this, 'window', this.window, this.#windows())}
        ${this.window.endsWith('d') ? '' : choiceField(this, 'timeZone', this.timeZone, this.#timeZones())}
        ${numberField(this, 'requestsPerSecond', this.requestsPerSecond, t.perSecond, 6)}
        ${numberField(this, 'spent', this.spent)} ${choiceField(this, 'spentUnit', this.spentUnit, t.spentUnits)}
        ${numberField(this, 'elapsedDays', this.elapsedDays)}
      </div>
      ${section(parts, 'nines', t.nines, exampleFor(view, this.objective), () => ninesPart(view, this.objective))}
      ${section(parts, 'dependencies', t.dependencies, dependenciesSummary(view), () => dependenciesPart(view))}
      ${view.budgetSeconds ? this.#budgetSections(parts) : ''}`;
  }

  /** The parts that make no sense without a budget. */
  #budgetSections(parts: Sections): TemplateResult {
    const view = this.#view;
    const { text: t, spentSeconds } = view;
    const outage = {
      hour: this.outageHour,
      seconds: spentSeconds || EXAMPLE_OUTAGE,
      failing: this.outageFailing / 100,
    };
    return html`${section(parts, 'alerts', t.alerts, alertsSummary(view), () => alertsPart(view))}
    ${section(parts, 'methods', t.methods, t.methodsSummary, () => methodsPart(view, outage))}
    ${section(parts, 'rules', t.rules, t.rulesSummary, () => rulesPart(view, this, this.#file(this.rulesFormat)))}`;
  }

  #windows(): Record<string, string> {
    const month = new Date().toISOString().slice(0, 7);
    const windows = ['7d', '28d', '30d', '90d', '365d', month, this.window];
    return Object.fromEntries(windows.map((window) => [window, this.#windowName(window)]));
  }

  /** UTC, the reader's own zone, and the one in use. */
  #timeZones(): Record<string, string> {
    const zones = ['UTC', Intl.DateTimeFormat().resolvedOptions().timeZone, this.timeZone];
    return Object.fromEntries(zones.map((zone) => [zone, zone]));
  }

  #windowName(window: string): string {
    if (window.endsWith('d')) return this.#text.days(this.format.number(parseFloat(window), 2));
    const month = new Date(window).toLocaleDateString(this.language, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return `${month} (${this.timeZone})`;
  }

  protected override renderFooter(): TemplateResult {
    const { calendars: choices, convention } = this.#text;
    return html`<div class="fields">${choiceField(this, 'calendar', this.calendar, choices)} ${convention}</div>`;
  }

  /** The figures as `csv`, or the objective as `prometheus`, `sloth` or `openslo` rules. */
  override exportData(format: string = 'csv'): string {
    this.updateNow();
    return this.#file(format);
  }

  #file(format: string): string {
    const { objective, windowSeconds: periodSeconds } = this.#view;
    const calendarMonth = !this.window.endsWith('d');
    const definition = {
      service: this.service,
      slo: this.indicator,
      objective,
      periodSeconds,
      calendarMonth,
      timeZone: this.timeZone,
      ...(this.indicator === 'latency' && { latencySeconds: this.latencySeconds }),
    };
    return exportRules(format, definition) ?? toCsv(this.#view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-slo-calculator': ObsSloCalculator;
  }
}
