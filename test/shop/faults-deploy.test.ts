import { describe, it } from 'node:test';
import { expect } from 'chai';
import { healthy, suffer, treat } from './helpers.js';

const P99 = Math.max(...healthy().map((stretch) => stretch.quantile(0.99)));

describe('A bad deploy', () => {
  const fault = { type: 'bad-deploy' } as const;

  it('throws, and nothing is slow or full', () => {
    for (const stretch of suffer(fault, [30, 45])) {
      expect(stretch.share('exception')).to.be.within(0.25, 0.35);
      expect(stretch.failed()).to.equal(stretch.share('exception'));
      expect(stretch.results.find(({ rootCause }) => rootCause)?.rootService).to.equal('order-service');
      expect(stretch.quantile(0.99)).to.be.below(1.5 * P99);
      expect(stretch.most('order-service', 'cpu').utilization).to.be.below(0.7);
    }
  });

  it('is mended by rolling back, and not by restarting or by more instances of the same', () => {
    expect(treat(fault, { type: 'roll-back', service: 'order-service' }, { at: 20, from: 70 }).failed()).to.equal(0);
    const others = [
      treat(fault, { type: 'restart', service: 'order-service' }, { at: 30, from: 60 }),
      treat(fault, { type: 'scale-out', service: 'order-service' }, { at: 20, from: 85 }),
    ];
    for (const stretch of others) expect(stretch.share('exception')).to.be.within(0.25, 0.35);
  });
});

describe('A connection leak', () => {
  const fault = { type: 'connection-leak', share: 0.1 } as const;

  it('empties the pool while the database is idle, and then every payment waits in vain', () => {
    for (const stretch of suffer(fault, [42, 50])) {
      expect(stretch.most('payment-service', 'pool').utilization).to.be.above(0.95);
      expect(stretch.most('payment-service', 'pool').errors).to.be.above(20);
      expect(stretch.failed('POST /checkout')).to.be.above(0.5);
      expect(stretch.share('timeout')).to.be.above(0.1);
      expect(stretch.most('postgres', 'cpu').utilization).to.be.below(0.2);
    }
  });

  it('is mended by rolling back; a restart and a larger pool only put it off', () => {
    const service = 'payment-service';
    expect(treat(fault, { type: 'roll-back', service }, { at: 40, from: 85 }).failed()).to.equal(0);
    const early = treat(fault, { type: 'restart', service }, { at: 45, from: 65 }).failed('POST /checkout');
    const late = treat(fault, { type: 'restart', service }, { at: 45, from: 95 }).failed('POST /checkout');
    expect([early < 0.2, late > 0.5]).to.deep.equal([true, true]);
    expect(treat(fault, { type: 'raise-pool', service, size: 100 }, { at: 2, from: 30 }).failed()).to.equal(0);
    const larger = treat(fault, { type: 'raise-pool', service, size: 100 }, { at: 2, from: 80 });
    expect(larger.failed('POST /checkout')).to.be.above(0.5);
  });
});
