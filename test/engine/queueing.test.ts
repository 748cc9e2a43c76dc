import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Resource, Simulation, type Process, type Random } from '../../src/engine/index.js';
import reference from '../reference/queueing.json';
import { meanIsNear } from './statistics.js';

// Each figure is a mean over independent seeds, compared with the exact value within 3 standard errors. With chance alone
// at work, one comparison in 300 would fail, and one set of seeds in three would have a failure among all of them here;
// the seeds are fixed, so these either pass or do not.
// Many short runs where a run can begin stationary, so that a rare long queue is not all in one of them; few long ones
// where it must warm up.
const STATIONARY = { seeds: 1000, customers: 200 };
const WARMED_UP = { seeds: 60, customers: 6000 };

interface Queue {
  arrivalRate: number;
  servers: number;
  /** Most customers inside, those in service included. */
  room?: number;
  service: (random: Random) => number;
  /** How many are inside when the run begins; waiting and service have no memory, so the run is stationary from there. */
  inside?: (random: Random) => number;
  /** Seconds that are not counted, for a queue that cannot begin stationary. */
  warmUp?: number;
  seeds: number;
  customers: number;
}

/** Sums over the customers that came and the time that passed while counting; `expected` customers come in it. */
interface Observed {
  expected: number;
  seconds: number;
  came: number;
  turnedAway: number;
  delayed: number;
  waits: number[];
  stays: number[];
  insideSeconds: number;
  waitingSeconds: number;
  busySeconds: number;
}

function observe(queue: Queue, seed: number): Observed {
  const { arrivalRate, servers, room = Infinity, service, warmUp = 0 } = queue;
  const simulation = new Simulation({ seed });
  const resource = new Resource(simulation, { capacity: servers, queueLimit: room - servers });
  const seconds = queue.customers / arrivalRate;
  const end = warmUp + seconds;
  const seen: Observed = {
    expected: queue.customers,
    seconds,
    came: 0,
    turnedAway: 0,
    delayed: 0,
    waits: [],
    stays: [],
    insideSeconds: 0,
    waitingSeconds: 0,
    busySeconds: 0,
  };
  let staySum = 0;
  let serviceSum = 0;
  let area = 0;
  let waitingArea = 0;
  let inside = 0;
  let waiting = 0;
  let since = 0;
  const change = (insideBy: number, waitingBy: number) => {
    area += inside * (simulation.now - since);
    waitingArea += waiting * (simulation.now - since);
    since = simulation.now;
    inside += insideBy;
    waiting += waitingBy;
  };

  function* customer(isCounted: boolean): Process<void> {
    const came = simulation.now;
    change(1, 1);
    const outcome = yield* resource.acquire();
    const wait = simulation.now - came;
    if (isCounted) seen.came++;
    if (outcome !== 'acquired') {
      change(-1, -1);
      if (isCounted) seen.turnedAway++;
      return;
    }
    change(0, -1);
    const duration = service(simulation.random('service'));
    serviceSum += duration;
    yield* simulation.delay(duration);
    resource.release();
    change(-1, 0);
    staySum += simulation.now - came;
    if (!isCounted) return;
    if (wait > 0) seen.delayed++;
    seen.waits.push(wait);
    seen.stays.push(simulation.now - came);
  }

  function* traffic(): Process<void> {
    for (;;) {
      yield* simulation.delay(simulation.random('arrivals').exponential(1 / arrivalRate));
      if (simulation.now >= end) return;
      simulation.start(customer(simulation.now >= warmUp));
    }
  }

  for (let left = queue.inside?.(simulation.random('inside')) ?? 0; left > 0; left--) simulation.start(customer(false));
  simulation.start(traffic());
  simulation.runUntil(warmUp);
  change(0, 0);
  const before = { area, waitingArea, busy: resource.busySeconds };
  simulation.runUntil(end);
  change(0, 0);
  seen.insideSeconds = area - before.area;
  seen.waitingSeconds = waitingArea - before.waitingArea;
  seen.busySeconds = resource.busySeconds - before.busy;

  while (inside > 0) simulation.runUntil(simulation.now + 1000);
  // Little's law, which holds to the last digit in every run that begins and ends empty, for the system and the servers.
  expect(Math.abs(area / staySum - 1), 'Little: L = λ W').to.be.below(1e-9);
  expect(Math.abs(resource.busySeconds / serviceSum - 1), 'Little: busy servers = λ S').to.be.below(1e-9);
  return seen;
}

const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);

