/** What every process yields while it waits, and nothing else: `yield*` passes it on to the simulation. */
export const WAITING: unique symbol = Symbol('waiting');

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
export type Process<T> = Generator<typeof WAITING, T, unknown>;
