/** Milliseconds of work after which the page has its turn. */
const SLICE_MS = 8;

/** A fresh task of the page: what waits, input above all, comes first. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (): void => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Does long work a little at a time, so that the page goes on meanwhile; undefined when `signal` ended it. */
export async function inSlices<T>(steps: Generator<void, T, void>, signal: AbortSignal): Promise<T | undefined> {
  // What the page is about to show comes first.
  await nextTask();
  while (!signal.aborted) {
    const end = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await nextTask();
  }
  steps.return(undefined as never);
  return undefined;
}
