import { parseLogQuery, PatternTooSlow } from '../../telemetry/logs/index.js';
import type { OnScreen } from '../../ui/element/visibility.js';
import { runInSlices } from '../../ui/element/time-slicing.js';
import type { Corpus } from './corpus.model.js';
import { secretsInStore, type SecretField } from './secrets/secrets-in-store.model.js';
import { judge, type QuestionId, type Verdict } from './questions/questions.model.js';
import { requestLines, type RequestLine } from './system/request.model.js';
import { parseTextSearch } from './panes/text-lines.model.js';
import { linesFound, recordsFound, type Found } from './search-steps.js';
import { limited, timed } from './search-timing.js';
import { volumeOfRows } from './panes/volume.model.js';

/** What one side has found. */
export interface Outcome {
  readonly rows: readonly number[];
  /** Those, and among them what was missed. */
  readonly listed: readonly number[];
  /** Lines that were looked at. */
  readonly scanned: number;
  /** Milliseconds of one search: the mean of so many. */
  readonly ms: number;
  readonly runs: number;
  /** Against the truth, where that is known. */
  readonly verdict: Verdict | undefined;
  /** Over time, where the log says when. */
  readonly volume: readonly number[] | undefined;
  /** Ended before it was through. */
  readonly isTooSlow: boolean;
}

/** What is asked; a change of any of it asks anew. */
export interface Asked {
  readonly text: string;
  readonly query: string;
  readonly question: QuestionId | undefined;
}

/** What a search may take, for so many lines and for more of them in proportion. */
const MOST_MS = 200;
const MOST_MS_LINES = 100_000;

/** The log that is searched, and what the two searches find in it; tells when any of that has changed. */
export class LogSession {
  corpus: Corpus | undefined;
  /** Share of the work on the log that is done. */
  progress = 0;
  isBuilding = false;
  /** The reader did not want to wait. */
  isStopped = false;
  text: Outcome | undefined;
  query: Outcome | undefined;
  /** Where the log holds what it must not; undefined until that is asked for and known. */
  secrets: readonly SecretField[] | undefined;
  /** Work waits while nobody sees what it is for. */
  screen: OnScreen | undefined;
  #building = new AbortController();
  #searching = new AbortController();
  readonly #changed: () => void;
  #built = '';
  #asked = '';
  #checked: Corpus | undefined;
  #request: { readonly corpus: Corpus; readonly traceId: string; readonly lines: readonly RequestLine[] } | undefined;
  #ready: Promise<void> = Promise.resolve();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Resolves when nothing is built or searched any more. */
  async ready(): Promise<void> {
    for (let waited; waited !== this.#ready;) {
      waited = this.#ready;
      await waited;
    }
  }

  /**
   * Makes the log, unless it is the one that is there or being made; `name` tells them apart. `keepsOld` leaves the one
   * before on the screen until then.
   */
  build(name: string, make: () => Generator<number, Corpus>, keepsOld: boolean = false): void {
    if (name === this.#built || this.isStopped) return;
    this.#abort();
    this.#built = name;
    if (!keepsOld) this.corpus = this.text = this.query = this.secrets = undefined;
    this.progress = 0;
    this.isBuilding = true;
    this.#changed();
    this.#ready = this.#build(make(), this.#building.signal);
  }

  /** Has no log, because there is none yet. */
  empty(): void {
    if (this.corpus || this.isBuilding) this.#changed();
    this.drop();
    this.#built = '';
    this.corpus = this.text = this.query = this.secrets = undefined;
  }

  async #build(steps: Generator<number, Corpus>, signal: AbortSignal): Promise<void> {
    const corpus = await this.#run(steps, signal, (share) => this.#advance(share));
    if (!corpus || signal.aborted) return;
    this.corpus = corpus;
    this.secrets = undefined;
    this.isBuilding = false;
    this.#changed();
  }

