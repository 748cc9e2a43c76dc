/** What every process yields while it waits, and nothing else: `yield*` passes it on to the simulation. */
export interface Waiting {
  readonly isWaiting: true;
}
export const WAITING: Waiting = { isWaiting: true };

/** A step that ends in a wait. */
export const WAIT: { readonly done: false; readonly value: Waiting } = { done: false, value: WAITING };

/**
 * Something that takes simulated time and ends with a result: a generator that waits by `yield*` on other processes.
 *
 * ```ts
 * function* customer(): Process<void> {
 *   if ((yield* server.acquire({ timeout: 2 })) !== 'acquired') return;
 *   try {
 *     yield* simulation.delay(random.exponential(1));
 *   } finally {
 *     server.release();
 *   }
 * }
 * ```
 *
 * A process may be abandoned while it waits: `process.return()` ends it, as a caller does who has given up. What it
 * waited for forgets it, and its `finally` blocks run, innermost first; they give back what it held. They must not wait.
 */
export type Process<T> = Generator<Waiting, T, unknown>;

/** A process written out: what `yield*` asks for. That generators have more by now (`Symbol.dispose`) nobody here needs. */
export interface Steps<T> {
  next(): IteratorResult<Waiting, T>;
  return(value: T): IteratorResult<Waiting, T>;
  throw(error: unknown): IteratorResult<Waiting, T>;
  [Symbol.iterator](): Steps<T>;
}

export function asProcess<T>(steps: Steps<T>): Process<T> {
  return steps as Process<T>;
}
