import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { Resource, Simulation, type Process } from '../../src/engine/index.js';

const BAD_COUNTS = [-1, 0.5, NaN, -Infinity];

/** Customers who come at given times, stay for given times, and say how it went and when. */
function serve(
  server: (simulation: Simulation) => Resource,
  customers: { at: number; stay: number; timeout?: number }[],
  until = 1000,
) {
  const simulation = new Simulation();
  const resource = server(simulation);
  const log: string[] = [];
  customers.forEach(({ at, stay, timeout }, index) => {
    function* customer(): Process<void> {
      const outcome = yield* resource.acquire(timeout === undefined ? {} : { timeout });
      log.push(`${simulation.now} ${index} ${outcome}`);
      if (outcome !== 'acquired') return;
      try {
        yield* simulation.delay(stay);
      } finally {
        resource.release();
      }
    }
    simulation.after(at, () => simulation.start(customer()));
  });
  simulation.runUntil(until);
  return { log, resource, simulation };
}

describe('Resource', () => {
  it('serves in order of arrival', () => {
    const customers = [0, 0, 0, 0].map((at) => ({ at, stay: 2 }));
    expect(serve((simulation) => new Resource(simulation, { capacity: 2 }), customers).log).to.deep.equal([
      '0 0 acquired',
      '0 1 acquired',
      '2 2 acquired',
      '2 3 acquired',
    ]);
  });

  it('rejects whom the queue has no room for', () => {
    const customers = [0, 0, 0].map((at) => ({ at, stay: 2 }));
    const limited = (queueLimit: number) =>
      serve((simulation) => new Resource(simulation, { capacity: 1, queueLimit }), customers).log;
    expect(limited(1)).to.deep.equal(['0 0 acquired', '0 2 rejected', '2 1 acquired']);
    expect(limited(0)).to.deep.equal(['0 0 acquired', '0 1 rejected', '0 2 rejected']);
  });

  it('lets go whoever has waited long enough, from anywhere in the queue', () => {
    const { log, resource } = serve(
      (simulation) => new Resource(simulation, { capacity: 1 }),
      [
        { at: 0, stay: 5 },
        { at: 1, stay: 1, timeout: 9 },
        { at: 1, stay: 1, timeout: 2 },
        { at: 1, stay: 1 },
        { at: 1, stay: 1, timeout: 1 },
      ],
    );
    expect(log).to.deep.equal(['0 0 acquired', '2 4 timeout', '3 2 timeout', '5 1 acquired', '6 3 acquired']);
    expect(resource.waiting).to.equal(0);
  });

  it('takes with a timeout of 0 what is free at that instant', () => {
    const { log } = serve(
      (simulation) => new Resource(simulation, { capacity: 1 }),
      [
        { at: 0, stay: 5, timeout: 0 },
        { at: 1, stay: 5, timeout: 0 },
      ],
    );
    expect(log).to.deep.equal(['0 0 acquired', '1 1 timeout']);
  });

  it('counts what was scheduled first where unit and timeout come together', () => {
    const capacity = (simulation: Simulation) => new Resource(simulation, { capacity: 1 });
    const unitFirst = [
      { at: 0, stay: 3 },
      { at: 1, stay: 1, timeout: 2 },
    ];
    expect(serve(capacity, unitFirst).log).to.deep.equal(['0 0 acquired', '3 1 acquired']);
    const timeoutFirst = [
      { at: 0, stay: 2 },
      { at: 0, stay: 1 },
      { at: 1, stay: 1, timeout: 2 },
    ];
    expect(serve(capacity, timeoutFirst).log).to.deep.equal(['0 0 acquired', '2 1 acquired', '3 2 timeout']);
  });

  it('serves nobody without capacity, and all with more than enough', () => {
    const customers = [0, 1].map((at) => ({ at, stay: 1, timeout: 3 }));
    const outcomes = (capacity: number, queueLimit: number) =>
      serve((simulation) => new Resource(simulation, { capacity, queueLimit }), customers).log;
    expect(outcomes(0, Infinity)).to.deep.equal(['3 0 timeout', '4 1 timeout']);
    expect(outcomes(0, 0)).to.deep.equal(['0 0 rejected', '1 1 rejected']);
    expect(outcomes(Infinity, 0)).to.deep.equal(['0 0 acquired', '1 1 acquired']);
  });

  it('serves those who wait when its capacity is raised, and lowers it as units are released', () => {
    const simulation = new Simulation();
    const resource = new Resource(simulation, { capacity: 1 });
    const seen: string[] = [];
    function* customer(stay: number): Process<void> {
      yield* resource.acquire();
      yield* simulation.delay(stay);
      resource.release();
    }
    for (const stay of [10, 10, 20, 20, 5]) simulation.start(customer(stay));
    simulation.after(1, () => {
      resource.capacity = 4;
      seen.push(`${resource.inUse} ${resource.waiting}`);
    });
    simulation.after(2, () => {
      resource.capacity = 1;
      seen.push(`${resource.inUse} ${resource.waiting}`);
    });
    for (const at of [10.5, 11.5, 21.5]) simulation.after(at, () => seen.push(`${resource.inUse} ${resource.waiting}`));
    simulation.runUntil(50);
    expect(seen).to.deep.equal(['4 1', '4 1', '3 1', '2 1', '1 0']);
    expect(resource.inUse).to.equal(0);
  });

  it('knows its busy time at any instant', () => {
    const { resource, simulation } = serve(
      (some) => new Resource(some, { capacity: 2 }),
      [
        { at: 1, stay: 4 },
        { at: 2, stay: 4 },
      ],
      3,
    );
    expect(resource.busySeconds).to.equal(3);
    simulation.runUntil(3.5);
    expect(resource.busySeconds).to.equal(4);
    simulation.runUntil(100);
    expect(resource.busySeconds).to.equal(8);
  });

  it('refuses capacities, limits and timeouts that mean nothing', () => {
    const simulation = new Simulation();
    for (const bad of BAD_COUNTS) {
      expect(() => new Resource(simulation, { capacity: bad }), `capacity ${bad}`).to.throw(RangeError, 'capacity');
      expect(() => new Resource(simulation, { capacity: 1, queueLimit: bad })).to.throw(RangeError, 'queueLimit');
      const resource = new Resource(simulation, { capacity: 1 });
      expect(() => (resource.capacity = bad)).to.throw(RangeError);
      expect(resource.capacity).to.equal(1);
    }
    for (const bad of [-1, NaN]) {
      expect(() => new Resource(simulation, { capacity: 1 }).acquire({ timeout: bad })).to.throw(RangeError, 'timeout');
    }
  });

  it('refuses a release of what nobody holds, and goes on unharmed', () => {
    const resource = new Resource(new Simulation(), { capacity: 1 });
    expect(() => resource.release()).to.throw(RangeError, 'nobody');
    expect(resource.inUse).to.equal(0);
  });

  it('keeps no timers of those who were served in time', () => {
    const simulation = new Simulation();
    const resource = new Resource(simulation, { capacity: 1 });
    function* customer(): Process<void> {
      yield* resource.acquire({ timeout: 1e6 });
      yield* simulation.delay(1);
      resource.release();
    }
    for (let i = 0; i < 1000; i++) simulation.start(customer());
    simulation.runUntil(1000);
    expect(resource.inUse).to.equal(0);
    const served = simulation.eventCount;
    simulation.runUntil(1e7);
    expect(simulation.eventCount).to.equal(served);
  });
});

