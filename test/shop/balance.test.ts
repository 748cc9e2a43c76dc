import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { Shop, type ShopAction } from '../../src/shop/index.js';
import { actions } from './actions.js';
import { sample } from '../seeds.js';
import { record } from './helpers.js';

function expectBalance(shop: Shop) {
  const { total, routes } = shop.requests;
  expect(total.arrived).to.equal(total.served + total.failed + total.inside);
  for (const tally of routes.values()) expect(tally.arrived).to.equal(tally.served + tally.failed + tally.inside);
  let failures = 0;
  for (const count of Object.values(total.rootCauses)) failures += count;
  expect(failures).to.equal(total.failed);
  for (const { counts } of shop.services.values()) {
    expect(counts.received).to.equal(counts.answered + counts.failed + counts.inside);
  }
  for (const source of shop.usageSources) {
    const { utilization, saturation, busySeconds } = source.read();
    expect(utilization).to.be.at.least(0);
    expect(saturation).to.be.at.least(0);
    expect(busySeconds).to.be.at.least(0);
  }
}

describe('Balance', () => {
  it('holds at every time, whatever breaks and whatever is done: arrived = served + failed + inside', () => {
    fc.assert(
      fc.property(actions(60), fc.integer(), fc.constantFrom(undefined, 0, 2), (list, seed, retries) => {
        const settings = { rate: 25, ...(retries === undefined ? {} : { retries }) };
        const shop = new Shop(record({ seed, settings, actions: list }));
        for (const seconds of [0, 7.3, 20, 41, 60, 80]) {
          shop.runUntil(seconds);
          expectBalance(shop);
        }
      }),
      { numRuns: sample(10, 100), seed: 20240115 },
    );
  });

  it('agrees with what the listeners are told', () => {
    const shop = new Shop(record({ actions: [{ at: 5, type: 'bad-deploy' }] }));
    let served = 0;
    let failed = 0;
    shop.listen({ result: ({ cause }) => (cause === undefined ? served++ : failed++) });
    shop.runUntil(40);
    expect([served, failed]).to.deep.equal([shop.requests.total.served, shop.requests.total.failed]);
    expect(failed).to.be.above(100);
  });

  it('leaves nobody inside and nothing in use once the shop has been closed for long enough', () => {
    fc.assert(
      fc.property(actions(40), fc.integer(), (list, seed) => {
        // Neighbours never sleep, leaked connections never come back: without them all must be idle at the end.
        const mild = list.filter(({ type }) => type !== 'noisy-neighbour' && type !== 'connection-leak');
        const end: ShopAction[] = [{ at: 45, type: 'close-shop' }];
        const shop = new Shop(record({ seed, settings: { rate: 25 }, actions: [...mild, ...end] }));
        shop.runUntil(45 + 400);
        expect(shop.requests.total.inside).to.equal(0);
        for (const source of shop.usageSources.filter(({ kind }) => kind !== 'memory' && kind !== 'network')) {
          expect(source.read(), `${source.instance} ${source.name}`).to.include({ utilization: 0 });
        }
      }),
      { numRuns: sample(5, 50), seed: 20240115 },
    );
  });
});
