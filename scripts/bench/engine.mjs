// A million customers of an M/M/1 queue, λ = 0.9 and μ = 1, through the engine and through what one would take instead.
// All draw from the engine's streams, so that the difference is the machinery; all see the same customers, and a total
// wait that differs is an error.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

export const name = 'engine';

const CUSTOMERS = 1_000_000;
const ROUNDS = 9;
const MEAN_GAP = 1 / 0.9;
const MEAN_SERVICE = 1;

export async function run({ load }) {
  const { Resource, Simulation } = await load('src/engine/index.ts');
  const streams = () => {
    const simulation = new Simulation({ seed: 7 });
    return [simulation.random('arrivals'), simulation.random('service')];
  };
  const rounds = measure({
    bare: () => typedArrayLoop(...streams()),
    ours: () => processes(Simulation, Resource),
    jsSimulator: () => jsSimulator(...streams()),
    simjs: () => simjs(...streams()),
  });
  const row = (what, contestant, base, against, limit) => ({
    what,
    ratio: median(rounds.map((seconds) => seconds[contestant] / seconds[base])),
    limit,
    against,
  });
  const customers = `${CUSTOMERS.toLocaleString('en')} M/M/1 customers`;
  const bare = `typed-array loop, ${customers}`;
  return [
    row('processes with yield*', 'ours', 'bare', bare, 3),
    row('processes with yield*', 'ours', 'simjs', `simjs 2.0.3, ${customers}`, 1),
    row('js-simulator 1.0.17, events', 'jsSimulator', 'bare', bare),
    row('simjs 2.0.3, entities', 'simjs', 'bare', bare),
  ];
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/**
 * The seconds of each contestant in each round, without the first, which warms up. The ratios are taken within a round,
 * so that a slow moment of the machine strikes both sides.
 */
function measure(contestants) {
  const rounds = [];
  const totals = new Set();
  for (let round = 0; round <= ROUNDS; round++) {
    const seconds = {};
    for (const [name, contestant] of Object.entries(contestants)) {
      const start = performance.now();
      totals.add(Math.round(contestant()));
      seconds[name] = (performance.now() - start) / 1000;
    }
    if (round > 0) rounds.push(seconds);
  }
  if (totals.size > 1) throw new Error(`Not the same queue: total waits of ${[...totals].join(', ')} seconds`);
  return rounds;
}

function processes(Simulation, Resource) {
  const simulation = new Simulation({ seed: 7 });
  const server = new Resource(simulation, { capacity: 1 });
  const arrivals = simulation.random('arrivals');
  const service = simulation.random('service');
  let left = CUSTOMERS;
  let totalWait = 0;

  function* customer() {
    const arrived = simulation.now;
    yield* server.acquire();
    totalWait += simulation.now - arrived;
    try {
      yield* simulation.delay(service.exponential(MEAN_SERVICE));
    } finally {
      server.release();
      left--;
    }
  }

  function* traffic() {
    for (let i = 0; i < CUSTOMERS; i++) {
      yield* simulation.delay(arrivals.exponential(MEAN_GAP));
      simulation.start(customer());
    }
  }

  simulation.start(traffic());
  for (let time = 0; left > 0; time += 10_000) simulation.runUntil(time);
  return totalWait;
}

/** What a program does that knows nothing but this queue: a binary heap in typed arrays, and two kinds of event. */
function typedArrayLoop(arrivals, service) {
  const ARRIVAL = 0;
  const times = new Float64Array(64);
  const orders = new Float64Array(64);
  const kinds = new Uint8Array(64);
  const arrivedAt = new Float64Array(CUSTOMERS);
  let size = 0;
  let scheduled = 0;
  let arrived = 0;
  let begun = 0;
  let served = 0;
  let totalWait = 0;
  let now = 0;

  function push(time, kind) {
    const order = scheduled++;
    let at = size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent] < time || (times[parent] === time && orders[parent] < order)) break;
      times[at] = times[parent];
      orders[at] = orders[parent];
      kinds[at] = kinds[parent];
      at = parent;
    }
    times[at] = time;
    orders[at] = order;
    kinds[at] = kind;
  }

  function pop() {
    const kind = kinds[0];
    now = times[0];
    size--;
    const time = times[size];
    const order = orders[size];
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const right = child + 1;
      if (
        right < size &&
        (times[right] < times[child] || (times[right] === times[child] && orders[right] < orders[child]))
      )
        child = right;
      if (time < times[child] || (time === times[child] && order < orders[child])) break;
      times[at] = times[child];
      orders[at] = orders[child];
      kinds[at] = kinds[child];
      at = child;
    }
    times[at] = time;
    orders[at] = order;
    kinds[at] = kinds[size];
    return kind;
  }

  function begin() {
    totalWait += now - arrivedAt[begun++];
    push(now + service.exponential(MEAN_SERVICE), 1);
  }

  push(arrivals.exponential(MEAN_GAP), ARRIVAL);
  while (size > 0) {
    if (pop() === ARRIVAL) {
      arrivedAt[arrived++] = now;
      if (arrived < CUSTOMERS) push(now + arrivals.exponential(MEAN_GAP), ARRIVAL);
      if (arrived - served === 1) begin();
    } else {
      served++;
      if (arrived > served) begin();
    }
  }
  return totalWait;
}

function jsSimulator(arrivals, service) {
  const { Scheduler, SimEvent } = createRequire(import.meta.url)('js-simulator');
  const scheduler = new Scheduler();
  const waiting = [];
  let first = 0;
  let inside = 0;
  let arrived = 0;
  let totalWait = 0;

  const done = new SimEvent();
  const arrival = new SimEvent();
  function begin() {
    totalWait += scheduler.current_time - waiting[first++];
    scheduler.scheduleOnceIn(done, service.exponential(MEAN_SERVICE));
  }
  done.update = () => {
    if (--inside > 0) begin();
  };
  arrival.update = () => {
    waiting.push(scheduler.current_time);
    if (++arrived < CUSTOMERS) scheduler.scheduleOnceIn(arrival, arrivals.exponential(MEAN_GAP));
    if (++inside === 1) begin();
  };
  scheduler.scheduleOnceIn(arrival, arrivals.exponential(MEAN_GAP));
  while (scheduler.hasEvents()) scheduler.update();
  return totalWait;
}

function simjs(arrivals, service) {
  // simjs is a bundle for the browser and hangs its exports on the window.
  globalThis.window ??= globalThis;
  createRequire(import.meta.url)('simjs');
  const { Sim } = globalThis;
  const sim = new Sim.Sim();
  const server = new Sim.Facility('server', Sim.Facility.FCFS, 1);
  let arrived = 0;
  let totalWait = 0;
  class Traffic extends Sim.Entity {
    start() {
      this.setTimer(arrivals.exponential(MEAN_GAP)).done(() => this.arrive());
    }
    arrive() {
      const duration = service.exponential(MEAN_SERVICE);
      const at = this.time();
      this.useFacility(server, duration).done(() => (totalWait += this.time() - at - duration));
      if (++arrived < CUSTOMERS) this.start();
    }
  }
  sim.addEntity(Traffic, 'traffic');
  sim.simulate(Infinity);
  return totalWait;
}
