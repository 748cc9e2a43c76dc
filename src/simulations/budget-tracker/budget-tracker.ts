import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { budgetTracker, type BudgetTrackerText } from '../../i18n/en/budget-tracker.js';
import { choiceField, numberField } from '../../ui/controls/fields.js';
import { ObsElement } from '../../ui/element/obs-element.js';
import { section } from '../../ui/controls/section.js';
import { choice, flag, number, words } from '../../ui/element/settings.js';
import { advicePart } from './policy/advice.part.js';
import { exportMonth } from './budget-tracker.export.js';
import type { MonthRecord } from './budget-tracker.model.js';
import { actionsSetting, daySetting, nextSeed, parseActions, seedSetting } from './budget-tracker.settings.js';
import { budgetTrackerStyles } from './budget-tracker.styles.js';
import { readMonth, type TrackerView } from './budget-tracker.view.js';
import { chartsStyles } from './charts/charts.styles.js';
import { assumptionPart, chartPart } from './charts/chart.part.js';
import { costsPart } from './month/costs.part.js';
import { dataPart } from './charts/data.part.js';
import { LAST_DAY, MonthController } from './month/month-controller.js';
import { MonthsController } from './months/months-controller.js';
import { monthsPart } from './months/months.part.js';
import type { Plan } from './months/plans.model.js';
import { playPart } from './month/play.part.js';
import { sentenceOf } from './sentence.js';
import { windowsPart, windowsSummary } from './charts/windows.part.js';
import type { Work } from './month/work.model.js';
import { recentPart, workPart } from './month/work.part.js';

/**
 * Thirty days, and a budget for what goes wrong in them. The reader ships, migrates and maintains; incidents come by
 * themselves; a policy says at each level what may still be risked. The same month can be played by other rules.
 *
 * @tag obs-budget-tracker
 * @summary A month of an error budget: spent by deploys and incidents, kept by a policy.
 * @slot caption - A caption under the figure.
 * @slot - What a reader sees before the script has run, or without it.
 * @fires {ObsInputEvent} obs-input - The reader is changing a setting.
 * @fires {ObsChangeEvent} obs-change - The reader acted or changed a setting: `actions`, `day`, …
 * @fires {ObsErrorEvent} obs-error - A setting cannot be used as given.
 * @fires {ObsPlaybackEvent} obs-play - The days begin to pass by themselves.
 * @fires {ObsPlaybackEvent} obs-pause - They stop.
 * @fires {ObsPlaybackEvent} obs-ended - The month has come to its end.
 * @fires {ObsProgressEvent} obs-progress - Of the thousand months some more are played.
 * @fires {ObsProgressEvent} obs-complete - The month is over: 1 of 1 when the objective was kept, else 0.
 * @csspart base - The whole figure.
 * @csspart heading - Its heading.
 * @csspart sentence - The sentence that says how the month stands.
 * @csspart stage - The drawing.
 * @csspart chart - Both charts.
 * @csspart readout - What the cursor stands on.
 * @csspart controls - What can be operated.
 * @csspart play - The buttons that let days pass.
 * @csspart work - The buttons of the team's work.
 * @csspart card - Should we?
 * @csspart section - Each part that opens.
 * @csspart note - A note about a setting or the policy.
 * @csspart table - Each table.
 * @csspart footer - The last line.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @cssprop --obs-color-paper - Background.
 * @cssprop --obs-color-ink - Text.
 * @cssprop --obs-color-quiet - Text of less weight.
 * @cssprop --obs-color-accent - What is left, and what can be operated.
 * @cssprop --obs-font-family - Typeface.
 */
export class ObsBudgetTracker extends ObsElement {
  static override readonly tag: string = 'obs-budget-tracker';
  static override readonly styles: CSSResultGroup[] = [...ObsElement.styles, chartsStyles, budgetTrackerStyles];
  /** Objective in percent, 50 to 99.999. */
  @property({ converter: number(50, 99.999) })
  objective: number = 99.9;
  /** Whether the budget is that of the month or of the last 30 days: `calendar` or `rolling`. */
  @property({ converter: choice('calendar', 'rolling') })
  window: 'calendar' | 'rolling' = 'calendar';
  /** The seed of all chance: another seed is another month. */
  @property({ converter: seedSetting })
  seed: string = '8';
  /** The day on whose morning the month stands, 1 to 30; 31 is its end. */
  @property({ converter: daySetting })
  day: number = 1;
  /** What is done, in the order of time: `3:small 3:large+canary 7:migration! 9:outage20`; `!` overrides the policy. */
  @property({ converter: actionsSetting })
  actions: string = '';
  /** Whether the policy stops what it forbids: `on` or `off`. */
  @property({ converter: choice('on', 'off') })
  policy: 'on' | 'off' = 'on';
  /** Who decides what is done each day: the reader, or a plan under the policy, without it, or always behind a canary. */
  @property({ converter: choice('me', 'policy', 'none', 'canary') })
  plan: 'me' | Plan = 'me';
  /** Whether the next deploy goes behind a canary. */
  @property({ converter: flag })
  canary: boolean = false;
  /** How a bad deploy is undone: by a new build, by one command, or by the alert itself. */
  @property({ converter: choice('build', 'command', 'automatic') })
  rollback: 'build' | 'command' | 'automatic' = 'build';
  /** How many times as many incidents come as usual, 0 to 10. */
  @property({ converter: number(0, 10) })
  trouble: number = 1;
  /** What the card "should we?" weighs. */
  @property({ converter: choice('migration', 'small', 'large', 'fix', 'maintenance', 'reliability') })
  consider: Exclude<Work, 'outage'> = 'migration';
  /** Minutes that a migration costs if it goes wrong, 0 to 240. */
  @property({ attribute: 'risk-minutes', converter: number(0, 240) })
  riskMinutes: number = 15;
  /** Chance in percent that a migration goes wrong. */
  @property({ attribute: 'risk-percent', converter: number(0, 100) })
  riskPercent: number = 30;
  /** Which pace the projection assumes: that of the window so far, `month`, or of the last seven days, `week`. */
  @property({ converter: choice('month', 'week') })
  pace: 'month' | 'week' = 'month';
  /** The parts that are open, by name: `data windows months costs`. */
  @property({ converter: words })
  open: string = '';

