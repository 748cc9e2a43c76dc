import { describe, it } from 'node:test';
import { expect } from 'chai';
import { healthy, suffer, treat } from './helpers.js';

const P99 = Math.max(...healthy().map((stretch) => stretch.quantile(0.99)));
const service = 'inventory-service';

describe('A noisy neighbour', () => {
  const fault = { type: 'noisy-neighbour' } as const;

  it('takes the processor of one instance, and slows those who are sent there', () => {
    for (const stretch of suffer(fault, [5, 15])) {
      expect(stretch.most(service, 'cpu').utilization).to.be.above(0.98);
      expect(stretch.most(service, 'cpu').saturation).to.be.above(5);
      expect(stretch.quantile(0.99)).to.be.above(1.5 * P99);
      expect(stretch.quantile(0.1)).to.be.below(0.05);
      expect(stretch.failed()).to.equal(0);
    }
  });

  it('is left behind by failing over, and is still there after a restart', () => {
    const away = treat(fault, { type: 'fail-over', service }, { at: 5, from: 50 });
    expect(away.quantile(0.99)).to.be.below(1.3 * P99);
    const restarted = treat(fault, { type: 'restart', service }, { at: 5, from: 50 });
    expect(restarted.quantile(0.99)).to.be.above(1.5 * P99);
  });
});

describe('Packet loss', () => {
  const fault = { type: 'packet-loss' } as const;

  it('is seen in retransmissions and in the tail, not in the median', () => {
    for (const stretch of suffer(fault, [5, 18])) {
      expect(stretch.most(service, 'network').errors).to.be.above(50);
      expect(stretch.quantile(0.99)).to.be.above(1.5 * P99);
      expect(stretch.quantile(0.5)).to.be.below(0.05);
      expect(stretch.failed()).to.equal(0);
    }
  });

  it('is left behind by another path, and not by other code', () => {
    const away = treat(fault, { type: 'fail-over', service }, { at: 5, from: 50 });
    expect(away.most(service, 'network').errors).to.equal(0);
    expect(away.quantile(0.99)).to.be.below(1.3 * P99);
    const same = treat(fault, { type: 'roll-back', service }, { at: 5, from: 50 });
    expect(same.most(service, 'network').errors).to.be.above(50);
  });
});

describe('A cache that fails', () => {
  const fault = { type: 'cache-failure' } as const;

  it('sends everyone to the database, whose processor cannot serve them all', () => {
    for (const stretch of suffer(fault, [15, 25])) {
      expect(stretch.most('postgres', 'cpu').utilization).to.be.above(0.97);
      expect(stretch.most(service, 'pool').saturation).to.be.above(5);
      expect(stretch.quantile(0.5)).to.be.above(0.5);
    }
  });

  it('is met by a cache that fills again, not by more of those who ask', () => {
    const again = treat(fault, { type: 'restart', service: 'cache' }, { at: 20, from: 80 });
    expect(again.failed()).to.equal(0);
    expect(again.quantile(0.99)).to.be.below(1.5 * P99);
    const more = treat(fault, { type: 'scale-out', service }, { at: 5, from: 80 });
    expect(more.quantile(0.5)).to.be.above(0.5);
  });
});
