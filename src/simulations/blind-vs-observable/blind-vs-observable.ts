import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { blindVsObservable, type BlindVsObservableText } from '../../i18n/en/blind-vs-observable.js';
import { choiceField, numberField } from '../../ui/controls/fields.js';
import { ObsElement } from '../../ui/element/obs-element.js';
import { runStyles } from '../../ui/playback/run.styles.js';
import { choice, number, words } from '../../ui/element/settings.js';
import { incident, plan, readPlan } from './blind-vs-observable.settings.js';
import { blindVsObservableStyles } from './blind-vs-observable.styles.js';
import { clockAt, spoken, type BlindVsObservableView } from './blind-vs-observable.view.js';
import { boardPart } from './diagnosis/diagnosis.part.js';
import { InvestigationController } from './probes/investigation-controller.js';
import { ExpertPlayer } from './replay/expert-player.js';
import { toCsv } from './probes/evidence-csv.js';
import { replayIncidents, type Fares, type ReplayProgress } from './replay/replayed-incidents.model.js';
import { Job } from '../../ui/element/job.js';
import type { Investigation, Step } from './probes/investigation.model.js';
import { lanesPart } from './lanes.part.js';
import type { Side } from './probes/probes.model.js';
import { resultPart } from './result.part.js';
import { sectionsPart } from './sections.part.js';
import { sentenceOf } from './sentence.js';
import { choicesPart, sidePart } from './probes/side.part.js';

/**
 * One incident, looked into twice: by an engineer with shells and guesses, and by one with telemetry. Every look costs
 * minutes in which users go on failing; a board of suspects shows what each of them knows after it.
 *
 * @tag obs-blind-vs-observable
 * @summary The same incident diagnosed with and without telemetry, played or watched, on one clock.
 * @slot caption - A caption under the figure.
 * @slot - What a reader sees before the script has run, or without it.
 * @fires {ObsChangeEvent} obs-change - The reader changed a setting, or made a look: `looks` has it.
 * @fires {ObsErrorEvent} obs-error - A setting cannot be used as given.
 * @fires {ObsProgressEvent} obs-progress - One side mended the incident: how many have, of how many that are played.
 * @fires {ObsProgressEvent} obs-complete - All sides did; the score is how many of them without a wrong turn.
 * @csspart base - The whole figure.
 * @csspart heading - Its heading.
 * @csspart sentence - The sentence that says who knows what.
 * @csspart stage - The picture.
 * @csspart timeline - The clock with the looks of both sides.
 * @csspart board - The board of suspects.
 * @csspart side - One engineer's column.
 * @csspart evidence - What was found, in order.
 * @csspart choices - What can be done next.
 * @csspart table - Each table of numbers.
 * @csspart distribution - The drawing of two hundred incidents.
 * @csspart controls - All controls.
 * @csspart playback - The buttons for an expert, for starting over and for another incident.
 * @csspart section - Each part that opens.
 * @csspart note - A note about a setting.
 * @csspart footer - The last line.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @cssprop --obs-color-paper - Background.
 * @cssprop --obs-color-ink - Text.
 * @cssprop --obs-color-quiet - Text of less weight.
 * @cssprop --obs-color-accent - What can be used, and the observable side.
 * @cssprop --obs-font-family - Typeface.
 */
export class ObsBlindVsObservable extends ObsElement {
  static override readonly tag: string = 'obs-blind-vs-observable';
  static override readonly styles: CSSResultGroup[] = [...ObsElement.styles, runStyles, blindVsObservableStyles];
  /** What happens: `slow-query-night`, a cause of the board, or `surprise`, where the seed draws one. */
  @property({ converter: incident })
  incident: string = 'slow-query-night';
  /** Which one of its kind; 0 for the incident's own. */
  @property({ converter: number(0, 1_000_000) })
  seed: number = 0;
  /** Which sides are played: `both`, `blind` or `observable`. */
  @property({ converter: choice('both', 'blind', 'observable') })
  sides: 'both' | Side = 'both';
  /** What was looked at and tried, as `blind count; observable dashboard trace !roll-back-payment`. */
  @property({ converter: plan })
  looks: string = '';
  /** The percentage of certainty at which an expert acts. */
  @property({ converter: number(50, 99) })
  confidence: number = 90;
  /** The parts that are open, by name: `hundreds costs`. */
  @property({ converter: words })
  open: string = 'hundreds';

  #text: BlindVsObservableText = blindVsObservable;
  readonly #investigation = new InvestigationController(this);
  readonly #expert = new ExpertPlayer(this, this.#investigation);
  /** The recorded incidents, played by one expert on both sides. */
  readonly #replay = new Job<Fares, ReplayProgress>(this);
  #view!: BlindVsObservableView;

  /** Takes a look on one side; resolves when its minutes have passed and it is drawn. */
  async look(side: Side, look: string): Promise<void> {
    await this.#investigation.take(side, { look });
  }

