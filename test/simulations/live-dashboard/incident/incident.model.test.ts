import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { RunRecord, ShopAction, ShopResult } from '../../../../src/shop/index.js';
import {
  alertsOf,
  failureRules,
  latencyRules,
  pagesOf,
} from '../../../../src/simulations/live-dashboard/alerts/alert-rules.model.js';
import { replay } from '../../../../src/simulations/live-dashboard/what-if/what-if.model.js';
import { incidentOf, type Incident } from '../../../../src/simulations/live-dashboard/incident/incident.model.js';
import { slowAlerts } from '../../../slo/slow-alerts.js';
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

/** Per second, as Prometheus would count. */
function perSecond(results: readonly ShopResult[], seconds: number, isGood: (result: ShopResult) => boolean) {
  const total = new Float64Array(seconds);
  const good = new Float64Array(seconds);
  for (const result of results) {
    const second = Math.ceil(result.endSeconds) - 1;
    if (second >= seconds) continue;
    total[second]!++;
    if (isGood(result)) good[second]!++;
  }
  return { stepSeconds: 1, total, good };
}

describe('The incident’s card', () => {
  const until = 990;
  const { model, results, run } = night(NIGHT, until);
  const incident = incidentOf(run.record, model.level)!;

  it('has the figures that the customers’ results give', () => {
    const end = incident.endSeconds!;
    const { failed, slow } = recount(results, BROKEN_AT, end);
    expect(incident).to.include({ startSeconds: BROKEN_AT, failed, slow });
    expect(failed).to.be.above(300);
    // 100 requests a second, thirty days, one in a thousand; and one in a hundred that may be late.
    expect(incident.failedBudget).to.be.closeTo(failed / (100 * 2_592_000 * 0.001), 1e-12);
    expect(incident.slowBudget).to.be.closeTo(slow / (100 * 2_592_000 * 0.01), 1e-12);
  });

  it('ends when both objectives are met for good, within two minutes of the roll-back', () => {
    expect(incident.endSeconds).to.equal(calmFrom(results, 421, until));
    expect(incident.endSeconds! - CURE.at).to.be.within(20, 120);
  });

  it('is paged when a slow reading of the rules says so', () => {
    const isServed = ({ cause }: ShopResult): boolean => cause === undefined;
    const isQuick = ({ cause, startSeconds, endSeconds }: ShopResult): boolean =>
      cause !== undefined || endSeconds - startSeconds <= OBJECTIVES.latencySeconds;
    const slowly = [
      ...slowAlerts(latencyRules(OBJECTIVES), perSecond(results, until + 1, isQuick), 15),
      ...slowAlerts(failureRules(OBJECTIVES), perSecond(results, until + 1, isServed), 15),
    ];
    const starts = pagesOf(slowly)
      .map(({ startSeconds }) => startSeconds)
      .filter((seconds) => seconds > BROKEN_AT && seconds <= incident.endSeconds!)
      .sort((a, b) => a - b);
    expect(incident.pages.map(({ startSeconds }) => startSeconds)).to.deep.equal(starts);
    expect(incident.pageSeconds).to.equal(starts[0]);
    expect(incident.pageSeconds! - BROKEN_AT).to.be.within(60, 300);
  });

  it('counts what the one on call did, and not what others did', () => {
    expect(incident.steps).to.deep.equal([CURE]);
    expect(incident.fault).to.deep.include({ type: 'slow-query', at: BROKEN_AT });
  });

  it('tells an alert that is open from one that ended at this very evaluation', () => {
    const { model: watched } = night(NIGHT, 720);
    for (const seconds of [705, 720]) {
      const open = pagesOf(watched.alerts).filter(({ endSeconds }) => endSeconds > seconds);
      expect(open.length, String(seconds)).to.be.at.least(1);
    }
    expect(alertsOf(watched.level).every(({ endSeconds }) => endSeconds <= 721)).to.equal(true);
  });

  it('is not there on a quiet night', () => {
    const quiet = night(record([]), 60);
    expect(incidentOf(quiet.run.record, quiet.model.level)).to.equal(undefined);
  });

  it('does not end while a fault that ends by itself still hurts, and ends undetected when nobody was paged', () => {
    const blip = night(record([{ type: 'dependency-outage', seconds: 1, at: 400 }]), 620);
    const found = incidentOf(blip.run.record, blip.model.level)!;
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
    expect(outcome(NIGHT, 900)).to.deep.equal(incidentOf(run.record, model.level));
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
