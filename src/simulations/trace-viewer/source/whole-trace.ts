import type { JoinedTrace } from '../trace-viewer.model.js';
import { coloursOf } from '../waterfall/service-colours.js';
import { outlineOf } from '../waterfall/rows.model.js';
import type { ShownTrace } from './shown-trace.js';

/** What is shown while there is no trace. */
export const NO_TRACE: JoinedTrace = {
  traceId: '',
  startUnixNano: 0n,
  durationMs: 0,
  spans: [],
  warnings: [],
  traceIds: new Map(),
};

/** A trace in its whole length, before anything else is known of it. */
export function showWhole(trace: JoinedTrace): ShownTrace {
  return {
    trace,
    outline: outlineOf(trace.spans),
    colours: coloursOf(trace.spans),
    analysis: undefined,
    other: undefined,
    matches: undefined,
    range: { fromMs: 0, toMs: trace.durationMs },
    selected: -1,
  };
}
