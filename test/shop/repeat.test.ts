import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { Shop, type RunRecord } from '../../src/shop/index.js';
import { actions } from './actions.js';
import { eventLog, record } from './helpers.js';

function play(run: RunRecord, steps: number[]): string[] {
  const shop = new Shop(run);
  const lines = eventLog(shop);
  for (const seconds of steps) shop.runUntil(seconds);
  return lines;
}

describe('A run', () => {
  it('is the same to the byte each time, in whatever steps it is played', () => {
    fc.assert(
      fc.property(
        actions(30),
        fc.array(fc.double({ min: 0, max: 35, noNaN: true }), { maxLength: 20 }),
        (list, steps) => {
          const run = record({ settings: { rate: 20 }, actions: list });
          expect(play(run, [...steps, 35])).to.deep.equal(play(run, [35]));
        },
      ),
      { numRuns: 12, seed: 20240115 },
    );
  });

  it('is the same when what was done while playing is played from the record', () => {
    fc.assert(
      fc.property(actions(30), (list) => {
        const live = new Shop(record({ settings: { rate: 20 } }));
        const lines = eventLog(live);
        for (const { at, ...what } of [...list].sort((a, b) => a.at - b.at)) {
          live.runUntil(at);
          live.act(what);
        }
        live.runUntil(35);
        const copy = JSON.parse(JSON.stringify(live.record)) as RunRecord;
        expect(play(copy, [35])).to.deep.equal(lines);
      }),
      { numRuns: 12, seed: 20240115 },
    );
  });

  it('keeps actions added while playing in order among those to come', () => {
    const shop = new Shop(record({ actions: [{ at: 50, type: 'cache-failure' }] }));
    shop.runUntil(10);
    shop.inject({ type: 'bad-deploy' });
    shop.mitigate({ type: 'roll-back', service: 'order-service' });
    expect(shop.record.actions.map(({ at, type }) => [at, type])).to.deep.equal([
      [10, 'bad-deploy'],
      [10, 'roll-back'],
      [50, 'cache-failure'],
    ]);
  });

  it('does not depend on who listens', () => {
    const heard = new Shop(record());
    eventLog(heard);
    const alone = new Shop(record());
    heard.runUntil(30);
    alone.runUntil(30);
    expect(alone.simulation.eventCount).to.equal(heard.simulation.eventCount);
    const late: string[] = [];
    const early: string[] = [];
    heard.listen({ result: ({ traceId }) => early.push(traceId) });
    alone.listen({ result: ({ traceId }) => late.push(traceId) });
    heard.runUntil(31);
    alone.runUntil(31);
    expect(late).to.deep.equal(early);
  });

  it('leaves the record it was given as it was', () => {
    const run = record({ actions: [{ at: 9, type: 'cache-failure' }] });
    const shop = new Shop(run);
    shop.inject({ type: 'bad-deploy' });
    expect(run.actions).to.have.length(1);
  });

  it('refuses scenarios, actions, services and times that do not exist', () => {
    expect(() => new Shop(record({ scenario: 'toString' }))).to.throw(RangeError, 'toString');
    const act = (action: object) => () => new Shop(record({ actions: [action as never] }));
    expect(act({ at: 0, type: 'constructor' })).to.throw(RangeError, 'constructor');
    expect(act({ at: NaN, type: 'cache-failure' })).to.throw(RangeError, 'NaN');
    const shop = new Shop(record());
    expect(() => shop.mitigate({ type: 'restart', service: 'nobody' })).to.throw(RangeError, 'nobody');
  });

  it('leaves out settings that make no sense', () => {
    const settings = { rate: NaN, shape: 'toString', workers: -1, hasBreakers: 1 } as never;
    const shop = new Shop(record({ settings }));
    expect(shop.settings).to.deep.equal(new Shop(record()).settings);
    new Shop(record({ scenario: 'one-queue', settings: { workers: 2.5, startSeconds: Infinity } })).runUntil(5);
  });

  it('answers numbers that make no sense with the usual ones', () => {
    const shop = new Shop(record({ actions: [{ at: 1, type: 'bad-deploy', share: NaN }] }));
    shop.inject({ type: 'traffic-spike', factor: -3, seconds: -1 });
    shop.runUntil(40);
    expect(shop.requests.total.rootCauses.exception).to.be.above(100);
  });
});

describe('Two runs of one seed', () => {
  const customers = (run: RunRecord) => {
    const shop = new Shop(run);
    const lines: string[] = [];
    shop.listen({ result: ({ traceId, route, startSeconds }) => lines.push(`${startSeconds} ${route} ${traceId}`) });
    shop.runUntil(60);
    shop.act({ type: 'close-shop' });
    shop.runUntil(200);
    return lines.sort();
  };

  it('serve the same customers, whatever else differs', () => {
    const base = customers(record());
    expect(base).to.have.length.above(5000);
    expect(customers(record({ settings: { retries: 4, hasBreakers: true } }))).to.deep.equal(base);
    expect(customers(record({ actions: [{ at: 5, type: 'slow-query' }] }))).to.deep.equal(base);
    expect(customers(record({ actions: [{ at: 5, type: 'retry-storm' }] }))).to.deep.equal(base);
    expect(customers(record({ actions: [{ at: 5, type: 'bad-deploy' }] }))).to.deep.equal(base);
    expect(customers(record({ actions: [{ at: 5, type: 'packet-loss', share: 0.3 }] }))).to.deep.equal(base);
  });

  it('add the customers of a spike to those who come anyway', () => {
    const base = customers(record());
    const more = customers(record({ actions: [{ at: 20, type: 'traffic-spike', factor: 2, seconds: 10 }] }));
    expect(more).to.have.length.within(base.length + 800, base.length + 1200);
    const times = new Set(more.map((line) => line.split(' ')[0]));
    expect(base.every((line) => times.has(line.split(' ')[0]))).to.equal(true);
  });
});
