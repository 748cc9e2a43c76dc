import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { RunRecord, ShopAction, ShopResult } from '../../../../src/shop/index.js';
import { pagesOf } from '../../../../src/simulations/live-dashboard/alerts/alert-rules.model.js';
import { replay } from '../../../../src/simulations/live-dashboard/what-if/what-if.model.js';
import { incidentOf, type Incident } from '../../../../src/simulations/live-dashboard/incident/incident.model.js';
import { night, OBJECTIVES, record } from '../nights.js';

const CURE: ShopAction = { at: 720, type: 'roll-back', service: 'payment-service' };
const NIGHT = record([CURE], 65, 'slow-query-night');
const BROKEN_AT = 300;

/** The figures of the card, from the results alone and at any cost. */
function recount(results: readonly ShopResult[], from: number, to: number) {
  const within = results.filter(({ endSeconds }) => endSeconds > from && endSeconds <= to);
  const isSlow = ({ cause, startSeconds, endSeconds }: ShopResult): boolean =>
    cause === undefined && endSeconds - startSeconds > OBJECTIVES.latencySeconds;
  return {
    total: within.length,
    failed: within.filter(({ cause }) => cause !== undefined).length,
    slow: within.filter(isSlow).length,
  };
}

/** The first whole second after which two minutes keep both objectives as a whole. */
function calmFrom(results: readonly ShopResult[], from: number, until: number): number | undefined {
  for (let at = from; at + 120 <= until; at++) {
    const { total, failed, slow } = recount(results, at, at + 120);
    if (failed <= total * 0.001 && slow <= total * 0.01) return at;
  }
  return undefined;
}

describe('The incident’s card', () => {
  const until = 990;
  const { model, results, run } = night(NIGHT, until);
  const incident = incidentOf(run.record, model.level, model.monitor)!;

  it('has the figures that the customers’ results give, until it was known to be over', () => {
    const { failed, slow } = recount(results, BROKEN_AT, incident.endSeconds! + 120);
    expect(incident).to.include({ startSeconds: BROKEN_AT, failed, slow });
    expect(failed).to.be.above(300);
    // 100 requests a second, thirty days, one in a thousand; and one in a hundred that may be late.
    expect(incident.failedBudget).to.be.closeTo(failed / (100 * 2_592_000 * 0.001), 1e-4);
    expect(incident.slowBudget).to.be.closeTo(slow / (100 * 2_592_000 * 0.01), 1e-4);
  });

  it('never counts fewer customers than before', () => {
    let [failed, slow] = [0, 0];
    const { model: watched, run: again } = night(NIGHT, BROKEN_AT);
    while (again.now < until) {
      again.runUntil(again.now + 10);
      const now = incidentOf(again.record, watched.level, watched.monitor)!;
      expect(now.failed, String(again.now)).to.be.at.least(failed);
      expect(now.slow, String(again.now)).to.be.at.least(slow);
      ({ failed, slow } = now);
    }
  });

  it('ends when both objectives are met for good, within two minutes of the roll-back', () => {
    expect(incident.endSeconds).to.equal(calmFrom(results, 421, until));
    expect(incident.endSeconds! - CURE.at).to.be.within(20, 120);
  });

  it('is paged by the rule that fires first, which looks at late answers', () => {
    const [first] = pagesOf(model.alerts).filter(({ startSeconds }) => startSeconds > BROKEN_AT);
    expect(first!.rule).to.equal('SlowRequests');
    expect(incident.pageSeconds).to.equal(first!.startSeconds);
    expect(incident.pageSeconds! - BROKEN_AT).to.be.within(60, 300);
  });

  it('counts what the one on call did, and not what others did', () => {
    expect(incident.steps).to.deep.equal([CURE]);
    expect(incident.fault).to.deep.include({ type: 'slow-query', at: BROKEN_AT });
  });

  it('tells an alert that is open from one that ended at this very evaluation', () => {
    const { model: watched } = night(NIGHT, 720);
    expect(pagesOf(watched.active).length).to.be.at.least(1);
    for (const alert of watched.alerts) {
      expect(watched.isOpen(alert) ? Infinity : alert.endSeconds).to.satisfy(
        (end: number) => end === Infinity || end <= 720,
      );
    }
  });

  it('is not there on a quiet night', () => {
    const quiet = night(record([]), 60);
    expect(incidentOf(quiet.run.record, quiet.model.level, quiet.model.monitor)).to.equal(undefined);
  });

  it('does not end while a fault that ends by itself still hurts, and ends undetected when nobody was paged', () => {
    const blip = night(record([{ type: 'dependency-outage', seconds: 1, at: 400 }]), 620);
    const found = incidentOf(blip.run.record, blip.model.level, blip.model.monitor)!;
    expect(found.failed).to.be.above(0);
    expect(found.endSeconds).to.be.within(401, 430);
    expect(found.steps).to.deep.equal([]);
  });
});

describe('Two futures', () => {
  function outcome(of: RunRecord, untilSeconds: number): Incident | undefined {
    const work = replay({ record: of, untilSeconds }, OBJECTIVES);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }

  it('are known by running them again: the same figures as those that were watched', () => {
    const { model, run } = night(NIGHT, 900);
    expect(outcome(NIGHT, 900)).to.deep.equal(incidentOf(run.record, model.level, model.monitor));
  });

  it('share everything until they part, and differ in what was done', () => {
    const early: ShopAction = { ...CURE, at: 420 };
    const other = record([early], 65, 'slow-query-night');
    const [late, soon] = [outcome(NIGHT, 900)!, outcome(other, 900)!];
    expect(soon.pageSeconds).to.equal(late.pageSeconds);
    expect(soon.harmSeconds).to.equal(late.harmSeconds);
    expect(soon.endSeconds! - soon.startSeconds).to.be.below(late.endSeconds! - late.startSeconds - 200);
    expect(soon.failed + soon.slow).to.be.below((late.failed + late.slow) / 2);
    expect(soon.steps).to.deep.equal([early]);
  });
});
