import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Run, type Outcome, type RunRecord } from '../../../src/shop/index.js';
import { GoldenSignalsModel, WINDOW_SECONDS } from '../../../src/simulations/golden-signals/golden-signals.model.js';
import { situationOf } from '../../../src/simulations/golden-signals/verdict/verdict.model.js';
import { chanceOfMeetingTail } from '../../../src/slo/index.js';
import { record } from '../../shop/helpers.js';

const SERVICE = 'order-service';

function watch(over: Partial<RunRecord> = {}, service = SERVICE): { run: Run; model: GoldenSignalsModel } {
  const run = new Run(record(over));
  const { current } = run.watch((shop) => new GoldenSignalsModel(shop, { service, scrapeSeconds: 2 }));
  return { run, model: current };
}

describe('GoldenSignalsModel', () => {
  it('has a moment for every scrape of the last five minutes', () => {
    const { run, model } = watch({ settings: { rate: 10 } });
    run.runUntil(100);
    expect(model.history(15).map(({ seconds }) => seconds)).to.deep.equal(
      Array.from({ length: 50 }, (_, index) => 2 * (index + 1)),
    );
    run.runUntil(500);
    const seconds = model.history(15).map((at) => at.seconds);
    expect([seconds[0], seconds.at(-1)]).to.deep.equal([500 - WINDOW_SECONDS, 500]);
  });

  it('answers the same whether it is asked at the time or later', () => {
    const [early, late] = [watch(), watch()];
    for (let at = 2; at <= 40; at += 2) {
      early.run.runUntil(at);
      early.model.history(15);
    }
    late.run.runUntil(40);
    expect(early.model.history(15)).to.deep.equal(late.model.history(15));
  });

  it('tells a fast failure from a fast service', () => {
    const { run, model } = watch({ actions: [{ at: 5, type: 'bad-deploy', share: 0.5 }] });
    run.runUntil(60);
    const of = (outcome: Outcome) => model.at(60, 15, outcome);
    expect(of('failed').p50).to.be.below(of('served').p50);
    expect(of('all').p50).to.be.below(of('served').p50);
    expect(of('all').errorRatio).to.equal(of('served').errorRatio);
  });

  it('has the causes of failure add up to all of it', () => {
    const { run, model } = watch({ actions: [{ at: 20, type: 'traffic-spike', factor: 3 }] });
    run.runUntil(60);
    const { causes, errorRatio } = model.at(60, 15);
    expect(errorRatio).to.be.above(0.1);
    expect(Object.values(causes).reduce((sum, cause) => sum + cause, 0)).to.be.closeTo(errorRatio, 1e-9);
  });

  it('counts no failure as 0 where there are requests, and as unknown where there are none', () => {
    const { run, model } = watch();
    run.runUntil(30);
    expect(model.at(30, 15).errorRatio).to.equal(0);
    expect(model.at(1, 15).errorRatio).to.deep.equal(NaN);
  });

  it('picks the slowest request of every twenty seconds', () => {
    const run = new Run(record());
    const model = run.watch((shop) => new GoldenSignalsModel(shop, { service: SERVICE, scrapeSeconds: 2 })).current;
    const durations = new Map<number, number>();
    run.shop.listen({
      span({ kind, service, startSeconds, endSeconds }) {
        if (kind !== 'server' || service !== SERVICE) return;
        const stretch = Math.ceil(endSeconds / 20) * 20;
        durations.set(stretch, Math.max(durations.get(stretch) ?? 0, endSeconds - startSeconds));
      },
    });
    run.runUntil(60);
    const expected = [20, 40, 60].map((stretch) => durations.get(stretch));
    expect(model.slowest.map(({ duration }) => duration)).to.deep.equal(expected);
    run.runUntil(400);
    expect(model.slowest.every(({ seconds }) => seconds >= 400 - WINDOW_SECONDS)).to.equal(true);
    expect(model.slowest.length).to.be.within(14, 16);
  });

  it('keeps the requests of its window, and no others', () => {
    const { run, model } = watch({ settings: { rate: 20 } });
    let last15 = 0;
    run.shop.listen({
      span({ kind, service, endSeconds }) {
        if (kind === 'server' && service === SERVICE && endSeconds > 385) last15++;
      },
    });
    run.runUntil(400);
    expect(model.recent.within(400, 15).length).to.equal(last15);
    const [oldest] = model.recent.within(400, 10_000);
    expect(oldest!.seconds).to.be.within(99, 101);
    expect(model.recent.within(50, 15)).to.deep.equal([]);
  });

  it('says what a request waits for: processors, or workers where those are without end', () => {
    expect(watch().model.servers).to.deep.equal({ kind: 'cpu', count: 3 });
    expect(watch({ scenario: 'one-queue' }, 'service').model.servers).to.deep.equal({ kind: 'workers', count: 4 });
  });

  it('knows how many wait for one processor, when some are gone', () => {
    const { run, model } = watch({ actions: [{ at: 30, type: 'lost-capacity', share: 0.6 }] });
    run.runUntil(40);
    const { queues, usages } = model.at(40, 15);
    expect(queues['cpu']).to.equal(usages['cpu']!.saturation);
    expect(queues['cpu']).to.be.above(20);
  });

  it('tells a spike from a slow dependency within seconds, for many wait here and nowhere', () => {
    const objectives = { latencyObjective: 0.5, errorObjective: 0.01 };
    const measuring = { scrapeSeconds: 2, rangeSeconds: 15 };
    const situations = (actions: RunRecord['actions']): string[] => {
      const { run, model } = watch({ actions });
      run.runUntil(60);
      const all = model.history(15).map((at) => situationOf(at, objectives, measuring));
      return all.filter((one, index) => one !== all[index - 1]);
    };
    expect(situations([{ at: 30, type: 'traffic-spike', factor: 3 }])).to.deep.equal([
      'begin',
      'healthy',
      'slow',
      'failing',
    ]);
    const slow = situations([{ at: 30, type: 'slow-dependency', service: 'card-processor', factor: 20 }]);
    expect(slow).to.include('slow');
  });

  it('says that nobody is served while all instances are down', () => {
    const { run, model } = watch({ actions: [{ at: 30, type: 'lost-capacity', share: 1 }] });
    run.runUntil(60);
    const now = model.at(60, 15);
    expect(now.traffic).to.deep.equal(NaN);
    expect(
      situationOf(now, { latencyObjective: 0.5, errorObjective: 0.01 }, { scrapeSeconds: 2, rangeSeconds: 15 }),
    ).to.equal('noData');
  });
});

describe('The chance to meet the tail', () => {
  it('is 18.2 % in a session of twenty requests', () => {
    expect(Math.round(1000 * chanceOfMeetingTail(0.99, 20)) / 10).to.equal(18.2);
    expect(chanceOfMeetingTail(0.99, 20)).to.be.closeTo(1 - 0.99 ** 20, 1e-12);
  });
});
