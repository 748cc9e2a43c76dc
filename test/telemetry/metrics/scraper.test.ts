import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  bucketRates,
  histogramQuantile,
  increase,
  MetricRegistry,
  rate,
  resets,
  Scraper,
  writeOpenMetrics,
} from '../../../src/telemetry/index.js';
import { close } from './arbitraries.js';

const BUCKETS = 'http_server_request_duration_seconds_bucket';

/** A process that serves two requests a second, one of 0.2 s and one of 0.7 s, read every 15 seconds. */
function run(options: { until: number; capacity?: number; restartAt?: number }) {
  const { until, capacity = 100, restartAt } = options;
  const registry = new MetricRegistry({ labels: { 'service.name': 'checkout' } });
  const durations = registry.histogram({ name: 'http.server.request.duration', unit: 's', boundaries: [0.5, 1] });
  const scraper = new Scraper({ capacity });
  for (let second = 1; second <= until; second++) {
    if (second === restartAt) registry.restart(second);
    durations.with({ 'http.route': '/cart' }).observe(0.2);
    durations.with({ 'http.route': '/checkout' }).observe(0.7);
    if (second % 15 === 0) scraper.scrape(registry, second);
  }
  return { registry, scraper };
}

describe('Scraper', () => {
  it('keeps a series for each bucket, count and sum', () => {
    const { scraper } = run({ until: 60 });
    const series = scraper.select(BUCKETS, { http_route: '/cart' });
    expect(series.map(({ labels }) => labels.get('le'))).to.deep.equal(['0.5', '1.0', '+Inf']);
    expect([...series[0]!.points]).to.deep.equal([
      [15, 15],
      [30, 30],
      [45, 45],
      [60, 60],
    ]);
    const [sum] = scraper.select('http_server_request_duration_seconds_sum', { http_route: '/cart' });
    expect(sum!.points.valueAt(3)).to.be.closeTo(12, 1e-9);
  });

  it('finds series by labels; one that is asked for empty must be missing', () => {
    const { scraper } = run({ until: 15 });
    expect(scraper.select(BUCKETS)).to.have.length(6);
    expect(scraper.select(BUCKETS, { le: '0.5', service_name: 'checkout' })).to.have.length(2);
    expect(scraper.select(BUCKETS, { error_type: '' })).to.have.length(6);
    expect(scraper.select(BUCKETS, { http_route: '/nowhere' })).to.deep.equal([]);
    expect(scraper.select('nothing')).to.deep.equal([]);
  });

  it('gives the rates and quantiles that Prometheus would', () => {
    const { scraper } = run({ until: 300 });
    const range = { at: 300, range: 60 };
    const [all] = scraper.select(BUCKETS, { http_route: '/cart', le: '+Inf' });
    close(rate(all!.points, range), 1);
    const buckets = bucketRates(scraper.select(BUCKETS), range);
    expect(buckets.map(({ le }) => le)).to.deep.equal([0.5, 1, Infinity]);
    close(histogramQuantile(0.75, buckets), 0.75);
  });

  it('sees a restart as a reset, and loses only what was not read', () => {
    const { scraper } = run({ until: 300, restartAt: 151 });
    const [all] = scraper.select(BUCKETS, { http_route: '/cart', le: '+Inf' });
    expect(resets(all!.points, { at: 300, range: 300 })).to.equal(1);
    close(increase(all!.points, { at: 300, range: 150.001 })!, 150, 1e-3);
  });

  it('holds no more than its capacity, and gives history from there on', () => {
    const { scraper } = run({ until: 300, capacity: 4 });
    for (const { points } of scraper.select(BUCKETS)) {
      expect([...points].map(([seconds]) => seconds)).to.deep.equal([255, 270, 285, 300]);
    }
    const [family] = scraper.history({ epochSeconds: 1000 });
    expect(family!.samples).to.have.length(2 * 5 * 4);
    expect(family!.samples.slice(0, 6).map(({ timestamp }) => timestamp)).to.deep.equal([
      1255, 1255, 1255, 1255, 1255, 1270,
    ]);
  });

  it('begins a series where its labels first appear', () => {
    const { registry, scraper } = run({ until: 30 });
    registry.histogram({ name: 'http.server.request.duration', unit: 's' }).with({ 'http.route': '/new' }).observe(0.1);
    scraper.scrape(registry, 45);
    const [fresh] = scraper.select(BUCKETS, { http_route: '/new', le: '+Inf' });
    expect([...fresh!.points]).to.deep.equal([[45, 1]]);
  });

  it('shows the newest exemplar beside the newest sample only', () => {
    const registry = new MetricRegistry();
    const orders = registry.counter({ name: 'orders' }).with();
    const scraper = new Scraper();
    orders.add(1, { labels: { trace_id: 'a' }, seconds: 3 });
    scraper.scrape(registry, 10);
    scraper.scrape(registry, 20);
    expect(writeOpenMetrics(scraper.history())).to.equal(
      '# TYPE orders counter\norders_total 1 10\norders_total 1 20 # {trace_id="a"} 1 3\n# EOF\n',
    );
  });
});
