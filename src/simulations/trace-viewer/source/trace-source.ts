import { TEXT_LIMIT, type Trace, type TraceFormat } from '../../../telemetry/traces/index.js';
import { runInSlices } from '../../../ui/element/time-slicing.js';
import { simulate, type Run, type RunSettings } from '../trace-viewer.model.js';

/** Traces that a reader brought. */
export interface TraceFile {
  readonly name: string;
  readonly format: TraceFormat;
  readonly traces: readonly Trace[];
}

/** What could not be read, and why. */
export type Refusal =
  | { readonly why: 'too-large'; readonly bytes: number }
  | { readonly why: 'status'; readonly status: number }
  | { readonly why: 'unreachable' }
  | { readonly why: 'unreadable'; readonly message: string };

export type FileResult = { readonly file: TraceFile } | { readonly refusal: Refusal };

/** Where traces come from: simulated runs, which are kept, and files. One thing at a time; the latest wins. */
export class TraceSource {
  readonly #runs = new Map<string, Run>();
  #loading = new AbortController();

  /** A run that has been simulated before. */
  known(settings: RunSettings): Run | undefined {
    return this.#runs.get(keyOf(settings));
  }

  /** Undefined when something else was asked for meanwhile. */
  async simulate(settings: RunSettings): Promise<Run | undefined> {
    const { signal } = this.#loading;
    const run = await runInSlices(simulate(settings), { signal });
    if (!run) return undefined;
    // Enough to go to and fro between a broken shop and a whole one.
    if (this.#runs.size >= 4) this.#runs.delete([...this.#runs.keys()][0] ?? '');
    this.#runs.set(keyOf(settings), run);
    return run;
  }

  async read(name: string, text: string): Promise<FileResult | undefined> {
    if (text.length > TEXT_LIMIT) return { refusal: { why: 'too-large', bytes: text.length } };
    const { signal } = this.#loading;
    // Most readers open no file.
    const { readTracesInSteps } = await import('../../../telemetry/traces/read/read-traces.js');
    const read = await runInSlices(readTracesInSteps(text), { signal });
    if (!read) return undefined;
    if (!read.ok) return { refusal: { why: 'unreadable', message: read.message } };
    // For whoever measures how long it takes from here to the screen.
    performance.mark('obs-trace-parsed');
    return { file: { name, format: read.format, traces: read.traces } };
  }

  async open(file: File): Promise<FileResult | undefined> {
    if (file.size > TEXT_LIMIT) return { refusal: { why: 'too-large', bytes: file.size } };
    try {
      return await this.read(file.name, await file.text());
    } catch {
      return { refusal: { why: 'unreachable' } };
    }
  }

  /** The only thing that asks the network, and only for an address that the author gave. */
  async fetch(address: string): Promise<FileResult | undefined> {
    const { signal } = this.#loading;
    try {
      const response = await fetch(address, { signal, credentials: 'same-origin' });
      if (!response.ok) return { refusal: { why: 'status', status: response.status } };
      const bytes = Number(response.headers.get('content-length') ?? 0);
      if (bytes > TEXT_LIMIT) return { refusal: { why: 'too-large', bytes } };
      return await this.read(address, await response.text());
    } catch {
      return signal.aborted ? undefined : { refusal: { why: 'unreachable' } };
    }
  }

  /** Ends what is under way. */
  stop(): void {
    this.#loading.abort();
    this.#loading = new AbortController();
  }
}

function keyOf({ seed, injection, dependency }: RunSettings): string {
  return injection === 'slow-dependency' ? `${seed} ${injection} ${dependency}` : `${seed} ${injection}`;
}