  /** @internal */
  override readonly downloads: Readonly<Record<string, string>> = { CSV: 'csv', JSON: 'json' };
  #text: BudgetTrackerText = budgetTracker;
  #view!: TrackerView;
  readonly #month = new MonthController(this, () => this.#view);
  readonly #months = new MonthsController(this, (count) =>
    this.announce(this.#text.monthsPlayed(this.format.number(count)), 1),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#text = this.messages('budgetTracker', budgetTracker);
    const record = this.#record();
    this.#view = {
      ...readMonth(record, this.day, this.pace),
      text: this.#text,
      host: this,
      cursor: this.#month.cursor ?? Math.min(this.day, LAST_DAY - 1),
      override: this.#month.override,
      canary: this.canary,
      considered: this.#month.considered ?? this.consider,
    };
  }

  #record(): MonthRecord {
    return {
      seed: this.seed,
      // Rounded: 99.9 / 100 is not 0.999 to the last bit.
      objective: Number((this.objective / 100).toFixed(12)),
      window: this.window,
      trouble: this.trouble,
      policy: this.policy === 'on',
      rollback: this.rollback,
      riskMinutes: this.riskMinutes,
      riskChance: Number((this.riskPercent / 100).toFixed(12)),
      actions: parseActions(this.actions) ?? [],
    };
  }

  /** @internal */
  override label(setting: string): string {
    return this.#text.labels[setting] ?? '';
  }

  protected override defaultHeading(): string {
    return this.#text.heading;
  }

  protected override sentence(): string {
    return sentenceOf(this.#view);
  }

  protected override renderStage(): TemplateResult {
    return chartPart(this.#view, (day) => this.#month.look(day));
  }

  protected override renderControls(): TemplateResult {
    const view = this.#view;
    const { text: t, record } = view;
    const month = this.#month;
    const parts = { open: this.open, toggled: (open: string) => void this.change('open', open) };
    return html`${playPart(view, {
        isPlaying: month.isPlaying,
        back: () => month.back(),
        next: () => month.next(),
        play: () => month.play(),
        pause: () => month.pause(),
        toEnd: () => month.toEnd(),
        again: () => month.startAgain(this.seed),
        another: () => month.startAgain(nextSeed(this.seed)),
      })}
      ${this.day < LAST_DAY ? this.#renderToday() : recentPart(view)}
      <div class="fields settings">
        ${numberField(this, 'objective', this.objective, '%', 6)} ${choiceField(this, 'window', this.window, t.windows)}
        ${choiceField(this, 'plan', this.plan, t.plans)} ${choiceField(this, 'policy', this.policy, t.policies)}
        ${choiceField(this, 'rollback', this.rollback, t.rollbacks)}
        ${numberField(this, 'trouble', this.trouble, '', 2)}
      </div>
      ${section(parts, 'months', t.months, t.monthsSummary, () => monthsPart(view, this.#months.view(record)))}
      ${section(parts, 'windows', t.windowsTitle, windowsSummary(view), () => windowsPart(view))}
      ${section(parts, 'costs', t.costsTitle, t.costsSummary, () => costsPart(view))}
      ${section(parts, 'data', t.data, t.dataSummary(this.format.number(countEvents(view, record))), () => dataPart(view))}`;
  }

  /** What can be done as long as the month is not over. */
  #renderToday(): TemplateResult {
    const view = this.#view;
    return html`${assumptionPart(view, this.pace)}
      <div class="pair">
        <div>${workPart(view, this.#month)} ${recentPart(view)}</div>
        ${advicePart(view)}
      </div>`;
  }

  protected override renderFooter(): TemplateResult {
    const t = this.#text;
    return html`<div class="fields">
      <div class="field">
        <label
          >${t.labels['seed']}
          <input class="box" name="seed" size="6" .value=${this.seed} @change=${this.#changeSeed} /></label
        >${this.validation.note('seed')}
      </div>
      <span>${t.footer}</span>
    </div>`;
  }

  readonly #changeSeed = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) void this.change('seed', target.value);
  };

  /** Sets everything back to what the author set. */
  override reset(): void {
    this.#month.look(undefined);
    super.reset();
  }

  /** The days as `csv`, or the run with all that happened in it as `json`. */
  override exportData(format: string = 'csv'): string {
    this.updateNow();
    return exportMonth(format, this.#view.month, this.#view.now);
  }
}

function countEvents({ month }: TrackerView, { window }: MonthRecord): number {
  return month.entries.filter(({ start }) => window === 'rolling' || start >= 0).length;
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-budget-tracker': ObsBudgetTracker;
  }
}
