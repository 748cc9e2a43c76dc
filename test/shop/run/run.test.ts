import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { ChangeLog, Run, Shop, type RunRecord } from '../../../src/shop/index.js';
import { actions } from '../actions.js';
import { eventLog, record } from '../helpers.js';

/** Keeps all that happens, and when it was asked to look. */
class Witness {
  readonly lines: string[];
  readonly ticks: number[] = [];

  constructor(shop: Shop) {
    this.lines = eventLog(shop);
  }

  tick(seconds: number): void {
    this.ticks.push(seconds);
  }
}

/** What happens when the shop is run without anybody to hold it up. */
function straight(run: RunRecord, seconds: number): string[] {
  const shop = new Shop(run);
  const lines = eventLog(shop);
  shop.runUntil(seconds);
  return lines;
}

const quick = (over: Partial<RunRecord> = {}): RunRecord => record({ settings: { rate: 20 }, ...over });

describe('Run', () => {
  it('is seen from its first second on, in whole seconds', () => {
    const run = new Run(quick());
    const { current } = run.watch((shop) => new Witness(shop));
    run.runUntil(5);
    expect(current.ticks).to.deep.equal([1, 2, 3, 4, 5]);
    expect(current.lines).to.deep.equal(straight(quick(), 5));
    expect(current.lines).to.have.length.above(100);
  });

  it('begins again for whoever comes late, and for all who were there', () => {
    const run = new Run(quick());
    const early = run.watch((shop) => new Witness(shop));
    run.runUntil(5);
    const seen = [...early.current.lines];
    const late = run.watch((shop) => new Witness(shop));
    expect([run.now, early.current.lines.length]).to.deep.equal([0, 0]);
    run.runUntil(5);
    expect(late.current.lines).to.deep.equal(seen);
    expect(early.current.lines).to.deep.equal(seen);
  });

  it('lets several come before it begins, and does not begin again for them', () => {
    const run = new Run(quick());
    const { shop } = run;
    run.watch((one) => new Witness(one));
    run.watch((one) => new ChangeLog(one));
    expect(run.shop === shop).to.equal(true);
  });

  it('tells nothing more to those who have left', () => {
    const run = new Run(quick());
    const watch = run.watch((shop) => new Witness(shop));
    run.runUntil(3);
    const { current } = watch;
    watch.end();
    run.runUntil(6);
    expect(current.ticks).to.deep.equal([1, 2, 3]);
    run.restart();
    expect(watch.current === current, 'nobody new watches in its place').to.equal(true);
  });

  it('stands at a whole second wherever it was stopped, and goes on from there', () => {
    const run = new Run(quick());
    const { current } = run.watch((shop) => new Witness(shop));
    for (let parts = 30; parts > 0; parts--) run.runUntil(10, once());
    expect(run.now).to.equal(1);
    expect(run.shop.simulation.now).to.be.within(1, 2);
    run.runUntil(4);
    expect(current.ticks).to.deep.equal([1, 2, 3, 4]);
    expect(current.lines).to.deep.equal(straight(quick(), 4));
  });

  it('is the same run at any slicing', () => {
    fc.assert(
      fc.property(actions(20), fc.array(fc.nat({ max: 40 }), { maxLength: 30 }), (list, slices) => {
        const run = new Run(quick({ actions: list }));
        const { current } = run.watch((shop) => new Witness(shop));
        for (const parts of slices) run.runUntil(22, atMost(parts));
        run.runUntil(22);
        expect(current.lines).to.deep.equal(straight(quick({ actions: list }), 22));
      }),
      { numRuns: 10 },
    );
  });

  it('is the same run after going back', () => {
    const run = new Run(quick({ actions: [{ at: 4, type: 'bad-deploy' }] }));
    const watch = run.watch((shop) => new Witness(shop));
    run.runUntil(12);
    const first = [...watch.current.lines];
    run.restart();
    run.runUntil(12);
    expect(watch.current.lines).to.deep.equal(first);
  });

  it('begins another run with those who watch', () => {
    const run = new Run(quick());
    const watch = run.watch((shop) => new Witness(shop));
    run.runUntil(3);
    run.restart(quick({ seed: 7 }));
    run.runUntil(6);
    expect(watch.current.lines).to.deep.equal(straight(quick({ seed: 7 }), 6));
    expect(run.record.seed).to.equal(7);
  });

  it('records what is done, and plays it again from the record', () => {
    fc.assert(
      fc.property(actions(15), fc.nat({ max: 19 }), (list, parts) => {
        const run = new Run(quick());
        const { current } = run.watch((shop) => new Witness(shop));
        for (const { at, ...what } of [...list].sort((a, b) => a.at - b.at)) {
          run.runUntil(Math.floor(at));
          // In the middle of a second, where a reader's click may find it.
          run.runUntil(Math.floor(at) + 1, atMost(parts));
          run.act(what);
        }
        run.runUntil(25);
        const copy = JSON.parse(JSON.stringify(run.record)) as RunRecord;
        const again = new Run(copy);
        const replay = again.watch((shop) => new Witness(shop));
        again.runUntil(25);
        expect(replay.current.lines).to.deep.equal(current.lines);
      }),
      { numRuns: 10 },
    );
  });

  it('forgets what was to be done later when something else is done after going back', () => {
    const run = new Run(quick());
    run.runUntil(5);
    run.act({ type: 'bad-deploy' });
    run.runUntil(10);
    run.act({ type: 'roll-back', service: 'order-service' });
    run.restart();
    run.runUntil(7);
    run.act({ type: 'restart', service: 'order-service' });
    const done = run.record.actions.map(({ at, type }) => [at, type]);
    expect(done).to.deep.equal([
      [5, 'bad-deploy'],
      [7, 'restart'],
    ]);
    const watch = run.watch((shop) => new Witness(shop));
    run.runUntil(45);
    expect(watch.current.lines).to.deep.equal(straight(run.record, 45));
    expect(watch.current.lines.some((line) => line.includes('rolled back'))).to.equal(false);
  });

  it('keeps what the scenario has for later, for that is no act of the reader', () => {
    const run = new Run(record({ scenario: 'slow-query-night', settings: { rate: 1 } }));
    const changes = run.watch((shop) => new ChangeLog(shop));
    run.runUntil(60);
    run.act({ type: 'deploy', service: 'auth' });
    run.runUntil(345);
    const others = new Run(record({ scenario: 'slow-query-night', settings: { rate: 1 } }));
    const usual = others.watch((shop) => new ChangeLog(shop));
    others.runUntil(345);
    const times = ({ current }: typeof usual): number[] => current.changes.map(({ seconds }) => seconds);
    expect(times(usual)).to.have.length.above(3);
    expect(times(changes)).to.deep.equal([60, ...times(usual)]);
  });

  it('forgets nothing for an act that cannot be done', () => {
    const run = new Run(quick({ actions: [{ at: 50, type: 'cache-failure' }] }));
    run.runUntil(5);
    expect(() => run.act({ type: 'restart', service: 'nobody' })).to.throw(RangeError, 'nobody');
    expect(run.record.actions).to.deep.equal([{ at: 50, type: 'cache-failure' }]);
    run.runUntil(6);
    expect(run.now).to.equal(6);
  });

  it('refuses a record that names what does not exist, and goes on with the one it has', () => {
    expect(() => new Run(record({ scenario: 'nowhere' }))).to.throw(RangeError, 'nowhere');
    const run = new Run(quick());
    run.runUntil(2);
    expect(() => run.restart(record({ scenario: 'nowhere' }))).to.throw(RangeError);
    run.runUntil(4);
    expect([run.now, run.record.scenario]).to.deep.equal([4, 'quiet']);
  });
});

describe('ChangeLog', () => {
  it('keeps what was changed, and of very much the newest', () => {
    const run = new Run(quick());
    const { current } = run.watch((shop) => new ChangeLog(shop));
    for (let i = 0; i < 600; i++) run.act({ type: 'flip-flag', flag: `flag-${i}` });
    expect(current.changes).to.have.length(500);
    expect(current.changes.at(-1)?.summary).to.contain('flag-599');
    expect(current.changes[0]?.summary).to.contain('flag-100');
  });
});

function once(): () => boolean {
  return atMost(1);
}

/** Says yes so many times. */
function atMost(times: number): () => boolean {
  let left = times;
  return () => left-- > 0;
}
