import { hexId, madeId } from '../span-ids.js';
import type { Trace } from '../trace.js';

/** Ids as the formats want them: 16 hex digits and unique. Those that are so already stay. */
export class ExportIds {
  readonly #ids = new Map<string, string>();

  constructor(traces: readonly Trace[]) {
    for (const { traceId, spans } of traces) {
      const taken = new Set<string>();
      // Who has a good id keeps it, and the others find another.
      const good = spans.filter(({ spanId }) => hexId(spanId, 16) === spanId);
      for (const { spanId } of [...good, ...spans]) {
        if (this.#ids.has(key(traceId, spanId))) continue;
        let id = hexId(spanId, 16);
        for (let again = 1; taken.has(id); again++) id = madeId(`${spanId} ${again}`);
        taken.add(id);
        this.#ids.set(key(traceId, spanId), id);
      }
    }
  }

  span(traceId: string, spanId: string): string {
    return this.#ids.get(key(traceId, spanId)) ?? hexId(spanId, 16);
  }
}

function key(traceId: string, spanId: string): string {
  return `${traceId} ${spanId}`;
}

/** A trace id of 16 digits where it has no more, as Jaeger and Zipkin allow, and of 32 otherwise. */
export function shortTraceId(traceId: string): string {
  return hexId(traceId, traceId.length <= 16 && hexId(traceId, 16).endsWith(traceId) ? 16 : 32);
}
