import type { RunRecord } from '../../../shop/index.js';
import { runInSlices } from '../../../ui/element/time-slicing.js';
import { replay, type Future } from './what-if.model.js';
import type { Incident } from '../incident/incident.model.js';
import type { Objectives } from '../alerts/service-level.model.js';

/** The future that the reader knows already: kept from before, or run again when a link brings it. */
export class FirstFuture {
  readonly #changed: () => void;
  #key = '';
  #incident: Incident | undefined;
  #isComputing = false;
  #working = new AbortController();

  /** `changed` is called when it has become known. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What became of it; `computing` until that is known. */
  of(future: Future, objectives: Objectives): Incident | 'computing' | undefined {
    const key = keyOf(future, objectives);
    if (key !== this.#key) void this.#compute(key, future, objectives);
    return this.#isComputing ? 'computing' : this.#incident;
  }

  /** Keeps what is known already. */
  keep(future: Future, objectives: Objectives, incident: Incident): void {
    this.#key = keyOf(future, objectives);
    this.#incident = incident;
    this.#isComputing = false;
  }

  /** Stops the work, if there is any: it begins anew when somebody asks again. */
  stop(): void {
    this.#working.abort();
    if (this.#isComputing) this.#key = '';
    this.#isComputing = false;
  }

  async #compute(key: string, future: Future, objectives: Objectives): Promise<void> {
    this.#working.abort();
    this.#working = new AbortController();
    this.#key = key;
    this.#isComputing = true;
    const incident = await runInSlices(replay(future, objectives), this.#working);
    if (key !== this.#key || !incident) return;
    this.#incident = incident;
    this.#isComputing = false;
    this.#changed();
  }
}

function keyOf({ record, untilSeconds }: Future, objectives: Objectives): string {
  return JSON.stringify([record satisfies RunRecord, untilSeconds, objectives]);
}
