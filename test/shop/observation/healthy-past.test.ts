import { describe, it } from 'node:test';
import { expect } from 'chai';
import { PAST_SECONDS, Run, ShopMetrics, type ShopSpan } from '../../../src/shop/index.js';
import { fillHealthy, pastTimes } from '../../../src/shop/observation/healthy-past.js';
import { Histogram, increase, type ScrapedSeries } from '../../../src/telemetry/index.js';
import { record } from '../helpers.js';

const BOUNDARIES = [0.02, 0.025, 0.03, 0.04, 0.06, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5];
const ROUTES = ['POST /checkout', 'GET /cart', 'GET /product/{id}'] as const;

describe('The healthy past', () => {
  it('is like a quiet run of another seed, for every route', () => {
    const run = new Run(record({ seed: 77 }));
    const spans: ShopSpan[] = [];
    run.shop.listen({
      span: (span) => void (span.service === 'api-gateway' && span.kind === 'server' && spans.push(span)),
    });
    run.runUntil(120);
    for (const route of ROUTES) {
      const mine = spans
        .filter(({ name }) => name === route)
        .map(({ startSeconds, endSeconds }) => endSeconds - startSeconds);
      const past = new Histogram(BOUNDARIES);
      fillHealthy(past, route, 1, 1e6);
      BOUNDARIES.forEach((bound, index) => {
        const share = past.cumulativeCount(index) / past.count;
        const measured = mine.filter((seconds) => seconds <= bound).length / mine.length;
        // Five standard errors of so many requests, and a little for what differs from seed to seed.
        const error = 5 * Math.sqrt((share * (1 - share)) / mine.length) + 0.005;
        expect(measured, `${route} ${bound}`).to.be.closeTo(share, error);
      });
      const mean = mine.reduce((sum, seconds) => sum + seconds, 0) / mine.length;
      expect(past.sum / past.count, route).to.be.closeTo(mean, 0.05 * mean);
    }
  });

  it('never lets a bucket fall', () => {
    const histogram = new Histogram(BOUNDARIES);
    let before = histogram.buckets();
    for (const seconds of pastTimes(5).map((time) => time + PAST_SECONDS)) {
      fillHealthy(histogram, 'GET /cart', 0.37, seconds);
      const now = histogram.buckets();
      now.forEach(({ count }, index) => expect(count).to.be.at.least(before[index]!.count));
      before = now;
    }
  });

  it('has samples for windows of every length, to a hundredth', () => {
    for (const scrapeSeconds of [1, 5, 15]) {
      const times = pastTimes(scrapeSeconds);
      expect(times).to.deep.equal(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).to.equal(-scrapeSeconds);
      expect(times[0]).to.be.below(-0.99 * PAST_SECONDS);
      times.forEach((time, index) => {
        const next = times[index + 1];
        if (next !== undefined) expect(next - time).to.be.at.most(Math.max(scrapeSeconds, -0.0151 * time));
      });
    }
  });

  it('counts on without a break when the run begins, and only at the service that customers come to', () => {
    const run = new Run(record());
    const { scraper } = run.watch(
      (shop) => new ShopMetrics(shop, { hasPast: true, scrapeSeconds: 5, capacity: 4096 }),
    ).current;
    run.runUntil(300);
    const of = (job: string): ScrapedSeries[] => scraper.select('http_server_request_duration_seconds_count', { job });
    const grown = (range: number): number =>
      of('api-gateway').reduce((sum, { points }) => sum + (increase(points, { at: 300, range }) ?? 0), 0);
    for (const range of [600, 3600, 6 * 3600, 3 * 86_400]) {
      expect(grown(range), String(range)).to.be.closeTo(100 * range, 0.02 * 100 * range);
    }
    expect(Math.min(...of('order-service').map(({ points }) => points.timeAt(0)))).to.equal(5);
  });
});
