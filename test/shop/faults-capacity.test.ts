import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Shop } from '../../src/shop/index.js';
import { healthy, record, suffer, treat } from './helpers.js';

const P99 = Math.max(...healthy().map((stretch) => stretch.quantile(0.99)));
const service = 'order-service';

describe('Lost capacity', () => {
  const fault = { type: 'lost-capacity' } as const;

  it('leaves the instances that are left with the work of all', () => {
    for (const stretch of suffer(fault, [12, 20])) {
      expect(stretch.most(service, 'cpu').utilization).to.be.above(0.95);
      expect(stretch.most(service, 'cpu').saturation).to.be.above(10);
      expect(stretch.quantile(0.99)).to.be.above(5 * P99);
      expect(stretch.most('payment-service', 'cpu').utilization).to.be.below(0.5);
    }
  });

  it('is a share of the instances, and never more than there are', () => {
    const left = (share: number | undefined): number => {
      const shop = new Shop(record({ actions: [{ at: 1, ...fault, ...(share === undefined ? {} : { share }) }] }));
      shop.runUntil(2);
      return shop.services.get(service)!.instances.filter(({ isRunning }) => isRunning).length;
    };
    expect([undefined, 0, 0.3, 0.6, 1].map(left)).to.deep.equal([1, 3, 2, 1, 0]);
  });

  it('is met by more instances, and by starting those that are gone', () => {
    const scaled = treat(fault, { type: 'scale-out', service, instances: 3 }, { at: 5, from: 110 });
    expect(scaled.failed()).to.be.below(0.001);
    expect(scaled.quantile(0.99)).to.be.below(1.5 * P99);
    const restarted = treat(fault, { type: 'restart', service }, { at: 5, from: 70 });
    expect(restarted.failed()).to.be.below(0.001);
    expect(restarted.quantile(0.99)).to.be.below(1.5 * P99);
  });

  it('is not met by rolling back, for nothing was deployed', () => {
    const rolledBack = treat(fault, { type: 'roll-back', service }, { at: 5, from: 70 });
    expect(rolledBack.quantile(0.99)).to.be.above(5 * P99);
  });
});
