import { afterEach, beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { frameLoop, type Frame } from '../../../src/ui/playback/frame-loop.js';
import { Frames } from '../frames.js';

describe('The frame loop', () => {
  let frames: Frames;
  const added: Frame[] = [];
  const add = (frame: Frame): Frame => {
    frameLoop().add(frame);
    added.push(frame);
    return frame;
  };

  beforeEach(() => {
    frames = new Frames();
  });
  afterEach(() => {
    for (const frame of added.splice(0)) frameLoop().remove(frame);
    frames.end();
  });

  it('is one for the page, whichever file of the kit asks for it', () => {
    const loop = frameLoop();
    const kept: unknown = Reflect.get(globalThis, Symbol.for('obs-elements.frames'));
    expect([loop === frameLoop(), loop === kept]).to.deep.equal([true, true]);
  });

  it('asks for frames only while somebody needs them', () => {
    expect(frames.areWanted).to.equal(false);
    const frame = add(() => {});
    expect(frames.areWanted).to.equal(true);
    frameLoop().remove(frame);
    expect(frames.areWanted).to.equal(false);
  });

  it('asks for one frame, however many need it', () => {
    for (let i = 0; i < 10; i++) add(() => {});
    frames.one(0.016);
    expect(frames.requested).to.equal(2);
  });

  it('tells the seconds since the last frame', () => {
    const elapsed: number[] = [];
    add((seconds) => elapsed.push(seconds));
    frames.one(0.02);
    frames.one(0.05);
    expect(elapsed.map((seconds) => Math.round(seconds * 1e6) / 1e6)).to.deep.equal([0.02, 0.05]);
  });

  it('makes up for no sleep, and does not go back', () => {
    const elapsed: number[] = [];
    add((seconds) => elapsed.push(seconds));
    frames.one(3600);
    frames.one(-5);
    expect(elapsed).to.deep.equal([0.1, 0]);
  });

  it('calls nobody who has left, even in the same frame', () => {
    const called: string[] = [];
    const second = (): void => void called.push('second');
    add(() => {
      called.push('first');
      frameLoop().remove(second);
    });
    add(second);
    frames.one(0.016);
    expect(called).to.deep.equal(['first']);
  });

  it('stops when the last leaves in a frame', () => {
    const frame = add(() => frameLoop().remove(frame));
    frames.one(0.016);
    expect(frames.areWanted).to.equal(false);
  });

  it('begins again', () => {
    const elapsed: number[] = [];
    const frame = add((seconds) => elapsed.push(seconds));
    frameLoop().remove(frame);
    frames.now += 60_000;
    frameLoop().add(frame);
    frames.one(0.02);
    expect(elapsed[0]).to.be.closeTo(0.02, 1e-9);
  });
});
