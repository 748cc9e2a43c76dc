import type { Timer } from './event-queue.js';
import type { Process } from './process.js';

/** The part of a simulation that a waiting process needs. */
export interface Scheduler {
  /** The process that is running. Throws if there is none. */
  readonly process: Process<unknown>;
  /** Calls a function, or resumes a process, after a number of seconds. */
  after(seconds: number, run: (() => void) | Process<unknown>): Timer;
  cancel(timer: Timer | undefined): void;
}
