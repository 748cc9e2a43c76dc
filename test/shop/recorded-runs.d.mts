import type * as shop from '../../src/shop/index.js';

export interface RecordedRun {
  readonly hash: string;
  /** Seconds. */
  readonly until: number;
  readonly record: shop.RunRecord;
}

export const RECORDED_RUNS: Readonly<Record<string, RecordedRun>>;
export function hashOfRun(module: Pick<typeof shop, 'Shop'>, run: RecordedRun): string;
