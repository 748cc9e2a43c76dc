import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { AlertSeries } from '../../../src/slo/index.js';
import {
  estimate,
  estimatesOf,
  simulateManyWeeks,
} from '../../../src/simulations/alert-comparison/scores/many-weeks.model.js';
import {
  GRACE_SECONDS,
  isNight,
  judge,
  judgeIncidents,
  scoreIn,
  type Score,
} from '../../../src/simulations/alert-comparison/scores/score.model.js';
import { strategiesFor, type Strategy } from '../../../src/simulations/alert-comparison/rules/strategies.model.js';
import { WEEK_NAMES } from '../../../src/simulations/alert-comparison/week/weeks.model.js';
import { compared, happening, HOUR, MINUTE } from './weeks.js';

/** A rule that fires just when the test says: on a gauge that is 1 then. */
const signal: Strategy = {
  name: 'own',
  rules: [{ name: 'Signal', severity: 'page', condition: { gauge: 'signal', op: '>', threshold: 0 } }],
};

// Two outages of four minutes, at 10:00 and 20:00; 43.2 minutes are all that 99.9 % allows in 30 days.
const week = happening([
  { kind: 'outage', start: 10 * HOUR, end: 10 * HOUR + 240, failing: 1 },
  { kind: 'outage', start: 20 * HOUR, end: 20 * HOUR + 240, failing: 1 },
  { kind: 'blip', start: 15 * HOUR, end: 15 * HOUR + 30, failing: 0.05 },
]);
const incidents = judgeIncidents(week, { objective: 0.999, significantBudget: 0.02 });

/** The score of an on-call whose phone rings in these stretches, in seconds. */
function scoreOf(...rings: readonly (readonly [number, number])[]): Score {
  const gauge = Array.from({ length: 1440 }, (_, i) => {
    const second = (i + 1) * 60;
    return rings.some(([from, to]) => second >= from && second < to) ? 1 : 0;
  });
  const series: AlertSeries = { stepSeconds: 60, good: [], total: [], gauges: { signal: gauge } };
  return judge(signal, series, 60, week, incidents).score;
}

const ring = (at: number, minutes = 5): readonly [number, number] => [at, at + minutes * MINUTE];

