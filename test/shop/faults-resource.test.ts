import { describe, it } from 'node:test';
import { expect } from 'chai';
import { healthy, suffer, treat } from './helpers.js';

const P99 = Math.max(...healthy().map((stretch) => stretch.quantile(0.99)));

describe('A memory leak', () => {
  const fault = { type: 'memory-leak', bytesPerRequest: 1_500_000 } as const;

  it('fills the memory, slows the work by collecting, and ends in instances killed with all that is inside', () => {
    for (const stretch of suffer(fault, [12, 36])) {
      expect(stretch.most('order-service', 'memory').errors).to.be.above(0);
      expect(stretch.share('exception')).to.be.above(0);
      expect(stretch.quantile(0.99, 'GET /product/{id}')).to.be.above(1.3 * 0.08);
    }
  });

  it('is mended by rolling back, and comes back after a restart', () => {
    const service = 'order-service';
    const back = treat(fault, { type: 'roll-back', service }, { at: 10, from: 70 });
    expect([back.failed(), back.most(service, 'memory').errors]).to.deep.equal([0, 0]);
    expect(back.most(service, 'memory').utilization).to.be.below(0.35);
    const restarted = treat(fault, { type: 'restart', service }, { at: 10, from: 35 });
    expect(restarted.most(service, 'memory').utilization).to.be.above(0.5);
  });
});

describe('A slow query', () => {
  const fault = { type: 'slow-query', share: 0.15 } as const;

  it('saturates the processor and disks of the database, and drains the pool of the payments', () => {
    for (const stretch of suffer(fault, [50, 65])) {
      expect(stretch.most('postgres', 'cpu').utilization).to.be.above(0.97);
      expect(stretch.most('postgres', 'cpu').saturation).to.be.above(10);
      expect(stretch.most('postgres', 'disk').utilization).to.be.above(0.75);
      expect(stretch.most('payment-service', 'pool').utilization).to.be.above(0.9);
      expect(stretch.quantile(0.99, 'POST /checkout')).to.be.above(15);
      expect(stretch.share('timeout')).to.be.above(0);
    }
  });

  it('is mended by rolling back; a larger pool, a restart and more instances are not what is missing', () => {
    const service = 'payment-service';
    const back = treat(fault, { type: 'roll-back', service }, { at: 30, from: 100 });
    expect(back.failed()).to.equal(0);
    expect(back.quantile(0.99)).to.be.below(1.5 * P99);
    const others = [
      treat(fault, { type: 'raise-pool', service }, { at: 30, from: 90 }),
      treat(fault, { type: 'scale-out', service }, { at: 10, from: 115 }),
      treat(fault, { type: 'restart', service }, { at: 30, from: 115 }),
    ];
    for (const stretch of others) expect(stretch.quantile(0.99, 'POST /checkout')).to.be.above(15);
  });
});
