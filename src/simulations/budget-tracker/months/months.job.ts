import { runInSlices } from '../../../ui/element/time-slicing.js';
import type { MonthRecord } from '../budget-tracker.model.js';
import { playMonths, type MonthResult, type Plan } from './plans.model.js';

/** The many months of one record: being played in slices, or played. Another record, and they are forgotten. */
export class MonthsJob {
  readonly count = 1000;
  /** Months played so far; undefined while none are being played. */
  played: number | undefined;
  results: Readonly<Record<Plan, readonly MonthResult[]>> | undefined;
  readonly #progress: (played: number) => void;
  #key = '';
  #working: AbortController | undefined;

  constructor(progress: (played: number) => void) {
    this.#progress = progress;
  }

  /** Plays; resolves to whether it came to its end. */
  async play(record: MonthRecord): Promise<boolean> {
    this.cancel();
    this.#key = keyOf(record);
    const working = (this.#working = new AbortController());
    this.#tell(0);
    const { signal } = working;
    const between = (played: number): void => this.#tell(played);
    const results = await runInSlices(playMonths(record, this.count), { signal, between });
    if (!results) return false;
    this.results = results;
    this.played = undefined;
    this.#progress(this.count);
    return true;
  }

  cancel(): void {
    this.#working?.abort();
    this.#working = undefined;
    this.played = undefined;
    this.results = undefined;
  }

  /** Forgets what is of another record. */
  keepOnly(record: MonthRecord): void {
    if (this.#key !== keyOf(record)) this.cancel();
  }

  #tell(played: number): void {
    this.played = played;
    this.#progress(played);
  }
}

/** What the many months depend on; not on the window, nor on what was done in this one. */
function keyOf({ seed, objective, trouble, rollback, riskMinutes, riskChance }: MonthRecord): string {
  return JSON.stringify([seed, objective, trouble, rollback, riskMinutes, riskChance]);
}