describe('the score of a strategy', () => {
  it('counts incidents by what they cost', () => {
    expect(incidents.map(({ kind, isSignificant }) => [kind, isSignificant])).to.deep.equal([
      ['outage', true],
      ['blip', false],
      ['outage', true],
    ]);
  });

  it('is perfect for one page during each incident', () => {
    const score = scoreOf(ring(10 * HOUR + 60), ring(20 * HOUR + 120));
    expect([score.pages, score.falseAlerts, score.missed, score.precision, score.recall]).to.deep.equal([
      2, 0, 0, 1, 1,
    ]);
    expect(score.goodOnCall).to.equal(1);
    expect(score.detectSeconds).to.equal(90);
    // The first ends 120 s after its incident, the second 180 s after.
    expect(score.resetSeconds).to.equal(150);
  });

  it('tells what an incident had cost before its first alert', () => {
    const [incident] = incidents;
    expect(scoreOf(ring(10 * HOUR + 120)).budgetSpent).to.be.closeTo(incident!.budget / 2, incident!.budget * 0.02);
    expect(scoreOf(ring(10 * HOUR + 300)).budgetSpent).to.be.closeTo(incident!.budget, 1e-12);
  });

  it('takes an alert for late up to ten minutes after, and for one in vain beyond', () => {
    const end = incidents[0]!.end;
    expect(scoreOf(ring(end + GRACE_SECONDS)).falseAlerts).to.equal(0);
    expect(scoreOf(ring(end + GRACE_SECONDS + 60))).to.include({ falseAlerts: 1, missed: 2, precision: 0, recall: 0 });
    expect(scoreOf(ring(incidents[0]!.start - 60)).falseAlerts).to.equal(1);
  });

  it('takes an alert about a small incident for one in vain', () => {
    expect(scoreOf(ring(15 * HOUR, 1))).to.include({ pages: 1, falseAlerts: 1, missed: 2 });
  });

  it('counts pages at night, from 22:00 to 7:00', () => {
    expect(scoreOf(ring(3 * HOUR), ring(12 * HOUR), ring(22 * HOUR), ring(7 * HOUR)).nightPages).to.equal(2);
    expect([0, 6.99, 7, 21.99, 22].map((hour) => isNight(hour * HOUR))).to.deep.equal([true, true, false, false, true]);
  });

  it('calls more than two pages a bad week', () => {
    const pages = [ring(10 * HOUR + 60), ring(20 * HOUR + 60), ring(3 * HOUR)];
    expect([scoreOf(...pages.slice(0, 2)).goodOnCall, scoreOf(...pages).goodOnCall]).to.deep.equal([1, 0]);
  });

  it('calls no week good in which most incidents were missed', () => {
    expect(scoreOf().goodOnCall).to.equal(0);
    expect(scoreOf(ring(3 * HOUR)).goodOnCall).to.equal(0);
    expect(scoreOf(ring(10 * HOUR + 60)).goodOnCall).to.equal(1);
    for (const name of WEEK_NAMES) {
      for (const { score } of compared(name).lanes) {
        if (score.recall === 0) expect(score.goodOnCall, name).not.to.equal(1);
      }
    }
  });

  it('takes an alert that resolves before its incident ends for no reset', () => {
    const score = scoreOf(ring(10 * HOUR + 60, 1), ring(20 * HOUR + 120));
    expect([score.resolvedTooSoon, score.resetSeconds]).to.deep.equal([1, 180]);
    expect(scoreOf(ring(10 * HOUR + 60, 1)).resetSeconds).to.satisfy(Number.isNaN);
  });

  it('adds up by days to what the week counts', () => {
    for (const name of WEEK_NAMES) {
      const { lanes, week: truth, incidents: judged } = compared(name);
      for (const lane of lanes) {
        const days = [0, 1, 2, 3, 4, 5, 6].map((day) => scoreIn(lane, truth, judged, day * 86_400, (day + 1) * 86_400));
        for (const count of ['pages', 'nightPages', 'tickets', 'falseAlerts', 'earlyAlerts'] as const) {
          expect(
            days.reduce((sum, score) => sum + score[count], 0),
            `${name} ${count}`,
          ).to.equal(lane.score[count]);
        }
      }
    }
  });

  it('has no precision without an alert, and no recall without an incident', () => {
    expect(scoreOf().precision).to.satisfy(Number.isNaN);
    const quiet = compared('quiet');
    for (const { score } of quiet.lanes) expect(score.recall).to.satisfy(Number.isNaN);
  });

  it('counts an alert that fires twice in an incident once as found, and twice as an alert', () => {
    expect(scoreOf(ring(10 * HOUR, 1), ring(10 * HOUR + 120, 1))).to.include({ pages: 2, precision: 1, recall: 0.5 });
  });

  for (const name of WEEK_NAMES) {
    it(`agrees with its own alerts and incidents: ${name}`, () => {
      const { lanes, incidents: judged } = compared(name);
      const counting = judged.filter(({ isSignificant }) => isSignificant);
      for (const { alerts, score, strategy } of lanes) {
        const found = new Set(alerts.flatMap(({ incident }) => incident ?? []));
        expect(score.missed, strategy.name).to.equal(counting.length - found.size);
        expect(score.pages + score.tickets).to.equal(alerts.length);
        expect(score.falseAlerts).to.equal(alerts.filter(({ incident }) => !incident).length);
        for (const { firedAt, resolvedAt, activeAt } of alerts) {
          expect(activeAt <= firedAt && firedAt <= resolvedAt && firedAt % 60 === 0).to.equal(true);
        }
      }
    });
  }
});

