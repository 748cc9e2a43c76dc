import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Random } from '../../../src/engine/random.js';
import { binomial } from '../../../src/simulations/alert-comparison/scores/binomial.model.js';
import { compare } from '../../../src/simulations/alert-comparison/alert-comparison.model.js';
import { judgeIncidents } from '../../../src/simulations/alert-comparison/scores/score.model.js';
import { strategiesFor } from '../../../src/simulations/alert-comparison/rules/strategies.model.js';
import { trafficAt, WEEK_SECONDS } from '../../../src/simulations/alert-comparison/week/week.model.js';
import { planWeek, WEEK_NAMES } from '../../../src/simulations/alert-comparison/week/weeks.model.js';
import { DAY, finish, happening, hash, HOUR, MINUTE, scrape, sum, weekOf } from './weeks.js';

describe('a simulated week', () => {
  describe('is a law to itself', () => {
    for (const name of WEEK_NAMES) {
      it(`answers, refuses or still holds all that came: ${name}`, () => {
        const week = weekOf(name);
        expect(sum(week.total) + week.queue.at(-1)!).to.equal(week.arrived);
        expect(week.total.every((total, i) => week.bad[i]! <= total && week.hurt[i]! <= week.bad[i]!)).to.equal(true);
        expect(week.cpu.every((share) => share >= 0 && share <= 1)).to.equal(true);
        expect(week.memory.every((share) => share > 0 && share <= 1)).to.equal(true);
      });

      it(`puts every harmed request down to one incident: ${name}`, () => {
        const { incidents, hurt } = weekOf(name);
        expect(sum(incidents.map((incident) => incident.hurt))).to.equal(sum(hurt));
        for (const { start, end } of incidents) {
          expect(hurt[start]! > 0 && hurt[end - 1]! > 0, `${start} to ${end}`).to.equal(true);
        }
      });
    }

    it('repeats itself to the byte, in any browser and in Node', () => {
      expect(hash(weekOf('retryStorm'))).to.equal(hash(weekOf('retryStorm')));
      expect(hash(weekOf('retryStorm'))).to.equal('90ea678e');
      expect(hash(weekOf('ordinary'))).to.equal('fd9064ed');
    });

    it('differs from seed to seed', () => {
      expect(hash(weekOf('ordinary', '2'))).not.to.equal(hash(weekOf('ordinary')));
    });

    it('is the same under every strategy, objective and interval', () => {
      const truths = new Set<string>();
      for (const objective of [0.9, 0.999, 0.99999]) {
        for (const strategies of [strategiesFor(objective), strategiesFor(objective).slice(2, 3)]) {
          for (const [scrapeSeconds, evaluationSeconds] of [
            [60, 60],
            [15, 30],
            [300, 60],
          ] as const) {
            const judgement = { objective, significantBudget: objective / 50 };
            const settings = { week: 'ordinary', seed: '1', judgement, strategies } as const;
            const { week } = finish(compare({ ...settings, scrapeSeconds, evaluationSeconds }));
            truths.add(hash(week));
          }
        }
      }
      expect([...truths]).to.deep.equal([hash(weekOf('ordinary'))]);
    });

    it('keeps its arrivals when something else happens', () => {
      const calm = happening([]);
      const busy = happening([{ kind: 'deploy', start: 0, end: HOUR, background: 0.9 }]);
      const broken = happening([{ kind: 'outage', start: HOUR, end: 2 * HOUR, failing: 0.4 }]);
      expect([...busy.total]).to.deep.equal([...calm.total]);
      expect([...broken.total]).to.deep.equal([...calm.total]);
    });
  });

  describe('follows its mechanism', () => {
    it('has as much traffic as it is said to, and Poisson’s variance', () => {
      const { total } = happening([]);
      const mean = sum(total) / DAY;
      const variance = sum(Array.from(total, (count) => (count - mean) ** 2)) / DAY;
      // Three standard errors: of the mean √(100 / n), of the variance about √(2 · 100² / n).
      expect(mean).to.be.closeTo(100, 3 * Math.sqrt(100 / DAY));
      expect(variance).to.be.closeTo(100, 3 * Math.sqrt(20_000 / DAY));
    });

    it('has a mean traffic of one on weekdays', () => {
      const mean = sum(Array.from({ length: DAY }, (_, second) => trafficAt(second))) / DAY;
      expect(mean).to.be.closeTo(1, 1e-4);
      expect([trafficAt(4 * HOUR), trafficAt(16 * HOUR)].map((share) => share.toFixed(2))).to.deep.equal([
        '0.35',
        '1.65',
      ]);
    });

    it('draws binomial numbers with the right mean and variance, small and large', () => {
      for (const [trials, share] of [
        [100, 0.0005],
        [100, 0.04],
        [120, 0.3],
        [80, 0.93],
      ] as const) {
        const random = new Random('5', `binomial ${share}`);
        const draws = Array.from({ length: 40_000 }, () => binomial(random, trials, share));
        const [mean, variance] = [trials * share, trials * share * (1 - share)];
        expect(sum(draws) / draws.length, `mean of ${share}`).to.be.closeTo(
          mean,
          4 * Math.sqrt(variance / draws.length),
        );
        const found = sum(draws.map((draw) => (draw - mean) ** 2)) / draws.length;
        expect(found / variance, `variance of ${share}`).to.be.closeTo(1, 0.05);
      }
      const random = new Random('5', 'binomial');
      expect([binomial(random, 9, 1), binomial(random, 9, 0), binomial(random, 0, 0.5)]).to.deep.equal([9, 0, 0]);
    });

    it('waits as long as an M/M/1 queue where a second is short', () => {
      // At so few requests a second, at most one comes or goes in a step: the queue is M/M/1, ρ = 0.5, mean ρ / (1 - ρ).
      const { queue } = happening([], { rate: 0.02, capacity: 0.04, patienceSeconds: 1e9, seconds: 20 * WEEK_SECONDS });
      expect(sum(queue) / queue.length).to.be.closeTo(1, 0.1);
    });

    it('fails in a total outage all that come, and nobody else', () => {
      const week = happening([{ kind: 'outage', start: HOUR, end: HOUR + 120, failing: 1 }]);
      expect(sum(week.bad.subarray(HOUR, HOUR + 120))).to.equal(sum(week.total.subarray(HOUR, HOUR + 120)));
      expect(sum(week.bad)).to.equal(week.incidents[0]?.hurt);
      expect(week.incidents.map(({ start, end }) => [start, end])).to.deep.equal([[HOUR, HOUR + 120]]);
    });

    it('fails about the share that a fault has, and at a burst’s seconds only', () => {
      const flapping = { kind: 'flapping', start: HOUR, end: 7 * HOUR, failing: 0.3, every: 600, burst: 20 } as const;
      const week = happening([flapping]);
      const isBurst = (second: number): boolean => second >= HOUR && second < 7 * HOUR && second % 600 < 20;
      expect(week.bad.every((count, second) => count === 0 || isBurst(second))).to.equal(true);
      const expected = 36 * 20 * 100 * 0.3;
      expect(sum(week.bad)).to.be.closeTo(expected, 4 * Math.sqrt(expected));
      expect(week.incidents).to.have.lengthOf(1);
    });

    it('keeps the CPU busy in a deploy, and hurts nobody', () => {
      const week = happening([{ kind: 'deploy', start: HOUR, end: HOUR + 300, background: 0.75 }]);
      expect(Math.min(...week.cpu.subarray(HOUR, HOUR + 300))).to.be.above(0.85);
      expect(Math.max(...week.cpu.subarray(0, HOUR))).to.be.below(0.5);
      expect(week.incidents).to.deep.equal([]);
    });

    it('queues first and fails then, where more comes than can be answered', () => {
      const week = happening([{ kind: 'peak', start: HOUR, end: 2 * HOUR, traffic: 5 }]);
      const [{ start } = { start: 0 }] = week.incidents;
      // 500 come and 400 go; 2,000 may wait: that is reached after 20 seconds.
      expect(start - HOUR).to.be.closeTo(20, 5);
      expect(week.queue[start - 1]).to.be.above(1500);
      const refused = sum(week.bad.subarray(HOUR, 2 * HOUR)) / HOUR;
      expect(refused).to.be.closeTo(100, 5);
      expect(Math.min(...week.cpu.subarray(HOUR + 60, 2 * HOUR))).to.equal(1);
    });

    it('restarts when a leak has eaten the memory, and refuses everybody meanwhile', () => {
      const week = happening([{ kind: 'leak', start: 0, end: DAY, leak: 0.55 / (100 * 8 * HOUR) }]);
      expect(week.incidents.length).to.equal(2);
      expect(week.incidents[0]!.leadStart).to.equal(0);
      expect(week.incidents[1]!.leadStart).to.be.closeTo(week.incidents[0]!.end, 2);
      for (const { start, end } of week.incidents) {
        expect(start % (8 * HOUR)).to.be.closeTo(0, 0.01 * 8 * HOUR + 120);
        expect(end - start).to.equal(180);
        expect(week.memory[start - 1]).to.equal(1);
        expect(week.memory[end + 1]).to.be.below(0.46);
      }
    });

    it('makes a small overload a large one where clients try again', () => {
      const overload = { kind: 'retryStorm', start: HOUR, end: HOUR + 600, capacityLost: 0.8 } as const;
      const failed = (retries: number): number => sum(happening([{ ...overload, retries }]).bad);
      // 100 come and 80 go: 20 a second are refused, and with nine of ten repeated, 20 / (1 - 0.9).
      expect(failed(0) / 600).to.be.closeTo(20, 2);
      expect(failed(0.9) / 600).to.be.closeTo(200, 20);
    });

    it('blames the fault that goes on, also after a shorter one within it', () => {
      const week = happening([
        { kind: 'dependency', start: HOUR, end: 5 * HOUR, failing: 0.05 },
        { kind: 'blip', start: 2 * HOUR, end: 2 * HOUR + 40, failing: 0.5 },
      ]);
      expect(week.incidents.map(({ kind }) => kind)).to.deep.equal(['dependency', 'blip']);
      expect(week.incidents[0]!.end).to.be.above(5 * HOUR - 60);
    });

    it('ends an incident after an hour in which nobody was hurt', () => {
      const twice = (gap: number): number =>
        happening([{ kind: 'flapping', start: HOUR, end: HOUR + 2 * gap, failing: 1, every: gap, burst: 10 }]).incidents
          .length;
      expect([twice(50 * MINUTE), twice(70 * MINUTE)]).to.deep.equal([1, 2]);
    });
  });

  describe('is scraped', () => {
    it('into counters that lose nothing, whatever the interval', () => {
      const week = weekOf('ordinary');
      for (const seconds of [1, 15, 60, 300]) {
        const { total, good } = scrape(week, seconds);
        expect(sum(total)).to.equal(sum(week.total));
        expect(sum(total) - sum(good)).to.equal(sum(week.bad));
      }
    });

    it('with no sample while the agent is gone, and counters at 0 after it', () => {
      const week = happening([{ kind: 'gap', start: HOUR, end: 2 * HOUR, unseen: true }]);
      const { total, good, gauges } = scrape(week, 60);
      const gap = Array.from({ length: 60 }, (_, i) => 60 + i);
      expect(
        gap.every((i) => [total[i], good[i], ...Object.values(gauges!).map((g) => g[i])].every(Number.isNaN)),
      ).to.equal(true);
      expect([total[120], good[120]]).to.deep.equal([0, 0]);
      expect(total[121]).to.be.above(5000);
    });

    it('with the CPU as a mean of its seconds', () => {
      const week = happening([]);
      const [cpu] = Object.values(scrape(week, 60).gauges!);
      expect(cpu![10]).to.be.closeTo(sum(week.cpu.subarray(600, 660)) / 60, 5e-5);
    });
  });

  it('costs an objective what its failed requests are of those allowed in 30 days', () => {
    // A total outage of 43.2 minutes at even traffic is all that 99.9 % allows.
    const week = happening([{ kind: 'outage', start: HOUR, end: HOUR + 2592, failing: 1 }], { seconds: WEEK_SECONDS });
    const [incident] = judgeIncidents(week, { objective: 0.999, significantBudget: 0.02 });
    expect(incident!.budget).to.be.closeTo(1, 0.01);
    const [tolerant] = judgeIncidents(week, { objective: 0.9, significantBudget: 0.02 });
    expect(tolerant!.budget).to.be.closeTo(0.01, 1e-4);
    expect([incident!.isSignificant, tolerant!.isSignificant]).to.deep.equal([true, false]);
  });

  it('has a plan whose causes stand in the order of their beginnings', () => {
    for (const name of WEEK_NAMES) {
      for (const seed of ['1', '2', '3']) {
        const starts = planWeek(name, seed).causes.map(({ start }) => start);
        expect(starts).to.deep.equal(starts.toSorted((a, b) => a - b));
        expect(starts.every((start) => start >= 0 && start < WEEK_SECONDS)).to.equal(true);
      }
    }
  });
});
