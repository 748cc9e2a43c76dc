import { assembleTraces, type FoundSpan, type Trace } from '../../telemetry/traces/index.js';
import type { ShopLog, ShopSpan } from './telemetry-records.js';

/** Default start of a run: Monday, 5 January 2026, at midnight UTC. */
export const RUN_EPOCH_MILLISECONDS = 1_767_571_200_000;
export const RUN_EPOCH_UNIX_NANO = 1_767_571_200_000_000_000n;

/**
 * Returns spans of the shop as the traces that a tracing backend would show: by trace id, in the order of the tree, with
 * warnings for missing spans. With logs, an exception becomes an event of the span that threw it.
 */
export function tracesOfSpans(
  spans: Iterable<ShopSpan>,
  options: { readonly epochUnixNano?: bigint; readonly logs?: Iterable<ShopLog> } = {},
): Trace[] {
  const { epochUnixNano = RUN_EPOCH_UNIX_NANO, logs = [] } = options;
  const nano = (seconds: number): bigint => epochUnixNano + BigInt(Math.round(seconds * 1e9));
  const thrown = new Map<string, ShopLog[]>();
  for (const log of logs) {
    if (log.attributes.reason !== 'exception') continue;
    const key = `${log.traceId} ${log.spanId}`;
    thrown.set(key, [...(thrown.get(key) ?? []), log]);
  }
  return assembleTraces(
    Array.from(spans, (span): FoundSpan => {
      const exceptions = thrown.get(`${span.traceId} ${span.spanId}`) ?? [];
      return {
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
        events: exceptions.map(({ seconds, message }) => exceptionEvent(nano(seconds), message)),
        links: [],
        cut: false,
      };
    }),
  );
}

/** Returns an exception as OpenTelemetry records it. The type is the part of the message before the colon. */
function exceptionEvent(timeNano: bigint, message: string): FoundSpan['events'][number] {
  const [, type = 'Error', said = message] = /^(\w+(?:Exception|Error)): (.*)$/s.exec(message) ?? [];
  const attributes = new Map<string, unknown>([
    ['exception.type', type],
    ['exception.message', said],
  ]);
  return { name: 'exception', timeNano, attributes };
}
