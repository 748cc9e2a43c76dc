import type * as engine from '../../src/engine/index.js';

/** The event log of a run in which everything the engine has takes part; `step` is the time between two `runUntil`. */
export function eventLog(kit: typeof engine, seed: number, seconds: number, step?: number): string;
/** Runs a process for a number of seconds at most, and then abandons it. A result at exactly that time is too late. */
export function within<T>(
  simulation: engine.Simulation,
  seconds: number,
  process: engine.Process<T>,
): engine.Process<T | 'timeout'>;
/** FNV-1a with 32 bits, over the UTF-16 units of texts that are added one after the other. */
export class Hash {
  add(text: string): void;
  /** Returns the hash of the texts so far, in 8 hexadecimal digits. */
  digest(): string;
}
/** Returns the hash of one text. */
export function hash(text: string): string;
/** The hash of `eventLog(kit, 42, 300)`, wherever it runs. */
export const GOLDEN_HASH: string;
