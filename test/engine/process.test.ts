import { beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { Resource, Latch, Simulation, type Process } from '../../src/engine/index.js';
import { within } from './scenario.mjs';

let simulation: Simulation;
let log: string[];
const say = (...words: unknown[]) => log.push([simulation.now, ...words].join(' '));

beforeEach(() => {
  simulation = new Simulation();
  log = [];
});

function run(process: () => Process<void>, seconds = 100): string[] {
  simulation.start(process());
  simulation.runUntil(seconds);
  return log;
}

function* work(name: string, seconds: number): Process<string> {
  try {
    yield* simulation.delay(seconds);
    return name;
  } finally {
    say(`${name} ends`);
  }
}

describe('an abandoned process', () => {
  it('runs its finally blocks, innermost first, and never goes on', () => {
    function* outer(): Process<void> {
      try {
        yield* work('inner', 5);
        say('not reached');
      } finally {
        say('outer ends');
      }
    }
    const process = outer();
    simulation.start(process);
    simulation.after(2, () => process.return());
    simulation.runUntil(100);
    expect(log).to.deep.equal(['2 inner ends', '2 outer ends']);
    expect(simulation.eventCount).to.equal(2);
  });

  it('never begins when it is abandoned before', () => {
    for (const process of [work('never', 1), simulation.delay(1)]) {
      simulation.start(process);
      process.return(undefined as never);
    }
    simulation.runUntil(10);
    expect(log).to.deep.equal([]);
    expect(simulation.eventCount).to.equal(2);
  });

  it('leaves the queue of a resource, and gives back what it holds or was just given', () => {
    const server = new Resource(simulation, { capacity: 1 });
    function* customer(name: string): Process<void> {
      yield* server.acquire();
      try {
        say(name);
        yield* simulation.delay(10);
      } finally {
        server.release();
      }
    }
    const [holder, waiting, justServed, last] = ['holder', 'waiting', 'just served', 'last'].map(customer);
    for (const process of [holder!, waiting!, justServed!, last!]) simulation.start(process);
    simulation.after(1, () => waiting!.return());
    simulation.after(2, () => {
      expect([server.inUse, server.waiting]).to.deep.equal([1, 2]);
      holder!.return();
      justServed!.return();
      expect([server.inUse, server.waiting]).to.deep.equal([1, 0]);
    });
    simulation.runUntil(100);
    expect(log).to.deep.equal(['0 holder', '2 last']);
    expect([server.inUse, server.waiting, server.busySeconds]).to.deep.equal([0, 0, 12]);
  });

  it('must not wait in its finally', () => {
    function* stubborn(): Process<void> {
      try {
        yield* simulation.delay(5);
      } finally {
        yield* simulation.delay(1);
      }
    }
    const process = stubborn();
    simulation.start(process);
    simulation.after(1, () => process.return());
    expect(() => simulation.runUntil(2)).to.throw('Only a started process can wait');
  });
});

describe('a delay', () => {
  it('ends early, and leaves no timer, when another event resumes its process', () => {
    function* caller(): Process<void> {
      simulation.after(2, simulation.process);
      yield* simulation.delay(5);
      say('resumed');
      yield* simulation.delay(1);
      say('ends');
    }
    expect(run(caller)).to.deep.equal(['2 resumed', '3 ends']);
    expect(simulation.eventCount).to.equal(3);
  });
});

describe('a process that is abandoned at a timeout', () => {
  it('gives the result of what ends in time, and leaves no timer', () => {
    expect(
      run(function* () {
        say(yield* within(simulation, 3, work('fast', 2)));
        say(yield* within(simulation, 3, work('now', 0)));
      }),
    ).to.deep.equal(['2 fast ends', '2 fast', '2 now ends', '2 now']);
    expect(simulation.eventCount).to.equal(3);
  });

  it('abandons what does not', () => {
    expect(
      run(function* () {
        say(yield* within(simulation, 3, work('slow', 4)));
        yield* simulation.delay(5);
        say('later');
      }),
    ).to.deep.equal(['3 slow ends', '3 timeout', '8 later']);
  });

  it('takes a result at that very instant for too late', () => {
    expect(
      run(function* () {
        say(yield* within(simulation, 3, work('tie', 3)));
        yield* simulation.delay(1);
        say('later');
      }),
    ).to.deep.equal(['3 tie ends', '3 timeout', '4 later']);
  });

  it('works on every kind of wait, and within itself', () => {
    const server = new Resource(simulation, { capacity: 0 });
    const latch = new Latch(simulation);
    expect(
      run(function* () {
        say(yield* within(simulation, 1, server.acquire()), server.waiting);
        say(yield* within(simulation, 1, latch.wait()));
        say(yield* within(simulation, 1, simulation.delay(2)));
        say(yield* within(simulation, 1, within(simulation, 1, simulation.all([work('deep', 2)]))));
        say(yield* within(simulation, 1, within(simulation, 0.5, work('inner first', 2))));
        yield* simulation.delay(1);
        say('later');
      }),
    ).to.deep.equal([
      '1 timeout 0',
      '2 timeout',
      '3 timeout',
      '4 deep ends',
      '4 timeout',
      '4.5 inner first ends',
      '4.5 timeout',
      '5.5 later',
    ]);
  });

  it('gives back a unit that came at the instant of the timeout', () => {
    const server = new Resource(simulation, { capacity: 0 });
    function* caller(): Process<void> {
      say(yield* within(simulation, 1, server.acquire()));
    }
    simulation.after(1, () => {
      server.capacity = 1;
    });
    expect(run(caller)).to.deep.equal(['1 timeout']);
    expect([server.inUse, server.waiting]).to.deep.equal([0, 0]);
  });

  it('is abandoned as a whole', () => {
    const process = within(simulation, 5, work('inner', 10));
    simulation.start(process);
    simulation.after(1, () => process.return('timeout'));
    simulation.runUntil(100);
    expect(log).to.deep.equal(['1 inner ends']);
    expect(simulation.eventCount).to.equal(2);
  });
});

describe('all', () => {
  it('runs processes side by side and gives their results in their order', () => {
    expect(
      run(function* () {
        const results = yield* simulation.all([work('a', 3), work('b', 1), work('c', 2)]);
        say(results.join());
        say((yield* simulation.all([])).length);
      }),
    ).to.deep.equal(['1 b ends', '2 c ends', '3 a ends', '3 a,b,c', '3 0']);
  });

  it('hands on the first error and abandons the others', () => {
    function* failing(): Process<string> {
      yield* simulation.delay(1);
      throw new Error('broken');
    }
    expect(
      run(function* () {
        try {
          yield* simulation.all([work('a', 3), failing()]);
        } catch (error) {
          say((error as Error).message);
        }
      }),
    ).to.deep.equal(['1 a ends', '1 broken']);
  });

  it('abandons all when it is abandoned', () => {
    run(function* () {
      say(yield* within(simulation, 2, simulation.all([work('a', 3), work('b', 1), work('c', 4)])));
    });
    expect(log).to.deep.equal(['1 b ends', '2 a ends', '2 c ends', '2 timeout']);
  });
});

describe('Latch', () => {
  it('wakes all who wait, in order, once; later ones do not wait', () => {
    const latch = new Latch(simulation);
    function* waiter(name: string): Process<void> {
      yield* latch.wait();
      say(name);
    }
    const abandoned = waiter('abandoned');
    for (const process of [waiter('a'), abandoned, waiter('b')]) simulation.start(process);
    simulation.after(1, () => {
      expect(latch.isOpen).to.equal(false);
      latch.open();
      latch.open();
      expect(latch.isOpen).to.equal(true);
      abandoned.return();
    });
    simulation.after(2, () => simulation.start(waiter('late')));
    simulation.runUntil(10);
    expect(log).to.deep.equal(['1 a', '1 b', '2 late']);
  });
});
