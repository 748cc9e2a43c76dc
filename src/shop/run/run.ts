import type { Change, Fault, Mitigation, RunRecord } from './run-record.js';
import { Shop } from './shop.js';

/** Seconds between two looks of those who watch: a run goes on in whole steps, whatever the frame rate. */
export const STEP_SECONDS = 1;

/** Parts of a step after which one may stop for a while. */
const PARTS = 20;

/** What somebody may want to hear who sees a shop from its first second on. */
export interface Watcher {
  /** Called at the end of every step. */
  tick?(seconds: number): void;
}

/** What watches the present shop; another one when the run began again. */
export interface Watch<W extends object> {
  readonly current: W;
  end(): void;
}

interface Post {
  readonly make: (shop: Shop) => Watcher;
  watcher: Watcher;
}

/**
 * A shop that is watched from the beginning, continued step by step, and begun again: going back is running again to an
 * earlier time, and doing something else there is another future.
 */
export class Run {
  #shop: Shop;
  #part = 0;
  readonly #posts = new Set<Post>();

  /** As `Shop`: throws a `RangeError` for a record that names what does not exist. */
  constructor(record: RunRecord) {
    this.#shop = new Shop(record);
  }

  get shop(): Shop {
    return this.#shop;
  }

  /** Seconds that have been run and seen in whole steps. */
  get now(): number {
    return Math.floor(this.#shop.simulation.now / STEP_SECONDS) * STEP_SECONDS;
  }

  get record(): RunRecord {
    return this.#shop.record;
  }

  /** Lets somebody watch. Where the run has begun already it begins again, for nobody may miss its start. */
  watch<W extends object>(make: (shop: Shop) => W): Watch<W> {
    if (this.#shop.simulation.now > 0) this.restart();
    const post: Post & { watcher: W } = { make, watcher: make(this.#shop) };
    this.#posts.add(post);
    return {
      get current(): W {
        return post.watcher;
      },
      end: () => void this.#posts.delete(post),
    };
  }

  /** Begins again at second 0, the same or another run. */
  restart(record: RunRecord = this.record): void {
    this.#shop = new Shop(record);
    this.#part = 0;
    for (const post of this.#posts) post.watcher = post.make(this.#shop);
  }

  /** Runs to a time that is a whole number of steps; stops early, to be called again, when `mayGoOn` says no. */
  runUntil(seconds: number, mayGoOn: () => boolean = () => true): void {
    while (this.now < seconds && mayGoOn()) {
      const end = this.now + STEP_SECONDS;
      this.#part++;
      // The last part ends at the step exactly; where the others end makes no difference to what happens.
      this.#shop.runUntil(this.#part < PARTS ? end - STEP_SECONDS * (1 - this.#part / PARTS) : end);
      if (this.#part < PARTS) continue;
      this.#part = 0;
      for (const { watcher } of this.#posts) watcher.tick?.(end);
    }
  }

  /** Does something now; what the record had for later is forgotten, for this is another future. Throws as `Shop` does. */
  act(what: Fault | Mitigation | Change): void {
    // First, because it throws where it cannot be done, and then nothing is to be forgotten.
    this.#shop.act(what);
    this.#shop.forgetLater();
  }
}
