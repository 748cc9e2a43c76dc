/** Work that can be done a little at a time: each yield is a place to stop for a while. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it at once. */
export function drain<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