describe('what each week teaches', () => {
  const score = (week_: Parameters<typeof compared>[0], strategy: string): Score =>
    compared(week_).lanes.find((lane) => lane.strategy.name === strategy)!.score;

  it('0.2 % for three days: a ticket of approach 6 finds it, and neither symptom nor 36x does', () => {
    expect(score('slowBurn', 'approach6')).to.include({ pages: 0, tickets: 1, missed: 0 });
    expect(score('slowBurn', 'symptom').missed).to.equal(1);
    expect(score('slowBurn', 'approach4').missed).to.equal(1);
  });

  it('two minutes of total outage: approach 6 pages, a rule with `for` does not', () => {
    expect(score('shortOutage', 'approach6')).to.include({ pages: 1, missed: 0 });
    for (const name of ['symptom', 'approach3']) expect(score('shortOutage', name).missed, name).to.equal(1);
  });

  it('flapping: an hour of waiting never comes', () => {
    expect(score('flapping', 'approach3')).to.include({ pages: 0, missed: 1 });
    expect(score('flapping', 'approach6').missed).to.equal(0);
  });

  it('ten requests an hour: one failed request is a page', () => {
    expect(score('lowTraffic', 'approach1').falseAlerts).to.be.above(1);
    expect(score('lowTraffic', 'approach6').falseAlerts).to.be.above(1);
  });

  it('a deploy each day: causes page each time, symptoms never', () => {
    expect(score('deploys', 'cause')).to.include({ pages: 10, precision: 0 });
    for (const name of ['symptom', 'approach1', 'approach6']) expect(score('deploys', name).pages, name).to.equal(0);
  });

  it('a gap: the alert resolves while the outage goes on unseen', () => {
    const { lanes, week: truth, incidents: judged } = compared('gap');
    const gap = truth.causes.find(({ kind }) => kind === 'gap')!;
    const symptom = lanes.find(({ strategy }) => strategy.name === 'symptom')!.alerts[0]!;
    expect(symptom.resolvedAt).to.be.closeTo(gap.start, 120);
    expect(judged[0]!.end - symptom.resolvedAt).to.equal(5351);
    expect(symptom.isCutShort).to.equal(true);
    // The pages for missing data hold the incident until the metrics are back.
    for (const name of ['symptom', 'approach6']) {
      const lane = lanes.find(({ strategy }) => strategy.name === name)!;
      const noData = lane.alerts.find(({ rule }) => rule.endsWith('NoData'))!;
      expect(noData.firedAt).to.be.within(gap.start + 300, gap.start + 600);
      expect(noData.resolvedAt).to.be.within(gap.end, gap.end + 120);
      expect(lane.score.resetSeconds, name).to.be.above(HOUR);
    }
    // Without one, an alert that vanishes is not the best reset there can be.
    const single = lanes.find(({ strategy }) => strategy.name === 'approach1')!.score;
    expect([single.resolvedTooSoon, Number.isNaN(single.resetSeconds)]).to.deep.equal([1, true]);
  });

  it('a memory leak: causes page before each crash, and symptoms after it', () => {
    const { lanes, incidents: judged } = compared('memoryLeak');
    expect(judged.length).to.be.above(2);
    expect(judged.every(({ isSignificant, leadStart, start }) => isSignificant && start - leadStart > HOUR)).to.equal(
      true,
    );
    const cause = lanes.find(({ strategy }) => strategy.name === 'cause')!;
    expect(cause.score).to.include({ falseAlerts: 0, missed: 0, earlyAlerts: judged.length });
    expect(cause.score.budgetSpent).to.equal(0);
    for (const seed of ['2', '3', '4']) {
      const lane = compared('memoryLeak', 60, seed).lanes.find(({ strategy }) => strategy.name === 'cause')!;
      expect(lane.score.falseAlerts, seed).to.equal(0);
      expect(lane.score.earlyAlerts, seed).to.be.above(2);
    }
    expect(score('memoryLeak', 'approach6')).to.include({ missed: 0, earlyAlerts: 0 });
    // A full page cache is no leak: its page stays in vain.
    expect(score('nightOutage', 'cause').earlyAlerts).to.equal(0);
  });

  it('a quiet week: nobody pages', () => {
    for (const { alerts } of compared('quiet').lanes) expect(alerts).to.deep.equal([]);
  });
});

