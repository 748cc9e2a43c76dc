import { shopCorpus, type Corpus } from '../../../src/simulations/log-search/corpus.model.js';
import { shopLogs } from '../../../src/simulations/log-search/system/shop-logs.model.js';
import type { LogRecord } from '../../../src/telemetry/logs/index.js';

/** Runs steps to their end. */
export function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A clock for those who need none. */
export const noClock = (): number => 0;

let corpus: Corpus | undefined;

/** The shop's log of 10,000 lines, made once. */
export function smallCorpus(): Corpus {
  return (corpus ??= finished(shopCorpus(10_000, noClock)));
}

let records: LogRecord[] | undefined;

/** Its records as they were made, before any store or text. */
export function smallRecords(): LogRecord[] {
  if (!records) {
    const taken: LogRecord[] = [];
    finished(shopLogs(10_000, (record) => taken.push(record)));
    records = taken;
  }
  return records;
}
