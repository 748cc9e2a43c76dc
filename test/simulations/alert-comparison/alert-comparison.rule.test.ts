import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Condition } from '../../../src/slo/index.js';
import { parseRule, type RuleProblem } from '../../../src/simulations/alert-comparison/rules/rule-language.model.js';
import { hostileString } from '../../slo/arbitraries.js';

const CPU = 'system_cpu_utilization_ratio';
const MEMORY = 'system_memory_utilization_ratio';
const QUEUE = 'http_server_waiting_requests';

function condition(text: string): Condition | undefined {
  const parsed = parseRule(text, 0.999);
  return parsed.ok ? parsed.rule.condition : undefined;
}

function refusal(text: string): [RuleProblem, number, string] | undefined {
  const parsed = parseRule(text, 0.999);
  return parsed.ok ? undefined : [parsed.problem, parsed.column, parsed.found];
}

const errors = (windowSeconds: number, threshold: number, op: '>' | '>=' = '>'): Condition => ({
  ratio: 'errors',
  windowSeconds,
  op,
  threshold,
});

describe('the language of rules', () => {
  it('reads a ratio, a percentage and a burn rate', () => {
    expect(condition('errors[5m] > 0.01')).to.deep.equal(errors(300, 0.01));
    expect(condition('errors[5m] > 1%')).to.deep.equal(errors(300, 0.01));
    expect(condition('errors[1h] >= 14.4x')).to.deep.equal(errors(3600, 0.0144, '>='));
  });

  it('reads gauges with and without a window', () => {
    expect(condition('cpu > 90%')).to.deep.equal({ gauge: CPU, op: '>', threshold: 0.9 });
    expect(condition('memory[10m] >= .8')).to.deep.equal({
      gauge: MEMORY,
      windowSeconds: 600,
      op: '>=',
      threshold: 0.8,
    });
    expect(condition('QUEUE > 100')).to.deep.equal({ gauge: QUEUE, op: '>', threshold: 100 });
  });

  it('binds and closer than or, and brackets closest', () => {
    const [a, b, c] = [errors(60, 0.1), errors(120, 0.1), errors(180, 0.1)];
    const [e, f, g] = ['errors[1m] > 10%', 'errors[2m] > 10%', 'errors[3m] > 10%'];
    expect(condition(`${e} or ${f} and ${g}`)).to.deep.equal({ any: [a, { all: [b, c] }] });
    expect(condition(`(${e} or ${f}) and ${g}`)).to.deep.equal({ all: [{ any: [a, b] }, c] });
    expect(condition(`((${e}))`)).to.deep.equal(a);
  });

  it('reads for and keep', () => {
    const parsed = parseRule('cpu > 90% for 1h30m keep 10m', 0.999);
    expect(parsed.ok && [parsed.rule.forSeconds, parsed.rule.keepFiringForSeconds]).to.deep.equal([5400, 600]);
    const prometheus = parseRule('cpu > 90% keep_firing_for 45s', 0.999);
    expect(prometheus.ok && [prometheus.rule.forSeconds, prometheus.rule.keepFiringForSeconds]).to.deep.equal([0, 45]);
  });

  it('reads durations in all units', () => {
    const windows = ['90m', '36h', '3d', '1w', '1h30m', '120s'].map((text) => condition(`cpu[${text}] > 90%`));
    expect(windows.map((found) => found && 'windowSeconds' in found && found.windowSeconds)).to.deep.equal([
      5400, 129_600, 259_200, 604_800, 5400, 120,
    ]);
  });

  const refused: readonly (readonly [string, RuleProblem, number, string])[] = [
    ['', 'metric', 1, ''],
    ['   ', 'metric', 1, ''],
    ['latency > 1', 'metric', 1, 'latency'],
    ['errors > 1%', 'window', 8, '>'],
    ['errors[] > 1%', 'duration', 8, ']'],
    ['errors[5] > 1%', 'duration', 9, ']'],
    ['errors[5y] > 1%', 'duration', 9, 'y'],
    ['errors[90s] > 1%', 'minutes', 8, '90'],
    ['errors[31d] > 1%', 'minutes', 8, '31'],
    ['errors[5m > 1%', 'closing', 11, '>'],
    ['errors[5m] < 1%', 'comparison', 12, '<'],
    ['errors[5m]', 'comparison', 11, ''],
    ['errors[5m] > many', 'threshold', 14, 'many'],
    ['errors[5m] > -1', 'threshold', 14, '-'],
    ['cpu > 14x', 'burnRate', 9, 'x'],
    ['errors[5m] > 100%', 'never', 14, '100'],
    ['errors[5m] > 2000x', 'never', 14, '2000'],
    ['cpu > 50', 'share', 7, '50'],
    ['cpu > 100%', 'share', 7, '100'],
    ['memory[5m] > 90', 'share', 14, '90'],
    ['cpu >= 1.1', 'share', 8, '1.1'],
    ['errors[5m] > 1% and cpu > 50', 'share', 27, '50'],
    ['queue > 5000', 'queue', 9, '5000'],
    ['(cpu >.9', 'closing', 9, ''],
    ['cpu >.9 for', 'duration', 12, ''],
    ['cpu >.9 for 5m for 5m', 'end', 16, 'for'],
    ['cpu >.9 xor memory > 1', 'end', 9, 'xor'],
    ['cpu >.9)', 'end', 8, ')'],
    ['cpu >.9 🐛', 'end', 9, '🐛'],
    [`${'('.repeat(30)}cpu > 1`, 'depth', 22, '('],
  ];
  for (const [text, problem, column, found] of refused) {
    it(`refuses “${text.slice(0, 30)}” at column ${column}: ${problem}`, () => {
      expect(refusal(text)).to.deep.equal([problem, column, found]);
    });
  }

  it('refuses what is too long for a rule, however long', () => {
    expect(refusal('cpu > 1 or '.repeat(1e5))?.slice(0, 2)).to.deep.equal(['length', 401]);
  });

  it('never throws, and points at a column that the text has, or at its end', () => {
    const piece = fc.constantFrom(
      'errors',
      '[5m]',
      'cpu',
      '>',
      '>=',
      '1%',
      '14x',
      'and',
      'or',
      '(',
      ')',
      'for',
      '5m',
      ' ',
      '[',
      ']',
      '9',
    );
    const texts = fc.oneof(
      hostileString,
      fc.array(piece).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(texts, fc.double(), (text, objective) => {
        const parsed = parseRule(text, objective);
        if (!parsed.ok) expect(parsed.column).to.be.within(1, text.length + 1);
      }),
      { numRuns: 400 },
    );
  });
});
