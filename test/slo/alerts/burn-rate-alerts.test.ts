import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  budgetSpentAtDetection,
  burnRateForBudget,
  canFire,
  detectionTimeSeconds,
  evaluateAlerts,
  maximumBurnRate,
  multiWindowRules,
  resetTimeSeconds,
} from '../../../src/slo/index.js';
import reference from '../../reference/slo.json';
import { anyNumber, close, constant, DAY, HOUR } from '../arbitraries.js';

const PERIOD = 30 * DAY;
const [first, second, third, fourth] = reference.six_approaches;

describe('detectionTimeSeconds', () => {
  it("agrees with the Workbook's approaches to a total outage", () => {
    const outage = { objective: 0.999, errorRatio: 1 };
    close(detectionTimeSeconds({ ...outage, windowSeconds: 600, burnRate: 1 }), first!.exact_detect_s!);
    close(detectionTimeSeconds({ ...outage, windowSeconds: 36 * HOUR, burnRate: 1 }), second!.exact_detect_s!);
  });

  it('agrees with figure 5-6', () => {
    const exact = reference.figure_5_6.exact_continuous;
    const errors = { objective: 0.999, errorRatio: 0.15, burnRate: 14.4, outageSeconds: 600 };
    close(detectionTimeSeconds({ ...errors, windowSeconds: 300 }), exact.short_over_after_s);
    close(detectionTimeSeconds({ ...errors, windowSeconds: HOUR }), exact.long_over_after_s);
    close(resetTimeSeconds({ ...errors, windowSeconds: 300 }), exact.short_below_after_stop_s);
    close(resetTimeSeconds({ ...errors, windowSeconds: HOUR }), exact.long_below_after_stop_s);
  });

  it('never comes at the threshold itself, for a rule asks for more', () => {
    const rule = { objective: 0.999, windowSeconds: HOUR, burnRate: 14.4 };
    expect(detectionTimeSeconds({ ...rule, errorRatio: 0.0144 })).to.equal(Infinity);
    expect(detectionTimeSeconds({ ...rule, errorRatio: 0.0143 })).to.equal(Infinity);
    expect(detectionTimeSeconds({ ...rule, errorRatio: 0.0145 })).to.be.below(HOUR);
    expect(detectionTimeSeconds({ ...rule, errorRatio: 0 })).to.equal(Infinity);
  });

  it('comes at once without a budget', () => {
    const rule = { objective: 1, windowSeconds: HOUR, burnRate: 14.4 };
    expect(detectionTimeSeconds({ ...rule, errorRatio: 0.001 })).to.equal(0);
    expect(detectionTimeSeconds({ ...rule, errorRatio: 0 })).to.equal(Infinity);
  });

  it('is NaN outside its domain and a number everywhere', () => {
    const rule = { objective: 0.999, errorRatio: 0.5, windowSeconds: 60, burnRate: 1, outageSeconds: 60 };
    for (const wrong of [{ objective: 2 }, { errorRatio: -1 }, { windowSeconds: NaN }, { burnRate: -1 }]) {
      expect(detectionTimeSeconds({ ...rule, ...wrong })).to.deep.equal(NaN);
      expect(resetTimeSeconds({ ...rule, ...wrong })).to.deep.equal(NaN);
    }
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, anyNumber, anyNumber, (a, b, c, d, e) => {
        const any = { objective: a, errorRatio: b, windowSeconds: c, burnRate: d, outageSeconds: e, periodSeconds: e };
        expect(detectionTimeSeconds(any)).to.be.a('number');
        expect(resetTimeSeconds(any)).to.be.a('number');
        expect(budgetSpentAtDetection(any)).to.be.a('number');
        expect(burnRateForBudget({ ...any, budget: a })).to.be.a('number');
        expect(multiWindowRules(a, b)).to.be.an('array');
      }),
    );
  });
});

