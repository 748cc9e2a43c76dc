import { html, type TemplateResult } from 'lit/html.js';
import { sloCalculator, type SloCalculatorText } from '../../i18n/en/slo-calculator.js';
import { text } from '../../i18n/languages.js';
import { choiceField, numberField } from '../../ui/fields.js';
import { ninesSlider } from '../../ui/nines-slider.js';
import { ObsElement } from '../../ui/obs-element.js';
import { sections, type Section } from '../../ui/section.js';
import { choice, number, words, type Setting } from '../../ui/settings.js';
import { plainText } from '../../ui/text.js';
import { alertsPart, alertsSummary } from './alerts.part.js';
import { budgetPart, periodsTable } from './budget.part.js';
import { dependenciesPart, dependenciesSummary } from './dependencies.part.js';
import { methodsPart } from './methods.part.js';
import { exampleFor, ninesPart } from './nines.part.js';
import { rulesPart } from './rules.part.js';
import { exportRules, toCsv } from './slo-calculator.export.js';
import { calendars, readObjective, type SloCalculatorSettings } from './slo-calculator.model.js';
import { dependenciesSetting, parseDependencies, windowDays, windowSetting } from './slo-calculator.settings.js';
import { sloCalculatorStyles } from './slo-calculator.styles.js';
import type { CalculatorView } from './slo-calculator.view.js';

const DAY = 86_400;

/** What an outage is taken to last while nothing is spent, in seconds. */
const EXAMPLE_OUTAGE = 1800;

