/**
 * Says whether an element can be seen: soon, and whenever that changes, until the function it returns is called.
 * `rootMargin` as for an `IntersectionObserver`: how near to the screen counts as seen.
 */
export function observeVisibility(
  element: Element,
  tell: (isSeen: boolean) => void,
  rootMargin: string = '0px',
): () => void {
  // What was queued tells of the past, but for the last.
  const observer = new IntersectionObserver((entries) => tell(entries.at(-1)?.isIntersecting ?? false), { rootMargin });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Knows whether an element can be seen, so that work nobody sees can wait. */
export class OnScreen {
  /** Ends the watching. */
  readonly #lookAway: () => void;
  // Until the browser says otherwise: in a tab behind another it says nothing.
  #isVisible = true;
  #waiting: (() => void)[] = [];

  /** `rootMargin` as of `observeVisibility`. */
  constructor(element: Element, rootMargin?: string) {
    this.#lookAway = observeVisibility(
      element,
      (isSeen) => {
        this.#isVisible = isSeen;
        if (isSeen) this.#go();
      },
      rootMargin,
    );
  }

  /** Resolves at once while the element is on screen, else when it comes back, or is no longer of interest. */
  whenVisible(signal: AbortSignal): Promise<void> | void {
    if (this.#isVisible || signal.aborted) return;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  forget(): void {
    this.#lookAway();
    this.#go();
  }

  #go(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