/** The figures are sums over a number of customers and a time that are known beforehand, so that none is biased. */
function agrees(queue: Queue, exact: Record<string, number>) {
  const runs = Array.from({ length: queue.seeds }, (_, seed) => observe(queue, seed));
  const figures: Record<string, (run: Observed) => number> = {
    W: ({ stays, expected }) => sum(stays) / expected,
    Wq: ({ waits, expected }) => sum(waits) / expected,
    L: ({ insideSeconds, seconds }) => insideSeconds / seconds,
    Lq: ({ waitingSeconds, seconds }) => waitingSeconds / seconds,
    utilization: ({ busySeconds, seconds }) => busySeconds / queue.servers / seconds,
    P_wait: ({ delayed, expected }) => delayed / expected,
    P_block: ({ turnedAway, expected }) => turnedAway / expected,
    lambda_eff: ({ came, turnedAway, seconds }) => (came - turnedAway) / seconds,
  };
  for (const [name, value] of Object.entries(exact)) {
    const figure = figures[name];
    if (figure) meanIsNear(runs.map(figure), value, name);
    const percentile = Number(/^W_p(\d+)$/.exec(name)?.[1]);
    if (percentile > 0) {
      const longer = runs.map(({ stays, expected }) => stays.filter((stay) => stay > value).length / expected);
      meanIsNear(longer, 1 - percentile / 100, name);
    }
  }
}

const exponential = (mean: number) => (random: Random) => random.exponential(mean);

/** Draws how many are inside an M/M/c or M/M/c/K queue, after the balance of its birth and death rates. */
function stationary(load: number, servers: number, room: number = Infinity) {
  const weights = [1];
  for (let n = 1; n <= room; n++) {
    const weight = (weights[n - 1]! * load) / Math.min(n, servers);
    if (n > servers && weight < 1e-12 * weights[servers]!) break;
    weights.push(weight);
  }
  const total = sum(weights);
  return (random: Random) => {
    let left = random.uniform() * total;
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  };
}

const describeRow = ({ model, params }: { model: string; params: object }) =>
  `${model} with ${Object.entries(params)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')}`;

describe('queueing theory', () => {
  for (const row of reference.computed) {
    const { model, params, ...values } = row;
    // What a row does not have is null in the type of the file, not in the row.
    const exact = Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'number'));
    const {
      lam = NaN,
      mu = 1,
      c = 1,
      K,
      offered_load_erlang: load = NaN,
      cv2 = NaN,
    } = params as Record<string, number>;

    it(`agrees with ${describeRow(row)}`, () => {
      if (model === 'M/M/1') {
        agrees(
          {
            arrivalRate: lam,
            servers: 1,
            service: exponential(1 / mu),
            inside: stationary(lam / mu, 1),
            ...STATIONARY,
          },
          { ...exact, utilization: exact['rho']! },
        );
      } else if (model === 'M/M/c') {
        agrees(
          { arrivalRate: load, servers: c, service: exponential(1), inside: stationary(load, c), ...STATIONARY },
          exact,
        );
      } else if (model === 'M/M/c/K') {
        // W and Wq are those of the customers who got in, a share of all who came.
        const gotIn = 1 - exact['P_block']!;
        agrees(
          {
            arrivalRate: lam,
            servers: c,
            ...(K === undefined ? {} : { room: K }),
            service: exponential(1 / mu),
            inside: stationary(lam / mu, c, K),
            ...STATIONARY,
          },
          { ...exact, W: exact['W']! * gotIn, Wq: exact['Wq']! * gotIn },
        );
      } else {
        const service =
          model === 'M/E4/1'
            ? (random: Random) => sum(Array.from({ length: 4 }, () => random.exponential(1 / 4)))
            : (random: Random) => random.logNormal(1 / Math.sqrt(1 + cv2), Math.sqrt(Math.log(1 + cv2)));
        agrees(
          { arrivalRate: lam, servers: 1, service, warmUp: 20 / (1 - lam) ** 2, ...WARMED_UP },
          { ...exact, utilization: exact['rho']! },
        );
      }
    });
  }

  it('waits half as long with constant service as with exponential', () => {
    agrees(
      { arrivalRate: 0.8, servers: 1, service: () => 1, warmUp: 500, ...WARMED_UP },
      { Wq: 2, W: 3, Lq: 1.6, L: 2.4, utilization: 0.8 },
    );
  });
});

describe('another service time', () => {
  it('leaves the arrivals untouched', () => {
    const arrivals = (serviceMean: number) => {
      const simulation = new Simulation({ seed: 5 });
      const server = new Resource(simulation, { capacity: 1 });
      const times: number[] = [];
      function* customer(): Process<void> {
        times.push(simulation.now);
        yield* server.acquire();
        yield* simulation.delay(simulation.random('service').exponential(serviceMean));
        server.release();
      }
      function* traffic(): Process<void> {
        for (;;) {
          yield* simulation.delay(simulation.random('arrivals').exponential(1));
          simulation.start(customer());
        }
      }
      simulation.start(traffic());
      simulation.runUntil(1000);
      return times;
    };
    expect(arrivals(0.5).length).to.be.above(900);
    expect(arrivals(0.5)).to.deep.equal(arrivals(3));
  });
});
