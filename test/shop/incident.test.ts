import { describe, it } from 'node:test';
import { expect } from 'chai';
import { SCENARIOS, Shop, type ShopChange, type ShopLog, type ShopSpan } from '../../src/shop/index.js';
import { record, watch } from './helpers.js';

const scenario = 'slow-query-night';
const { seed } = SCENARIOS[scenario]!;
const clock = (hours: number, minutes: number) => (hours * 60 + minutes - 100) * 60;

describe("The lesson's incident", () => {
  const shop = new Shop(
    record({ scenario, seed, actions: [{ at: clock(1, 52), type: 'roll-back', service: 'payment-service' }] }),
  );
  const changes: ShopChange[] = [];
  const failures: number[] = [];
  const scans: ShopSpan[] = [];
  const warnings: ShopLog[] = [];
  shop.listen({
    change: (change) => changes.push(change),
    result: ({ cause, endSeconds }) => cause !== undefined && failures.push(endSeconds),
    span(span) {
      if (span.name === 'SELECT payments' && span.endSeconds - span.startSeconds > 20) scans.push(span);
    },
    log: (log) => log.event === 'slow_query' && warnings.push(log),
  });
  const before = watch(shop, clock(1, 41), clock(1, 45));
  const during = watch(shop, clock(1, 47.5), clock(1, 52));
  const after = watch(shop, clock(1, 54), clock(1, 57));

  it('begins with a deploy of payments at 01:45, among innocent changes', () => {
    const deploys = changes.filter(({ kind }) => kind === 'deploy');
    expect(deploys.find(({ service }) => service === 'payment-service')?.seconds).to.equal(clock(1, 45));
    expect(changes.map(({ kind }) => kind)).to.include.members(['campaign', 'flag', 'deploy', 'roll-back']);
    expect(changes).to.have.length.at.least(5);
  });

  it('shows its first errors at 01:47', () => {
    expect(failures[0]).to.be.within(clock(1, 47), clock(1, 48));
    expect(before.failed()).to.equal(0);
  });

  it('fails about 8 % of the payments', () => {
    expect(during.failed('POST /checkout')).to.be.within(0.06, 0.1);
  });

  it('leaves traces with 29 s in one query of the database', () => {
    const times = scans.map(({ startSeconds, endSeconds }) => endSeconds - startSeconds);
    expect(times.filter((time) => time > 28 && time < 30)).to.have.length.above(3);
    expect(scans[0]?.attributes).to.include({ 'db.system.name': 'postgresql', 'db.collection.name': 'payments' });
    expect(scans[0]?.service).to.equal('payment-service');
  });

  it('keeps the processor of the database at 98 % or more, and drains the pool', () => {
    expect(before.most('postgres', 'cpu').utilization).to.be.below(0.2);
    expect(during.most('postgres', 'cpu').utilization).to.be.at.least(0.97);
    expect(during.most('payment-service', 'pool').utilization).to.be.above(0.8);
    expect(during.most('payment-service', 'pool').errors).to.be.above(50);
  });

  it('says in the logs of the database what it is', () => {
    expect(warnings[0]).to.include({ severity: 'WARN', service: 'postgres' });
    expect(warnings[0]?.message).to.match(/full table scan .* missing index/);
    expect(warnings[0]?.traceId).to.match(/^[0-9a-f]{32}$/);
  });

  it('is over within two minutes of the roll-back: below 0.1 %', () => {
    expect(after.failed()).to.be.below(0.001);
    expect(after.quantile(0.99)).to.be.below(2 * before.quantile(0.99));
  });
});
