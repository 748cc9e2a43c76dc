/** As long as a page may be kept from what its reader does, in milliseconds. */
const SLICE = 8;

export interface Slicing {
  /** Ends the work at its next yield; its result is undefined then. */
  readonly signal: AbortSignal;
  /** Called between slices; what it returns is waited for. */
  readonly between?: () => Promise<void> | void;
}

/**
 * Runs a generator to its end in slices, between which the page can draw and listen. The work yields as often as it can;
 * a slice ends at the first yield after eight milliseconds. Not by frames or timers: a tab behind another has none.
 */
export async function runInSlices<T>(
  work: Generator<unknown, T, void>,
  { signal, between }: Slicing,
): Promise<T | undefined> {
  for (;;) {
    await nextTask();
    const end = performance.now() + SLICE;
    do {
      if (signal.aborted) return undefined;
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < end);
    await between?.();
  }
}

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
