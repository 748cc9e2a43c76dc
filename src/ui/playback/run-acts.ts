import { ObsActionEvent, ObsErrorEvent } from '../../events.js';
import type { RunText } from '../../i18n/en/run.js';
import { readActions, writeActions, type Change, type Fault, type Mitigation } from '../../shop/index.js';
import type { Validation } from '../element/validation.js';
import type { PlaybackController, PlaybackHost } from './playback-controller.js';
import { messageOf } from './run-settings.js';

type Act = Fault | Mitigation | Change;

/** The element whose run is acted on. */
export interface ActingHost extends PlaybackHost {
  readonly runText: RunText;
  announce(message: string, priority?: number): void;
  readonly validation: Pick<Validation, 'acknowledge'>;
  clock(seconds: number): string;
}

/** Does things to a run: breaks it, and mitigates; says why where that cannot be. */
export class RunActs {
  readonly #host: ActingHost;
  readonly #controller: PlaybackController;
  /** Why the last act could not be done, and the settings that it was tried under. */
  #refusal: { readonly message: string; readonly actions: string } = { message: '', actions: '' };

  constructor(host: ActingHost, controller: PlaybackController) {
    this.#host = host;
    this.#controller = controller;
  }

  /** Why the last act could not be done; empty if it was done, or if the actions were set anew since. */
  get refusal(): string {
    return this.#refusal.actions === this.#host.actions ? this.#refusal.message : '';
  }

  /** Acts at the time that the reader sees. */
  act(event: 'obs-inject' | 'obs-mitigate', what: Act): void {
    this.#controller.load();
    const { playback } = this.#controller;
    if (playback.isCatchingUp) void playback.settled.then(() => this.#actNow(event, what));
    else this.#actNow(event, what);
  }

  #actNow(event: 'obs-inject' | 'obs-mitigate', what: Act): void {
    const host = this.#host;
    const { playback } = this.#controller;
    const action = { ...what, at: playback.run.shop.simulation.now };
    const problem = this.#tryTo(what);
    this.#refusal = { message: problem, actions: host.actions };
    if (problem) {
      const message = host.runText.impossible(problem);
      host.dispatchEvent(new ObsErrorEvent('actions', writeActions([action]), message));
      host.announce(message, 1);
      host.validation.acknowledge('actions');
      host.requestUpdate();
      return;
    }
    this.#controller.adopt();
    host.dispatchEvent(new ObsActionEvent(event, action));
    const isSecret = 'isSecret' in what && what.isSecret;
    const done = isSecret ? host.runText.secret : (host.runText.actions[what.type] ?? what.type);
    host.announce(host.runText.done(done, host.clock(playback.currentTime)));
    playback.refresh();
  }

  /** Acts; returns why that cannot be, or why no link could carry it. */
  #tryTo(what: Act): string {
    const { run } = this.#controller.playback;
    const { now } = run.shop.simulation;
    const before = run.record.actions.filter(({ at }) => at <= now);
    const action = { ...what, at: now };
    if (!readActions(writeActions([...before, action]))) return this.#host.runText.tooMuch(writeActions([action]));
    return messageOf(() => run.act(what));
  }
}
