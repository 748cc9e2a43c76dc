import { expect } from '@open-wc/testing';
import { SlicedJob } from '../../src/ui/sliced-job.js';
import { nextTask } from '../helpers.js';

/** Steps that go on until `end` is set, and are counted. */
class Work {
  steps = 0;
  end = Infinity;

  *run(): Generator<number, string> {
    while (this.steps < this.end) yield ++this.steps;
    return 'done';
  }
}

/** Lets slices go on until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tasks = 0; tasks < 10_000 && !isSo(); tasks++) await nextTask();
  expect(isSo()).to.equal(true);
}

describe('SlicedJob', () => {
  it('runs the steps to their end, and gives what they return', async () => {
    const work = new Work();
    work.end = 1000;
    const done = await new SlicedJob().run(work.run());
    expect(done?.value).to.equal('done');
    expect(work.steps).to.equal(1000);
  });

  it('lets the page work in between, and tells how far it is after each slice', async () => {
    const work = new Work();
    const seen: number[] = [];
    const running = new SlicedJob().run(work.run(), (step) => seen.push(Number(step)));
    await until(() => seen.length >= 3);
    work.end = 0;
    await running;
    expect(seen).to.deep.equal([...new Set(seen)].sort((a, b) => a - b));
  });

  it('ends the work that is cancelled, and the one before a new one', async () => {
    const slices = new SlicedJob();
    const [first, second] = [new Work(), new Work()];
    const ended = slices.run(first.run());
    const other = slices.run(second.run());
    expect(await ended).to.equal(undefined);
    const { steps } = first;
    await until(() => second.steps > 0);
    slices.cancel();
    expect(await other).to.equal(undefined);
    await nextTask();
    expect(first.steps).to.equal(steps);
  });

  it('rests while it is paused, and can be cancelled then', async () => {
    const slices = new SlicedJob();
    const work = new Work();
    const running = slices.run(work.run());
    slices.isPaused = true;
    for (let tasks = 0; tasks < 5; tasks++) await nextTask();
    const { steps } = work;
    for (let tasks = 0; tasks < 5; tasks++) await nextTask();
    expect(work.steps).to.equal(steps);
    slices.isPaused = false;
    await until(() => work.steps > steps);
    slices.isPaused = true;
    for (let tasks = 0; tasks < 5; tasks++) await nextTask();
    slices.cancel();
    expect(await running).to.equal(undefined);
  });

  it('throws what a step throws', async () => {
    function* failing(): Generator<undefined, void> {
      yield;
      throw new Error('no');
    }
    const message = await new SlicedJob().run(failing()).then(
      () => 'nothing',
      (error: unknown) => String(error),
    );
    expect(message).to.equal('Error: no');
  });
});
