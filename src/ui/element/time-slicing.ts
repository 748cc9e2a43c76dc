import { nextTask } from './yield-to-page.js';

/** As long as a page may be kept from what its reader does, in milliseconds; a frame has 16. */
const SLICE_MS = 8;

export interface Slicing<Step> {
  /** Ends the work at its next yield; its result is undefined then. */
  readonly signal: AbortSignal;
  /** Called between slices with what was yielded last; what it returns is waited for. */
  readonly between?: (step: Step) => Promise<void> | void;
}

/**
 * Runs a generator to its end in slices, between which the page can draw and listen. The work yields as often as it can;
 * a slice ends at the first yield after eight milliseconds.
 */
export async function runInSlices<Step, Result>(
  work: Generator<Step, Result, void>,
  { signal, between }: Slicing<Step>,
): Promise<Result | undefined> {
  for (;;) {
    await nextTask();
    const end = performance.now() + SLICE_MS;
    let step: IteratorResult<Step, Result>;
    do {
      if (signal.aborted) return ended(work);
      step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await between?.(step.value);
  }
}

/** Lets the work clean up after itself. */
function ended<Step, Result>(work: Generator<Step, Result, void>): undefined {
  work.return(undefined as Result);
}