/**
 * How much failure does an objective allow, how much of it is spent, and what else follows from the number: what the
 * service's dependencies can support, which alerts can ever fire, and how three ways of counting differ.
 *
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
  static override readonly styles: readonly string[] = [...ObsElement.styles, sloCalculatorStyles];
  static override readonly settings: Readonly<Record<string, Setting>> = {
    ...ObsElement.settings,
    objective: number(99.9, 1, 100),
    window: windowSetting,
    requestsPerSecond: number(100, 1e-4, 1e9),
    spent: number(0, 0, 1e15),
    spentUnit: choice('minutes', 'requests'),
    elapsedDays: number(null, 0, 3660),
    recentMinutes: number(0, 0, 60),
    dependencies: dependenciesSetting,
    calendar: choice('plain', 'gregorian'),
    outageHour: number(3, 0, 23),
    outageFailing: number(100, 0, 100),
    service: words('checkout'),
    rulesFormat: choice('prometheus', 'sloth', 'openslo'),
    open: words(''),
  };

  /** Objective in percent, 1 to 100. */
  declare objective: number;
  /** Days, such as `30d`, or a calendar month, such as `2026-02`. */
  declare window: string;
  /** Requests per second, 0.0001 to 1,000,000,000. */
  declare requestsPerSecond: number;
  /** What has failed in this window so far, in `spent-unit`. */
  declare spent: number;
  /** Whether `spent` counts minutes of downtime or failed requests. */
  declare spentUnit: 'minutes' | 'requests';
  /** Days of the window that have passed; half of it unless given. */
  declare elapsedDays: number | null;
  /** Minutes of downtime in the last hour, 0 to 60. */
  declare recentMinutes: number;
  /** What the service needs: `database 99.95, cache 99.9 x2`; of the copies that `x2` gives, one suffices. */
  declare dependencies: string;
  /** Lengths of month and year: `plain` is 30 and 365 days, `gregorian` 30.44 and 365.2425. */
  declare calendar: 'plain' | 'gregorian';
  /** Hour of the day, 0 to 23, at which the outage under "ways to count" begins. */
  declare outageHour: number;
  /** Percentage of requests that fail in that outage. */
  declare outageFailing: number;
  /** The service's name in exported rules. */
  declare service: string;
  /** Which file of rules is shown. */
  declare rulesFormat: 'prometheus' | 'sloth' | 'openslo';
  /** The parts that are open, by name: `nines dependencies alerts methods rules`. */
  declare open: string;

  #text: SloCalculatorText = sloCalculator;
  #view!: CalculatorView;

  protected override prepare(): void {
    this.#text = text(this.language, 'sloCalculator', sloCalculator);
    const settings = this.#modelSettings();
    const windowName = this.#windowName(this.window);
    this.#view = {
      text: this.#text,
      format: this.format,
      settings,
      reading: readObjective(settings),
      windowName,
      host: this,
    };
  }

  #modelSettings(): SloCalculatorSettings {
    const { requestsPerSecond, elapsedDays } = this;
    const windowSeconds = windowDays(this.window) * DAY;
    return {
      objective: this.objective / 100,
      windowSeconds,
      elapsedSeconds: Math.min(elapsedDays === null ? windowSeconds / 2 : elapsedDays * DAY, windowSeconds),
      requestsPerSecond,
      spentSeconds: this.spent * (this.spentUnit === 'minutes' ? 60 : 1 / requestsPerSecond),
      recentSeconds: this.recentMinutes * 60,
      dependencies: parseDependencies(this.dependencies) ?? [],
      calendar: calendars[this.calendar],
    };
  }

  override label(setting: string): string {
    return this.#text.labels[setting] ?? '';
  }

  protected override objection(setting: string): string {
    return setting === 'objective' && this.objective === 100 ? this.#text.promiseLess : '';
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    const { text: t, format, settings, reading } = this.#view;
    const objective = format.percent(settings.objective, 6);
    if (settings.objective === 1) return t.nothingMayFail(objective);
    const left = format.duration(Math.abs(reading.remainingSeconds));
    const spent =
      this.spentUnit === 'minutes'
        ? format.duration(settings.spentSeconds)
        : t.failedRequests(format.number(this.spent));
    const rest = t.days(format.number((settings.windowSeconds - settings.elapsedSeconds) / DAY, 1));
    const state = reading.remainingSeconds < 0 ? t.overspent(spent, left) : t.left(spent, left, rest);
    return `${this.#allowance()} ${this.spent ? state : t.untouched(format.number(reading.budgetRequests))}`;
  }

  #allowance(): string {
    const { text: t, format, settings, reading, windowName } = this.#view;
    return t.allowance(format.percent(settings.objective, 6), format.duration(reading.budgetSeconds), windowName);
  }

  protected override renderStage(): TemplateResult {
    const { format, reading } = this.#view;
    return html`${ninesSlider({
        name: 'objective',
        label: this.label('objective'),
        percent: this.objective,
        valueText: plainText(this.#allowance()),
        ceiling: reading.ceiling * 100,
        tick: (percent) => format.percent(percent / 100, 4),
        disabled: this.noControls,
        input: (percent) => this.input('objective', percent),
        change: (percent) => void this.change('objective', percent),
      })}
      <div class="pair">
        <div>${budgetPart(this.#view)}</div>
        ${periodsTable(this.#view)}
      </div>`;
  }

  protected override renderControls(): TemplateResult {
    const { text: t, format, settings } = this.#view;
    const number = (value: number): string => format.number(value, 6);
    return html`<div class="fields">
        ${numberField(this, 'objective', number(this.objective), '%', 8)}
        ${choiceField(this, 'window', this.window, this.#windows())}
        ${numberField(this, 'requestsPerSecond', number(this.requestsPerSecond), t.perSecond)}
        ${numberField(this, 'spent', number(this.spent))}
        ${choiceField(this, 'spentUnit', this.spentUnit, t.spentUnits)}
        ${numberField(this, 'elapsedDays', number(settings.elapsedSeconds / DAY), '', 4)}
      </div>
      ${sections(this.#sections(), this.open, (open) => (this.open = open))}`;
  }

  #sections(): Section[] {
    const view = this.#view;
    const { text: t, settings } = view;
    const outage = {
      hour: this.outageHour,
      seconds: settings.spentSeconds || EXAMPLE_OUTAGE,
      failing: this.outageFailing / 100,
    };
    return [
      {
        name: 'nines',
        title: t.nines,
        summary: exampleFor(view, this.objective),
        body: () => ninesPart(view, this.objective),
      },
      {
        name: 'dependencies',
        title: t.dependencies,
        summary: dependenciesSummary(view),
        body: () => dependenciesPart(view),
      },
      { name: 'alerts', title: t.alerts, summary: alertsSummary(view), body: () => alertsPart(view) },
      { name: 'methods', title: t.methods, summary: t.methodsSummary, body: () => methodsPart(view, outage) },
      {
        name: 'rules',
        title: t.rules,
        summary: t.rulesSummary,
        body: () => rulesPart(view, this.rulesFormat, this.exportData(this.rulesFormat)),
      },
    ];
  }

  #windows(): [value: string, shown: string][] {
    const year = /^(\d{4})-/.exec(this.window)?.[1] ?? new Date().getFullYear();
    const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
    const windows = new Set(['7d', '28d', '30d', '90d', '365d', this.window, ...months]);
    return [...windows].map((window) => [window, this.#windowName(window)]);
  }

  #windowName(window: string): string {
    const { language } = this;
    return window.endsWith('d')
      ? this.#text.days(this.format.number(windowDays(window), 2))
      : new Date(`${window}-01`).toLocaleDateString(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  }

  protected override renderFooter(): TemplateResult {
    const { calendars: choices, convention } = this.#text;
    return html`<div class="fields">${choiceField(this, 'calendar', this.calendar, choices)} ${convention}</div>`;
  }

  /** The figures as `csv`, or the objective as `prometheus`, `sloth` or `openslo` rules. */
  override exportData(format: string = 'csv'): string {
    const { settings, reading } = this.#view;
    const { objective, windowSeconds } = settings;
    return (
      exportRules(format, { service: this.service, slo: 'availability', objective, periodSeconds: windowSeconds }) ??
      toCsv({ ...settings, ...reading })
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-slo-calculator': ObsSloCalculator;
  }
}
