import type { ShopLog, ShopSpan } from './telemetry-records.js';

/** The service that a span called, if it called one. */
export function peerOf({ attributes }: ShopSpan): string {
  const peer = attributes['service.peer.name'];
  return typeof peer === 'string' ? peer : '';
}

/** Whether a record of the same trace was written by a span, or by the one it called, which may leave no span of its own. */
export function isLogOf(span: ShopSpan, log: ShopLog): boolean {
  if (log.spanId === span.spanId) return true;
  const peer = peerOf(span);
  const isWithin = log.seconds >= span.startSeconds && log.seconds <= span.endSeconds;
  // A caller writes down on its own span what became of its calls.
  const isOfCaller = log.spanId === span.parentSpanId && log.attributes['service.peer.name'] === peer;
  return peer !== '' && isWithin && (log.service === peer || isOfCaller);
}
