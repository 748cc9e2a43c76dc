import { describe, it } from 'node:test';
import { expect } from 'chai';
import { seeds } from '../seeds.js';
import { Run, ShopMetrics, ServiceQueries } from '../../src/shop/index.js';
import { record } from './helpers.js';

const SERVICE = 'order-service';
const RANGE = 15;
/** Five for each of its processors. */
const LONG_QUEUE = 15;

/** The seconds after a spike at which each signal is first out of bounds. */
interface Signs {
  saturation: number;
  latency: number;
  errors: number;
}

/** Looks every second, as often as it scrapes, until all three have been seen. */
function signs(seed: number, spikeAt: number, until: number): Signs {
  const actions = [{ at: spikeAt, type: 'traffic-spike', factor: 3, seconds: 120 } as const];
  const run = new Run(record({ seed, actions }));
  const metrics = run.watch(
    (shop) => new ShopMetrics(shop, { scrapeSeconds: 1, services: [SERVICE], capacity: 60 }),
  ).current;
  const signals = new ServiceQueries(metrics.scraper, SERVICE);
  const seen: Signs = { saturation: Infinity, latency: Infinity, errors: Infinity };
  const note = (sign: keyof Signs, isOut: boolean, at: number): void => {
    if (isOut && seen[sign] === Infinity) seen[sign] = at - spikeAt;
  };
  run.runUntil(RANGE);
  for (let at = RANGE + 1; at <= until && Object.values(seen).includes(Infinity); at++) {
    run.runUntil(at);
    const time = { at, range: RANGE };
    // More than anybody waits for its processors on a quiet night; half a second; one in a hundred.
    note('saturation', signals.usage('cpu', time).saturation >= LONG_QUEUE, at);
    note('latency', (signals.quantiles([0.99], time)[0] ?? NaN) > 0.5, at);
    note('errors', signals.errorRatio(time) > 0.01, at);
  }
  return seen;
}

describe('In a traffic spike', () => {
  it('saturation leads, latency follows, errors come last', () => {
    const { saturation, latency, errors } = signs(1, 60, 120);
    expect(saturation).to.equal(1);
    expect(latency).to.be.within(2, 5);
    expect(errors).to.be.within(8, 20);
  });

  it('they do so on every seed', () => {
    const all = seeds(5, 100).map((seed) => signs(seed, 20, 60));
    const share = (holds: (one: Signs) => boolean): number => all.filter(holds).length / all.length;
    expect(share(({ saturation, latency }) => saturation < latency)).to.equal(1);
    expect(share(({ latency, errors }) => latency < errors)).to.equal(1);
    expect(
      share(({ saturation, errors }) => saturation > 0 && errors < Infinity),
      'after the spike began',
    ).to.equal(1);
  });
});