  #abort(): void {
    this.#building.abort();
    this.#searching.abort();
    this.#building = new AbortController();
    this.#asked = '';
    this.#checked = undefined;
  }

  /** Work in slices, while somebody sees what it is for. */
  #run<Step, T>(steps: Generator<Step, T>, signal: AbortSignal, after?: (step: Step) => void): Promise<T | undefined> {
    const between = (step: Step): Promise<void> | void => {
      after?.(step);
      return this.screen?.whenVisible(signal);
    };
    return runInSlices(steps, { signal, between });
  }

  /** By whole percents: drawing is work, too. */
  #advance(share: number): void {
    const percent = Math.floor(share * 100);
    if (percent === Math.floor(this.progress * 100)) return;
    this.progress = share;
    this.#changed();
  }

  /** Ends what is being made, and leaves it at that. */
  stop(): void {
    this.drop();
    this.isStopped = true;
    this.#changed();
  }

  /** Forgets a log that is not there yet, so that the next `build` makes it. */
  drop(): void {
    this.#abort();
    this.isStopped = false;
    if (!this.isBuilding) return;
    this.isBuilding = false;
    this.#built = '';
  }

  /** The lines of a request; found once, for they are drawn often. */
  request(traceId: string): readonly RequestLine[] {
    const { corpus } = this;
    if (corpus && (this.#request?.corpus !== corpus || this.#request.traceId !== traceId)) {
      this.#request = { corpus, traceId, lines: requestLines(corpus, traceId) };
    }
    return (corpus && this.#request?.lines) ?? [];
  }

  /** Looks for what must not be in the log, once. */
  async check(): Promise<void> {
    const { corpus } = this;
    if (!corpus || this.#checked === corpus) return;
    this.#checked = corpus;
    const { signal } = this.#building;
    const found = await this.#run(secretsInStore(corpus), signal);
    if (!found || corpus !== this.corpus) return;
    this.secrets = found;
    this.#changed();
  }

  /** Searches both ways, unless that is what was searched last. */
  search(asked: Asked): void {
    const { corpus } = this;
    const key = JSON.stringify(asked);
    if (!corpus || this.isBuilding || key === this.#asked) return;
    this.#asked = key;
    this.#searching.abort();
    this.#searching = new AbortController();
    this.#ready = this.#search(corpus, asked, this.#searching.signal);
  }

  async #search(corpus: Corpus, { text, query, question }: Asked, signal: AbortSignal): Promise<void> {
    const truth = question && corpus.known?.truth[question];
    const textSearch = parseTextSearch(text);
    const parsed = parseLogQuery(query);
    const outcome = (steps: () => Generator<undefined, Found>, hasPattern: boolean): Promise<Outcome | undefined> =>
      this.#outcome(corpus, steps, truth, hasPattern, signal);
    const found = textSearch.ok
      ? await outcome(() => linesFound(corpus, text), 'pattern' in textSearch.search)
      : undefined;
    if (signal.aborted) return;
    this.text = found;
    const answered = parsed.ok ? await outcome(() => recordsFound(corpus, query), /[=!]~/.test(query)) : undefined;
    if (signal.aborted) return;
    this.query = answered;
    this.#changed();
  }

  async #outcome(
    corpus: Corpus,
    steps: () => Generator<undefined, Found>,
    truth: readonly number[] | undefined,
    hasPattern: boolean,
    signal: AbortSignal,
  ): Promise<Outcome | undefined> {
    const most = hasPattern ? Math.max(MOST_MS, (corpus.store.size / MOST_MS_LINES) * MOST_MS) : Infinity;
    const effort = { ms: 0, most };
    try {
      const done = await this.#run(limited(steps(), effort), signal);
      if (!done) return undefined;
      const { ms, runs } = await timed(effort.ms, steps);
      const judged = await this.#run(judging(corpus, done.rows, truth), signal);
      return judged && { ...done, ...judged, ms, runs, isTooSlow: false };
    } catch (error) {
      if (!(error instanceof PatternTooSlow)) throw error;
      return {
        rows: [],
        listed: [],
        scanned: 0,
        ms: effort.ms,
        runs: 1,
        verdict: undefined,
        volume: undefined,
        isTooSlow: true,
      };
    }
  }
}

/** What the rows of a search are worth; of a million of them each step takes a slice of its own. */
function* judging(
  { volume }: Corpus,
  rows: readonly number[],
  truth: readonly number[] | undefined,
): Generator<undefined, Pick<Outcome, 'listed' | 'verdict' | 'volume'>> {
  const counts = volume && volumeOfRows(volume, rows);
  yield;
  const verdict = truth && judge(rows, truth);
  yield;
  const listed = verdict?.missed.length ? [...rows, ...verdict.missed].sort((a, b) => a - b) : rows;
  return { listed, verdict, volume: counts };
}
