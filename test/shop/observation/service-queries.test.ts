import { describe, it } from 'node:test';
import { expect } from 'chai';
import { FAILURE_CAUSES, Run, ShopMetrics, ServiceQueries, usage, type UsageReading } from '../../../src/shop/index.js';
import {
  bucketRates,
  DURATION_BOUNDARIES,
  histogramQuantile,
  parseOpenMetrics,
  writeOpenMetrics,
  type Sample,
} from '../../../src/telemetry/index.js';
import { record } from '../helpers.js';
import { ended, seconds, watchMetrics } from '../watching.js';

const BUCKET = 'http_server_request_duration_seconds_bucket';
// The window (75, 90] holds the scrapes at 76, 78, … 90: between the first and the last of them lie 14 seconds.
const TIME = { at: 90, range: 15 };
const [FROM, TO] = [76, 90];

/** `values` in the buckets of the histogram, and the quantile by a straight line through the one it lies in. */
function quantileByHand(q: number, values: readonly number[]): number {
  const rank = q * values.length;
  let low = 0;
  let below = 0;
  for (const high of DURATION_BOUNDARIES) {
    const count = values.filter((value) => value > low && value <= high).length;
    if (below + count >= rank) return low + ((high - low) * (rank - below)) / count;
    below += count;
    low = high;
  }
  return low;
}