  /** Does something about the incident on one side: `mitigate('blind', 'roll-back-payment')`. */
  async mitigate(side: Side, remedy: string): Promise<void> {
    const given = readPlan(`${side} !${remedy}`)?.[side][0];
    if (given) await this.#investigation.take(side, given);
  }

  /** Lets an expert play the shown sides to their end; both follow one policy. */
  watch(): Promise<void> {
    return this.#expert.play(false);
  }

  /** Stops an expert after the look that is under way. */
  stop(): void {
    this.#expert.stop();
  }

  override reset(): void {
    this.stop();
    super.reset();
  }

  /** @internal Resolves when all looks were made. */
  get settled(): Promise<void> {
    return this.#investigation.settle();
  }

  /** @internal Both sides, for tests. */
  get investigations(): Readonly<Record<Side, Investigation>> {
    return this.#investigation.work.sides;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#text = this.messages('blindVsObservable', blindVsObservable);
    const { work, hasTaken } = this.#investigation;
    const sides = this.#investigation.sides.map((side) => work.sides[side]);
    this.#view = {
      host: this,
      text: this.#text,
      sides,
      busy: work.busy,
      isTold: sides.every(({ overAt, isGivenUp }) => overAt !== undefined || isGivenUp),
      isMoving: hasTaken,
      clock: (seconds) => clockAt(sides[0]?.run.shop.settings.startSeconds ?? 0, seconds),
      take: (side, step) => void this.#takeByReader(side, step),
    };
  }

  protected override updated(): void {
    if (!this.#investigation.isActive || !this.open.split(' ').includes('hundreds')) return;
    void this.#replay.start(this.#replayKey, () => replayIncidents(this.confidence / 100));
  }

  get #replayKey(): string {
    return String(this.confidence);
  }

  async #takeByReader(side: Side, step: Step): Promise<void> {
    this.stop();
    const before = this.looks;
    await this.#investigation.take(side, step);
    if (this.looks === before) return;
    await this.change('looks', this.looks);
    const block = this.#investigation.work.sides[side].blocks.at(-1);
    if (block) this.announce(spoken(this.#view, block), 1);
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
    const { sides, isTold } = this.#view;
    return html`${lanesPart(this.#view)} ${isTold ? resultPart(this.#view) : ''} ${boardPart(this.#view)}
      <div class="sides ${sides.length > 1 ? 'two' : 'one'}">
        ${sides.map((side) => sidePart(this.#view, side, this.noControls || isTold || side.overAt !== undefined ? '' : choicesPart(this.#view, side)))}
      </div>`;
  }

  protected override renderControls(): TemplateResult {
    const { text: t, isTold } = this.#view;
    const isUnderWay = this.#expert.isPlaying || this.#investigation.work.busy !== undefined;
    return html`<div class="bar">
        <span class="buttons" part="playback">
          ${
            isTold
              ? ''
              : html`<button class="primary watch" @click=${this.#watchOrStop}>
                  ${this.#expert.isPlaying ? t.stop : t.watch}
                </button>`
          }
          <button class="again" @click=${this.#startOver}>${t.again}</button>
          <button class="next" @click=${this.#openNext}>${t.next}</button>
        </span>
        <span class="quiet">${isUnderWay ? t.simulating : ''}</span>
      </div>
      ${sectionsPart(this.#view, this, this.#replay.result(this.#replayKey), this.#replay.step(this.#replayKey) ?? { done: 0, count: 0 }, (seed) => this.#openIncident(seed))}`;
  }

  readonly #watchOrStop = (): void => {
    if (this.#expert.isPlaying) this.stop();
    else if (!this.#view.isTold) void this.#expert.play(true).then(() => this.change('looks', this.looks));
  };

  readonly #startOver = (): void => {
    this.stop();
    void this.change('looks', '');
  };

  readonly #openNext = (): void =>
    this.#openIncident(this.incident === 'surprise' && this.seed > 0 ? this.seed + 1 : 1);

  #openIncident(seed: number): void {
    this.stop();
    this.looks = '';
    this.incident = 'surprise';
    void this.change('seed', seed);
  }

  protected override renderFooter(): TemplateResult {
    const { text: t } = this.#view;
    const incidents = { ...t.incidents, ...t.suspects };
    return html`<div class="fields">
      ${choiceField(this, 'incident', this.incident, incidents)}
      ${numberField(this, 'seed', this.#investigation.work.incident.seed, '', 4)}
      ${choiceField(this, 'sides', this.sides, t.sidesPlayed)}
      ${numberField(this, 'confidence', this.confidence, '%', 2)}
    </div>`;
  }

  /** All evidence of both sides as `csv`. */
  override exportData(_format: string = 'csv'): string {
    this.updateNow();
    return toCsv(this.#view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'obs-blind-vs-observable': ObsBlindVsObservable;
  }
}
