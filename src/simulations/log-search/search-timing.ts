import { patternEffort, PatternTooSlow } from '../../telemetry/logs/index.js';
import { nextTask } from '../../ui/element/yield-to-page.js';

/** Steps that one line may take a pattern; a thousand times what a sensible one needs. */
const MOST_STEPS = 100_000;
/** The clock steps by 0.1 ms: what is not as long as this is done again, in rows of runs that take so long. */
const LONG_MS = 20;
const ROW_MS = 2;
const ROWS = 4;

/** The milliseconds of work that a search has taken, and may take. */
export interface Effort {
  ms: number;
  readonly most: number;
}

/** Keeps a pattern from spending all the time on one line, or on all of them. */
export function* limited<T>(steps: Generator<undefined, T>, effort: Effort): Generator<undefined, T> {
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
export async function timed(
  firstMs: number,
  steps: () => Generator<undefined, unknown>,
): Promise<{ ms: number; runs: number }> {
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
