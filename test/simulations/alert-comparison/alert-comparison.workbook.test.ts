import { describe, it } from 'node:test';
import { expect } from 'chai';
import { evaluateAlerts, type AlertInterval, type AlertSeries } from '../../../src/slo/index.js';
import { strategiesFor, type StrategyName } from '../../../src/simulations/alert-comparison/rules/strategies.model.js';
import reference from '../../reference/slo.json';
import { DAY, happening, HOUR, MINUTE, scrape, sum } from './weeks.js';

const [first, second, third, fourth] = reference.six_approaches;
const PERIOD = 30 * DAY;
const OBJECTIVE = 0.999;
const PER_STEP = 1e6;

interface Traffic {
  /** How long all is well before, in seconds. */
  before: number;
  /** Seconds that are looked at from the first failure on. */
  after: number;
  /** Share of the requests that fails, by seconds since the first failure. */
  failing: (second: number) => number;
  stepSeconds?: number;
}

/** Even traffic, a million requests a step, of which exactly so many fail. */
function even({ before, after, failing, stepSeconds = 1 }: Traffic): AlertSeries {
  const steps = Math.round((before + after) / stepSeconds);
  const total = new Float64Array(steps).fill(PER_STEP);
  const good = total.map((all, i) => all - Math.round(all * failing(i * stepSeconds - before)));
  return { stepSeconds, total, good };
}

/** When a strategy fires, in seconds since the first failure; rules are evaluated at every step. */
function firing(name: StrategyName, traffic: Traffic): AlertInterval[] {
  const series = even(traffic);
  const { rules } = strategiesFor(OBJECTIVE).find((strategy) => strategy.name === name)!;
  return evaluateAlerts(rules, series, { evaluationSeconds: series.stepSeconds })
    .filter(({ state }) => state === 'firing')
    .map((row) => ({
      ...row,
      startSeconds: row.startSeconds - traffic.before,
      endSeconds: row.endSeconds - traffic.before,
    }));
}

const outage =
  (seconds: number, share = 1) =>
  (second: number): number =>
    second >= 0 && second < seconds ? share : 0;

/** The page; before its window of three days is full, the ticket's rule sees more than it should. */
const pageOf = (rows: readonly AlertInterval[]): AlertInterval => rows.find(({ rule }) => rule.endsWith('Page'))!;

/** The share of the 30-day budget that is gone by a time. */
function spent(traffic: Traffic, until: number): number {
  const { total, good, stepSeconds } = even({ ...traffic, before: 0, after: until });
  const allowed = (1 - OBJECTIVE) * (PERIOD / stepSeconds) * PER_STEP;
  return (sum(total) - sum(good)) / allowed;
}

/** The first evaluation after a time; a rule that asks for more than its threshold is not yet true at that very time. */
const after = (seconds: number, stepSeconds = 1): number =>
  (Math.floor(seconds / stepSeconds + 1e-9) + 1) * stepSeconds;

