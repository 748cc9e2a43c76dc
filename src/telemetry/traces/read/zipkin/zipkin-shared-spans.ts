import type { FoundSpan } from '../parsed-span.js';
import { madeId } from '../../span-ids.js';
import type { Steps } from '../steps.js';

export interface ZipkinSpan {
  span: FoundSpan;
  /** Which process reported it: service, address and port. */
  endpoint: string;
  shared: boolean;
}

/**
 * Gives the two halves of a Zipkin call ids of their own. In B3, client and server share an id; the server's half
 * becomes the client's child, with an id made from both, and takes along the children that its own process reported
 * (zipkin-lens matches them so; Jaeger's adjuster makes ids so).
 */
export function* partHalves(spans: readonly ZipkinSpan[]): Steps<void> {
  const key = (span: FoundSpan, id: string): string => `${span.traceId} ${id}`;
  const clients = new Set<string>();
  for (const { span } of spans) {
    yield;
    if (span.kind === 'client') clients.add(key(span, span.spanId));
  }

  const servers = new Map<string, string>();
  const counts = new Map<string, number>();
  const halves = new Set<FoundSpan>();
  for (const { span, endpoint, shared } of spans) {
    yield;
    if (!(shared || span.kind === 'server') || span.kind === 'client') continue;
    const own = key(span, span.spanId);
    if (!clients.has(own)) continue;
    const place = `${own} ${endpoint}`;
    const count = counts.get(place) ?? 0;
    counts.set(place, count + 1);
    const id = madeId(count === 0 ? place : `${place} ${count}`);
    span.parentSpanId = span.spanId;
    span.spanId = id;
    halves.add(span);
    if (count === 0) servers.set(place, id);
  }
  if (servers.size === 0) return;
  for (const { span, endpoint } of spans) {
    yield;
    if (halves.has(span) || span.parentSpanId === null) continue;
    const server = servers.get(`${key(span, span.parentSpanId)} ${endpoint}`);
    if (server !== undefined) span.parentSpanId = server;
  }
}
