import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { EventQueue, type Timer } from '../../src/engine/event-queue.js';

const nothing = () => {};

function drain(queue: EventQueue): Timer[] {
  const timers: Timer[] = [];
  for (let timer = queue.pop(Infinity); timer; timer = queue.pop(Infinity)) timers.push(timer);
  return timers;
}

describe('EventQueue', () => {
  it('gives timers in order of time, and of scheduling where times are equal, without the cancelled', () => {
    const operations = fc.array(
      fc.record({ time: fc.integer({ min: 0, max: 20 }), cancel: fc.option(fc.nat(200), { freq: 2 }) }),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(operations, (all) => {
        const queue = new EventQueue();
        const timers: Timer[] = [];
        for (const { time, cancel } of all) {
          timers.push(queue.push(time, nothing));
          const victim = timers[cancel ?? -1];
          if (victim) queue.cancel(victim);
        }
        const expected = timers
          .filter(({ run }) => run)
          .sort((a, b) => a.time - b.time || timers.indexOf(a) - timers.indexOf(b));
        expect(drain(queue)).to.deep.equal(expected);
        expect(queue.size).to.equal(0);
      }),
    );
  });

  it('gives nothing that is later than asked', () => {
    const queue = new EventQueue();
    const timer = queue.push(2, nothing);
    expect(queue.pop(1.999)).to.equal(undefined);
    expect(queue.pop(2)).to.equal(timer);
  });

  it('does not keep cancelled timers', () => {
    const queue = new EventQueue();
    for (let i = 0; i < 50; i++) queue.push(1e9, nothing);
    for (let i = 0; i < 100_000; i++) {
      queue.cancel(queue.push(i, nothing));
      expect(queue.size).to.be.at.most(150);
    }
    expect(drain(queue).length).to.equal(50);
  });

  it('takes cancelling twice for once', () => {
    const queue = new EventQueue();
    const timers = Array.from({ length: 100 }, (_, i) => queue.push(i, nothing));
    for (let i = 0; i < 1000; i++) queue.cancel(timers[0]!);
    expect(drain(queue)).to.deep.equal(timers.slice(1));
  });
});