describe('resetTimeSeconds', () => {
  const total = { objective: 0.999, errorRatio: 1, windowSeconds: HOUR, burnRate: 36 };

  it('is 58 minutes after a total outage that ends when it is detected', () => {
    const minutes = fourth!.exact_reset_after_100pct_outage_ending_at_detection_min!;
    close(resetTimeSeconds({ ...total, outageSeconds: 129.6 }), minutes * 60);
    close(resetTimeSeconds({ ...total, outageSeconds: detectionTimeSeconds(total) }), minutes * 60);
  });

  it('is 0 when the outage was too short, and does not depend on its length beyond that', () => {
    expect(resetTimeSeconds({ ...total, outageSeconds: 129 })).to.equal(0);
    expect(resetTimeSeconds({ ...total, outageSeconds: 0 })).to.equal(0);
    expect(resetTimeSeconds({ ...total, errorRatio: 0.03, outageSeconds: DAY })).to.equal(0);
    close(resetTimeSeconds({ ...total, outageSeconds: DAY }), resetTimeSeconds({ ...total, outageSeconds: 200 }));
  });

  it('is nearly the whole window after a total outage seen over 36 hours', () => {
    const rule = { objective: 0.999, errorRatio: 1, windowSeconds: 36 * HOUR, burnRate: 1, outageSeconds: 600 };
    close(resetTimeSeconds(rule), 36 * HOUR * 0.999);
  });
});

