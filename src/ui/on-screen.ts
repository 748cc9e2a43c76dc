/** Knows whether an element can be seen, so that work nobody sees can wait. */
export class OnScreen {
  readonly #observer: IntersectionObserver;
  // Until the browser says otherwise: in a tab behind another it says nothing.
  #isVisible = true;
  #waiting: (() => void)[] = [];

  /** `rootMargin` as for an `IntersectionObserver`: how near to the screen counts as visible. */
  constructor(element: Element, rootMargin: string = '0px') {
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#isVisible = entries.at(-1)?.isIntersecting ?? true;
        if (this.#isVisible) this.#go();
      },
      { rootMargin },
    );
    this.#observer.observe(element);
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
    this.#observer.disconnect();
    this.#go();
  }

  #go(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
