import { parseLogQuery } from '../../telemetry/logs/index.js';
import { adjustClockSkew, type Steps, type Trace } from '../../telemetry/traces/index.js';
import { runInSlices } from '../../ui/element/time-slicing.js';
import { analyse, type Analysis } from './analysis/analysis.model.js';
import { compareSpans } from './compare/compare.model.js';
import { matchingSpans } from './analysis/search.model.js';
import { RequestTraces, traceInFile } from './source/chosen-traces.js';
import type { ShownTrace, TimeRange } from './source/shown-trace.js';
import { NO_TRACE, showWhole } from './source/whole-trace.js';
import { TraceSource, type Refusal, type TraceFile } from './source/trace-source.js';
import {
  joinTraces,
  tracesOfRequest,
  type JoinedTrace,
  type Run,
  type RunRequest,
  type RunSettings,
} from './trace-viewer.model.js';

/** Up to so many spans, work is done at once: it takes less than a frame. */
const SMALL = 1500;

/** What a reader wants to see. */
export interface TraceQuery {
  readonly run: RunSettings;
  readonly src: string;
  readonly percentile: number;
  /** Instead of the percentile's; empty where none is named. */
  readonly traceId: string;
  readonly spanId: string;
  readonly adjustSkew: boolean;
  /** `healthy`, or the id of another trace of the file. */
  readonly compareTo: string;
  readonly query: string;
  readonly range: TimeRange | undefined;
}

/** Brings the trace that is wanted, and what has to be known of it; tells when something more of it is there. */
export class TraceStore {
  readonly #source = new TraceSource();
  readonly #changed: () => void;
  readonly #refused: (name: string) => void;
  #run: Run | undefined;
  #healthy: Run | undefined;
  #file: TraceFile | undefined;
  #pending: Promise<void> | undefined;
  /** What has to be loaded or worked out, and has not begun. */
  readonly #missing: (() => void)[] = [];
  #sourceKey = '';
  #traceKey = '';
  readonly #requests = new RequestTraces();
  #raw: readonly Trace[] = [];
  #analysing = new AbortController();
  #searching = new AbortController();
  #searched = '';
  #compared = '';
  /** The last file that could not be read, and why. */
  refusal: { readonly name: string; readonly refusal: Refusal } | undefined;
  shown: ShownTrace = showWhole(NO_TRACE);

  /** `changed` is told when more of the trace is there; `refused`, when a file could not be read. */
  constructor(changed: () => void, refused: (name: string) => void) {
    this.#changed = changed;
    this.#refused = refused;
  }

  get run(): Run | undefined {
    return this.#file ? undefined : this.#run;
  }

  get file(): TraceFile | undefined {
    return this.#file;
  }

  /** The request that is shown, where it is one of a run. */
  get request(): RunRequest | undefined {
    const { traceId } = this.shown.trace;
    return this.run?.requests.find((request) => request.traceId === traceId);
  }

  /** The traces that are shown as one; what an export takes. */
  get traces(): readonly Trace[] {
    return this.#raw;
  }

  /** Resolves when nothing is under way. */
  get settled(): Promise<void> {
    return this.#pending ?? Promise.resolve();
  }

  get isBusy(): boolean {
    return this.#pending !== undefined || this.#missing.length > 0;
  }

  /** Shows what is asked for, as far as it is there; what has to be loaded or worked out begins with `begin`. */
  select(wanted: TraceQuery): void {
    const key = this.#file ? 'file' : wanted.src ? `src ${wanted.src}` : JSON.stringify(wanted.run);
    if (key !== this.#sourceKey) {
      this.#sourceKey = key;
      this.#load(wanted);
    }
    this.#pick(wanted);
  }

  /** Reads a reader's own text. */
  paste(name: string, text: string): void {
    this.#take(name, this.#source.read(name, text));
    this.#changed();
  }

  /** Shows traces that somebody else on the page has. */
  show(file: TraceFile): void {
    this.#source.stop();
    this.#file = file;
    this.#sourceKey = 'file';
    this.refusal = undefined;
  }

  open(file: File): void {
    this.#take(file.name, this.#source.open(file));
    this.#changed();
  }

  /** Puts a reader's own traces away. */
  close(): void {
    this.#source.stop();
    this.#file = undefined;
    this.refusal = undefined;
    this.#sourceKey = '';
    this.#changed();
  }

  /** Ends all that is under way; `select` asks for it again. */
  stop(): void {
    this.#source.stop();
    this.#analysing.abort();
    this.#searching.abort();
    this.#sourceKey = this.#file ? this.#sourceKey : '';
    this.#traceKey = '';
    this.#searched = '';
    this.#pending = undefined;
    this.#missing.length = 0;
  }

