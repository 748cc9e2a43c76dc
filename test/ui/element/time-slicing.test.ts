import { describe, it } from 'node:test';
import { expect } from 'chai';
import { runInSlices } from '../../../src/ui/element/time-slicing.js';

function* counting(to: number): Generator<number, string, void> {
  for (let i = 0; i < to; i++) yield i;
  return `counted to ${to}`;
}

/** Works for so many milliseconds at each step, by the clock that slices go by. */
function* working(steps: number, milliseconds: number): Generator<void, number, void> {
  for (let i = 0; i < steps; i++) {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    yield;
  }
  return steps;
}

describe('runInSlices', () => {
  it('runs a generator to its end and returns its result', async () => {
    const { signal } = new AbortController();
    expect(await runInSlices(counting(1000), { signal })).to.equal('counted to 1000');
  });

  it('begins later, not at once', async () => {
    let hasBegun = false;
    const work = (function* begin() {
      hasBegun = true;
      yield;
    })();
    const run = runInSlices(work, { signal: new AbortController().signal });
    expect(hasBegun).to.equal(false);
    await run;
    expect(hasBegun).to.equal(true);
  });

  it('lets others have their turn between slices', async () => {
    let slices = 0;
    const between = (): void => void slices++;
    expect(await runInSlices(working(20, 3), { signal: new AbortController().signal, between })).to.equal(20);
    // Sixty milliseconds of work, at most ten and a bit a slice.
    expect(slices).to.be.at.least(4);
  });

  it('stops at the next yield when it is told to', async () => {
    const stopping = new AbortController();
    let steps = 0;
    const work = (function* forever() {
      for (;;) {
        if (++steps === 5) stopping.abort();
        yield;
      }
    })();
    expect(await runInSlices(work, { signal: stopping.signal })).to.equal(undefined);
    expect(steps).to.equal(5);
  });

  it('lets the work clean up when it is stopped', async () => {
    const stopping = new AbortController();
    let isClean = false;
    const work = (function* forever() {
      try {
        for (;;) {
          stopping.abort();
          yield;
        }
      } finally {
        isClean = true;
      }
    })();
    expect(await runInSlices(work, { signal: stopping.signal })).to.equal(undefined);
    expect(isClean).to.equal(true);
  });

  it('waits for what happens between slices', async () => {
    const order: string[] = [];
    const between = async (): Promise<void> => {
      await Promise.resolve();
      order.push('waited');
    };
    const work = (function* two() {
      yield* working(1, 10);
      order.push('second');
      yield* working(1, 10);
    })();
    await runInSlices(work, { signal: new AbortController().signal, between });
    expect(order.slice(0, 2)).to.deep.equal(['waited', 'second']);
  });

  it('tells between slices how far it has come', async () => {
    const told: number[] = [];
    const work = (function* steps(): Generator<number, void, void> {
      for (let i = 1; i <= 4; i++) {
        yield* [...working(1, 9)].map(() => i);
      }
    })();
    await runInSlices(work, { signal: new AbortController().signal, between: (step) => void told.push(step) });
    expect(told).to.deep.equal([1, 2, 3, 4]);
  });

  it('does not begin what is stopped at once', async () => {
    const stop = new AbortController();
    stop.abort();
    let hasBegun = false;
    const work = (function* begin() {
      hasBegun = true;
      yield;
    })();
    expect(await runInSlices(work, { signal: stop.signal })).to.equal(undefined);
    expect(hasBegun).to.equal(false);
  });

  it('passes an error on', async () => {
    const work = (function* broken() {
      yield;
      throw new RangeError('broken');
    })();
    let message = '';
    await runInSlices(work, { signal: new AbortController().signal }).catch((error: Error) => ({ message } = error));
    expect(message).to.equal('broken');
  });
});
