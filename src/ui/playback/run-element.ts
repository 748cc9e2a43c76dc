import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChartFrame } from '../../charts/chart-data.js';
import { ObsPlaybackEvent, ObsSelectEvent, type Selection } from '../../events.js';
import { run as english, type RunText } from '../../i18n/en/run.js';
import { SCENARIOS, type Change, type Fault, type Mitigation, type Run } from '../../shop/index.js';
import { ObsElement } from '../element/obs-element.js';
import { plainText } from '../element/rich-text.js';
import { choice, flag, number, words } from '../element/settings.js';
import { isMotionReduced, LONGEST_RUN_SECONDS, type Playback } from './playback.js';
import { playbackBar } from './playback-bar.js';
import { PlaybackController, type PlaybackHost } from './playback-controller.js';
import { RunActs, type ActingHost } from './run-acts.js';
import { clockTime } from './clock-time.js';
import { actionsSetting, seedSetting } from './run-settings.js';
import { runStyles } from './run.styles.js';

/** Seconds between two renderings of the text while a run plays; charts are drawn more often. */
const TEXT_SECONDS = 0.5;

/**
 * A figure that plays a run of the shop, of its own or shared with others of the same `system`. What it shows of it,
 * it gets by watching the run from its first second.
 */
export abstract class RunElement extends ObsElement implements PlaybackHost, ActingHost {
  static override readonly styles: CSSResultGroup[] = [...ObsElement.styles, runStyles];

  /** Where the run begins: `quiet`, `slow-query-night` or `one-queue`. */
  @property({ converter: choice('quiet', ...Object.keys(SCENARIOS)) })
  scenario: string = 'quiet';
  /** A number or a word; the scenario's own where it is empty. */
  @property({ converter: seedSetting })
  seed: string = '';
  /** Requests per second, up to 400; 0 for the scenario's own. */
  @property({ converter: number(0, 400) })
  rate: number = 0;
  /** What is done to the shop, as `60 traffic-spike factor=3; 120 scale-out service=auth`. */
  @property({ converter: actionsSetting })
  actions: string = '';
  /** The second of the run that is shown first. */
  @property({ converter: number(0, LONGEST_RUN_SECONDS) })
  at: number = 0;
  /** Plays by itself; never where the reader asked for less motion. */
  @property({ converter: flag })
  autoplay: boolean = false;
  /** Seconds of the run in a second, 1 to 60. */
  @property({ attribute: 'playback-rate', converter: number(1, 60) })
  playbackRate: number = 10;
  /** Elements of a page with the same system share one run. */
  @property({ converter: words })
  system: string = '';

  readonly #controller = new PlaybackController(this);
  readonly #acts = new RunActs(this, this.#controller);
  readonly #cursorGroup = `obs-${++figures}`;
  readonly #states: CustomStateSet | undefined = this.attachInternals?.().states;
  #textAt = -Infinity;
  #situation = '';
  #wasPaused = true;
  #wasEnded = false;
  #hasBegun = false;

  /** @internal */
  abstract watch(run: Run): readonly { end(): void }[];
  /** @internal */
  watchKey(_run: Run): string {
    return '';
  }
  /** Works out what is to be shown of the run; called before each rendering and each drawing. */
  protected abstract derive(): void;
  /** Draws what changes while the run plays; the rest is rendered. */
  protected abstract draw(): void;
  /** Whether what is going on is bad: the sentence then shows it. */
  protected abstract isAlarming(): boolean;
  /** A word for what is going on, such as `saturated`: when it changes, a screen reader is told the sentence. */
  protected abstract situation(): string;

