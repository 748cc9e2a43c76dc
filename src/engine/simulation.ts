import { atLeastZero } from './assert-range.js';
import { Delay } from './delay.js';
import { EventQueue, type Timer } from './event-queue.js';
import { Latch } from './latch.js';
import { asProcess, WAITING, type Process } from './process.js';
import { Random } from './random.js';
import type { Scheduler } from './scheduler.js';

// More events than this at one time are an endless loop, such as arrivals at an infinite rate.
const MAX_EVENTS_AT_ONE_TIME = 10_000_000;

/**
 * Virtual time and random numbers. `runUntil` runs events in order of time, and of scheduling for equal times. All times
 * are in seconds. A duration is 0 or more, and never ends if it is `Infinity`; a negative one or `NaN` throws a
 * `RangeError`.
 *
 * `runUntil` throws the error of an event. The time is then that of the event, and the run can continue.
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

  /** The seed determines all random numbers; 1 and '1' are the same. */
  constructor({ seed = 1 }: { seed?: number | string } = {}) {
    this.#seed = String(seed);
  }

  /** Simulated time, in seconds since the start of the run. */
  get now(): number {
    return this.#now;
  }

  /** Number of events that have run. Canceled ones do not count. */
  get eventCount(): number {
    return this.#eventCount;
  }

  /** The process that is running. Throws if there is none. */
  get process(): Process<unknown> {
    if (this.#process === undefined) {
      throw new Error('Only a started process can wait: yield* inside one, and not in a finally that abandons it');
    }
    return this.#process;
  }

  /** Returns the random stream of that name, the same object for the whole run. Other streams do not affect it. */
  random(stream: string): Random {
    let random = this.#streams.get(stream);
    if (random === undefined) {
      random = new Random(this.#seed, stream);
      this.#streams.set(stream, random);
    }
    return random;
  }

  /** Starts a process at the current time, after all events that are already scheduled for it. */
  start(process: Process<unknown>): void {
    this.after(0, process);
  }

  /** Calls a function, or resumes a process, after a number of seconds. */
  after(seconds: number, run: (() => void) | Process<unknown>): Timer {
    return this.#queue.push(this.#now + atLeastZero(seconds, 'A duration'), run);
  }

  /** Cancels a timer. Does nothing if it has run or is canceled already. */
  cancel(timer: Timer | undefined): void {
    if (timer !== undefined) this.#queue.cancel(timer);
  }

  /** Waits for a number of seconds. */
  delay(seconds: number): Process<void> {
    return asProcess(new Delay(this, seconds));
  }

  /** Runs processes in parallel. Returns their results in order, or throws the first error and abandons the others. */
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
   * Runs all events up to and including a time in seconds, which is then `now`. Does nothing for a time in the past. The
   * result does not depend on the steps that lead there. Throws a `RangeError` for a time that is not finite.
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