  /** Begins what `select` found to be missing. */
  begin(): void {
    for (const begin of this.#missing.splice(0)) begin();
  }

  #load(wanted: TraceQuery): void {
    if (this.#file) return;
    this.#source.stop();
    if (wanted.src) {
      this.#missing.push(() => this.#take(wanted.src, this.#source.fetch(wanted.src)));
      return;
    }
    this.#run = this.#source.known(wanted.run) ?? this.#run;
    if (this.#source.known(wanted.run)) return;
    this.#missing.push(() =>
      this.#await(
        this.#source.simulate(wanted.run).then((run) => {
          if (run) this.#run = run;
        }),
      ),
    );
  }

  #take(name: string, reading: ReturnType<TraceSource['open']>): void {
    this.#await(
      reading.then((result) => {
        if (!result) return;
        this.refusal = 'refusal' in result ? { name, refusal: result.refusal } : undefined;
        if ('refusal' in result) this.#refused(name);
        if (!('file' in result)) return;
        this.#file = result.file;
        this.#sourceKey = 'file';
      }),
    );
  }

  #await(work: Promise<void>): void {
    const pending = work.then(() => {
      if (this.#pending === pending) this.#pending = undefined;
      this.#changed();
    });
    this.#pending = pending;
  }

  #pick(wanted: TraceQuery): void {
    const raw = this.#chosen(wanted);
    const key = `${raw[0]?.traceId} ${wanted.adjustSkew}`;
    if (raw !== this.#raw || key !== this.#traceKey) {
      this.#raw = raw;
      this.#traceKey = key;
      const trace = joinTraces(wanted.adjustSkew ? raw.map(adjustClockSkew) : raw);
      this.shown = showWhole(trace);
      this.#searched = '';
      this.#compared = '';
      this.#analyse(trace);
    }
    this.#compare(wanted);
    this.#search(wanted.query);
    const { trace, analysis } = this.shown;
    const whole = { fromMs: 0, toMs: trace.durationMs };
    const range =
      wanted.range && wanted.range.fromMs < whole.toMs
        ? { ...wanted.range, toMs: Math.min(wanted.range.toMs, whole.toMs) }
        : whole;
    const named = wanted.spanId ? trace.spans.findIndex(({ spanId }) => spanId === wanted.spanId) : -1;
    const selected = named >= 0 ? named : (analysis?.bottleneck?.spans[0] ?? -1);
    this.shown = { ...this.shown, range, selected };
  }

  #chosen({ traceId, percentile }: TraceQuery): readonly Trace[] {
    if (this.#file) {
      const trace = traceInFile(this.#file, traceId);
      return trace === this.#raw[0] ? this.#raw : trace ? [trace] : [];
    }
    return this.#run ? this.#requests.choose(this.#run, traceId, percentile) : this.#raw;
  }

  #analyse(trace: JoinedTrace): void {
    this.#analysing.abort();
    this.#analysing = new AbortController();
    this.#do(trace, analyse(trace), this.#analysing.signal, (analysis: Analysis) => {
      this.shown = { ...this.shown, analysis };
    });
  }

  #search(query: string): void {
    if (query === this.#searched) return;
    this.#searched = query;
    this.#searching.abort();
    this.#searching = new AbortController();
    const parsed = query.trim() ? parseLogQuery(query) : undefined;
    if (!parsed?.ok) {
      this.shown = { ...this.shown, matches: undefined };
      return;
    }
    const { trace, analysis } = this.shown;
    const found = (matches: number[]): void => void (this.shown = { ...this.shown, matches });
    this.#do(trace, matchingSpans(trace, analysis, parsed.query), this.#searching.signal, found);
  }

  #compare({ compareTo, run }: TraceQuery): void {
    const key = `${compareTo} ${this.#healthy === undefined}`;
    if (key === this.#compared) return;
    this.#compared = key;
    const other = compareTo ? this.#counterpart(compareTo, run) : undefined;
    const comparison = other && compareSpans(this.shown.trace.spans, other.spans);
    this.shown = { ...this.shown, other: other && comparison ? { trace: other, comparison } : undefined };
  }

  /** The other trace; for a run, the same request of the same customers when nothing is broken. */
  #counterpart(compareTo: string, settings: RunSettings): Trace | undefined {
    if (this.#file) return this.#file.traces.find(({ traceId }) => traceId === compareTo);
    if (compareTo !== 'healthy' || !this.#run) return undefined;
    const healthy: RunSettings = { ...settings, injection: 'none' };
    this.#healthy = this.#source.known(healthy);
    if (this.#healthy) return joinTraces(tracesOfRequest(this.#healthy, this.shown.trace.traceId));
    this.#missing.push(() =>
      this.#await(
        this.#source.simulate(healthy).then((run) => {
          this.#healthy = run;
          this.#compared = '';
        }),
      ),
    );
    return undefined;
  }

  /** Small work at once, large work in slices. */
  #do<T>(trace: Trace, steps: Steps<T>, signal: AbortSignal, use: (result: T) => void): void {
    if (trace.spans.length <= SMALL) {
      for (;;) {
        const { done, value } = steps.next();
        if (done) return use(value);
      }
    }
    this.#missing.push(() =>
      this.#await(
        runInSlices(steps, { signal }).then((result) => {
          if (result !== undefined) use(result);
        }),
      ),
    );
  }
}
