import type { Steps, Trace } from '../../../src/telemetry/traces/index.js';
import { analyse, type Analysis } from '../../../src/simulations/trace-viewer/analysis/analysis.model.js';
import { simulate, type Injection, type Run } from '../../../src/simulations/trace-viewer/trace-viewer.model.js';

export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export const analysisOf = (trace: Trace): Analysis => finish(analyse(trace));

const runs = new Map<Injection, Run>();

/** The run of the default seed; simulated once for all tests. */
export function runOf(injection: Injection): Run {
  const run = runs.get(injection) ?? finish(simulate({ seed: 7, injection, dependency: 'card-processor' }));
  runs.set(injection, run);
  return run;
}
