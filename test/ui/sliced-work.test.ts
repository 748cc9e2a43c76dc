import { expect } from '@open-wc/testing';
import { runSliced } from '../../src/ui/sliced-work.js';
import { nextTask } from '../helpers.js';

function* count(to: number): Generator<number, string> {
  for (let step = 1; step <= to; step++) {
    // About a tenth of a millisecond of work.
    let waste = 0;
    for (let turn = 0; turn < 50_000; turn++) waste += turn % 7;
    yield waste > 0 ? step : 0;
  }
  return 'done';
}

const never = (): AbortSignal => new AbortController().signal;

describe('runSliced', () => {
  it('ends with the result, and tells of steps on the way, in order', async () => {
    const told: number[] = [];
    expect(await runSliced(count(400), never(), (step) => told.push(step))).to.equal('done');
    expect(told.length).to.be.above(0);
    expect(told).to.deep.equal(told.toSorted((a, b) => a - b));
  });

  it('lets the page go on between slices', async () => {
    let turns = 0;
    let isDone = false;
    const work = runSliced(count(2000), never(), () => {}).then(() => (isDone = true));
    while (!isDone) {
      await nextTask();
      turns++;
    }
    await work;
    expect(turns).to.be.above(2);
  });

  it('stops when it is told to, with nothing', async () => {
    const stop = new AbortController();
    let steps = 0;
    const result = runSliced(count(1e9), stop.signal, () => {
      if (++steps === 3) stop.abort();
    });
    expect(await result).to.equal(undefined);
  });

  it('does not begin what is stopped at once', async () => {
    const stop = new AbortController();
    stop.abort();
    let begun = false;
    const work = (function* begin(): Generator<number, void> {
      begun = true;
      yield 1;
    })();
    expect(await runSliced(work, stop.signal, () => {})).to.equal(undefined);
    expect(begun).to.equal(false);
  });

  it('passes an error on', async () => {
    const broken = (function* fail(): Generator<number, void> {
      yield 1;
      throw new Error('broken');
    })();
    let message = '';
    await runSliced(broken, never(), () => {}).catch((error: unknown) => (message = String(error)));
    expect(message).to.contain('broken');
  });
});
