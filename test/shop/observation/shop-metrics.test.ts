import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { Run, ShopMetrics, usage, type ShopSpan, type UsageReading } from '../../../src/shop/index.js';
import { DURATION_BOUNDARIES, parseOpenMetrics, writeOpenMetrics } from '../../../src/telemetry/index.js';
import { record } from '../helpers.js';
import { ended, seconds, watchMetrics, type Watched } from '../watching.js';

const COUNT = 'http_server_request_duration_seconds_count';
const SUM = 'http_server_request_duration_seconds_sum';
const BUCKET = 'http_server_request_duration_seconds_bucket';

/** The newest samples of a metric that bear some labels, added up. */
function newest({ metrics }: Watched, name: string, labels: Record<string, string>): number {
  const series = metrics.scraper.select(name, labels);
  return series.reduce((sum, { points }) => sum + points.valueAt(points.length - 1), 0);
}

/** The samples of one instance's counter of requests, all routes and answers together, by the second. */
function counted({ metrics }: Watched, instance: string): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { points } of metrics.scraper.select(COUNT, { instance })) {
    for (const [at, value] of points) sums.set(at, (sums.get(at) ?? 0) + value);
  }
  return sums;
}

describe('ShopMetrics', () => {
  it('counts every request of every service, and how long they took', () => {
    const watched = watchMetrics();
    watched.run.runUntil(30);
    const services = new Set(watched.spans.map(({ service }) => service));
    expect(services.size).to.be.above(3);
    for (const service of services) {
      const mine = ended(watched.spans, service, 0, 30);
      const sum = mine.reduce((total, span) => total + seconds(span), 0);
      expect(newest(watched, COUNT, { job: service }), service).to.equal(mine.length);
      expect(newest(watched, SUM, { job: service }), service).to.be.closeTo(sum, 1e-9 * sum);
    }
  });

  it('puts every request into its bucket', () => {
    const watched = watchMetrics();
    watched.run.runUntil(20);
    const mine = ended(watched.spans, 'order-service', 0, 20);
    for (const le of DURATION_BOUNDARIES) {
      const below = mine.filter((span) => seconds(span) <= le).length;
      expect(
        newest(watched, BUCKET, { job: 'order-service', le: Number.isInteger(le) ? `${le}.0` : String(le) }),
        String(le),
      ).to.equal(below);
    }
  });

  it('tells answers apart as the spans do', () => {
    const watched = watchMetrics({ actions: [{ at: 5, type: 'bad-deploy' }] });
    watched.run.runUntil(40);
    const failed = ended(watched.spans, 'order-service', 0, 40).filter(({ isError }) => isError).length;
    expect(failed).to.be.above(50);
    const labels = { job: 'order-service', error_type: '500', http_response_status_code: '500' };
    expect(newest(watched, COUNT, labels)).to.equal(failed);
  });

  it('starts the series of every failure at 0, so that the first failure is an increase', () => {
    const watched = watchMetrics({ actions: [{ at: 5, type: 'bad-deploy' }] });
    watched.run.runUntil(40);
    const labels = { job: 'order-service', error_type: '500', http_route: '/orders' };
    const series = watched.metrics.scraper.select(COUNT, labels);
    expect(series).to.have.length(3);
    expect(series.map(({ points }) => points.timeAt(0))).to.deep.equal([2, 2, 2]);
    expect(series.map(({ points }) => points.valueAt(0))).to.deep.equal([0, 0, 0]);
    const [first] = series;
    const counts = Array.from(first!.points, ([, value]) => value);
    expect(counts.at(-1)).to.be.above(5);
  });

  it('counts exactly how many requests were within an objective that is no usual boundary', () => {
    const run = new Run(record());
    const metrics = run.watch((shop) => new ShopMetrics(shop, { objectives: [0.0333] })).current;
    const spans: ShopSpan[] = [];
    run.shop.listen({ span: (span) => void (span.kind === 'server' && spans.push(span)) });
    run.runUntil(20);
    const mine = ended(spans, 'order-service', 0, 20).filter((span) => seconds(span) <= 0.0333);
    expect(mine.length).to.be.above(100);
    expect(newest({ run, metrics, spans }, BUCKET, { job: 'order-service', le: '0.0333' })).to.equal(mine.length);
  });

  it('tells the processor time of a process from that of its host, on which a neighbour runs too', () => {
    const watched = watchMetrics({ actions: [{ at: 10, type: 'noisy-neighbour' }] });
    watched.run.runUntil(60);
    const used = (name: string, instance: string): number => newest(watched, name, { instance });
    const [host, own] = ['system_cpu_time_seconds_total', 'process_cpu_time_seconds_total'] as const;
    expect(used(host, 'inventory-service-1')).to.be.above(1.3 * used(own, 'inventory-service-1'));
    // Work in progress is the host's at once, and the process's when its slice is over.
    expect(used(host, 'inventory-service-2') - used(own, 'inventory-service-2')).to.be.within(0, 0.0201);
  });

  it('names a request in each bucket that has one, and no request that does not belong there', () => {
    const watched = watchMetrics();
    watched.run.runUntil(20);
    const text = writeOpenMetrics(watched.metrics.scraper.history());
    const parsed = parseOpenMetrics(text);
    expect(parsed.ok).to.equal(true);
    const samples = parsed.ok ? parsed.families.flatMap((family) => family.samples) : [];
    const exemplars = samples.flatMap(({ labels, exemplar }) => (exemplar ? [{ labels, exemplar }] : []));
    expect(exemplars).to.have.length.above(20);
    const bySpan = new Map(watched.spans.map((span) => [span.spanId, span]));
    for (const { labels, exemplar } of exemplars) {
      const span = bySpan.get(exemplar.labels.get('span_id') ?? '')!;
      expect(span.traceId).to.equal(exemplar.labels.get('trace_id'));
      expect(span.instance).to.equal(labels.get('instance'));
      expect(exemplar.value).to.be.closeTo(seconds(span), 1e-9);
      expect(exemplar.value).to.be.at.most(Number((labels.get('le') ?? '').replace('+Inf', 'Infinity')));
    }
  });

  it('scrapes at its interval, and at another from now on', () => {
    const watched = watchMetrics({}, 5);
    watched.run.runUntil(12);
    expect(watched.metrics.scrapedAt).to.equal(10);
    watched.metrics.scrapeSeconds = 1;
    watched.run.runUntil(14);
    const { points } = watched.metrics.scraper.select('system_cpu_logical_count', { job: 'auth' })[0]!;
    expect(Array.from(points, ([at]) => at)).to.deep.equal([5, 10, 13, 14]);
  });

  it('keeps no more scrapes than it may', () => {
    const run = new Run(record({ settings: { rate: 5 } }));
    const metrics = run.watch((shop) => new ShopMetrics(shop, { scrapeSeconds: 1, capacity: 10 })).current;
    run.runUntil(40);
    const { points } = metrics.scraper.select('system_cpu_logical_count')[0]!;
    expect([points.length, points.timeAt(0)]).to.deep.equal([10, 31]);
  });

  it('measures only the services it is asked for', () => {
    const run = new Run(record({ settings: { rate: 20 } }));
    const metrics = run.watch((shop) => new ShopMetrics(shop, { services: ['auth'] })).current;
    run.runUntil(10);
    const of = (name: string): number => metrics.scraper.select(COUNT, { job: name }).length;
    expect(of('auth')).to.be.above(0);
    expect(of('order-service')).to.equal(0);
  });

  it('knows the processors, workers and connections there are', () => {
    const watched = watchMetrics();
    watched.run.runUntil(4);
    const all = (name: string, service: string): number[] =>
      watched.metrics.scraper.select(name, { job: service }).map(({ points }) => points.valueAt(points.length - 1));
    expect(all('system_cpu_logical_count', 'order-service')).to.deep.equal([1, 1, 1]);
    expect(all('shop_workers_count', 'payment-service')).to.deep.equal([250, 250]);
    expect(all('db_client_connection_max', 'payment-service')).to.deep.equal([20, 20]);
    expect(all('system_cpu_logical_count', 'postgres')).to.deep.equal([4]);
  });

  it('knows them from the first scrape of an instance that was added', () => {
    const watched = watchMetrics({ actions: [{ at: 1.3, type: 'scale-out', service: 'auth', instances: 1 }] });
    watched.run.runUntil(66);
    const [added] = watched.metrics.scraper.select('system_cpu_logical_count', { instance: 'auth-3' });
    expect(Array.from(added!.points, ([, value]) => value)).to.satisfy((values: number[]) =>
      values.every((value) => Math.abs(value - 1) < 1e-9),
    );
  });

  it('counts the seconds in which a resource was busy as its usage source does', () => {
    const watched = watchMetrics();
    watched.run.runUntil(20);
    const sources = watched.run.shop.usageSources.filter(({ kind, service }) => kind === 'cpu' && service === 'auth');
    const busy = sources.reduce((sum, source) => sum + source.read().busySeconds, 0);
    expect(newest(watched, 'system_cpu_time_seconds_total', { job: 'auth' })).to.be.closeTo(busy, 1e-9);
  });

  describe('of a process that is killed', () => {
    const lost = { at: 30, type: 'lost-capacity', service: 'order-service', share: 0.4 } as const;

    it('has no more samples', () => {
      const watched = watchMetrics({ actions: [lost] });
      watched.run.runUntil(50);
      const newestOf = (instance: string): number => Math.max(...counted(watched, instance).keys());
      expect(newestOf('order-service-1')).to.be.at.most(30);
      expect(newestOf('order-service-2')).to.equal(50);
      const [gone] = watched.metrics.scraper.select('system_cpu_logical_count', {
        instance: 'order-service-1',
      });
      expect(gone!.points.timeAt(gone!.points.length - 1)).to.be.at.most(30);
    });
  });

  for (const at of [30, 30.35]) {
    describe(`of a process that is restarted at ${at} s`, () => {
      // Five seconds until somebody does it, fifteen until it is up again.
      const [down, up] = [at + 5, at + 20];
      let watched: Watched;

      before(() => {
        watched = watchMetrics({ actions: [{ at, type: 'restart', service: 'order-service' }] });
        watched.run.runUntil(70);
      });

      it('has a gap while it is not there', () => {
        const times = [...counted(watched, 'order-service-2').keys()].filter((time) => time > down && time < up);
        expect(times).to.deep.equal([]);
      });

      it('counts from 0 when it is up, and misses none', () => {
        const samples = counted(watched, 'order-service-2');
        const mine = ended(watched.spans, 'order-service', up, 70).filter(
          ({ instance }) => instance === 'order-service-2',
        );
        const before = Math.max(...[...samples].filter(([time]) => time <= down).map(([, value]) => value));
        expect(samples.get(70)).to.equal(mine.length);
        expect(samples.get(52)).to.be.below(before);
      });

      it('was busy no longer than its usage source says', () => {
        const { points } = watched.metrics.scraper.select('process_cpu_time_seconds_total', {
          instance: 'order-service-2',
        })[0]!;
        const last = points.valueAt(points.length - 1);
        expect(last).to.be.within(0.1, 70 - up);
      });

      it('leaves the counters of its host as they were', () => {
        const { points } = watched.metrics.scraper.select('system_cpu_time_seconds_total', {
          instance: 'order-service-2',
        })[0]!;
        const values = Array.from(points, ([, value]) => value);
        expect(values).to.deep.equal(values.toSorted((a, b) => a - b));
      });
    });
  }

  it('agrees with the usage sources on utilization, for every resource of every instance', () => {
    const run = new Run(record({ actions: [{ at: 10, type: 'traffic-spike', factor: 2 }] }));
    const metrics = run.watch((shop) => new ShopMetrics(shop)).current;
    run.runUntil(20);
    const sources = run.shop.usageSources.filter(({ kind }) => kind === 'cpu' || kind === 'disk');
    const before = new Map<unknown, UsageReading>(sources.map((source) => [source, source.read()]));
    run.runUntil(40);
    for (const source of sources) {
      const name = source.kind === 'cpu' ? 'system_cpu_time_seconds_total' : 'system_disk_io_time_seconds_total';
      const { points } = metrics.scraper.select(name, { instance: source.instance })[0]!;
      const busy = points.valueAt(points.length - 1) - points.valueAt(points.length - 11);
      const { utilization } = usage(source.read(), before.get(source));
      const { capacitySeconds } = source.read();
      if (capacitySeconds < Infinity) {
        const capacity = (capacitySeconds - (before.get(source)?.capacitySeconds ?? 0)) / 20;
        expect(busy / 20 / capacity, `${source.instance} ${source.kind}`).to.be.closeTo(utilization, 1e-9);
      }
    }
  });
});
