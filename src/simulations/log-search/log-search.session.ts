import { parseLogQuery, patternEffort, PatternTooSlow, type LogQuery } from '../../telemetry/logs/index.js';
import { nextTask } from '../../ui/element/yield-to-page.js';
import type { OnScreen } from '../../ui/element/visibility.js';
import { runInSlices } from '../../ui/element/time-slicing.js';
import type { Corpus } from './corpus.model.js';
import { secretsInStore, type SecretField } from './secrets/secrets-in-store.model.js';
import { judge, type QuestionId, type Verdict } from './questions/questions.model.js';
import { requestLines, type RequestLine } from './system/request.model.js';
import { parseTextSearch } from './panes/text-lines.model.js';
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
/** Steps that one line may take a pattern; a thousand times what a sensible one needs. */
const MOST_STEPS = 100_000;
/** The clock steps by 0.1 ms: what is not as long as this is done again, in rows of runs that take so long. */
const LONG_MS = 20;
const ROW_MS = 2;
const ROWS = 4;

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

interface Found {
  readonly rows: number[];
  readonly scanned: number;
}

function* linesFound({ lines }: Corpus, text: string): Generator<undefined, Found> {
  const parsed = parseTextSearch(text);
  const rows = parsed.ok ? yield* lines.searching(parsed.search) : [];
  return { rows, scanned: lines.size };
}

/** The query is read each time: what it takes to understand it is a part of its time. */
function* recordsFound({ store }: Corpus, text: string): Generator<undefined, Found> {
  const parsed = parseLogQuery(text);
  const query: LogQuery = parsed.ok ? parsed.query : { kind: 'or', terms: [] };
  return yield* store.searching(query);
}

/** The milliseconds of work that a search has taken, and may take. */
interface Effort {
  ms: number;
  readonly most: number;
}

/** Keeps a pattern from spending all the time on one line, or on all of them. */
function* limited<T>(steps: Generator<undefined, T>, effort: Effort): Generator<undefined, T> {
  for (;;) {
    patternEffort.most = MOST_STEPS;
    const start = performance.now();
    let step: IteratorResult<undefined, T>;
    try {
      step = steps.next();
    } finally {
      patternEffort.most = Infinity;
      effort.ms += performance.now() - start;
    }
    if (step.done) return step.value;
    if (effort.ms > effort.most) throw new PatternTooSlow();
    yield;
  }
}

/**
 * The time of one search: as it was, or the best mean of a few rows of runs; what else the machine does only adds to it.
 * Between rows the page goes on.
 */
async function timed(firstMs: number, steps: () => Generator<undefined, Found>): Promise<{ ms: number; runs: number }> {
  const best = { ms: firstMs, runs: 1 };
  for (let row = 0; row < ROWS && firstMs < LONG_MS; row++) {
    await nextTask();
    const start = performance.now();
    let runs = 0;
    let elapsed = 0;
    for (; elapsed < ROW_MS; elapsed = performance.now() - start) {
      const run = steps();
      while (!run.next().done);
      runs++;
    }
    if (elapsed / runs < best.ms) Object.assign(best, { ms: elapsed / runs, runs });
  }
  return best;
}
