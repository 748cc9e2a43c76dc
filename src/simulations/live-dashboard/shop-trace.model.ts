import type { ShopSpan } from '../../shop/index.js';
import type { Trace } from '../../telemetry/index.js';
import { assembleTraces } from '../../telemetry/traces/assemble-traces.js';

/** Midnight of Monday, 5 January 2026, UTC: when runs take place, for formats that ask for a date. */
export const EPOCH_SECONDS = 1_767_571_200;

/** A run's spans as traces; `startSeconds` is the time of day at which the run began. */
export function tracesOf(spans: readonly ShopSpan[], startSeconds: number): Trace[] {
  const nano = (seconds: number): bigint => BigInt(Math.round((EPOCH_SECONDS + startSeconds + seconds) * 1e6)) * 1000n;
  return assembleTraces(
    spans.map((span) => ({
      traceId: span.traceId,
      spanId: span.spanId,
      parentSpanId: span.parentSpanId || null,
      service: span.service,
      name: span.name,
      kind: span.kind,
      startNano: nano(span.startSeconds),
      endNano: nano(span.endSeconds),
      status: span.isError ? 'error' : 'unset',
      attributes: new Map(Object.entries(span.attributes)),
      resource: new Map([
        ['service.version', span.version],
        ['service.instance.id', span.instance],
      ]),
      events: [],
      links: [],
      cut: false,
    })),
  );
}
