import type { AlertSeries } from '../../slo/index.js';
import { scrape } from './week/scrape.model.js';
import { judge, judgeIncidents, type JudgedIncident, type Judgement, type Lane } from './scores/score.model.js';
import type { Strategy } from './rules/strategies.model.js';
import { simulateWeek, type Week } from './week/week.model.js';
import { planWeek, type WeekName } from './week/weeks.model.js';

export interface ComparisonSettings {
  readonly week: WeekName;
  readonly seed: string;
  readonly judgement: Judgement;
  readonly strategies: readonly Strategy[];
  readonly scrapeSeconds: number;
  readonly evaluationSeconds: number;
}

/** One week, one truth, and what every strategy made of it. */
export interface Comparison {
  readonly week: Week;
  readonly series: AlertSeries;
  readonly incidents: readonly JudgedIncident[];
  readonly lanes: readonly Lane[];
}

/** As many weeks are kept: a reader who goes back and forth, or an article with two figures, waits but once. */
const KEPT_WEEKS = 2;
const kept = new Map<string, Week>();

/**
 * Compares the strategies on a week. Yields often, so that a page can breathe. The week depends on its name and seed
 * alone: no strategy, objective or interval is known where it is simulated.
 */
export function* compare(settings: ComparisonSettings): Generator<void, Comparison, void> {
  const { judgement, strategies, scrapeSeconds, evaluationSeconds } = settings;
  const week = yield* weekOf(settings.week, settings.seed);
  const series = scrape(week, scrapeSeconds);
  yield;
  const incidents = judgeIncidents(week, judgement);
  const lanes: Lane[] = [];
  for (const strategy of strategies) {
    lanes.push(judge(strategy, series, evaluationSeconds, week, incidents));
    yield;
  }
  return { week, series, incidents, lanes };
}

function* weekOf(name: WeekName, seed: string): Generator<void, Week, void> {
  const key = `${name} ${seed}`;
  const known = kept.get(key);
  if (known) return known;
  const run = simulateWeek(planWeek(name, seed), seed);
  let step = run.next();
  for (; !step.done; step = run.next()) yield;
  for (const oldest of kept.keys()) if (kept.size >= KEPT_WEEKS) kept.delete(oldest);
  kept.set(key, step.value);
  return step.value;
}
