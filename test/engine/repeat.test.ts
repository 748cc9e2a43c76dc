import { describe, it } from 'node:test';
import { expect } from 'chai';
import * as engine from '../../src/engine/index.js';
import { eventLog, GOLDEN_HASH, hash } from './scenario.mjs';

describe('a run', () => {
  it('leaves the same event log to the byte, in every browser and in Node', () => {
    expect(hash(eventLog(engine, 42, 300))).to.equal(GOLDEN_HASH);
  });

  it('is the same at any frame rate', () => {
    const whole = eventLog(engine, 7, 60);
    for (const framesPerSecond of [0.1, 1, 15, 60, 144]) {
      expect(eventLog(engine, 7, 60, 1 / framesPerSecond), `${framesPerSecond} frames/s`).to.equal(whole);
    }
  });

  it('is another for another seed', () => {
    expect(eventLog(engine, 1, 60)).not.to.equal(eventLog(engine, 2, 60));
  });

  it('begins as the longer run does', () => {
    const short = eventLog(engine, 3, 30).split('\n').slice(0, -1);
    expect(eventLog(engine, 3, 60).startsWith(short.join('\n'))).to.equal(true);
  });
});
