import { atLeastZero } from './assert-range.js';
import { Delay } from './delay.js';
import { EventQueue, type Timer } from './event-queue.js';
import { Latch } from './latch.js';
import { asProcess, WAITING, type Process } from './process.js';
import { Random } from './random.js';
import type { Scheduler } from './scheduler.js';

// So many events at one instant are a loop that waits for no time, such as arrivals at an infinite rate.
const MAX_EVENTS_AT_ONE_TIME = 10_000_000;

/**
 * Virtual time, and chance. All that happens are events in order of time, and of scheduling where times are equal; only
 * `runUntil` runs them. Everything is in seconds. Durations are 0 or more and may be `Infinity`, which never comes;
 * negative ones and `NaN` throw a `RangeError`.
 *
 * An error in an event comes out of `runUntil`; time stands at that event then, and the run can go on.
 */
export class Simulation implements Scheduler {
  readonly #seed: string;
  readonly #streams = new Map<string, Random>();
  readonly #queue = new EventQueue();
  #now = 0;
  #eventCount = 0;
  #eventsNow = 0;
  #process: Process<unknown> | undefined;
  #isRunning = false;

  /** The seed of all chance; 1 and '1' are the same. */
  constructor({ seed = 1 }: { seed?: number | string } = {}) {
    this.#seed = String(seed);
  }

  /** The time, in seconds from the start of the run. */
  get now(): number {
    return this.#now;
  }

  /** How many events have been run; cancelled ones never are. */
  get eventCount(): number {
    return this.#eventCount;
  }

  /** The process that is running: who waits, and is to be woken. Throws where none is. */
  get process(): Process<unknown> {
    if (this.#process === undefined) {
      throw new Error('Only a started process can wait: yield* inside one, and not in a finally that abandons it');
    }
    return this.#process;
  }

  /** The stream of that name, one object for the whole run: what others draw changes nothing in it. */
  random(stream: string): Random {
    let random = this.#streams.get(stream);
    if (random === undefined) {
      random = new Random(this.#seed, stream);
      this.#streams.set(stream, random);
    }
    return random;
  }

  /** Starts a process, once: it begins at the present time, after what is already scheduled for it. */
  start(process: Process<unknown>): void {
    this.after(0, process);
  }

  /** Runs a function, or resumes a process, after a time. */
  after(seconds: number, run: (() => void) | Process<unknown>): Timer {
    return this.#queue.push(this.#now + atLeastZero(seconds, 'A duration'), run);
  }

  /** Keeps a timer from running. One that has run or is cancelled already is left alone. */
  cancel(timer: Timer | undefined): void {
    if (timer !== undefined) this.#queue.cancel(timer);
  }

  /** Waits for a time. */
  delay(seconds: number): Process<void> {
    return asProcess(new Delay(this, seconds));
  }

  /** Runs processes side by side and waits for all; their results, in their order. The first error abandons the others. */
  *all<T>(processes: readonly Process<T>[]): Process<T[]> {
    const results: T[] = [];
    const done = new Latch(this);
    let left = processes.length;
    let failure: { error: unknown } | undefined;
    const branches = processes.map(function* (process, index): Process<void> {
      try {
        results[index] = yield* process;
        if (--left === 0) done.open();
      } catch (error) {
        failure ??= { error };
        done.open();
      }
    });
    if (left === 0) return results;
    try {
      for (const branch of branches) this.start(branch);
      yield* done.wait();
      if (failure) throw failure.error;
      return results;
    } finally {
      for (const branch of branches) branch.return();
    }
  }

  /**
   * Runs all events up to a time, those at exactly that time included, and stays there; a time that has passed runs
   * nothing. The steps in which a time is reached make no difference.
   */
  runUntil(seconds: number): void {
    if (!Number.isFinite(seconds)) throw new RangeError(`runUntil needs a finite time, not ${seconds}`);
    if (this.#isRunning) throw new Error('runUntil was called from inside the run');
    if (seconds < this.#now) return;
    this.#isRunning = true;
    try {
      for (let timer = this.#queue.pop(seconds); timer !== undefined; timer = this.#queue.pop(seconds)) {
        this.#runEvent(timer);
      }
      this.#now = seconds;
    } finally {
      this.#isRunning = false;
      this.#process = undefined;
    }
  }

  #runEvent(timer: Timer): void {
    const { time, run } = timer;
    timer.run = undefined;
    if (time > this.#now) this.#eventsNow = 0;
    else if (++this.#eventsNow > MAX_EVENTS_AT_ONE_TIME) {
      this.#eventsNow = 0;
      throw new Error(`Time stands still at ${time}: a loop waits for 0 seconds`);
    }
    this.#now = time;
    this.#eventCount++;
    if (typeof run === 'function') {
      this.#process = undefined;
      run();
    } else if (run !== undefined) {
      this.#process = run;
      const step = run.next();
      if (step.value !== WAITING && !step.done) throw new TypeError('A process waits by yield*, not by yield');
    }
  }
}
