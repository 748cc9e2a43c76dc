import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ObsProgressEvent } from '../../events.js';
import { blindVsObservable, type BlindVsObservableText } from '../../i18n/en/blind-vs-observable.js';
import { SCENARIOS } from '../../shop/index.js';
import { choiceField, numberField } from '../../ui/controls/fields.js';
import { ObsElement } from '../../ui/element/obs-element.js';
import { observeVisibility } from '../../ui/element/visibility.js';
import { isMotionReduced } from '../../ui/playback/playback.js';
import { runStyles } from '../../ui/playback/run.styles.js';
import { choice, number, words } from '../../ui/element/settings.js';
import { incident, plan, readPlan, writePlan, type Plan } from './blind-vs-observable.settings.js';
import { blindVsObservableStyles } from './blind-vs-observable.styles.js';
import { clockAt, spoken, type BlindVsObservableView } from './blind-vs-observable.view.js';
import { boardPart } from './diagnosis/diagnosis.part.js';
import { CaseWork } from './probes/case-work.js';
import { toCsv } from './probes/evidence-csv.js';
import { Expert } from './replay/replayed-incidents.model.js';
import { replayIncidents, type Fares, type ReplayProgress } from './replay/replayed-incidents.model.js';
import { Job } from '../../ui/element/job.js';
import { drawIncident, LESSON } from './incident/incident.model.js';
import type { Investigation, Step } from './probes/investigation.model.js';
import { lanesPart } from './lanes.part.js';
import { SIDES, type Side } from './probes/probes.model.js';
import { resultPart } from './result.part.js';
import { sectionsPart } from './sections.part.js';
import { sentenceOf } from './sentence.js';
import { choicesPart, sidePart } from './probes/side.part.js';

