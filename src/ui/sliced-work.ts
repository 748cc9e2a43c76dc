/** So long a slice may keep the page, in milliseconds; a frame has 16. */
const SLICE_MS = 8;

/** Lets whatever waits on the page go first. Not a timer: those are slowed down, at worst to one a minute. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Runs a generator to its end in slices, so that the page stays alive; `progress` hears the last thing it yielded after
 * each slice. Ends with its result, or with undefined once the signal says to stop.
 */
export async function runSliced<Step, Result>(
  work: Generator<Step, Result>,
  signal: AbortSignal,
  progress: (step: Step) => void,
): Promise<Result | undefined> {
  for (;;) {
    await nextTurn();
    if (signal.aborted) return undefined;
    const end = performance.now() + SLICE_MS;
    let step = work.next();
    while (!step.done && performance.now() < end) step = work.next();
    if (step.done) return step.value;
    progress(step.value);
  }
}
