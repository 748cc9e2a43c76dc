import { html, type TemplateResult } from 'lit/html.js';
import type { ChartFrame } from '../../charts/chart-data.js';
import { ObsActionEvent, ObsErrorEvent, ObsPlaybackEvent, ObsSelectEvent, type Selection } from '../../events.js';
import { run as english, type RunText } from '../../i18n/en/run.js';
import { text } from '../../i18n/languages.js';
import {
  readActions,
  Run,
  SCENARIOS,
  writeActions,
  type Change,
  type Fault,
  type Mitigation,
  type RunRecord,
} from '../../shop/index.js';
import { ObsElement } from '../element/obs-element.js';
import { watchSight } from '../element/visibility.js';
import { isMotionReduced, LONGEST_RUN_SECONDS, Playback, type Viewer } from './playback.js';
import { playbackBar } from './playback-bar.js';
import { actionsSetting, seedSetting } from './run-settings.js';
import { runStyles } from './run.styles.js';
import { choice, flag, number, words, type Settings } from '../element/settings.js';
import { leaveSystem, sharedPlayback } from './shared-playbacks.js';
import { plainText } from '../element/rich-text.js';

/** Seconds between two renderings of the text while a run plays; charts are drawn more often. */
const TEXT_SECONDS = 0.5;

/**
 * A figure that plays a run of the shop, of its own or shared with others of the same `system`. What it shows of it,
 * it gets by watching the run from its first second.
 */
export abstract class RunElement extends ObsElement implements Viewer {
  static override readonly styles: readonly string[] = [...ObsElement.styles, runStyles];
  static override readonly settings: Settings = {
    ...ObsElement.settings,
    scenario: choice('quiet', ...Object.keys(SCENARIOS)),
    seed: seedSetting(''),
    rate: number(0, 0, 400),
    actions: actionsSetting(''),
    at: number(0, 0, LONGEST_RUN_SECONDS),
    autoplay: flag,
    playbackRate: number(10, 1, 60),
    system: words(''),
  };

  /** Where the run begins: `quiet`, `slow-query-night` or `one-queue`. */
  declare scenario: string;
  /** A number or a word; the scenario's own where it is empty. */
  declare seed: string;
  /** Requests per second, up to 400; 0 for the scenario's own. */
  declare rate: number;
  /** What is done to the shop, as `60 traffic-spike factor=3; 120 scale-out service=auth`. */
  declare actions: string;
  /** The second of the run that is shown first. */
  declare at: number;
  /** Plays by itself; never where the reader asked for less motion. */
  declare autoplay: boolean;
  /** Seconds of the run in a second, 1 to 60. */
  declare playbackRate: number;
  /** Elements of a page with the same system share one run. */
  declare system: string;

  /** @internal */
  isSeen = false;
  #playback: Playback | undefined;
  #joined: { readonly system: string; readonly leave: () => void } | undefined;
  #loaded = '';
  /** Why there can be no run as it is set, and why the last act could not be done. */
  #impossible = '';
  #refusal = '';
  #textAt = -Infinity;
  #situation = '';
  #wasPaused = true;
  #wasEnded = false;
  #hasBegun = false;
  /** The speed that this element and the playback agreed on. */
  #agreedRate = NaN;
  readonly #cursorGroup = `obs-${++figures}`;
  #lookAway: (() => void) | undefined;
  readonly #states: CustomStateSet | undefined = this.attachInternals?.().states;

  /** Begins to watch a run: the watches it returns end when the element leaves the run. */
  protected abstract watch(run: Run): readonly { end(): void }[];
  /** Draws what changes while the run plays; the rest is rendered. */
  protected abstract redraw(): void;
  /** Whether what is going on is bad: the sentence then shows it. */
  protected abstract isAlarming(): boolean;
  /** A word for what is going on, such as `saturated`: when it changes, a screen reader is told the sentence. */
  protected abstract situation(): string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lookAway = watchSight(this, (isSeen) => {
      this.isSeen = isSeen;
      this.#playback?.watchVisibility();
    });
    this.#join();
    // Once: an element that is moved about does not play again what its reader has stopped.
    if (this.autoplay && !this.#hasBegun && !isMotionReduced()) this.play();
    this.#hasBegun = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lookAway?.();
    this.isSeen = false;
    this.#leave();
  }

