import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Simulation, type Process } from '../../src/engine/index.js';

const BAD_DURATIONS = [-1, -1e-300, NaN, -Infinity];

describe('Simulation', () => {
  it('runs events at the same time in the order they were scheduled', () => {
    const simulation = new Simulation();
    const log: string[] = [];
    function* process(name: string): Process<void> {
      log.push(name);
      yield* simulation.delay(1);
      log.push(`${name} after 1 s`);
    }
    simulation.after(1, () => log.push('first at 1 s'));
    simulation.after(0, () => log.push('a'));
    simulation.start(process('b'));
    simulation.after(0, () => {
      log.push('c');
      simulation.after(0, () => log.push('e'));
    });
    simulation.start(process('d'));
    simulation.runUntil(1);
    expect(log).to.deep.equal(['a', 'b', 'c', 'd', 'e', 'first at 1 s', 'b after 1 s', 'd after 1 s']);
  });

  it('takes a generator whose type is not spelled out', () => {
    const simulation = new Simulation();
    function* inner(seconds: number) {
      yield* simulation.delay(seconds);
      return seconds;
    }
    let waited = 0;
    function* outer() {
      waited = yield* inner(2);
    }
    simulation.start(outer());
    simulation.runUntil(2);
    expect(waited).to.equal(2);
  });

  it('starts no process before it runs', () => {
    const simulation = new Simulation();
    let hasBegun = false;
    simulation.start(
      (function* (): Process<void> {
        hasBegun = true;
        yield* simulation.delay(1);
      })(),
    );
    expect(hasBegun).to.equal(false);
    simulation.runUntil(0);
    expect(hasBegun).to.equal(true);
  });

  it('runs events at exactly the time it runs to, and none after', () => {
    const simulation = new Simulation();
    const log: number[] = [];
    for (const time of [1, 2, 2 + 1e-9]) simulation.after(time, () => log.push(simulation.now));
    simulation.runUntil(2);
    expect(log).to.deep.equal([1, 2]);
    expect(simulation.now).to.equal(2);
    expect(simulation.eventCount).to.equal(2);
    simulation.runUntil(3);
    expect(log.length).to.equal(3);
    expect(simulation.now).to.equal(3);
  });

  it('stays where it is when the time has passed', () => {
    const simulation = new Simulation();
    simulation.runUntil(5);
    simulation.after(0, () => expect.fail('ran'));
    simulation.runUntil(4);
    simulation.runUntil(-1);
    expect(simulation.now).to.equal(5);
  });

  it('refuses a time to run to that is no time', () => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      expect(() => new Simulation().runUntil(bad), `${bad}`).to.throw(RangeError);
    }
  });

  it('refuses a duration that is negative or no number', () => {
    const simulation = new Simulation();
    for (const bad of BAD_DURATIONS) {
      expect(() => simulation.after(bad, () => {}), `${bad}`).to.throw(RangeError, 'duration');
      simulation.start(simulation.delay(bad));
      expect(() => simulation.runUntil(1), `delay ${bad}`).to.throw(RangeError);
    }
    simulation.runUntil(2);
    expect(simulation.now).to.equal(2);
  });

  it('waits for ever for a duration of Infinity', () => {
    const simulation = new Simulation();
    function* process(): Process<void> {
      yield* simulation.delay(Infinity);
      expect.fail('came back');
    }
    simulation.start(process());
    simulation.after(Infinity, () => expect.fail('ran'));
    simulation.runUntil(Number.MAX_VALUE);
    expect(simulation.eventCount).to.equal(1);
  });

  it('has no arrivals at a rate of 0', () => {
    const simulation = new Simulation();
    let arrivals = 0;
    function* traffic(): Process<void> {
      for (;;) {
        yield* simulation.delay(simulation.random('arrivals').exponential(1 / 0));
        arrivals++;
      }
    }
    simulation.start(traffic());
    simulation.runUntil(1e12);
    expect(arrivals).to.equal(0);
  });

  it('ends with an error when time stands still', () => {
    const simulation = new Simulation();
    function* traffic(): Process<void> {
      for (;;) yield* simulation.delay(simulation.random('arrivals').exponential(0));
    }
    simulation.start(traffic());
    simulation.after(1, () => {});
    expect(() => simulation.runUntil(1)).to.throw('Time stands still at 0');
    simulation.runUntil(1);
    expect(simulation.now).to.equal(1);
  });

  it('hands on the error of an event, and can go on', () => {
    const simulation = new Simulation();
    const log: number[] = [];
    function* failing(): Process<void> {
      yield* simulation.delay(1);
      throw new Error('broken');
    }
    simulation.start(failing());
    simulation.after(2, () => log.push(simulation.now));
    expect(() => simulation.runUntil(3)).to.throw('broken');
    expect(simulation.now).to.equal(1);
    simulation.runUntil(3);
    expect(log).to.deep.equal([2]);
  });

  it('is not run from inside the run', () => {
    const simulation = new Simulation();
    simulation.after(1, () => simulation.runUntil(2));
    expect(() => simulation.runUntil(1)).to.throw('inside the run');
  });

  it('says so when a star is missing or nobody can wait', () => {
    const simulation = new Simulation();
    function* forgetful(): Generator {
      yield simulation.delay(1);
    }
    simulation.start(forgetful() as Process<unknown>);
    expect(() => simulation.runUntil(1)).to.throw(TypeError, 'yield*');
    expect(() => simulation.delay(1).next()).to.throw('Only a started process can wait');
  });

  it('counts time from 0, and is the same for the same seed', () => {
    expect(new Simulation().now).to.equal(0);
    expect(new Simulation().eventCount).to.equal(0);
    expect(new Simulation().random('x').uniform()).to.equal(new Simulation({ seed: 1 }).random('x').uniform());
  });
});

describe('cancel', () => {
  it('keeps a timer from running, in whatever state it is', () => {
    const simulation = new Simulation();
    const log: string[] = [];
    const cancelled = simulation.after(1, () => log.push('cancelled'));
    const inItself = simulation.after(1, () => {
      log.push('in itself');
      simulation.cancel(inItself);
    });
    const byAnother = simulation.after(2, () => log.push('by another'));
    simulation.after(2, () => simulation.cancel(tie));
    const tie = simulation.after(2, () => log.push('tie'));
    const over = simulation.after(1, () => log.push('over'));
    simulation.after(1.5, () => simulation.cancel(byAnother));
    simulation.cancel(cancelled);
    simulation.cancel(cancelled);
    simulation.runUntil(2);
    simulation.cancel(over);
    simulation.cancel(undefined);
    simulation.runUntil(3);
    expect(log).to.deep.equal(['in itself', 'over']);
    expect(simulation.eventCount).to.equal(4);
  });
});
