import { Run, ShopMetrics, type RunRecord, type ShopSpan } from '../../src/shop/index.js';
import { record } from './helpers.js';

/** A run that is measured, and beside it everything that was measured, one by one. */
export interface Watched {
  readonly run: Run;
  readonly metrics: ShopMetrics;
  /** Server spans of all services, in the order in which they ended. */
  readonly spans: readonly ShopSpan[];
}

export function watchMetrics(over: Partial<RunRecord> = {}, scrapeSeconds: number = 2): Watched {
  const run = new Run(record(over));
  const metrics = run.watch((shop) => new ShopMetrics(shop, { scrapeSeconds })).current;
  const spans: ShopSpan[] = [];
  run.shop.listen({ span: (span) => void (span.kind === 'server' && spans.push(span)) });
  return { run, metrics, spans };
}

/** Those of a service that ended in (from, to]. */
export function ended(spans: readonly ShopSpan[], service: string, from: number, to: number): ShopSpan[] {
  return spans.filter((span) => span.service === service && span.endSeconds > from && span.endSeconds <= to);
}

export const seconds = ({ startSeconds, endSeconds }: ShopSpan): number => endSeconds - startSeconds;
