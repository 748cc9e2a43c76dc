import type { RunRecord } from '../../shop/index.js';
import { replay, type Future } from './future.model.js';
import type { Incident } from './incident.model.js';
import type { Objectives } from './service-level.model.js';

/** Milliseconds of work between two breaths of the page. */
const SLICE_MS = 8;

/** The future that the reader knows already: kept from before, or run again when a link brings it. */
export class FirstFuture {
  readonly #changed: () => void;
  #key = '';
  #incident: Incident | undefined;
  #isComputing = false;

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
    if (this.#isComputing) this.#key = '';
    this.#isComputing = false;
  }

  async #compute(key: string, future: Future, objectives: Objectives): Promise<void> {
    this.#key = key;
    this.#isComputing = true;
    const work = replay(future, objectives);
    for (;;) {
      const end = performance.now() + SLICE_MS;
      let step = work.next();
      while (!step.done && performance.now() < end) step = work.next();
      if (key !== this.#key) return;
      if (step.done) {
        this.#incident = step.value;
        break;
      }
      await breath();
    }
    this.#isComputing = false;
    this.#changed();
  }
}

function keyOf({ record, untilSeconds }: Future, objectives: Objectives): string {
  return JSON.stringify([record satisfies RunRecord, untilSeconds, objectives]);
}

/** Not a timer: those are slowed down where a page is not in front. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
