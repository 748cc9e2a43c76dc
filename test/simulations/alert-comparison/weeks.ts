import { compare, type Comparison } from '../../../src/simulations/alert-comparison/alert-comparison.model.js';
import type { Cause } from '../../../src/simulations/alert-comparison/week/causes.model.js';
import { scrape } from '../../../src/simulations/alert-comparison/week/scrape.model.js';
import { strategiesFor } from '../../../src/simulations/alert-comparison/rules/strategies.model.js';
import { simulateWeek, type Week, type WeekPlan } from '../../../src/simulations/alert-comparison/week/week.model.js';
import { planWeek, type WeekName } from '../../../src/simulations/alert-comparison/week/weeks.model.js';

export const MINUTE = 60;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;

export function finish<T>(work: Generator<unknown, T, void>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

export function weekOf(name: WeekName, seed: string = '1'): Week {
  return finish(simulateWeek(planWeek(name, seed), seed));
}

/** A service at constant traffic far below its capacity, to which just these things happen. */
export function happening(causes: readonly Cause[], rest: Partial<WeekPlan> = {}): Week {
  const plan = {
    rate: 100,
    capacity: 400,
    patienceSeconds: 5,
    noise: 0,
    isSteady: true,
    seconds: DAY,
    causes,
    ...rest,
  };
  return finish(simulateWeek(plan, '7'));
}

export function compared(
  name: WeekName,
  scrapeSeconds: number = 60,
  seed: string = '1',
  objective = 0.999,
): Comparison {
  return finish(
    compare({
      week: name,
      seed,
      judgement: { objective, significantBudget: 0.02 },
      strategies: strategiesFor(objective),
      scrapeSeconds,
      evaluationSeconds: scrapeSeconds,
    }),
  );
}

export { scrape };

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/** FNV-1a over the bytes of all that was true. */
export function hash(week: Week): string {
  let h = 0x811c9dc5;
  const add = (bytes: Uint8Array): void => {
    for (const byte of bytes) h = Math.imul(h ^ byte, 0x01000193);
  };
  for (const { buffer } of [week.total, week.bad, week.hurt, week.cpu, week.memory, week.queue]) {
    add(new Uint8Array(buffer));
  }
  add(new TextEncoder().encode(JSON.stringify(week.incidents)));
  return (h >>> 0).toString(16);
}
