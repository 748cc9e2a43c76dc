/**
 * Resolves in a task of its own: what waits on the page, input above all, comes first. Not a timer, and not a frame:
 * those are slowed down or stopped in a tab behind another.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