describe('whoever arrives', () => {
  const duration = fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ min: 0, max: 5, noNaN: true }));
  const count = fc.oneof(fc.nat(4), fc.constant(Infinity));
  const customer = fc.record({
    at: duration,
    stay: duration,
    timeout: fc.oneof(duration, fc.constant(Infinity)),
    patience: fc.oneof(duration, fc.constant(Infinity)),
  });

  it('is served, rejected, timed out, gone or still inside', () => {
    const settings = fc.record({
      capacity: count,
      queueLimit: count,
      customers: fc.array(customer, { maxLength: 60 }),
      changes: fc.array(fc.record({ at: duration, capacity: count }), { maxLength: 5 }),
      checks: fc.array(duration, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(settings, ({ capacity, queueLimit, customers, changes, checks }) => {
        const simulation = new Simulation();
        const resource = new Resource(simulation, { capacity, queueLimit });
        const count = { arrived: 0, served: 0, rejected: 0, timeout: 0, gone: 0 };
        let held = 0;
        let heldSeconds = 0;

        function* visit(stay: number, timeout: number): Process<void> {
          let end: 'served' | 'rejected' | 'timeout' | 'gone' = 'gone';
          count.arrived++;
          try {
            const outcome = yield* resource.acquire({ timeout });
            if (outcome !== 'acquired') {
              end = outcome;
              return;
            }
            const since = simulation.now;
            held++;
            try {
              yield* simulation.delay(stay);
              end = 'served';
            } finally {
              held--;
              heldSeconds += simulation.now - since;
              resource.release();
            }
          } finally {
            count[end]++;
          }
        }

        function balance() {
          // Until the last event of an instant has run, somebody may have a unit and not know it.
          const inside = resource.inUse + resource.waiting;
          expect(count.arrived).to.equal(count.served + count.rejected + count.timeout + count.gone + inside);
          expect(resource.inUse).to.equal(held);
          expect(resource.waiting).to.be.at.most(queueLimit);
          if (resource.waiting > 0) expect(resource.inUse).to.be.at.least(resource.capacity);
        }

        for (const { at, stay, timeout, patience } of customers) {
          const process = visit(stay, timeout);
          simulation.after(at, () => simulation.start(process));
          if (patience < Infinity) {
            simulation.after(at + patience, () => process.return());
          }
        }
        for (const { at, capacity: changed } of changes) simulation.after(at, () => (resource.capacity = changed));
        for (const time of checks.sort((a, b) => a - b)) {
          simulation.runUntil(time);
          balance();
        }
        simulation.runUntil(1e6);
        balance();
        if (resource.capacity > 0) expect([resource.inUse, resource.waiting]).to.deep.equal([0, 0]);
        expect(resource.busySeconds).to.be.closeTo(heldSeconds, 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});
