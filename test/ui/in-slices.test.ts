import { expect } from '@open-wc/testing';
import { inSlices } from '../../src/ui/in-slices.js';

function* count(to: number, done: number[] = []): Generator<void, number, void> {
  for (let i = 0; i < to; i++) {
    done.push(i);
    yield;
  }
  return to;
}

describe('inSlices', () => {
  it('does all of the work, and begins after the task that asked for it', async () => {
    const done: number[] = [];
    const result = inSlices(count(1000, done), new AbortController().signal);
    expect(done).to.deep.equal([]);
    expect(await result).to.equal(1000);
    expect(done).to.have.length(1000);
  });

  it('stops when it is told to, and lets the work clean up', async () => {
    const controller = new AbortController();
    let isClean = false;
    function* endless(): Generator<void, number, void> {
      try {
        for (;;) yield;
      } finally {
        isClean = true;
      }
    }
    const result = inSlices(endless(), controller.signal);
    setTimeout(() => controller.abort(), 5);
    expect(await result).to.equal(undefined);
    expect(isClean).to.equal(true);
  });

  it('passes on what goes wrong', async () => {
    function* broken(): Generator<void, number, void> {
      yield;
      throw new RangeError('no');
    }
    const failed = await inSlices(broken(), new AbortController().signal).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(RangeError);
  });
});
