import type { Trace } from '../../../telemetry/traces/index.js';
import type { Analysis } from '../analysis/analysis.model.js';
import type { Comparison } from '../compare/compare.model.js';
import type { Outline } from '../waterfall/rows.model.js';
import type { JoinedTrace } from '../trace-viewer.model.js';

/** A stretch of time, in milliseconds from the trace's start. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The trace that is seen, and all that is known of it. */
export interface ShownTrace {
  readonly trace: JoinedTrace;
  readonly outline: Outline;
  /** The numbers of the services' colours. */
  readonly colours: ReadonlyMap<string, number>;
  /** Missing while a large trace is still being analysed. */
  readonly analysis: Analysis | undefined;
  /** Another trace that it is laid over, where there is one. */
  readonly other: { readonly trace: Trace; readonly comparison: Comparison } | undefined;
  /** Spans that match the query, by index in order; undefined without a query. */
  readonly matches: readonly number[] | undefined;
  readonly range: TimeRange;
  /** By index; -1 for none. */
  readonly selected: number;
}
