import { expect } from '@open-wc/testing';
import { Run, type RunRecord } from '../../../src/shop/index.js';
import { LONGEST_RUN_SECONDS, Playback, type Viewer } from '../../../src/ui/playback/playback.js';
import { emulate } from '../../helpers.js';
import { eventLog, record } from '../../shop/helpers.js';
import { Frames } from '../frames.js';

const quick = (over: Partial<RunRecord> = {}): RunRecord => record({ settings: { rate: 20 }, ...over });

class Witness implements Viewer {
  isSeen = true;
  shown = 0;

  show(): void {
    this.shown++;
  }
}

/** The events of a run until now. */
function log(run: Run): readonly string[] {
  return run.watch((shop) => ({ lines: eventLog(shop) })).current.lines;
}

describe('Playback', () => {
  let frames: Frames | undefined;
  const playbacks: Playback[] = [];

  function playback(over: Partial<RunRecord> = {}): Playback {
    const made = new Playback(new Run(quick(over)));
    playbacks.push(made);
    return made;
  }

  afterEach(async () => {
    for (const one of playbacks.splice(0)) one.pause();
    frames?.end();
    frames = undefined;
    await emulate();
  });

  it('begins at 0, paused', () => {
    const { paused, ended, currentTime, playbackRate, isCatchingUp } = playback();
    expect([paused, ended, currentTime, playbackRate, isCatchingUp]).to.deep.equal([true, false, 0, 1, false]);
  });

  it('plays in the time of its viewers, at its rate', () => {
    frames = new Frames();
    const one = playback();
    one.join(new Witness());
    one.playbackRate = 10;
    one.play();
    frames.pass(2);
    expect(one.currentTime).to.be.closeTo(20, 0.6);
    expect(one.run.now).to.be.within(19, 20);
  });

  it('stands still while it is paused, at a whole second', () => {
    frames = new Frames();
    const one = playback();
    one.join(new Witness());
    one.playbackRate = 3;
    one.play();
    frames.pass(1.5);
    one.pause();
    const { currentTime } = one;
    expect([one.paused, Number.isInteger(currentTime), currentTime === one.run.now]).to.deep.equal([true, true, true]);
    expect(frames.areWanted).to.equal(false);
    frames.pass(5);
    expect(one.currentTime).to.equal(currentTime);
  });

  it('asks for no frame unless it plays and somebody sees it', () => {
    frames = new Frames();
    const one = playback();
    const viewer = new Witness();
    viewer.isSeen = false;
    const leave = one.join(viewer);
    one.play();
    expect(frames.areWanted, 'nobody sees it').to.equal(false);
    viewer.isSeen = true;
    one.updateVisibility();
    expect(frames.areWanted, 'somebody does').to.equal(true);
    frames.pass(1);
    viewer.isSeen = false;
    one.updateVisibility();
    expect(frames.areWanted, 'it was scrolled away').to.equal(false);
    const { currentTime } = one;
    frames.pass(10);
    expect(one.currentTime).to.equal(currentTime);
    viewer.isSeen = true;
    one.updateVisibility();
    expect([frames.areWanted, one.paused]).to.deep.equal([true, false]);
    leave();
    expect(frames.areWanted, 'nobody is there').to.equal(false);
  });

  it('plays for two as for one, as long as one of them is seen', () => {
    frames = new Frames();
    const one = playback();
    const [first, second] = [new Witness(), new Witness()];
    one.join(first);
    const leave = one.join(second);
    expect(one.viewers).to.equal(2);
    one.playbackRate = 10;
    one.play();
    first.isSeen = false;
    one.updateVisibility();
    frames.pass(1);
    expect(one.currentTime).to.be.closeTo(10, 0.6);
    expect(first.shown).to.equal(second.shown);
    leave();
    expect([one.viewers, frames.areWanted]).to.deep.equal([1, false]);
  });

  it('draws ten times a second', () => {
    frames = new Frames();
    const one = playback();
    const viewer = new Witness();
    one.join(viewer);
    one.play();
    viewer.shown = 0;
    frames.pass(3, 1 / 60);
    expect(viewer.shown).to.be.within(24, 31);
  });

  it('draws now and then where the reader asked for less motion', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' });
    frames = new Frames();
    const one = playback();
    const viewer = new Witness();
    one.join(viewer);
    one.play();
    viewer.shown = 0;
    frames.pass(10, 1 / 60);
    expect(viewer.shown).to.be.within(4, 5);
    expect(one.currentTime).to.be.closeTo(10, 0.6);
  });

  it('is the same run at 60 frames a second as at 7', () => {
    frames = new Frames();
    const logs = [1 / 60, 1 / 7].map((length) => {
      const one = playback();
      const lines = log(one.run);
      one.join(new Witness());
      one.playbackRate = 10;
      one.play();
      while (one.run.now < 12) frames!.one(length);
      one.pause();
      return lines.filter((line) => Number(/"(?:endSeconds|seconds)":([\d.]+)/.exec(line)?.[1]) < 12);
    });
    expect(logs[0]).to.have.length.above(500);
    expect(logs[1]).to.deep.equal(logs[0]);
  });

  it('owes nothing that a slow machine could not simulate: the clock waits for the run', () => {
    frames = new Frames();
    const one = playback({ settings: { rate: 400 } });
    one.join(new Witness());
    one.playbackRate = 60;
    one.play();
    // Every look at the clock takes a second: no part of a step is done in time but the first.
    performance.now = () => (frames!.now += 1000);
    frames.pass(1);
    expect(one.currentTime).to.be.at.most(one.run.now + 7);
  });

  it('steps, and pauses for it', async () => {
    const one = playback();
    one.play();
    await one.step(5);
    expect([one.paused, one.currentTime, one.run.now]).to.deep.equal([true, 5, 5]);
    await one.step();
    expect(one.currentTime).to.equal(6);
  });

  it('goes on to a time', async () => {
    const one = playback();
    const lines = log(one.run);
    await one.seek(30);
    expect([one.currentTime, one.run.now, one.isCatchingUp]).to.deep.equal([30, 30, false]);
    expect(lines).to.have.length.above(1000);
  });

  it('goes back by running again, and forgets nothing of what was done', async () => {
    const one = playback();
    const watch = one.run.watch((shop) => ({ lines: eventLog(shop) }));
    await one.seek(10);
    one.run.act({ type: 'bad-deploy' });
    await one.seek(30);
    const first = [...watch.current.lines];
    await one.seek(5);
    expect([one.run.now, one.run.record.actions.length]).to.deep.equal([5, 1]);
    await one.seek(30);
    expect(watch.current.lines).to.deep.equal(first);
  });

  it('catches up in slices between which the page goes on', async () => {
    const one = playback({ settings: { rate: 100 } });
    let tasks = 0;
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      tasks++;
      port2.postMessage(null);
    });
    port1.start();
    port2.postMessage(null);
    const viewer = new Witness();
    one.join(viewer);
    const settled = one.seek(60);
    expect(one.isCatchingUp).to.equal(true);
    expect(one.currentTime).to.equal(60);
    await settled;
    port1.close();
    expect(one.isCatchingUp).to.equal(false);
    expect(tasks, 'other work was done meanwhile').to.be.above(5);
    expect(viewer.shown).to.be.above(0);
  });

  it('goes where it was sent last', async () => {
    const one = playback();
    void one.seek(40);
    void one.seek(10);
    await one.seek(20);
    expect([one.currentTime, one.run.now]).to.deep.equal([20, 20]);
  });

  it('goes where it was sent in the moment in which it arrived', async () => {
    const one = playback();
    // There is nothing to catch up with, but the promise of that has still to be kept.
    void one.settle();
    await one.load(quick(), 6);
    expect([one.currentTime, one.run.now, one.isCatchingUp]).to.deep.equal([6, 6, false]);
  });

  it('stops catching up when the last viewer leaves, and goes on when one comes', async () => {
    const one = playback();
    const leave = one.join(new Witness());
    const settled = one.seek(2000);
    leave();
    await settled;
    expect([one.run.now < 2000, one.currentTime]).to.deep.equal([true, 2000]);
    one.join(new Witness());
    void one.seek(60);
    await one.settle();
    expect(one.run.now).to.equal(60);
  });

  it('stays between 0 and a day, at whole seconds', async () => {
    const one = playback({ settings: { rate: 0 } });
    await one.seek(12.9);
    expect(one.currentTime).to.equal(12);
    await one.seek(-5);
    expect(one.currentTime).to.equal(0);
    await one.seek(NaN);
    expect(one.currentTime).to.equal(0);
    await one.seek(3);
    await one.step(NaN);
    expect(one.currentTime).to.equal(3);
  });

  it('ends after a day, and plays again from the beginning', async function day() {
    const one = playback({ scenario: 'one-queue', settings: { rate: 0 } });
    await one.seek(Infinity);
    expect([one.currentTime, one.ended, one.paused]).to.deep.equal([LONGEST_RUN_SECONDS, true, true]);
    frames = new Frames();
    one.join(new Witness());
    one.play();
    await one.settled;
    expect([one.currentTime, one.ended, one.paused]).to.deep.equal([0, false, false]);
  });

  it('stops at the end of the day when it gets there by playing', async function day() {
    const one = playback({ scenario: 'one-queue', settings: { rate: 0 } });
    await one.seek(LONGEST_RUN_SECONDS - 3);
    frames = new Frames();
    one.join(new Witness());
    one.playbackRate = 10;
    one.play();
    frames.pass(2);
    expect([one.ended, one.paused, one.currentTime]).to.deep.equal([true, true, LONGEST_RUN_SECONDS]);
    expect(frames.areWanted).to.equal(false);
  });

  it('loads another run, at a time', async () => {
    const one = playback();
    await one.seek(10);
    await one.load(quick({ seed: 9 }), 4);
    expect([one.run.record.seed, one.currentTime, one.run.now]).to.deep.equal([9, 4, 4]);
  });

  it('shows what was selected to all', () => {
    const one = playback();
    const viewers = [new Witness(), new Witness()];
    for (const viewer of viewers) one.join(viewer);
    one.select({ kind: 'point', traceId: 'a', spanId: 'b' });
    expect(one.selection?.traceId).to.equal('a');
    expect(viewers.map(({ shown }) => shown)).to.deep.equal([1, 1]);
  });
});
