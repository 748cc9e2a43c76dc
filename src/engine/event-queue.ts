import type { Process } from './process.js';

/** An event that is scheduled for a time. */
export class Timer {
  /** The function to call or the process to resume; undefined after that, or after a cancellation. */
  run: (() => void) | Process<unknown> | undefined;
  /** Seconds of simulated time. */
  readonly time: number;
  /** Number of the timer in order of scheduling, which decides between equal times. */
  readonly order: number;

  constructor(time: number, order: number, run: (() => void) | Process<unknown>) {
    this.time = time;
    this.order = order;
    this.run = run;
  }
}

/** A priority queue of timers, by time and then by order of scheduling: a binary heap. */
export class EventQueue {
  #heap: Timer[] = [];
  #scheduled = 0;
  #canceled = 0;

  /** Number of timers in the heap, canceled ones included: about twice as many as wait at most. */
  get size(): number {
    return this.#heap.length;
  }

  push(time: number, run: (() => void) | Process<unknown>): Timer {
    const timer = new Timer(time, this.#scheduled++, run);
    this.#up(this.#heap.length, timer);
    return timer;
  }

  /** Removes and returns the first timer that is due at `until` or earlier, in seconds; undefined if there is none. */
  pop(until: number): Timer | undefined {
    const heap = this.#heap;
    for (;;) {
      const first = heap[0];
      if (first === undefined || first.time > until) return undefined;
      const last = heap.pop() as Timer;
      if (heap.length > 0) this.#down(0, last);
      if (first.run !== undefined) return first;
      this.#canceled--;
    }
  }

  cancel(timer: Timer): void {
    if (timer.run === undefined) return;
    // Canceled timers stay in the heap and are skipped when popped, unless they become most of it.
    timer.run = undefined;
    this.#canceled++;
    if (this.#canceled > 32 && this.#canceled * 2 > this.#heap.length) this.#compact();
  }

  #compact(): void {
    this.#heap = this.#heap.filter((timer) => timer.run !== undefined);
    this.#canceled = 0;
    for (let i = (this.#heap.length >> 1) - 1; i >= 0; i--) this.#down(i, this.#heap[i] as Timer);
  }

  #up(at: number, timer: Timer): void {
    const heap = this.#heap;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Timer;
      if (!isBefore(timer, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = timer;
  }

  #down(at: number, timer: Timer): void {
    const heap = this.#heap;
    const count = heap.length;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      if (child + 1 < count && isBefore(heap[child + 1] as Timer, heap[child] as Timer)) child++;
      const below = heap[child] as Timer;
      if (!isBefore(below, timer)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = timer;
  }
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order);
}