/** Milliseconds between two steps of an expert, for the reader to see what each one showed. */
const PACE_MS = 900;

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
  #work: CaseWork | undefined;
  #loaded = '';
  #heard = '';
  /** The recorded incidents, played by one expert on both sides. */
  readonly #replay = new Job<Fares, ReplayProgress>(this);
  #expert: { readonly confidence: number; readonly expert: Expert } | undefined;
  #isWatching = false;
  #isSeen = false;
  /** How many scripts wait for it: then it works unseen, too. */
  #wanted = 0;
  #whenSeen: (() => void) | undefined;
  #told = 0;
  #hasTaken = false;
  #lookAway: (() => void) | undefined;
  #view!: BlindVsObservableView;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lookAway = observeVisibility(this, (isSeen) => {
      this.#isSeen = isSeen;
      if (!isSeen) return;
      this.#whenSeen?.();
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lookAway?.();
    this.#isSeen = false;
    this.stop();
  }

  /** Takes a look on one side; resolves when its minutes have passed and it is drawn. */
  async look(side: Side, look: string): Promise<void> {
    await this.#take(side, { look });
  }

  /** Does something about the incident on one side: `mitigate('blind', 'roll-back-payment')`. */
  async mitigate(side: Side, remedy: string): Promise<void> {
    const given = readPlan(`${side} !${remedy}`)?.[side][0];
    if (given) await this.#take(side, given);
  }

  /** Lets an expert play the shown sides to their end; both follow one policy. */
  watch(): Promise<void> {
    return this.#watch(false);
  }

  async #watch(isReaders: boolean): Promise<void> {
    if (this.#isWatching) return;
    this.#isWatching = true;
    await this.#settle();
    while (this.#isWatching) {
      const next = this.#nextOfExpert();
      if (next === undefined) break;
      await this.#take(next.side, next.step);
      await this.#pause(isReaders);
    }
    this.#isWatching = false;
    this.requestUpdate();
  }

  /** Stops an expert after the look that is under way. */
  stop(): void {
    this.#isWatching = false;
    this.requestUpdate();
  }

  override reset(): void {
    this.stop();
    super.reset();
  }

  /** @internal Resolves when all looks were made. */
  get settled(): Promise<void> {
    return this.#settle();
  }

  /** @internal Both sides, for tests. */
  get investigations(): Readonly<Record<Side, Investigation>> {
    return this.#caseWork().sides;
  }

  get #sides(): readonly Side[] {
    return SIDES.filter((side) => this.sides === 'both' || this.sides === side);
  }

  get #plan(): Plan {
    return readPlan(this.looks) ?? { blind: [], observable: [] };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#text = this.messages('blindVsObservable', blindVsObservable);
    const work = this.#caseWork();
    const sides = this.#sides.map((side) => work.sides[side]);
    this.#view = {
      host: this,
      text: this.#text,
      sides,
      busy: work.busy,
      isTold: sides.every(({ overAt, isGivenUp }) => overAt !== undefined || isGivenUp),
      isMoving: this.#hasTaken,
      clock: (seconds) => clockAt(sides[0]?.run.shop.settings.startSeconds ?? 0, seconds),
      take: (side, step) => void this.#takeByReader(side, step),
    };
  }

  protected override updated(): void {
    if (this.#isSeen || this.#wanted > 0) this.#goOn();
  }

  /** The work on the incident that is set: another incident is another work. */
  #caseWork(): CaseWork {
    const seed = this.seed > 0 ? this.seed : this.incident === LESSON ? (SCENARIOS[LESSON]?.seed ?? 1) : 1;
    const key = `${this.incident} ${seed}`;
    if (this.#work === undefined || key !== this.#loaded) {
      // What is left of another incident is not finished.
      if (this.#work) this.#work.mayWork = () => false;
      this.#loaded = key;
      this.#heard = '';
      this.#told = 0;
      this.#hasTaken = false;
      this.#work = new CaseWork(drawIncident(this.incident, seed), () => this.#drawWork());
      this.#work.mayWork = () => this.isConnected && (this.#isSeen || this.#wanted > 0);
    }
    return this.#work;
  }

  #goOn(): void {
    const key = JSON.stringify([this.#loaded, this.looks, this.sides]);
    const work = this.#caseWork();
    const isBehind = this.#sides.some((side) => work.sides[side].alarmedAt === undefined);
    if (key !== this.#heard || isBehind) {
      this.#heard = key;
      void work.follow(this.#plan, this.#sides);
    }
    if (!this.open.split(' ').includes('hundreds')) return;
    void this.#replay.start(this.#replayKey, () => replayIncidents(this.confidence / 100));
  }

  get #replayKey(): string {
    return String(this.confidence);
  }

  async #settle(): Promise<void> {
    this.#wanted++;
    try {
      await this.updateComplete;
      await this.#caseWork().follow(this.#plan, this.#sides);
      await this.updateComplete;
    } finally {
      this.#wanted--;
    }
  }

  #drawWork(): void {
    this.requestUpdate();
    const over = this.#sides.filter((side) => this.#caseWork().sides[side].overAt !== undefined);
    if (over.length <= this.#told) return;
    this.#told = over.length;
    const max = this.#sides.length;
    this.dispatchEvent(new ObsProgressEvent('obs-progress', over.length, max));
    if (over.length < max) return;
    const straight = over.filter((side) => this.#caseWork().sides[side].outcome.wrongTurns === 0);
    this.dispatchEvent(new ObsProgressEvent('obs-complete', straight.length, max));
  }

  async #takeByReader(side: Side, step: Step): Promise<void> {
    this.stop();
    const before = this.looks;
    await this.#take(side, step);
    if (this.looks === before) return;
    await this.change('looks', this.looks);
    const block = this.#caseWork().sides[side].blocks.at(-1);
    if (block) this.announce(spoken(this.#view, block), 1);
  }

  async #take(side: Side, step: Step): Promise<void> {
    await this.#settle();
    const plan = this.#plan;
    if (!this.#caseWork().sides[side].isOpen) return;
    this.#hasTaken = true;
    this.looks = writePlan({ ...plan, [side]: [...plan[side], step] });
    await this.#settle();
  }

  /** The next step of an expert, on the side whose clock is behind. */
  #nextOfExpert(): { side: Side; step: Step } | undefined {
    const confidence = this.confidence / 100;
    if (this.#expert?.confidence !== confidence) this.#expert = { confidence, expert: new Expert(confidence) };
    const { expert } = this.#expert;
    const work = this.#caseWork();
    const [first] = this.#sides
      .filter((side) => work.sides[side].isOpen)
      .toSorted((a, b) => work.sides[a].run.now - work.sides[b].run.now);
    if (first === undefined) return undefined;
    const step = expert.next(first, work.sides[first].known);
    return step && { side: first, step };
  }

  /** Long enough to read, where somebody reads; a reader who has scrolled away is waited for. */
  async #pause(isReaders: boolean): Promise<void> {
    if (!isReaders) return;
    if (!this.#isSeen) await new Promise<void>((resolve) => (this.#whenSeen = resolve));
    if (!isMotionReduced()) await new Promise((resolve) => setTimeout(resolve, PACE_MS));
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
    const isUnderWay = this.#isWatching || this.#caseWork().busy !== undefined;
    return html`<div class="bar">
        <span class="buttons" part="playback">
          ${
            isTold
              ? ''
              : html`<button class="primary watch" @click=${this.#watchOrStop}>
                  ${this.#isWatching ? t.stop : t.watch}
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
    if (this.#isWatching) this.stop();
    else if (!this.#view.isTold) void this.#watch(true).then(() => this.change('looks', this.looks));
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
      ${numberField(this, 'seed', this.#caseWork().incident.seed, '', 4)}
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
