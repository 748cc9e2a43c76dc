import { describe, it } from 'node:test';
import { expect } from 'chai';
import { healthy, suffer, treat } from './helpers.js';

const usual = healthy();
const P99 = Math.max(...usual.map((stretch) => stretch.quantile(0.99)));
const CHECKOUT = 'POST /checkout';

describe('A dependency that is down', () => {
  it('fails every checkout at once, and nothing else', () => {
    for (const stretch of suffer({ type: 'dependency-outage' }, [5, 12])) {
      expect(stretch.failed(CHECKOUT)).to.equal(1);
      expect(stretch.failed('GET /cart')).to.equal(0);
      expect(stretch.failed()).to.equal(stretch.share('dependency'));
      expect(stretch.results.find(({ rootCause }) => rootCause)?.rootService).to.equal('card-processor');
    }
  });

  it('is met by failing over, and not by restarting those who call it', () => {
    const other = treat(
      { type: 'dependency-outage' },
      { type: 'fail-over', service: 'card-processor' },
      { at: 5, from: 40 },
    );
    expect(other.failed()).to.equal(0);
    const restarted = treat(
      { type: 'dependency-outage' },
      { type: 'restart', service: 'payment-service' },
      { at: 5, from: 40 },
    );
    expect(restarted.failed(CHECKOUT)).to.equal(1);
  });

  it('takes the whole shop with it when it hangs, until the breaker to it is open', () => {
    const fault = { type: 'dependency-outage', mode: 'hangs' } as const;
    for (const stretch of suffer(fault, [45, 53])) {
      expect(stretch.failed('GET /product/{id}')).to.be.above(0.1);
      expect(stretch.most('order-service', 'workers').utilization).to.be.above(0.95);
      expect(stretch.share('timeout')).to.be.above(0.02);
    }
    const open = treat(
      fault,
      { type: 'open-breaker', from: 'payment-service', to: 'card-processor' },
      { at: 45, from: 75 },
    );
    expect(open.failed('GET /product/{id}')).to.equal(0);
    expect(open.failed(CHECKOUT)).to.equal(1);
    expect(open.quantile(0.99)).to.be.below(P99);
    const elsewhere = treat(fault, { type: 'open-breaker', from: 'order-service', to: 'auth' }, { at: 45, from: 75 });
    expect(elsewhere.failed('GET /product/{id}')).to.be.above(0.1);
  });

  it('leaves the rest alone where breakers open by themselves', () => {
    const [stretch] = suffer({ type: 'dependency-outage', mode: 'hangs' }, [45, 53], { hasBreakers: true });
    expect(stretch?.failed('GET /product/{id}')).to.equal(0);
  });
});

describe('A third party that limits the rate', () => {
  it('refuses what is above its limit, and more of ours does not help', () => {
    const fault = { type: 'third-party-rate-limit' } as const;
    for (const stretch of suffer(fault, [8, 18])) {
      expect(stretch.share('rate_limited')).to.be.above(0.1);
      expect(stretch.failed()).to.equal(stretch.share('rate_limited'));
      expect(stretch.failed(CHECKOUT)).to.be.within(0.6, 0.85);
    }
    expect(treat(fault, { type: 'fail-over', service: 'card-processor' }, { at: 5, from: 40 }).failed()).to.equal(0);
    const more = treat(fault, { type: 'scale-out', service: 'payment-service' }, { at: 5, from: 70 });
    expect(more.failed(CHECKOUT)).to.be.above(0.6);
  });
});

describe('A slow dependency', () => {
  it('slows checkouts, and their workers wait with them', () => {
    const fault = { type: 'slow-dependency' } as const;
    const workers = Math.max(...usual.map((stretch) => stretch.most('payment-service', 'workers').utilization));
    for (const stretch of suffer(fault, [8, 18])) {
      expect(stretch.quantile(0.5, CHECKOUT)).to.be.above(1);
      expect(stretch.quantile(0.5, 'GET /cart')).to.be.below(0.1);
      expect(stretch.most('payment-service', 'workers').utilization).to.be.above(3 * workers);
      expect(stretch.most('payment-service', 'cpu').utilization).to.be.below(0.5);
    }
    const other = treat(fault, { type: 'fail-over', service: 'card-processor' }, { at: 5, from: 45 });
    expect(other.quantile(0.5, CHECKOUT)).to.be.below(0.4);
  });
});
