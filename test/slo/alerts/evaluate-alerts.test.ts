import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  evaluateAlerts,
  multiWindowRules,
  type AlertInterval,
  type AlertRule,
  type AlertSeries,
  type Condition,
} from '../../../src/slo/index.js';
import reference from '../../reference/slo.json';
import { anyNumber, constant, DAY, HOUR } from '../arbitraries.js';
import { slowAlerts } from '../slow-alerts.js';

const up: Condition = { gauge: 'up', op: '>=', threshold: 1 };
const errors = (windowSeconds: number, threshold: number): Condition => ({
  ratio: 'errors',
  windowSeconds,
  op: '>',
  threshold,
});

function gaugeStates(up_: number[], rule: Partial<AlertRule>, evaluationSeconds = 1): string[] {
  const rules: AlertRule[] = [{ name: 'r', severity: 'page', condition: up, ...rule }];
  const series = { stepSeconds: 1, good: [], total: [], gauges: { up: up_ } };
  return evaluateAlerts(rules, series, { evaluationSeconds }).map(
    ({ state, startSeconds, endSeconds }) => `${state} ${startSeconds}-${endSeconds}`,
  );
}

describe('evaluateAlerts', () => {
  describe('state machine', () => {
    it("agrees with promtool's own unit test: up == 0 for 5m, every minute", () => {
      const rows = evaluateAlerts(
        [{ name: 'InstanceDown', severity: 'page', condition: up, forSeconds: 300 }],
        { stepSeconds: 60, good: [], total: [], gauges: { up: constant(1441, 1) } },
        { evaluationSeconds: 60 },
      );
      // promtool's first evaluation is at 0, ours one interval later.
      const stateAt = (minute: number) =>
        rows.find((row) => row.startSeconds <= (minute + 1) * 60 && (minute + 1) * 60 < row.endSeconds)?.state;
      for (const { at_min, state, rule } of reference.prometheus_alert_state_machine.vectors) {
        if (rule.startsWith('up') && at_min < 1440) expect(stateAt(at_min)).to.equal(state.split(' ')[0]);
      }
      expect(stateAt(5)).to.equal('firing');
      expect(rows.map(({ endSeconds }) => endSeconds)).to.deep.equal([360, 1441 * 60]);
    });

    it('fires at the first evaluation without `for`', () => {
      expect(gaugeStates([0, 1, 1, 0, 0], {})).to.deep.equal(['firing 2-4']);
    });

    it('is pending until `for` has passed, and no longer', () => {
      expect(gaugeStates([1, 1, 1, 1, 0], { forSeconds: 2 })).to.deep.equal(['pending 1-3', 'firing 3-5']);
      expect(gaugeStates([1, 1, 0, 1, 1], { forSeconds: 2 })).to.deep.equal(['pending 1-3', 'pending 4-5']);
    });

    it('waits for an evaluation when `for` is no multiple of the interval', () => {
      expect(gaugeStates([1, 1, 1, 1, 1, 1, 1], { forSeconds: 3 }, 2)).to.deep.equal(['pending 2-6', 'firing 6-7']);
    });

    it('deletes pending at once where data are missing, and resolves firing', () => {
      expect(gaugeStates([1, NaN, 1, 1, 1], { forSeconds: 2 })).to.deep.equal([
        'pending 1-2',
        'pending 3-5',
        'firing 5-5',
      ]);
      expect(gaugeStates([1, NaN, 1], {})).to.deep.equal(['firing 1-2', 'firing 3-3']);
    });

    it('keeps firing for a while, counted from the first evaluation without the condition', () => {
      expect(gaugeStates([1, 0, 0, 0, 0, 0], { keepFiringForSeconds: 2 })).to.deep.equal(['firing 1-4']);
    });

    it('starts that while anew when the condition holds again', () => {
      expect(gaugeStates([1, 0, 1, 0, 0, 0, 0], { keepFiringForSeconds: 2 })).to.deep.equal(['firing 1-6']);
    });

    it('keeps no pending alert', () => {
      expect(gaugeStates([1, 0, 0, 1], { forSeconds: 5, keepFiringForSeconds: 9 })).to.deep.equal([
        'pending 1-2',
        'pending 4-4',
      ]);
    });
  });

  describe('conditions', () => {
    const states = (condition: Condition, series: Partial<AlertSeries>, evaluationSeconds = 1) =>
      evaluateAlerts(
        [{ name: 'r', severity: 'page', condition }],
        { stepSeconds: 1, good: [], total: [], ...series },
        { evaluationSeconds },
      ).map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]);

    it('reads a window without its start and with its end', () => {
      const total = [10, 10, 10, 10, 10, 10];
      const good = [10, 0, 10, 10, 10, 10];
      expect(states(errors(2, 0), { total, good })).to.deep.equal([[2, 4]]);
    });

    it('does not fire at the threshold but above it, or from it with >=', () => {
      const series = { total: [10000], good: [10000 - 144] };
      expect(states(errors(1, 0.0144), series)).to.deep.equal([]);
      expect(states({ ratio: 'errors', windowSeconds: 1, op: '>=', threshold: 0.0144 }, series)).to.have.lengthOf(1);
    });

    it('has no ratio without traffic, nor from half a sample', () => {
      expect(states(errors(1, -1), { total: [0, NaN, 5], good: [0, 3, NaN] })).to.deep.equal([]);
    });

    it('tells data that are missing from requests that do not come', () => {
      const total = [5, NaN, NaN, 0, 0, 7];
      const windowSeconds = 2;
      expect(states({ requests: 'absent', windowSeconds }, { total, good: total })).to.deep.equal([[3, 4]]);
      expect(states({ requests: 'none', windowSeconds }, { total, good: total })).to.deep.equal([[4, 6]]);
      expect(states({ requests: 'absent', windowSeconds: 0 }, { total, good: total })).to.deep.equal([]);
    });

    it('skips missing samples inside a window', () => {
      expect(states(errors(3, 0.4), { total: [10, NaN, 10], good: [5, NaN, 5] })).to.deep.equal([[1, 3]]);
    });

    it('averages a gauge over the values that are present, without drift', () => {
      const average: Condition = { gauge: 'cpu', windowSeconds: 300, op: '>', threshold: 0.9 };
      const level = constant(10_000, 0.9);
      expect(states(average, { gauges: { cpu: level } })).to.deep.equal([]);
      expect(states({ ...average, op: '>=' }, { gauges: { cpu: level } })).to.deep.equal([[1, 10_000]]);
      expect(states({ ...average, windowSeconds: 3 }, { gauges: { cpu: [1, NaN, NaN, NaN] } })).to.deep.equal([[1, 4]]);
    });

    it('tells 0 from a threshold just above it', () => {
      expect(states({ gauge: 'idle', op: '>=', threshold: 0.1 }, { gauges: { idle: [0, 0] } })).to.deep.equal([]);
    });

    it('forgets errors that have left the window, also when they are fractions', () => {
      const total = constant(5000, 0.3);
      const good = total.map((all, i) => (i > 100 && i < 200 ? all / 3 : all));
      expect(states(errors(50, 0), { total, good })).to.deep.equal([[102, 250]]);
    });

    it('joins all and any', () => {
      const gauges = { a: [1, 1, 0, 0], b: [1, 0, 1, 0] };
      const a: Condition = { gauge: 'a', op: '>', threshold: 0 };
      const b: Condition = { gauge: 'b', op: '>', threshold: 0 };
      expect(states({ all: [a, b] }, { gauges })).to.deep.equal([[1, 2]]);
      expect(states({ any: [a, b] }, { gauges })).to.deep.equal([[1, 4]]);
      expect(states({ any: [] }, { gauges })).to.deep.equal([]);
    });

    it('is false for a gauge that nobody sends and a window that is none', () => {
      expect(states({ gauge: 'toString', op: '>', threshold: -1 }, { total: [1], good: [0] })).to.deep.equal([]);
      for (const windowSeconds of [0, -1, NaN]) {
        expect(states(errors(windowSeconds, -1), { total: [1, 1], good: [0, 0] })).to.deep.equal([]);
      }
    });
  });

  it('agrees with an implementation that adds everything up anew', () => {
    const count = fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 0, max: 20 }) },
      { weight: 1, arbitrary: fc.constant(NaN) },
    );
    const samples = fc.array(fc.tuple(count, fc.nat({ max: 4 }), count), { minLength: 1, maxLength: 120 });
    const seconds = fc.constantFrom(1, 2, 3, 5, 7.5, 10, 30);
    const threshold = fc.constantFrom(0, 0.1, 0.25, 0.5, 1, 5);
    const op = fc.constantFrom('>' as const, '>=' as const);
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 2, depthSize: 'small' },
        fc.record({ ratio: fc.constant('errors' as const), windowSeconds: seconds, op, threshold }),
        fc.record({ gauge: fc.constantFrom('g', 'missing'), op, threshold }),
        fc.record({ gauge: fc.constant('g'), windowSeconds: seconds, op, threshold }),
        fc.record({ requests: fc.constantFrom('absent' as const, 'none' as const), windowSeconds: seconds }),
        fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
      ),
    }));
    const rule = fc.record({
      name: fc.constantFrom('a', 'b'),
      severity: fc.constant('page' as const),
      condition,
      forSeconds: fc.constantFrom(0, 1, 4, 10),
      keepFiringForSeconds: fc.constantFrom(0, 1, 3, 10),
    });
    fc.assert(
      fc.property(
        samples,
        fc.array(rule, { maxLength: 3 }),
        seconds,
        seconds,
        (some, rules, stepSeconds, evaluationSeconds) => {
          const total = some.map(([all]) => all);
          const good = some.map(([all, bad]) => Math.max(0, all - bad));
          const series = { stepSeconds, total, good, gauges: { g: some.map(([, , value]) => value) } };
          expect(evaluateAlerts(rules, series, { evaluationSeconds })).to.deep.equal(
            slowAlerts(rules, series, evaluationSeconds),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws on bad numbers', () => {
    const badRule = fc.record({
      name: fc.string(),
      severity: fc.constant('page' as const),
      condition: fc.record({
        ratio: fc.constant('errors' as const),
        windowSeconds: anyNumber,
        op: fc.constant('>' as const),
        threshold: anyNumber,
      }),
      forSeconds: anyNumber,
      keepFiringForSeconds: anyNumber,
    });
    fc.assert(
      fc.property(
        badRule,
        fc.array(anyNumber),
        fc.array(anyNumber),
        anyNumber,
        anyNumber,
        (rule, good, total, a, b) => {
          const rows = evaluateAlerts([rule], { stepSeconds: a, good, total }, { evaluationSeconds: b });
          expect(rows).to.be.an('array');
        },
      ),
    );
  });

  it("sees figure 5-6 as the Workbook's exact numbers have it", () => {
    const total = constant(2 * HOUR, 1000);
    const good = total.map((all, i) => (i >= HOUR && i < HOUR + 600 ? 0.85 * all : all));
    const [row] = evaluateAlerts(
      multiWindowRules(0.999).slice(0, 1),
      { stepSeconds: 1, good, total },
      { evaluationSeconds: 1 },
    );
    const exact = reference.figure_5_6.exact_continuous;
    expect(row?.startSeconds).to.equal(HOUR + Math.ceil(exact.long_over_after_s));
    expect(row?.endSeconds).to.equal(HOUR + 600 + Math.ceil(exact.short_below_after_stop_s));
  });

  it('orders its rows by their start, then as the rules are', () => {
    const condition = up;
    const rows = evaluateAlerts(
      [
        { name: 'late', severity: 'page', condition, forSeconds: 2 },
        { name: 'early', severity: 'page', condition },
      ],
      { stepSeconds: 1, good: [], total: [], gauges: { up: [1, 1, 1] } },
      { evaluationSeconds: 1 },
    );
    const text = ({ rule, state, startSeconds }: AlertInterval) => `${startSeconds} ${rule} ${state}`;
    expect(rows.map(text)).to.deep.equal(['1 late pending', '1 early firing', '3 late firing']);
  });

  it('finds the outage of each day in a week of seconds', () => {
    const total = new Float64Array(7 * DAY).fill(50);
    const good = total.map((all, i) => (i % DAY < 1200 ? all - 8 : all));
    const rows = evaluateAlerts(multiWindowRules(0.999), { stepSeconds: 1, good, total }, { evaluationSeconds: 1 });
    expect(rows.filter(({ rule }) => rule === 'ErrorBudgetBurn1h')).to.have.lengthOf(7);
  });
});
