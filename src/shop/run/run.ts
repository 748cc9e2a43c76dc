import type { Change, Fault, Mitigation, RunRecord } from './run-record.js';
import { Shop } from './shop.js';

/** Seconds between two ticks of the watchers. A run advances in whole steps at any frame rate. */
export const STEP_SECONDS = 1;

/** Number of parts in a step, between which `runUntil` can pause. */
const PARTS = 20;

/** An observer of a shop from its first second. */
export interface Watcher {
  /** Called at the end of every step. */
  tick?(seconds: number): void;
}

/** A registered watcher. */
export interface Watch<W extends object> {
  /** The watcher of the current shop; a new one after each restart. */
  readonly current: W;
  end(): void;
}

interface Post {
  readonly make: (shop: Shop) => Watcher;
  watcher: Watcher;
}

/**
 * A shop with watchers, which advances in steps and can restart. To go back in time is to restart and run to an earlier
 * time; an action there starts another course of events.
 */
export class Run {
  #shop: Shop;
  #part = 0;
  readonly #posts = new Set<Post>();

  /** Throws a `RangeError` for a record that names something that does not exist, as `Shop` does. */
  constructor(record: RunRecord) {
    this.#shop = new Shop(record);
  }

  get shop(): Shop {
    return this.#shop;
  }

  /** Seconds since the start of the run, in whole steps. */
  get now(): number {
    return Math.floor(this.#shop.simulation.now / STEP_SECONDS) * STEP_SECONDS;
  }

  get record(): RunRecord {
    return this.#shop.record;
  }

  /** Adds a watcher. Restarts the run if it is under way, because a watcher must not miss its start. */
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

  /** Restarts at second 0, with the same record or another one. */
  restart(record: RunRecord = this.record): void {
    this.#shop = new Shop(record);
    this.#part = 0;
    for (const post of this.#posts) post.watcher = post.make(this.#shop);
  }

  /** Runs to a time, in whole steps. Returns early if `mayGoOn` returns false; call it again to continue. */
  runUntil(seconds: number, mayGoOn: () => boolean = () => true): void {
    while (this.now < seconds && mayGoOn()) {
      const end = this.now + STEP_SECONDS;
      this.#part++;
      // The last part ends exactly at the step. Where the others end makes no difference to the run.
      this.#shop.runUntil(this.#part < PARTS ? end - STEP_SECONDS * (1 - this.#part / PARTS) : end);
      if (this.#part < PARTS) continue;
      this.#part = 0;
      for (const { watcher } of this.#posts) watcher.tick?.(end);
    }
  }

  /** Performs an action now, and removes all later ones from the record. Throws as `Shop.act` does. */
  act(what: Fault | Mitigation | Change): void {
    // First, because nothing must be removed if it throws.
    this.#shop.act(what);
    this.#shop.forgetLater();
  }
}
