/** The only value that a process yields: it waits, and `yield*` passes that on to the simulation. */
export interface Waiting {
  readonly isWaiting: true;
}
export const WAITING: Waiting = { isWaiting: true };

/** The iterator result of a process that waits. */
export const WAIT: { readonly done: false; readonly value: Waiting } = { done: false, value: WAITING };

/**
 * A computation that takes simulated time and returns a result: a generator that waits for other processes by `yield*`.
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
 * A waiting process can be abandoned with `process.return()`, for example when its caller gives up. Its pending timers
 * and queue places are removed, and its `finally` blocks run, innermost first, to release what it holds. They must not
 * wait.
 */
export type Process<T> = Generator<Waiting, T, unknown>;

/**
 * A process written by hand instead of as a generator: the methods that `yield*` calls. Newer members of `Generator`,
 * such as `Symbol.dispose`, are left out because nothing here calls them.
 */
export interface ProcessIterator<T> {
  next(): IteratorResult<Waiting, T>;
  return(value: T): IteratorResult<Waiting, T>;
  throw(error: unknown): IteratorResult<Waiting, T>;
  [Symbol.iterator](): ProcessIterator<T>;
}

export function asProcess<T>(iterator: ProcessIterator<T>): Process<T> {
  return iterator as Process<T>;
}
