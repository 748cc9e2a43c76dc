import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Run } from '../../shop/index.js';
import { observeVisibility } from '../element/visibility.js';
import { Playback, type Viewer } from './playback.js';
import { adoptRun, recordOf, runKey, type RunSettings } from './run-settings.js';
import { leaveSystem, sharedPlayback } from './shared-playbacks.js';

/** The element that plays a run. */
export interface PlaybackHost extends ReactiveControllerHost, HTMLElement, RunSettings {
  playbackRate: number;
  /** Elements with the same name here share one run; empty for a run of its own. */
  readonly system: string;
  /** Begins to watch a run from its first second; the watches end when the element leaves the run. */
  watch(run: Run): readonly { end(): void }[];
  /** What `watch` depends on: when it changes, the run is watched anew from its beginning. */
  watchKey(run: Run): string;
  /** Something about the run or its playback is new. */
  show(): void;
}

/** Keeps an element's settings and the run that it shows in step; the run is its own, or shared by a `system`. */
export class PlaybackController implements ReactiveController, Viewer {
  readonly #host: PlaybackHost;
  /** Whether the element can be seen. */
  isSeen = false;
  #playback: Playback | undefined;
  #joined: { readonly system: string; readonly watchKey: string; readonly leave: () => void } | undefined;
  /** The settings that the run was loaded for. */
  #loadedKey = '';
  /** The speed that this element and the playback agreed on. */
  #agreedRate = NaN;
  #wanted: { readonly key: string; readonly problem: string } | undefined;
  #endVisibility: (() => void) | undefined;

  constructor(host: PlaybackHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#endVisibility = observeVisibility(this.#host, (isSeen) => {
      this.isSeen = isSeen;
      this.#playback?.updateVisibility();
    });
    this.#join();
  }

  hostDisconnected(): void {
    this.#endVisibility?.();
    this.isSeen = false;
    this.#leave();
  }

  hostUpdated(): void {
    this.load();
  }

  /** The run that is shown, and its playback. */
  get playback(): Playback {
    return (this.#playback ??= new Playback(new Run(recordOf(this.#host).record)));
  }

  /** Why there can be no run with these settings; empty if there can. */
  get problem(): string {
    const key = runKey(this.#host);
    if (this.#wanted?.key !== key) this.#wanted = { key, problem: recordOf(this.#host).problem };
    return this.#wanted.problem;
  }

  show(): void {
    this.#host.show();
  }

  /** Brings the run in line with the settings. */
  load(): void {
    if (!this.#joined) return;
    const { system, watchKey } = this.#joined;
    if (system !== this.#host.system || watchKey !== this.#host.watchKey(this.playback.run)) this.#rejoin();
    this.#agreeOnRate();
    const key = runKey(this.#host);
    if (key === this.#loadedKey) return;
    this.#loadedKey = key;
    void this.playback.load(recordOf(this.#host).record, this.#host.at);
  }

  /** Loads the run again, even if the settings are the same. */
  reload(): void {
    this.#loadedKey = '';
    this.#host.requestUpdate();
  }

  /** Makes the settings those of the run; a run that is shared may be another element's. */
  adopt(): void {
    adoptRun(this.#host, this.playback.run);
    this.#loadedKey = runKey(this.#host);
  }

  /** The same, unless the settings are newer than the run or the run has not yet arrived. */
  adoptIfLoaded(): void {
    if (this.#joined && this.#loadedKey === runKey(this.#host) && !this.playback.isCatchingUp) this.adopt();
  }

  #rejoin(): void {
    this.#leave();
    this.#join();
    this.#host.requestUpdate();
  }

  #join(): void {
    const { system } = this.#host;
    const own = this.#playback;
    let isNew = false;
    let isShared = system !== '';
    const make = (): Playback => {
      isNew = own === undefined;
      isShared = false;
      return own ?? new Playback(new Run(recordOf(this.#host).record));
    };
    const playback = system ? sharedPlayback(system, make) : make();
    this.#playback = playback;
    const leave = playback.join(this);
    const watches = this.#host.watch(playback.run);
    this.#joined = {
      system,
      watchKey: this.#host.watchKey(playback.run),
      leave: () => {
        leave();
        for (const watch of watches) watch.end();
        if (system) leaveSystem(system);
      },
    };
    // An element that joins a system takes it as it is, its speed included.
    this.#agreedRate = isShared ? this.#host.playbackRate : NaN;
    if (isShared) this.#loadedKey = runKey(this.#host);
    if (isNew) this.#loadedKey = '';
    void playback.settle();
  }

  #leave(): void {
    // A shared run is the page's; one of its own goes with the element wherever it is put.
    if (this.#joined?.system) this.#playback = undefined;
    this.#joined?.leave();
    this.#joined = undefined;
  }

  /** The last to change the speed has set it, be it here or in another element of the system. */
  #agreeOnRate(): void {
    const { playback } = this;
    const host = this.#host;
    const isOwn = host.playbackRate !== this.#agreedRate;
    const isOthers = !isOwn && playback.playbackRate !== this.#agreedRate;
    if (isOthers) host.playbackRate = playback.playbackRate;
    this.#agreedRate = host.playbackRate;
    if (!isOwn) return;
    playback.playbackRate = host.playbackRate;
    playback.refresh();
  }
}
