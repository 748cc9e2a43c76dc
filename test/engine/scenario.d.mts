import type * as engine from '../../src/engine/index.js';

/** The event log of a run in which everything the engine has takes part; `step` is the time between two `runUntil`. */
export function eventLog(kit: typeof engine, seed: number, seconds: number, step?: number): string;
/** FNV-1a, 32 bits, as hexadecimal. */
export function hash(text: string): string;
/** The hash of `eventLog(kit, 42, 300)`, wherever it runs. */
export const GOLDEN_HASH: string;
