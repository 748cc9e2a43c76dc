// The simulated shop as a page plays it: watched, measured and scraped. What an event of it costs beside a bare event of
// the engine, what playing it fast takes of a core, and whether a day of it takes more memory than an hour.
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export const name = 'shop';

const HOUR = 3600;
const ROUNDS = 3;

export async function run({ load }) {
  const { Simulation } = await load('src/engine/index.ts');
  const { Run, ShopMetrics } = await load('src/shop/index.ts');

  /** A run with everything that a figure has watching it. */
  const watched = (rate) => {
    const shopRun = new Run({ scenario: 'quiet', seed: 1, settings: { rate }, actions: [] });
    shopRun.watch((shop) => new ShopMetrics(shop));
    return shopRun;
  };

  const perEvent = [];
  const share = [];
  for (let round = 0; round < ROUNDS; round++) {
    const hour = watched(100);
    const hourSeconds = cpuSeconds(() => hour.runUntil(HOUR));
    perEvent.push(hourSeconds / cpuSeconds(() => bareEvents(Simulation, hour.shop.simulation.eventCount)));

    const fast = watched(200);
    fast.runUntil(30);
    // Ten seconds of a page that plays at 60x.
    share.push(cpuSeconds(() => fast.runUntil(30 + 600)) / 10);
  }

  const collect = garbageCollector();
  const day = watched(2);
  day.runUntil(2 * HOUR);
  const early = heapAfter(collect);
  day.runUntil(24 * HOUR);
  const late = heapAfter(collect);

  return [
    {
      what: 'an hour of the shop at 100 requests/s, measured and scraped, per event',
      ratio: median(perEvent),
      limit: 20,
      against: 'a bare event of the engine',
    },
    { what: '60x at 200 requests/s', ratio: median(share), limit: 0.25, against: 'one core' },
    {
      what: 'memory after 24 hours at 2 requests/s',
      ratio: late / early,
      limit: 1.2,
      against: 'memory after 2 hours',
    },
  ];
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Seconds of processor time, which a neighbour on the machine does not change. */
function cpuSeconds(work) {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const { user, system } = process.cpuUsage(before);
  // The collector of garbage works beside us on other threads; no more than the time that passed is ours.
  return Math.min((user + system) / 1e6, (performance.now() - start) / 1000);
}

/** As many events that do nothing, a thousand of them waiting at any time. */
function bareEvents(Simulation, count) {
  const simulation = new Simulation({ seed: 1 });
  const random = simulation.random('gaps');
  let left = count;
  const again = () => {
    if (--left > 0) simulation.after(random.exponential(1), again);
  };
  for (let i = 0; i < 1000; i++) simulation.after(random.exponential(1), again);
  for (let time = 0; left > 0; time += 1000) simulation.runUntil(time);
}

function garbageCollector() {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

function heapAfter(collect) {
  for (let i = 0; i < 3; i++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
