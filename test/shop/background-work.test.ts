import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Shop, type ShopAction, type ShopSpan } from '../../src/shop/index.js';
import { healthy, record, SEEDS, suffer, watch } from './helpers.js';

const usual = healthy();
const P99 = Math.max(...usual.map((stretch) => stretch.quantile(0.99)));

/** Something done at second 5, on three seeds, watched from 10 to 30. */
function during(action: ShopAction) {
  return SEEDS.slice(0, 3).map((seed) => watch(new Shop(record({ seed, actions: [action] })), 10, 30));
}

describe('A batch job at idle priority', () => {
  it('fills the processor, and lets nobody wait for longer than it takes to hand it back', () => {
    for (const stretch of during({ at: 5, type: 'batch-job', service: 'postgres' })) {
      expect(stretch.most('postgres', 'cpu').utilization).to.be.above(0.97);
      expect(stretch.most('postgres', 'cpu').saturation).to.be.at.most(3);
      expect(stretch.failed()).to.equal(0);
      expect(stretch.quantile(0.99)).to.be.below(1.2 * P99);
    }
  });

  it('ends when it is told to, and leaves the processor as it was', () => {
    const actions: ShopAction[] = [{ at: 5, type: 'batch-job', service: 'postgres', seconds: 10 }];
    const stretch = watch(new Shop(record({ actions })), 16, 36);
    expect(stretch.most('postgres', 'cpu').utilization).to.be.below(0.2);
  });

  it('changes nobody’s draws: the same customers come', () => {
    const plain = new Shop(record());
    const busy = new Shop(record({ actions: [{ at: 5, type: 'batch-job', service: 'postgres' }] }));
    plain.runUntil(20);
    busy.runUntil(20);
    expect(busy.requests.total.arrived).to.equal(plain.requests.total.arrived);
  });
});

describe('Reports', () => {
  it('take the share of the processors that they ask for, on top of what customers need', () => {
    const before = Math.max(...usual.map((stretch) => stretch.most('postgres', 'cpu').utilization));
    for (const stretch of during({ at: 5, type: 'reports', service: 'postgres', share: 0.6 })) {
      expect(stretch.most('postgres', 'cpu').utilization).to.be.within(0.6, 0.66 + before);
      expect(stretch.quantile(0.99)).to.be.below(1.2 * P99);
    }
  });

  it('stand in the queue like everybody: where there is no room, customers wait', () => {
    for (const stretch of during({ at: 5, type: 'reports', service: 'postgres', share: 1.1 })) {
      expect(stretch.most('postgres', 'cpu').saturation).to.be.above(100);
      expect(stretch.quantile(0.99)).to.be.above(1.5 * P99);
    }
  });

  it('of a share that makes no sense are the usual ones', () => {
    const [stretch] = during({ at: 5, type: 'reports', service: 'postgres', share: NaN });
    expect(stretch!.most('postgres', 'cpu').utilization).to.be.within(0.5, 0.7);
  });
});

describe('A slow query over a table on disk', () => {
  it('saturates the disks before the processor', () => {
    for (const stretch of suffer({ type: 'slow-query', share: 0.15, mode: 'disk' }, [50, 65])) {
      const [cpu, disk] = [stretch.most('postgres', 'cpu'), stretch.most('postgres', 'disk')];
      expect(disk.utilization).to.be.above(0.97);
      expect(disk.saturation).to.be.above(10);
      expect(cpu.utilization).to.be.below(0.8);
    }
  });

  it('looks like any other SELECT from outside', () => {
    const shop = new Shop(record({ actions: [{ at: 5, type: 'slow-query', share: 1, mode: 'disk' }] }));
    const slow: ShopSpan[] = [];
    shop.listen({
      span: (span) =>
        void (span.name.endsWith('payments') && span.endSeconds - span.startSeconds > 2 && slow.push(span)),
    });
    shop.runUntil(30);
    expect(slow.length).to.be.above(10);
    const names = new Set(slow.map(({ name, attributes }) => `${name}: ${String(attributes['db.query.summary'])}`));
    expect([...names])
      .to.include('SELECT payments: SELECT payments')
      .and.not.include('READ payments: READ payments');
  });
});
