import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Shop, type ShopSettings } from '../../../src/shop/index.js';
import { record } from '../helpers.js';

/** Arrivals in each stretch of so many seconds. One cheap service, for only the arrivals matter here. */
function arrivals(settings: Partial<ShopSettings>, { step, count }: { step: number; count: number }): number[] {
  const shop = new Shop(record({ scenario: 'one-queue', settings: { workSeconds: 0, ...settings } }));
  let before = 0;
  return Array.from({ length: count }, (_, i) => {
    shop.runUntil((i + 1) * step);
    const { arrived } = shop.requests.total;
    const came = arrived - before;
    before = arrived;
    return came;
  });
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('Traffic', () => {
  it('comes at random at the rate: mean and variance of a count are the same', () => {
    const counts = arrivals({ rate: 50 }, { step: 1, count: 2000 });
    const mean = sum(counts) / counts.length;
    const variance = sum(counts.map((count) => (count - mean) * (count - mean))) / counts.length;
    expect(mean).to.be.closeTo(50, 3 * Math.sqrt(50 / 2000));
    expect(variance).to.be.closeTo(50, 3 * 50 * Math.sqrt(2 / 2000));
  });

  it('rises by the factor of a spike, for its time', () => {
    const spike = { shape: 'spike', spikeAtSeconds: 100, spikeSeconds: 100, spikeFactor: 4, rate: 50 } as const;
    const [before = 0, during = 0, after = 0] = arrivals(spike, { step: 100, count: 3 });
    expect(before).to.be.closeTo(5000, 3 * Math.sqrt(5000));
    expect(during).to.be.closeTo(20_000, 3 * Math.sqrt(20_000));
    expect(after).to.be.closeTo(5000, 3 * Math.sqrt(5000));
  });

  it('follows the day, and has the rate as its mean', () => {
    const hours = arrivals({ shape: 'day', rate: 2 }, { step: 3600, count: 24 });
    expect(sum(hours) / 86_400).to.be.closeTo(2, 0.03);
    expect(hours[3]).to.be.below((hours[20] ?? 0) / 4);
  });

  it('begins at the time of day that was asked for', () => {
    const [night = 0] = arrivals({ shape: 'day', rate: 5, startSeconds: 3 * 3600 }, { step: 1800, count: 1 });
    const [evening = 0] = arrivals({ shape: 'day', rate: 5, startSeconds: 20 * 3600 }, { step: 1800, count: 1 });
    expect(evening).to.be.above(4 * night);
  });

  it('is nobody at a rate of 0', () => {
    expect(arrivals({ rate: 0 }, { step: 1000, count: 2 })).to.deep.equal([0, 0]);
  });

  it('asks for the routes in their shares', () => {
    const shop = new Shop(record());
    shop.runUntil(100);
    const { total, routes } = shop.requests;
    const shares = ['POST /checkout', 'GET /cart', 'GET /product/{id}'].map(
      (route) => (routes.get(route)?.arrived ?? 0) / total.arrived,
    );
    expect(shares[0]).to.be.closeTo(0.2, 0.015);
    expect(shares[1]).to.be.closeTo(0.3, 0.015);
    expect(shares[2]).to.be.closeTo(0.5, 0.015);
  });
});