describe('detectionTimeSeconds and resetTimeSeconds', () => {
  it('agree with a simulated outage within one evaluation', () => {
    const outage = fc.record({
      errorRatio: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
      windowSeconds: fc.integer({ min: 10, max: 600 }),
      outageSeconds: fc.integer({ min: 1, max: 900 }),
      burnRate: fc.integer({ min: 1, max: 120 }),
      objective: fc.constantFrom(0.9, 0.99, 0.999),
    });
    fc.assert(
      fc.property(outage, (o) => {
        const { errorRatio, windowSeconds, outageSeconds } = o;
        const start = 600;
        const total = constant(start + outageSeconds + 700, 100);
        const good = total.map((all, i) =>
          i >= start && i < start + outageSeconds ? all - Math.round(all * errorRatio) : all,
        );
        const threshold = Number((o.burnRate * (1 - o.objective)).toPrecision(12));
        const rows = evaluateAlerts(
          [{ name: 'r', severity: 'page', condition: { ratio: 'errors', windowSeconds, op: '>', threshold } }],
          { stepSeconds: 1, good, total },
          { evaluationSeconds: 1 },
        );
        const detection = detectionTimeSeconds(o);
        const [row] = rows;
        if (!row) {
          expect(detection).to.be.above(outageSeconds - 1);
        } else {
          expect(row.startSeconds - start).to.be.within(detection - 1e-6, detection + 1 + 1e-6);
          const reset = resetTimeSeconds(o);
          expect(row.endSeconds - start - outageSeconds).to.be.within(reset - 1e-6, reset + 1 + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('budgetSpentAtDetection', () => {
  it("agrees with the Workbook's approaches", () => {
    const spent = (burnRate: number, windowSeconds: number) =>
      budgetSpentAtDetection({ burnRate, windowSeconds, periodSeconds: PERIOD });
    close(spent(1, 600), first!.exact_budget!);
    close(spent(1, 36 * HOUR), 0.05);
    close(spent(1000, HOUR), third!.exact_budget!);
    close(spent(36, HOUR), fourth!.exact_budget!);
    for (const { inputs, value } of reference.recommended_parameters.slice(0, 4)) {
      if (typeof value === 'object') close(spent(value.burn_rate, secondsOf(inputs.long)), value.budget);
    }
    expect(budgetSpentAtDetection({ burnRate: 1, windowSeconds: 1, periodSeconds: 0 })).to.deep.equal(NaN);
  });
});

describe('burnRateForBudget', () => {
  it("agrees with Sloth's factors for 30, 28 and 7 days", () => {
    for (const { period, windows, expected_burn_factor, derived_burn_factor } of reference.sloth.factors) {
      const factors = (expected_burn_factor ?? derived_burn_factor)!;
      for (const [name, window] of Object.entries(windows)) {
        const [long, percent] = Array.isArray(window)
          ? [secondsOf(window[1]!), parseFloat(window[2]!)]
          : [window.long_h * HOUR, window.budget_pct];
        const factor = burnRateForBudget({
          budget: percent / 100,
          windowSeconds: long,
          periodSeconds: secondsOf(period),
        });
        close(factor, factors[name as keyof typeof factors]);
      }
    }
  });

  it("agrees with Splunk's for 7 days", () => {
    for (const { inputs, exact } of reference.recommended_parameters.slice(4)) {
      const windowSeconds = secondsOf(inputs.long);
      close(burnRateForBudget({ budget: inputs.budget!, windowSeconds, periodSeconds: 7 * DAY }), exact!);
    }
  });
});

describe('multiWindowRules', () => {
  const shape = (objective: number, period?: number) =>
    multiWindowRules(objective, period).map(({ condition, severity }) => {
      const windows = 'all' in condition ? condition.all : [];
      return [
        severity,
        ...windows.map((part) => ('ratio' in part ? [part.windowSeconds, part.op, part.threshold] : [])),
      ];
    });

  it("is the Workbook's, with clean thresholds, for 30 days", () => {
    expect(shape(0.999)).to.deep.equal([
      ['page', [HOUR, '>', 0.0144], [300, '>', 0.0144]],
      ['page', [6 * HOUR, '>', 0.006], [1800, '>', 0.006]],
      ['ticket', [DAY, '>', 0.003], [2 * HOUR, '>', 0.003]],
      ['ticket', [3 * DAY, '>', 0.001], [6 * HOUR, '>', 0.001]],
    ]);
  });

  it('keeps the shares of the budget for another period, but never goes below 1x', () => {
    const thresholds = shape(0.999, 28 * DAY).map(([, long]) => (long as [number, string, number])[2]);
    [0.01344, 0.0056, 0.0028, 0.001].forEach((expected, i) => close(thresholds[i]!, expected));
  });

  it('alerts on no service that keeps its objective, for any period', () => {
    const days = [0.01, 0.5, 1, 2, 7, 10, 14, 21, 28, 29, 30, 31, 90, 365];
    for (const period of days.map((count) => count * DAY)) {
      for (const objective of [0.9, 0.99, 0.999, 0.99999]) {
        for (const [, ...windows] of shape(objective, period)) {
          for (const [, , threshold] of windows as [number, string, number][]) {
            expect(threshold, `${period} ${objective}`).to.be.at.least(1 - objective - 1e-12);
          }
        }
      }
    }
  });

  it("is silent for ten days at 0.3x of a week's objective", () => {
    const minutes = 10 * 24 * 60;
    const series = { stepSeconds: 60, good: constant(minutes, 9997), total: constant(minutes, 10_000) };
    for (const days of [1, 7, 14, 28]) {
      expect(evaluateAlerts(multiWindowRules(0.999, days * DAY), series, { evaluationSeconds: 60 })).to.deep.equal([]);
    }
  });

  it('has rules that can never fire when the objective is low', () => {
    expect(maximumBurnRate(0.9)).to.be.below(14.4);
    expect(multiWindowRules(0.9).map(({ condition }) => canFire(condition))).to.deep.equal([false, true, true, true]);
    expect(multiWindowRules(0).some(({ condition }) => canFire(condition))).to.equal(false);
  });

  it('fires on any error when the objective is 1, and is empty for no objective', () => {
    expect(shape(1)[0]).to.deep.equal(['page', [HOUR, '>', 0], [300, '>', 0]]);
    expect(multiWindowRules(NaN)).to.deep.equal([]);
    expect(multiWindowRules(0.9, 0)).to.deep.equal([]);
  });
});

function secondsOf(duration: string): number {
  return parseFloat(duration) * { m: 60, h: HOUR, d: DAY }[duration.slice(-1) as 'm' | 'h' | 'd'];
}
