import type { Trace } from '../../../telemetry/traces/index.js';
import { rankOf, tracesOfRequest, type Run } from '../trace-viewer.model.js';
import type { TraceFile } from './trace-source.js';

/** The trace of a file that has this id; its largest where none has. */
export function traceInFile({ traces }: TraceFile, traceId: string): Trace | undefined {
  return (
    traces.find((trace) => trace.traceId === traceId) ??
    traces.reduce<Trace | undefined>(
      (most, trace) => (trace.spans.length > (most?.spans.length ?? -1) ? trace : most),
      undefined,
    )
  );
}

/** The traces of requests of runs: the same arrays for the same request, so that a change can be seen by identity. */
export class RequestTraces {
  readonly #byRun = new WeakMap<Run, Map<string, readonly Trace[]>>();

  /** The request with this trace id; where there is none, the checkout at this percentile of durations, 0 to 100. */
  choose(run: Run, traceId: string, percentile: number): readonly Trace[] {
    const named = run.requests.find((request) => request.traceId === traceId);
    const request = named ?? run.checkouts[rankOf(percentile, run.checkouts.length)];
    return request ? this.#tracesOf(run, request.traceId) : [];
  }

  #tracesOf(run: Run, traceId: string): readonly Trace[] {
    const known = this.#byRun.get(run) ?? new Map<string, readonly Trace[]>();
    this.#byRun.set(run, known);
    const traces = known.get(traceId) ?? tracesOfRequest(run, traceId);
    known.set(traceId, traces);
    return traces;
  }
}
