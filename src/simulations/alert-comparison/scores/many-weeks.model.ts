import { scrape } from '../week/scrape.model.js';
import { judge, judgeIncidents, type Judgement, type Score } from './score.model.js';
import type { Strategy, StrategyName } from '../rules/strategies.model.js';
import { simulateWeek } from '../week/week.model.js';
import { planWeek, type WeekName } from '../week/weeks.model.js';

/** A mean over weeks, and the half of its 95 % interval; NaN where fewer than one or two weeks have a value. */
export interface Estimate {
  readonly mean: number;
  readonly margin: number;
  /** In how many weeks there was anything to measure. */
  readonly weeks: number;
}

export type Estimates = Readonly<Record<keyof Score, Estimate>>;

/**
 * The mean of the values that are numbers, with the half-width of Student's 95 % interval.
 * The quantile of t is its expansion in 1 / degrees of freedom: within 0.1 % from six degrees on; below, the table's.
 * @see https://www.itl.nist.gov/div898/handbook/eda/section3/eda352.htm
 */
export function estimate(values: readonly number[]): Estimate {
  const present = values.filter((value) => !Number.isNaN(value));
  const weeks = present.length;
  const mean = present.reduce((total, value) => total + value, 0) / weeks;
  const squares = present.reduce((total, value) => total + (value - mean) * (value - mean), 0);
  return { mean, margin: studentT(weeks - 1) * Math.sqrt(squares / (weeks - 1) / weeks), weeks };
}

/** The 97.5 % quantile of Student's t. @see Abramowitz and Stegun, 26.7.5 */
function studentT(freedom: number): number {
  if (freedom < 1) return NaN;
  const exact = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706][freedom - 1];
  const z = 1.959963985;
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  return exact ?? z + (first + (second + third / freedom) / freedom) / freedom;
}

export interface ManyWeeks {
  readonly name: WeekName;
  readonly weeks: number;
  readonly strategies: readonly Strategy[];
  readonly judgement: Judgement;
  readonly scrapeSeconds: number;
  readonly evaluationSeconds: number;
}

/** The scores of the weeks that are done, by strategy. */
export interface WeeksDone {
  readonly weeks: number;
  readonly scores: ReadonlyMap<StrategyName, readonly Score[]>;
}

/** The scores of weeks 1, 2, 3 … as seeds; yields often, so that a page can breathe, and tells what is known so far. */
export function* simulateManyWeeks(options: ManyWeeks): Generator<WeeksDone, WeeksDone, void> {
  const { name, weeks, strategies, judgement, scrapeSeconds, evaluationSeconds } = options;
  const scores = new Map<StrategyName, Score[]>(strategies.map((strategy) => [strategy.name, []]));
  for (let index = 0; index < weeks; index++) {
    const seed = String(index + 1);
    const run = simulateWeek(planWeek(name, seed), seed);
    let step = run.next();
    for (; !step.done; step = run.next()) yield { weeks: index, scores };
    const series = scrape(step.value, scrapeSeconds);
    yield { weeks: index, scores };
    const incidents = judgeIncidents(step.value, judgement);
    for (const strategy of strategies) {
      scores.get(strategy.name)?.push(judge(strategy, series, evaluationSeconds, step.value, incidents).score);
      yield { weeks: index, scores };
    }
    yield { weeks: index + 1, scores };
  }
  return { weeks, scores };
}

/** Means over weeks of every figure of a score. */
export function estimatesOf(scores: readonly Score[]): Estimates {
  const of = (figure: keyof Score): Estimate => estimate(scores.map((score) => score[figure]));
  return {
    pages: of('pages'),
    nightPages: of('nightPages'),
    tickets: of('tickets'),
    falseAlerts: of('falseAlerts'),
    earlyAlerts: of('earlyAlerts'),
    missed: of('missed'),
    precision: of('precision'),
    recall: of('recall'),
    detectSeconds: of('detectSeconds'),
    resetSeconds: of('resetSeconds'),
    resolvedTooSoon: of('resolvedTooSoon'),
    budgetSpent: of('budgetSpent'),
    goodOnCall: of('goodOnCall'),
  };
}
