import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readActions, writeActions } from '../../../shop/index.js';
import { Job } from '../../../ui/element/job.js';
import type { Playback } from '../../../ui/playback/playback.js';
import type { Objectives } from '../alerts/service-level.model.js';
import type { Incident } from '../incident/incident.model.js';
import { replay, type Future } from './what-if.model.js';

/** The dashboard whose incident is played another way. */
export interface WhatIfHost extends ReactiveControllerHost, HTMLElement {
  /** The actions of the first future. */
  first: string;
  /** The second at which it was left; 0 if there is none. */
  firstUntil: number;
  actions: string;
  at: number;
  readonly paused: boolean;
  readonly playback: Playback;
  readonly objectives: Objectives;
  pause(): void;
}

/** The same incident again by another way: keeps what became of it first, or runs that again where a link brings it. */
export class WhatIfController implements ReactiveController {
  readonly #host: WhatIfHost;
  readonly #baseline: Job<Incident | undefined>;

  constructor(host: WhatIfHost) {
    this.#host = host;
    this.#baseline = new Job(host, { waitsForSight: false });
    host.addController(this);
  }

  hostUpdated(): void {
    const { firstUntil, isConnected, objectives } = this.#host;
    if (firstUntil === 0 || !isConnected) return;
    const future = this.#future;
    void this.#baseline.start(this.#key, () => replay(future, objectives));
  }

  /** What became of the first future; `computing` until that is known, undefined if there is none. */
  get baseline(): Incident | 'computing' | undefined {
    if (this.#host.firstUntil === 0) return undefined;
    const key = this.#key;
    return this.#baseline.isRunning(key) ? 'computing' : this.#baseline.result(key);
  }

  /** Goes back to the first page, with all that was done before it and nothing of what came after. */
  goBack(incident: Incident | undefined): boolean {
    const host = this.#host;
    const { run } = host.playback;
    const page = incident?.pageSeconds;
    if (!incident || page === undefined) return false;
    const { actions } = run.record;
    if (!host.paused) host.pause();
    if (host.firstUntil === 0) {
      host.first = writeActions(actions);
      host.firstUntil = run.now;
      this.#baseline.keep(this.#key, incident);
    }
    host.actions = writeActions(actions.filter(({ at }) => at <= page));
    host.at = page;
    return true;
  }

  get #future(): Future {
    const { first, firstUntil, playback } = this.#host;
    return { record: { ...playback.run.record, actions: readActions(first) ?? [] }, untilSeconds: firstUntil };
  }

  get #key(): string {
    const { record, untilSeconds } = this.#future;
    return JSON.stringify([record, untilSeconds, this.#host.objectives]);
  }
}
