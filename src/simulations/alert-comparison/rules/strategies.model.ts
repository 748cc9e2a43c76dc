import {
  burnRateForBudget,
  DEFAULT_PERIOD_SECONDS,
  errorBudgetRatio,
  multiWindowRules,
  type AlertRule,
  type Condition,
} from '../../../slo/index.js';
import { GAUGES } from '../week/scrape.model.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Ways to decide when to page, in the order of their lanes; the numbers are the Workbook's approaches. */
export const STRATEGY_NAMES = [
  'cause',
  'symptom',
  'approach1',
  'approach2',
  'approach3',
  'approach4',
  'approach5',
  'approach6',
  'own',
] as const;

export type StrategyName = (typeof STRATEGY_NAMES)[number];

export interface Strategy {
  readonly name: StrategyName;
  readonly rules: readonly AlertRule[];
}

/**
 * The rules of every strategy for an objective over 30 days; `own` is the reader's rule, where it can be read.
 * @see https://sre.google/workbook/alerting-on-slos/ (approaches 1 to 6)
 */
export function strategiesFor(objective: number, own?: AlertRule): Strategy[] {
  const budget = errorBudgetRatio(objective);
  const page = (name: string, condition: Condition, forSeconds?: number): AlertRule =>
    forSeconds ? { name, condition, forSeconds, severity: 'page' } : { name, condition, severity: 'page' };
  const gauge = (name: keyof typeof GAUGES, threshold: number): Condition => ({
    gauge: GAUGES[name],
    op: '>',
    threshold,
  });
  const multiWindow = multiWindowRules(objective);
  const rules: Readonly<Record<StrategyName, readonly AlertRule[]>> = {
    cause: [
      page('HighCpu', gauge('cpu', 0.9), 2 * MINUTE),
      page('HighMemory', gauge('memory', 0.9), 5 * MINUTE),
      page('LongQueue', gauge('queue', 100), 2 * MINUTE),
    ],
    symptom: [page('ErrorsAbove1Percent', errors(MINUTE, 0.01), 5 * MINUTE), noData('SymptomNoData')],
    approach1: [page('Approach1', errors(10 * MINUTE, budget, '>='))],
    approach2: [page('Approach2', errors(36 * HOUR, budget))],
    approach3: [page('Approach3', errors(MINUTE, budget), HOUR)],
    approach4: [page('Approach4', errors(HOUR, burning(objective, 0.05, HOUR)))],
    approach5: [
      page('Approach5Page', {
        any: [errors(HOUR, burning(objective, 0.02, HOUR)), errors(6 * HOUR, burning(objective, 0.05, 6 * HOUR))],
      }),
      { name: 'Approach5Ticket', condition: errors(72 * HOUR, budget), severity: 'ticket' },
    ],
    approach6: [
      ...(['page', 'ticket'] as const).map((severity) => ({
        name: severity === 'page' ? 'Approach6Page' : 'Approach6Ticket',
        // One alert for all pairs of windows: three rules that fire together are still one page.
        condition: { any: multiWindow.filter((rule) => rule.severity === severity).map(({ condition }) => condition) },
        severity,
      })),
      noData('Approach6NoData'),
    ],
    own: own ? [own] : [],
  };
  return STRATEGY_NAMES.map((name) => ({ name, rules: rules[name] }));
}

/** Pages when the metrics are gone: no ratio can say then whether requests fail. */
function noData(name: string): AlertRule {
  return {
    name,
    condition: { requests: 'absent', windowSeconds: 5 * MINUTE },
    forSeconds: 2 * MINUTE,
    severity: 'page',
  };
}

function errors(windowSeconds: number, threshold: number, op: '>' | '>=' = '>'): Condition {
  return { ratio: 'errors', windowSeconds, op, threshold };
}

/** The error ratio that spends a share of the budget within a window. */
function burning(objective: number, budget: number, windowSeconds: number): number {
  const factor = burnRateForBudget({ budget, windowSeconds, periodSeconds: DEFAULT_PERIOD_SECONDS });
  return Number((factor * errorBudgetRatio(objective)).toPrecision(12));
}
