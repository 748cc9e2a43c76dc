import { describe, it } from 'node:test';
import { expect } from 'chai';
import { healthy, suffer, treat } from './helpers.js';

const usual = healthy();
const P99 = Math.max(...usual.map((stretch) => stretch.quantile(0.99)));

describe('A healthy shop', () => {
  it('fails nobody, and has room', () => {
    for (const stretch of usual) {
      expect(stretch.failed()).to.equal(0);
      expect(stretch.quantile(0.99)).to.be.below(0.5);
      expect(stretch.most('order-service', 'cpu').utilization).to.be.within(0.3, 0.6);
      expect(stretch.most('postgres', 'cpu').utilization).to.be.below(0.2);
      expect(stretch.most('payment-service', 'pool').utilization).to.be.below(0.1);
    }
  });
});

describe('A traffic spike', () => {
  const fault = { type: 'traffic-spike' } as const;

  it('fills the processors of the orders first, and the queue turns customers away', () => {
    for (const stretch of suffer(fault, [12, 20])) {
      expect(stretch.most('order-service', 'cpu').utilization).to.be.above(0.95);
      expect(stretch.most('order-service', 'cpu').saturation).to.be.above(20);
      expect(stretch.most('payment-service', 'cpu').utilization).to.be.below(0.9);
      expect(stretch.quantile(0.99)).to.be.above(5 * P99);
      expect(stretch.share('rejected')).to.be.above(0.1);
    }
  });

  it('is met by more instances of the orders, or by shedding load', () => {
    const scaled = treat(fault, { type: 'scale-out', service: 'order-service' }, { at: 5, from: 100 });
    expect(scaled.failed()).to.be.below(0.001);
    expect(scaled.quantile(0.99)).to.be.below(2 * P99);
    const shed = treat(fault, { type: 'shed-load', share: 0.6 }, { at: 5, from: 60 });
    expect(shed.quantile(0.99)).to.be.below(2 * P99);
    expect(shed.failed()).to.be.within(0.57, 0.63);
  });

  it('is not met by rolling back, nor by more of what has room', () => {
    const rolledBack = treat(fault, { type: 'roll-back', service: 'order-service' }, { at: 5, from: 70 });
    expect(rolledBack.failed()).to.be.above(0.1);
    const elsewhere = treat(fault, { type: 'scale-out', service: 'payment-service' }, { at: 5, from: 80 });
    expect(elsewhere.failed()).to.be.above(0.1);
  });
});

describe('A retry storm', () => {
  const fault = { type: 'retry-storm', seconds: 15 } as const;

  it('goes on by itself long after its trigger is over', () => {
    for (const stretch of suffer(fault, [35, 45])) {
      expect(stretch.most('auth', 'cpu').utilization).to.be.above(0.95);
      expect(stretch.failed('GET /cart')).to.be.above(0.5);
      expect(stretch.failed('GET /product/{id}')).to.equal(0);
      expect(stretch.share('timeout')).to.be.above(0.05);
    }
  });

  it('ends when the retries are turned off, and not when the callers are restarted', () => {
    const off = treat(fault, { type: 'disable-flag', flag: 'eager-retries' }, { at: 30, from: 55 });
    expect(off.failed()).to.equal(0);
    const restarted = treat(fault, { type: 'restart', service: 'order-service' }, { at: 30, from: 55 });
    expect(restarted.failed('GET /cart')).to.be.above(0.5);
  });
});