  /** @internal The run that is shown, and its playback. */
  get playback(): Playback {
    return (this.#playback ??= new Playback(new Run(this.#record())));
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
    this.#load();
    void this.playback.seek(seconds);
  }

  /** A day. */
  get duration(): number {
    return LONGEST_RUN_SECONDS;
  }

  play(): void {
    this.#load();
    this.playback.play();
    this.dispatchEvent(new ObsPlaybackEvent('obs-play', this.currentTime));
  }

  pause(): void {
    this.playback.pause();
    this.dispatchEvent(new ObsPlaybackEvent('obs-pause', this.currentTime));
  }

  /** Goes on by some seconds, and stops there. */
  step(seconds: number = 1): Promise<void> {
    this.#load();
    return this.playback.step(seconds);
  }

  /** Breaks something now: `inject('bad-deploy')` or `inject({ type: 'traffic-spike', factor: 3 })`. */
  inject(fault: Fault | Fault['type']): void {
    this.#act('obs-inject', typeof fault === 'string' ? { type: fault } : fault);
  }

  /** Does something about it now. */
  mitigate(action: Mitigation | Change): void {
    this.#act('obs-mitigate', action);
  }

  /** @internal Selects for all elements of the system, and tells the page. */
  select(selection: Selection): void {
    this.playback.select(selection);
    this.dispatchEvent(new ObsSelectEvent(selection));
  }

  override reset(): void {
    if (!this.paused) this.pause();
    super.reset();
    this.#loaded = '';
    this.requestUpdate();
  }

  override shareUrl(): string {
    // What was set a moment ago is newer than the run.
    if (this.#joined && this.#loaded === this.#key() && !this.playback.isCatchingUp) this.#adopt();
    return super.shareUrl();
  }

  /** @internal */
  get runText(): RunText {
    return text(this.language, 'run', english);
  }

  /** @internal */
  show(): void {
    const { paused, ended } = this.playback;
    const now = performance.now() / 1000;
    this.redraw();
    if (ended && !this.#wasEnded) this.dispatchEvent(new ObsPlaybackEvent('obs-ended', this.currentTime));
    this.#wasEnded = ended;
    if (paused || paused !== this.#wasPaused || now - this.#textAt >= TEXT_SECONDS) {
      this.#textAt = now;
      this.#wasPaused = paused;
      this.requestUpdate();
    }
  }

  protected override render(): TemplateResult {
    const rendered = super.render();
    // What a link says is known only now.
    this.#load();
    this.#states?.[this.isAlarming() ? 'add' : 'delete']('alarming');
    const situation = this.situation();
    if (situation !== this.#situation) {
      if (this.#situation) this.announce(plainText(this.sentence()));
      this.#situation = situation;
    }
    void Promise.resolve().then(() => this.isConnected && this.redraw());
    return rendered;
  }

  override label(setting: string): string {
    return this.runText.labels[setting] ?? '';
  }

  protected override objection(setting: string): string {
    const problem = setting === 'actions' && (this.#refusal || this.#impossible);
    return problem ? this.runText.impossible(problem) : '';
  }

  protected override given(setting: string): void {
    // Of an act the page was told when it was tried.
    if (setting !== 'actions' || !this.#refusal) super.given(setting);
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

  /** A second of the run as it stands under a chart: `5:12`, or the time of day where the scenario has one. */
  clock(seconds: number): string {
    const { startSeconds } = this.playback.run.shop.settings;
    const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
    const total = startSeconds + seconds;
    const hours = Math.floor(total / 3600) % 24;
    const rest = `${two((total % 3600) / 60)}:${two(total % 60)}`;
    if (startSeconds > 0)
      return total % 60 === 0 ? `${two(hours)}:${two((total % 3600) / 60)}` : `${two(hours)}:${rest}`;
    return hours > 0 ? `${hours}:${rest}` : `${Math.floor(total / 60)}:${two(total % 60)}`;
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

  /** Watches anew, from the beginning of the run. */
  protected rewatch(): void {
    this.#leave();
    this.#join();
  }

  #act(event: 'obs-inject' | 'obs-mitigate', what: Fault | Mitigation | Change): void {
    this.#load();
    // What is done, is done at the time that the reader sees.
    if (this.playback.isCatchingUp) void this.playback.settled.then(() => this.#actNow(event, what));
    else this.#actNow(event, what);
  }

  #actNow(event: 'obs-inject' | 'obs-mitigate', what: Fault | Mitigation | Change): void {
    this.#refusal = this.#problemOfAct(what);
    if (this.#refusal) {
      const written = writeActions([{ ...what, at: this.playback.run.shop.simulation.now }]);
      const message = this.objection('actions');
      this.dispatchEvent(new ObsErrorEvent('actions', written, message));
      this.announce(message, 1);
      this.requestUpdate();
      return;
    }
    this.#adopt();
    this.dispatchEvent(new ObsActionEvent(event, { ...what, at: this.playback.run.shop.simulation.now }));
    const isSecret = 'isSecret' in what && what.isSecret;
    const done = isSecret ? this.runText.secret : (this.runText.actions[what.type] ?? what.type);
    this.announce(this.runText.done(done, this.clock(this.currentTime)));
    this.playback.refresh();
  }

  /** Acts; says why where that cannot be, or where no link could carry it. */
  #problemOfAct(what: Fault | Mitigation | Change): string {
    const { run } = this.playback;
    const { now } = run.shop.simulation;
    const before = run.record.actions.filter(({ at }) => at <= now);
    const action = { ...what, at: now };
    if (!readActions(writeActions([...before, action]))) return this.runText.tooMuch(writeActions([action]));
    return messageOf(() => run.act(what));
  }

  /** What was done in the run becomes the element's own setting, so that a link has it. */
  #adopt(): void {
    const { run } = this.playback;
    const { scenario, seed, settings, actions } = run.record;
    // A run that is shared may be another element's.
    this.scenario = scenario;
    if (String(seed) !== String(this.#seed)) this.seed = String(seed);
    this.rate = settings.rate ?? 0;
    this.actions = writeActions(actions);
    this.at = run.now;
    this.#impossible = '';
    this.#loaded = this.#key();
  }

  #join(): void {
    const { system } = this;
    const own = this.#playback;
    let isNew = false;
    let isShared = system !== '';
    const make = (): Playback => {
      isNew = own === undefined;
      isShared = false;
      return own ?? new Playback(new Run(this.#record()));
    };
    this.#playback = system ? sharedPlayback(system, make) : make();
    const { playback } = this;
    const leave = playback.join(this);
    const watches = this.watch(playback.run);
    this.#joined = {
      system,
      leave: () => {
        leave();
        for (const watch of watches) watch.end();
        if (system) leaveSystem(system);
      },
    };
    // Whoever comes to a system takes it as it is, its speed included.
    this.#agreedRate = isShared ? this.playbackRate : NaN;
    if (isShared) this.#loaded = this.#key();
    if (isNew) this.#loaded = '';
    void playback.settle();
  }

  #leave(): void {
    // A shared run is the page's; one of its own goes with the element wherever it is put.
    if (this.#joined?.system) this.#playback = undefined;
    this.#joined?.leave();
    this.#joined = undefined;
  }

  /** Brings the run in line with the settings. */
  #load(): void {
    if (!this.#joined) return;
    if (this.#joined.system !== this.system) {
      this.#leave();
      this.#join();
    }
    this.#agreeOnRate();
    const key = this.#key();
    if (key === this.#loaded) return;
    this.#loaded = key;
    void this.playback.load(this.#record(), this.at);
  }

  /** The last to have changed the speed has set it, be it here or in another element of the system. */
  #agreeOnRate(): void {
    const { playback } = this;
    const isOwn = this.playbackRate !== this.#agreedRate;
    const isOthers = !isOwn && playback.playbackRate !== this.#agreedRate;
    if (isOthers) this.playbackRate = playback.playbackRate;
    this.#agreedRate = this.playbackRate;
    if (!isOwn) return;
    playback.playbackRate = this.playbackRate;
    playback.refresh();
  }

  #key(): string {
    return JSON.stringify([this.scenario, this.seed, this.rate, this.actions, this.at]);
  }

  #record(): RunRecord {
    const { scenario, rate } = this;
    const actions = readActions(this.actions) ?? [];
    const record = { scenario, seed: this.#seed, settings: rate > 0 ? { rate } : {}, actions };
    this.#impossible = messageOf(() => new Run(record));
    this.#refusal = '';
    return this.#impossible ? { ...record, actions: [] } : record;
  }

  get #seed(): string | number {
    return this.seed || (SCENARIOS[this.scenario]?.seed ?? 1);
  }
}

let figures = 0;

/** Why something cannot be done that names what the scenario does not have; empty where it was done. */
function messageOf(act: () => unknown): string {
  try {
    act();
    return '';
  } catch (problem) {
    if (problem instanceof RangeError) return problem.message;
    throw problem;
  }
}
