import {
  formatLine,
  LogStoreBuilder,
  type FieldCount,
  readingLogs,
  type LogRecord,
  type LogStore,
  type ReadLogs,
} from '../../telemetry/logs/index.js';
import type { ShopLog } from '../../shop/index.js';
import { isAnswer, isExample, QUESTIONS, type Example, type QuestionId } from './questions/questions.model.js';
import { proseLine, recordOf, shopLogs } from './system/shop-logs.model.js';
import { TextLines } from './panes/text-lines.model.js';
import { volumeOf, type Volume } from './panes/volume.model.js';

/** The same log twice: lines to read through, and records with an index. */
export interface Corpus {
  readonly lines: TextLines;
  readonly store: LogStore;
  /** The fields of the records, the most frequent first; with thousands of them, not all. */
  readonly fields: readonly FieldCount[];
  /** What the different values take. */
  readonly textBytes: number;
  readonly volume: Volume | undefined;
  /** The lines of a file that are no records. */
  readonly rejected: ReadLogs['rejected'];
  /** What it took to put the lines down, and to index the records. */
  readonly textMs: number;
  readonly indexMs: number;
  /** What is known of a log that was made here, and of no other. */
  readonly known: Known | undefined;
  /** What the shop of the page told, row by row, where the log is a run's. */
  readonly logs: readonly ShopLog[] | undefined;
}

export interface Known {
  readonly example: Example;
  /** The rows that answer each question, in order. */
  readonly truth: Readonly<Record<QuestionId, readonly number[]>>;
}

/** Milliseconds from any time on; models have no clock of their own. */
export type Clock = () => number;

/** The questions whose answers are known record by record; the others are about one example. */
const GENERAL = ['payments', 'five-hundred', 'slow', 'warnings'] as const;
/** Rows between two pauses. */
const PAUSE_ROWS = 1024;
const RUN_PAUSE_ROWS = 64;
/** A file that names a new field in every line has more of them than anybody looks through. */
const MOST_RARE = 200;

/** The shop's log of that night. Pauses with the share that is done. */
export function* shopCorpus(lines: number, now: Clock): Generator<number, Corpus> {
  const collector = new Collector(proseLine, now);
  const truth = Object.fromEntries(QUESTIONS.map((id) => [id, [] as number[]])) as Record<QuestionId, number[]>;
  let example: Example | undefined;
  let row = 0;
  const nobody = { traceId: '', userId: '' };
  const steps = shopLogs(lines, (record) => {
    for (const id of GENERAL) if (isAnswer(id, record, nobody)) truth[id].push(row);
    // From about the middle, so that the request began within these lines.
    if (isExample(record) && (!example || row < lines / 2)) example = exampleOf(record);
    collector.take(record);
    row++;
  });
  for (const share of steps) {
    collector.flush();
    yield share * 0.95;
  }
  const corpus = yield* collector.finish([]);
  const found = example ?? nobody;
  for (const id of ['user', 'request'] as const) yield* answers(corpus.store, id, found, truth[id]);
  return { ...corpus, known: { example: found, truth } };
}

/** What a run of the shop told, in which second 0 is at `startMs`. */
export function* runCorpus(logs: readonly ShopLog[], startMs: number, now: Clock): Generator<number, Corpus> {
  const collector = new Collector(proseLine, now);
  for (const [row, log] of logs.entries()) {
    collector.take(recordOf(log, startMs));
    if (row % RUN_PAUSE_ROWS > 0) continue;
    collector.flush();
    yield (row / logs.length) * 0.95;
  }
  return { ...(yield* collector.finish([])), logs };
}

/** The reader's own log: NDJSON or logfmt. */
export function* fileCorpus(text: string, now: Clock): Generator<number, Corpus> {
  const collector = new Collector(formatLine, now);
  const steps = readingLogs(text, (record) => collector.take(record));
  for (;;) {
    const step = steps.next();
    if (step.done) return yield* collector.finish(step.value);
    collector.flush();
    yield step.value * 0.95;
  }
}

/** Reads the one field that the question is about, row by row: not by the index, which is to be measured by this. */
function* answers(store: LogStore, id: 'user' | 'request', example: Example, rows: number[]): Generator<number, void> {
  const field = id === 'user' ? 'user_id' : 'trace_id';
  for (let row = 0; row < store.size; row++) {
    if (isAnswer(id, { [field]: store.value(row, field) }, example)) rows.push(row);
    if (row % PAUSE_ROWS === 0) yield 1;
  }
}

function exampleOf(record: LogRecord): Example {
  return { traceId: String(record['trace_id']), userId: String(record['user_id']) };
}

function* withShare<T>(steps: Generator<undefined, T>, share: number): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield share;
  }
}

/** Puts records down both ways, some at a time, and takes the time that each way needs. */
class Collector {
  readonly #builder = new LogStoreBuilder();
  readonly #lines = new TextLines();
  readonly #line: (record: LogRecord) => string;
  readonly #now: Clock;
  #records: LogRecord[] = [];
  #textMs = 0;
  #indexMs = 0;

  constructor(line: (record: LogRecord) => string, now: Clock) {
    this.#line = line;
    this.#now = now;
  }

  take(record: LogRecord): void {
    this.#records.push(record);
  }

  flush(): void {
    const start = this.#now();
    for (const record of this.#records) this.#lines.add(this.#line(record));
    const middle = this.#now();
    for (const record of this.#records) this.#builder.add(record);
    this.#textMs += middle - start;
    this.#indexMs += this.#now() - middle;
    this.#records = [];
  }

  *finish(rejected: ReadLogs['rejected']): Generator<number, Corpus> {
    this.flush();
    this.#lines.finish();
    const steps = this.#builder.finish();
    for (;;) {
      const start = this.#now();
      const step = steps.next();
      this.#indexMs += this.#now() - start;
      yield 0.96;
      if (!step.done) continue;
      const store = step.value;
      const fields = yield* withShare(store.countingFields({ rare: MOST_RARE }), 0.97);
      const volume = yield* volumeOf(store, fields);
      const { textMs, indexMs, lines } = { textMs: this.#textMs, indexMs: this.#indexMs, lines: this.#lines };
      const { textBytes } = store;
      return { lines, store, fields, textBytes, volume, rejected, textMs, indexMs, known: undefined, logs: undefined };
    }
  }
}