describe('Signals', () => {
  describe('of a healthy service', () => {
    const watched = watchMetrics();
    watched.run.runUntil(TO);
    const signals = new ServiceQueries(watched.metrics.scraper, 'auth');
    const mine = ended(watched.spans, 'auth', FROM, TO);
    const durations = mine.map(seconds);

    it('are its requests a second', () => {
      expect(mine.length).to.be.above(500);
      expect(signals.traffic(TIME)).to.be.closeTo(mine.length / 14, 1e-9);
    });

    it('are the mean of the durations', () => {
      const mean = durations.reduce((sum, value) => sum + value, 0) / durations.length;
      expect(signals.mean(TIME)).to.be.closeTo(mean, 1e-9);
    });

    it('are the quantiles that the buckets give', () => {
      const quantiles = [0.5, 0.9, 0.95, 0.99];
      const expected = quantiles.map((q) => quantileByHand(q, durations));
      signals.quantiles(quantiles, TIME).forEach((value, index) => {
        expect(value, String(quantiles[index])).to.be.closeTo(expected[index]!, 1e-9);
      });
    });

    it('are no failures at all', () => {
      expect(signals.traffic(TIME, 'failed')).to.equal(0);
      expect(signals.errorRatio(TIME)).to.equal(0);
      expect(signals.quantiles([0.99], TIME, 'failed')).to.deep.equal([NaN]);
    });
  });

  describe('of a service that fails', () => {
    const watched = watchMetrics({ actions: [{ at: 30, type: 'bad-deploy', service: 'auth', share: 0.5 }] });
    watched.run.runUntil(TO);
    const signals = new ServiceQueries(watched.metrics.scraper, 'auth');
    const mine = ended(watched.spans, 'auth', FROM, TO);
    const failed = mine.filter(({ isError }) => isError);
    const share = failed.length / mine.length;

    it('are the share that failed', () => {
      expect(share).to.be.within(0.3, 0.6);
      expect(signals.errorRatio(TIME)).to.be.closeTo(share, 1e-9);
    });

    it('are as many for the cause, and none for another', () => {
      expect(signals.errorRatio(TIME, 'exception')).to.be.closeTo(share, 1e-9);
      expect(signals.errorRatio(TIME, 'timeout')).to.equal(0);
    });

    it('are apart for those who were served and those who were not', () => {
      expect(signals.traffic(TIME, 'failed')).to.be.closeTo(failed.length / 14, 1e-9);
      expect(signals.traffic(TIME, 'served') + signals.traffic(TIME, 'failed')).to.be.closeTo(
        signals.traffic(TIME),
        1e-9,
      );
      const own = failed.map(seconds);
      expect(signals.quantiles([0.9], TIME, 'failed')[0]).to.be.closeTo(quantileByHand(0.9, own), 1e-9);
    });
  });

  it('split the failures by cause, and lose none', () => {
    const actions = [{ at: 20, type: 'traffic-spike', factor: 3 } as const];
    const { run, metrics, spans } = watchMetrics({ actions });
    run.runUntil(TO);
    const signals = new ServiceQueries(metrics.scraper, 'api-gateway');
    const parts = FAILURE_CAUSES.map((cause) => signals.errorRatio(TIME, cause) || 0);
    const all = signals.errorRatio(TIME);
    const mine = ended(spans, 'api-gateway', FROM, TO);
    expect(parts.reduce((sum, part) => sum + part, 0)).to.be.closeTo(all, 1e-9);
    expect(all).to.be.closeTo(mine.filter(({ isError }) => isError).length / mine.length, 0.005);
    expect(all).to.be.above(0.1);
  });

  it('agree with what customers met, at the front door', () => {
    const { run, metrics } = watchMetrics({ actions: [{ at: 20, type: 'traffic-spike', factor: 3 }] });
    let [served, failed] = [0, 0];
    run.shop.listen({
      result({ endSeconds, cause }) {
        if (endSeconds <= FROM || endSeconds > TO) return;
        if (cause === undefined) served++;
        else failed++;
      },
    });
    run.runUntil(TO);
    const signals = new ServiceQueries(metrics.scraper, 'api-gateway');
    expect(signals.traffic(TIME)).to.be.closeTo((served + failed) / 14, 0.02 * ((served + failed) / 14));
    expect(signals.errorRatio(TIME)).to.be.closeTo(failed / (served + failed), 0.02);
  });

  describe('of resources', () => {
    it('are what the usage sources say', () => {
      const run = new Run(record({ actions: [{ at: 50, type: 'slow-query' }] }));
      const metrics = run.watch((shop) => new ShopMetrics(shop)).current;
      const read = (): Map<unknown, UsageReading> =>
        new Map(run.shop.usageSources.map((source) => [source, source.read()]));
      run.runUntil(FROM);
      const before = read();
      run.runUntil(TO);
      const after = read();
      for (const [service, kind] of [
        ['payment-service', 'cpu'],
        ['payment-service', 'pool'],
        ['payment-service', 'workers'],
        ['payment-service', 'memory'],
        ['postgres', 'cpu'],
        ['postgres', 'disk'],
        ['order-service', 'cpu'],
      ] as const) {
        const sources = run.shop.usageSources.filter((source) => source.service === service && source.kind === kind);
        const usages = sources.map((source) => usage(after.get(source)!, before.get(source)));
        const mean = usages.reduce((sum, { utilization }) => sum + utilization, 0) / usages.length;
        const waiting =
          usages.reduce((sum, { saturation }) => sum + saturation, 0) / (kind === 'memory' ? usages.length : 1);
        const { utilization, saturation, errors } = new ServiceQueries(metrics.scraper, service).usage(kind, TIME);
        expect(utilization, `${service} ${kind}`).to.be.closeTo(mean, 1e-6);
        expect(saturation, `${service} ${kind}`).to.be.closeTo(waiting, 1e-9);
        expect(errors, `${service} ${kind}`).to.be.at.least(0);
      }
      expect(new ServiceQueries(metrics.scraper, 'payment-service').usage('pool', TIME).utilization).to.be.above(0.1);
    });

    it('leave out an instance that was killed, at once', () => {
      const lost = { at: 80, type: 'lost-capacity', service: 'order-service', share: 0.6 } as const;
      const { run, metrics } = watchMetrics({ actions: [lost] });
      run.runUntil(TO);
      const left = run.shop.usageSources.filter(
        ({ kind, instance }) => kind === 'cpu' && instance === 'order-service-3',
      );
      const [{ inUse, waiting }] = left.map((source) => {
        const { utilization, saturation } = source.read();
        return { inUse: utilization, waiting: saturation };
      }) as [{ inUse: number; waiting: number }];
      expect(inUse).to.equal(1);
      const { utilization, saturation } = new ServiceQueries(metrics.scraper, 'order-service').usage('cpu', {
        at: TO,
        range: 9,
      });
      expect(saturation).to.equal(waiting);
      expect(utilization).to.be.above(0.9);
    });

    it('are unknown where a service has none of them', () => {
      const { run, metrics } = watchMetrics();
      run.runUntil(20);
      expect(
        new ServiceQueries(metrics.scraper, 'auth').usage('pool', { at: 20, range: 15 }).utilization,
      ).to.deep.equal(NaN);
      const nobody = new ServiceQueries(metrics.scraper, 'nobody');
      expect(nobody.traffic({ at: 20, range: 15 })).to.deep.equal(NaN);
      expect(nobody.quantiles([0.99], { at: 20, range: 15 })).to.deep.equal([NaN]);
    });
  });

  it('survive a restart, in which all counters go back to 0', () => {
    const { run, metrics, spans } = watchMetrics({ actions: [{ at: 58, type: 'restart', service: 'auth' }] });
    run.runUntil(TO);
    // Down at 63, up at 78: the last scrape before was at 62, and the window's first at 52.
    const time = { at: TO, range: 39 };
    const signals = new ServiceQueries(metrics.scraper, 'auth');
    const known = ended(spans, 'auth', 52, 62).length + ended(spans, 'auth', 78, TO).length;
    // 38 of the window's 39 seconds lie between scrapes; Prometheus extends to the edges.
    expect(signals.traffic(time)).to.be.closeTo(((known / 38) * 39) / 39, 0.01 * (known / 38));
    expect(signals.traffic(time)).to.be.above(0);
    const counter = metrics.counterOf('auth')!;
    const values = Array.from(counter, ([, value]) => value);
    expect(
      values.some((value, index) => value < (values[index - 1] ?? 0)),
      'a counter falls',
    ).to.equal(true);
  });

  it('have the p99 that is computed from the exported text alone', () => {
    const { run, metrics } = watchMetrics({ actions: [{ at: 40, type: 'traffic-spike', factor: 2 }] });
    run.runUntil(TO);
    const parsed = parseOpenMetrics(writeOpenMetrics(metrics.scraper.history()));
    if (!parsed.ok) throw new Error(parsed.message);
    const series = new Map<string, { labels: ReadonlyMap<string, string>; points: Sample[] }>();
    for (const { name, labels, value, timestamp } of parsed.families.flatMap(({ samples }) => samples)) {
      if (name !== BUCKET || labels.get('job') !== 'order-service') continue;
      const key = JSON.stringify([...labels]);
      const one = series.get(key) ?? { labels, points: [] };
      one.points.push([timestamp!, value]);
      series.set(key, one);
    }
    const p99 = histogramQuantile(0.99, bucketRates(series.values(), TIME));
    expect(p99).to.be.above(0.1);
    expect(new ServiceQueries(metrics.scraper, 'order-service').quantiles([0.99], TIME)[0]).to.be.closeTo(p99, 1e-9);
  });
});