describe('a mean over weeks', () => {
  it('has Student’s interval', () => {
    // n = 5: mean 3, s = √2.5, t = 2.776; n = 10 from 1 to 10: mean 5.5, s = 3.0277, t = 2.2622 (NIST's table).
    const five = estimate([1, 2, 3, 4, 5]);
    expect(five.mean).to.equal(3);
    expect(five.margin).to.be.closeTo((2.7764 * Math.sqrt(2.5)) / Math.sqrt(5), 1e-3);
    const ten = estimate(Array.from({ length: 10 }, (_, i) => i + 1));
    expect(ten.margin).to.be.closeTo((2.2622 * 3.02765) / Math.sqrt(10), 2e-3);
  });

  it('uses the quantiles of the table', () => {
    // Values of ±1 with mean 0 have s² = n / (n - 1): the margin is t / √(n - 1).
    const quantile = (freedom: number): number => {
      const n = freedom + 1;
      const values = Array.from({ length: n }, (_, i): number => (n % 2 && i === n - 1 ? 0 : i % 2 ? 1 : -1));
      const square = values.reduce((total, value) => total + value * value, 0);
      return estimate(values).margin / Math.sqrt(square / freedom / n);
    };
    const table = {
      1: 12.706,
      2: 4.303,
      3: 3.182,
      4: 2.776,
      5: 2.571,
      6: 2.447,
      9: 2.262,
      20: 2.086,
      30: 2.042,
      99: 1.984,
    };
    for (const [freedom, t] of Object.entries(table)) {
      expect(quantile(Number(freedom)), freedom).to.be.closeTo(t, t * 0.001);
    }
  });

  it('leaves out weeks in which there was nothing to measure', () => {
    expect(estimate([NaN, 2, 4, NaN])).to.include({ mean: 3, weeks: 2 });
    expect(estimate([NaN]).mean).to.satisfy(Number.isNaN);
    expect(estimate([7])).to.include({ mean: 7, weeks: 1 });
    expect(estimate([7]).margin).to.satisfy(Number.isNaN);
  });

  it('covers the mean of many more weeks about as often as it says', () => {
    const draws = Array.from({ length: 400 }, (_, i) => {
      const values = Array.from({ length: 20 }, (_unused, j) => ((i * 20 + j) * 7919) % 1009);
      return estimate(values);
    });
    const covered = draws.filter(({ mean, margin }) => Math.abs(mean - 504) <= margin).length / draws.length;
    expect(covered).to.be.within(0.9, 1);
  });

  it('is over weeks of other seeds, each judged as the one that is shown', () => {
    const settings = {
      name: 'deploys',
      weeks: 3,
      strategies: strategiesFor(0.999).slice(0, 2),
      judgement: { objective: 0.999, significantBudget: 0.02 },
      scrapeSeconds: 60,
      evaluationSeconds: 60,
    } as const;
    let scores: readonly Score[] = [];
    let done = 0;
    let yields = 0;
    for (const known of simulateManyWeeks(settings)) {
      yields++;
      done = known.weeks;
      scores = known.scores.get('cause')!;
    }
    expect(done).to.equal(3);
    expect(yields).to.be.above(3 * 160);
    const single = ['1', '2', '3'].map((seed) => compared('deploys', 60, seed).lanes[0]!.score);
    expect(scores).to.deep.equal(single);
    expect(estimatesOf(scores).pages.mean).to.equal(single.reduce((total, { pages }) => total + pages, 0) / 3);
  });
});