  override connectedCallback(): void {
    super.connectedCallback();
    // Once: an element that is moved about does not play again what its reader has stopped.
    if (this.autoplay && !this.#hasBegun && !isMotionReduced()) this.play();
    this.#hasBegun = true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.derive();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.#states?.[this.isAlarming() ? 'add' : 'delete']('alarming');
    const situation = this.situation();
    if (situation !== this.#situation && this.#situation) this.announce(plainText(this.sentence()));
    this.#situation = situation;
    this.draw();
  }

  /** @internal The run that is shown, and its playback. */
  get playback(): Playback {
    return this.#controller.playback;
  }

  get paused(): boolean {
    return this.playback.paused;
  }

  get ended(): boolean {
    return this.playback.ended;
  }

  /** Seconds of the run; setting it goes there, to an earlier one by running again. */
  get currentTime(): number {
    return this.playback.currentTime;
  }

  set currentTime(seconds: number) {
    this.#controller.load();
    void this.playback.seek(seconds);
  }

  /** A day. */
  get duration(): number {
    return LONGEST_RUN_SECONDS;
  }

  play(): void {
    this.#controller.load();
    this.playback.play();
    this.dispatchEvent(new ObsPlaybackEvent('obs-play', this.currentTime));
  }

  pause(): void {
    this.playback.pause();
    this.dispatchEvent(new ObsPlaybackEvent('obs-pause', this.currentTime));
  }

  /** Goes on by some seconds, and stops there. */
  step(seconds: number = 1): Promise<void> {
    this.#controller.load();
    return this.playback.step(seconds);
  }

  /** Breaks something now: `inject('bad-deploy')` or `inject({ type: 'traffic-spike', factor: 3 })`. */
  inject(fault: Fault | Fault['type']): void {
    this.#acts.act('obs-inject', typeof fault === 'string' ? { type: fault } : fault);
  }

  /** Does something about it now. */
  mitigate(action: Mitigation | Change): void {
    this.#acts.act('obs-mitigate', action);
  }

  /** @internal Selects for all elements of the system, and tells the page. */
  select(selection: Selection): void {
    this.playback.select(selection);
    this.dispatchEvent(new ObsSelectEvent(selection));
  }

  override reset(): void {
    if (!this.paused) this.pause();
    super.reset();
    this.#controller.reload();
  }

  override shareUrl(): string {
    this.#controller.adoptIfLoaded();
    return super.shareUrl();
  }

  /** @internal */
  get runText(): RunText {
    return this.messages('run', english);
  }

  /** @internal */
  show(): void {
    const { paused, ended } = this.playback;
    const now = performance.now() / 1000;
    if (this.hasUpdated) {
      this.derive();
      this.draw();
    }
    if (ended && !this.#wasEnded) this.dispatchEvent(new ObsPlaybackEvent('obs-ended', this.currentTime));
    this.#wasEnded = ended;
    if (paused || paused !== this.#wasPaused || now - this.#textAt >= TEXT_SECONDS) {
      this.#textAt = now;
      this.#wasPaused = paused;
      this.requestUpdate();
    }
  }

  /** @internal */
  override label(setting: string): string {
    return this.runText.labels[setting] ?? '';
  }

  /** @internal */
  override validationWarning(setting: string): string {
    const problem = setting === 'actions' && (this.#acts.refusal || this.#controller.problem);
    return problem ? this.runText.impossible(problem) : '';
  }

  /** Play, pause, step, back, speed. */
  protected renderPlayback(): TemplateResult {
    return playbackBar(this, this.runText);
  }

  protected override renderFooter(): TemplateResult {
    const { runText: t } = this;
    const { scenario, seed } = this.playback.run.record;
    return html`<span
      >${t.footer(t.scenarios[scenario] ?? scenario, String(seed), this.clock(this.playback.run.now))}
      ${this.playback.isCatchingUp ? t.catchingUp : ''}</span
    >`;
  }

  /** @internal A second of the run as it stands under a chart: `5:12`, or the time of day if the scenario has one. */
  clock(seconds: number): string {
    return clockTime(seconds, this.playback.run.shop.settings.startSeconds);
  }

  /** A frame for a chart of this figure: charts share their cursor and their clock. */
  protected chartFrame(title: string, summary: string, format: (value: number) => string): ChartFrame {
    const { runText } = this;
    return {
      title,
      summary,
      format,
      time: (seconds) => this.clock(seconds),
      describe: (time, values) => runText.at(time, values.join(', ')),
      cursorGroup: this.#cursorGroup,
    };
  }
}

let figures = 0;
