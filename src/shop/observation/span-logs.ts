import type { ShopLog, ShopSpan } from './telemetry-records.js';

/** Returns the service that a span called; empty if it called none. */
export function peerOf({ attributes }: ShopSpan): string {
  const peer = attributes['service.peer.name'];
  return typeof peer === 'string' ? peer : '';
}

/** Returns whether a log record of the same trace is from a span, or from a callee that has no spans of its own. */
export function isLogOf(span: ShopSpan, log: ShopLog): boolean {
  if (log.spanId === span.spanId) return true;
  const peer = peerOf(span);
  const isWithin = log.seconds >= span.startSeconds && log.seconds <= span.endSeconds;
  // A caller logs the outcome of its calls on its own span.
  const isOfCaller = log.spanId === span.parentSpanId && log.attributes['service.peer.name'] === peer;
  return peer !== '' && isWithin && (log.service === peer || isOfCaller);
}