describe('the six approaches of the Workbook, at every second of an outage', () => {
  it('1 sees a total outage after 0.6 s', () => {
    const [alert] = firing('approach1', { before: HOUR, after: 60, failing: outage(60), stepSeconds: 0.1 });
    // This one asks for the threshold or more, so it is true at the very time.
    expect(alert!.startSeconds).to.be.closeTo(first!.exact_detect_s!, 1e-6);
  });

  it('1 fires 143 times on a day that keeps the objective, and each time at 0.02 % of the budget', () => {
    // Failures that are 0.1 % of ten minutes, a little more than ten minutes apart.
    const failing = (second: number): number => (second >= 0 && second % 604 === 0 ? 0.6 : 0);
    const traffic = { before: 0, after: DAY, failing };
    const alerts = firing('approach1', traffic);
    expect(alerts).to.have.lengthOf(Math.floor(DAY / 604) + 1);
    expect(alerts.length).to.be.at.most(first!.max_alerts_per_day_while_meeting_slo!);
    expect(alerts.length).to.be.above(first!.max_alerts_per_day_while_meeting_slo! - 2);
    expect(spent(traffic, 1)).to.be.closeTo(first!.exact_budget!, 1e-12);
    expect(spent(traffic, DAY)).to.be.below(1 / 30);
  });

  it('2 sees a total outage after 129.6 s, at 5 % of the budget, and fires for the next 36 hours', () => {
    const traffic = { before: 37 * HOUR, after: 37 * HOUR, failing: outage(130), stepSeconds: 2 };
    const [alert] = firing('approach2', traffic);
    expect(alert!.startSeconds).to.equal(after(second!.exact_detect_s!, 2));
    expect(spent(traffic, second!.exact_detect_s!)).to.be.closeTo(0.05, 0.001);
    expect(alert!.endSeconds).to.be.closeTo(36 * HOUR, 2);
  });

  it('3 fires after an hour, whatever the severity, when a total outage has spent 139 % of the budget', () => {
    for (const share of [1, 0.2, 0.01]) {
      const traffic = { before: HOUR, after: 2 * HOUR, failing: outage(2 * HOUR, share) };
      const [alert] = firing('approach3', traffic);
      // The first evaluation at which the minute holds too many errors starts the hour.
      const pending = after((0.001 / share) * 60);
      expect(alert!.startSeconds, String(share)).to.equal(pending + HOUR);
    }
    expect(spent({ before: 0, after: HOUR, failing: outage(HOUR) }, HOUR)).to.be.closeTo(third!.exact_budget!, 1e-12);
  });

  it('3 says nothing of total failure for 15 s every ten minutes, which spends 35 % of the budget in ten hours', () => {
    const failing = (second: number): number => (second >= 0 && second % 600 < 15 ? 1 : 0);
    const traffic = { before: HOUR, after: 10 * HOUR, failing };
    expect(firing('approach3', traffic)).to.deep.equal([]);
    expect(spent(traffic, 10 * HOUR)).to.be.closeTo(0.35, 0.01);
  });

  it('4 fires at 5 % of the budget, and resets 57.84 min after a total outage that ends at that moment', () => {
    const stepSeconds = 0.4;
    const traffic = { before: HOUR, after: 2 * HOUR, failing: outage(130), stepSeconds };
    const [alert] = firing('approach4', traffic);
    expect(alert!.startSeconds).to.be.closeTo(after(129.6, stepSeconds), 1e-6);
    expect(spent(traffic, 129.6)).to.be.closeTo(fourth!.exact_budget!, 1e-12);
    const reset = (alert!.endSeconds - 130) / 60;
    expect(reset).to.be.closeTo(
      fourth!.exact_reset_after_100pct_outage_ending_at_detection_min!,
      (2 * stepSeconds) / 60,
    );
  });

  it('4 never sees 35x, which empties the budget in 20.57 hours', () => {
    const traffic = { before: 0, after: DAY, failing: outage(DAY, 0.035) };
    expect(firing('approach4', traffic)).to.deep.equal([]);
    expect(spent(traffic, fourth!.exact_missed_h! * HOUR)).to.be.closeTo(1, 1e-5);
  });

  it('5 raises one page where two of its burn rates are exceeded, and fires on for long', () => {
    const traffic = { before: 4 * DAY, after: 4 * DAY, failing: outage(5 * MINUTE), stepSeconds: 10 };
    const alerts = firing('approach5', traffic);
    expect(alerts.map(({ rule }) => rule)).to.deep.equal(['Approach5Page', 'Approach5Ticket']);
    // 10 % of the budget in five minutes is above 2 % in an hour and 5 % in six hours; of six, 2 min 9.6 s may go.
    expect(alerts[0]!.endSeconds).to.be.closeTo(6 * HOUR + 300 - 129.6, 10);
    expect(alerts[1]!.endSeconds).to.be.closeTo(72 * HOUR + 300 - 259.2, 10);
  });

  it('6 sees figure 5-6 as its exact numbers have it', () => {
    const exact = reference.figure_5_6.exact_continuous;
    const page = pageOf(firing('approach6', { before: 7 * HOUR, after: 3 * HOUR, failing: outage(600, 0.15) }));
    expect(page.startSeconds).to.equal(after(exact.long_over_after_s));
    // Here 6x over six hours and 30 minutes is not reached: 90 s of failure are less than its 129.6 s.
    expect(page.endSeconds).to.equal(600 + Math.ceil(exact.short_below_after_stop_s));
  });

  it('5 falls silent an hour later than 6 there', () => {
    const exact = reference.figure_5_6.exact_continuous;
    const page = pageOf(firing('approach5', { before: 7 * HOUR, after: 3 * HOUR, failing: outage(600, 0.15) }));
    expect(page.startSeconds).to.equal(after(exact.long_over_after_s));
    expect(page.endSeconds).to.equal(600 + Math.ceil(exact.long_below_after_stop_s));
  });

  it('says the same of simulated traffic, within its chance', () => {
    const exact = reference.figure_5_6.exact_continuous;
    const start = 7 * HOUR;
    const fault = { kind: 'badRelease', start, end: start + 600, failing: 0.15 } as const;
    const week = happening([fault], { rate: 500, capacity: 2000, seconds: 10 * HOUR });
    const { rules } = strategiesFor(OBJECTIVE).find(({ name }) => name === 'approach6')!;
    const page = pageOf(evaluateAlerts(rules, scrape(week, 1), { evaluationSeconds: 1 }));
    // In 345 s 25,920 of 172,800 requests fail: give or take 148, which is two seconds.
    expect(page.startSeconds - start).to.be.closeTo(exact.long_over_after_s, 6);
    expect(page.endSeconds - (start + 600)).to.be.closeTo(exact.short_below_after_stop_s, 6);
  });
});
