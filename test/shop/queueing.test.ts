import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Shop, usage } from '../../src/shop/index.js';
import { seeds } from '../seeds.js';
import { record } from './helpers.js';

// Exact, from reference/queueing.json, in units of the mean work; `wait` is Erlang's C, the chance to have to wait.
const CASES = [
  { workers: 2, load: 1, W: 1.3333333333333333, wait: 0.3333333333333333, utilization: 0.5 },
  { workers: 4, load: 3, W: 1.509433962264151, wait: 0.5094339622641509, utilization: 0.75 },
  { workers: 10, load: 9, W: 1.668731524107697, wait: 0.668731524107697, utilization: 0.9 },
];
const WORK_SECONDS = 0.1;
const WARM_UP = 30;
const END = 300;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// As many in every run: a standard error of fewer says little.
const SEEDS = seeds(10, 10);

/** The mean over the seeds lies within three standard errors of what theory says. */
function expectAgreement(values: readonly number[], theory: number): void {
  const average = mean(values);
  const variance = mean(values.map((value) => (value - average) * (value - average)));
  const standardError = Math.sqrt(variance / (values.length - 1));
  expect(Math.abs(average - theory), `${average} for ${theory}`).to.be.below(3 * standardError);
  expect(standardError / theory).to.be.below(0.1);
}

describe('One queue of the shop', () => {
  for (const { workers, load, W, wait, utilization } of CASES) {
    it(`agrees with Erlang C: ${workers} workers, ${load} erlang`, () => {
      const stays: number[] = [];
      const busy: number[] = [];
      const waiting: number[] = [];
      for (const seed of [...SEEDS, ...SEEDS.map((s) => s + 100)]) {
        const settings = { workers, rate: load / WORK_SECONDS, workSeconds: WORK_SECONDS };
        const shop = new Shop(record({ scenario: 'one-queue', seed, settings }));
        shop.runUntil(WARM_UP);
        const source = shop.usageSources.find(({ kind }) => kind === 'workers')!;
        const before = source.read();
        let sum = 0;
        let count = 0;
        shop.listen({
          result({ startSeconds, endSeconds }) {
            sum += endSeconds - startSeconds;
            count++;
          },
        });
        // PASTA: who looks at regular times sees all busy as often as those who come find it so.
        let full = 0;
        for (let t = WARM_UP; t < END; t += 0.5) {
          shop.runUntil(t);
          if (source.read().utilization === 1) full++;
        }
        shop.runUntil(END);
        stays.push(sum / count / WORK_SECONDS);
        busy.push(usage(source.read(), before).utilization);
        waiting.push(full / ((END - WARM_UP) / 0.5));
      }
      expectAgreement(stays, W);
      expectAgreement(busy, utilization);
      expectAgreement(waiting, wait);
    });
  }
});
