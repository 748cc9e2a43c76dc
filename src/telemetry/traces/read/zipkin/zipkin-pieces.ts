import { addMissing } from '../add-attribute.js';
import { UNKNOWN_SERVICE, type FoundEvent, type FoundSpan } from '../parsed-span.js';
import type { ZipkinSpan } from './zipkin-shared-spans.js';
import type { Steps } from '../steps.js';
import { LOCAL } from './zipkin-endpoint.js';

/** What Zipkin's tracers call an operation whose name they do not know yet. */
const UNKNOWN_NAME = 'unknown';

/**
 * Spans that were sent in pieces, put together: a tracer may report the beginning first, and the end or a late annotation
 * afterwards. Pieces have one id, one side of the call and endpoints and times that do not contradict each other; a piece that does
 * not say its side belongs to the one whose endpoint it has. The order of the file does not matter.
 * @see https://github.com/openzipkin/zipkin/blob/master/zipkin-lens/src/zipkin/span-cleaner.js
 */
export function* joinPieces(spans: readonly ZipkinSpan[]): Steps<ZipkinSpan[]> {
  const byId = new Map<string, ZipkinSpan[]>();
  for (const piece of spans) {
    yield;
    const key = `${piece.span.traceId} ${piece.span.spanId}`;
    const others = byId.get(key);
    if (others) others.push(piece);
    else byId.set(key, [piece]);
  }
  if (byId.size === spans.length) return [...spans];
  const joined: ZipkinSpan[] = [];
  for (const pieces of byId.values()) {
    yield;
    joined.push(...(pieces.length === 1 ? pieces : joinPiecesOfId(pieces)));
  }
  return joined;
}

function joinPiecesOfId(pieces: readonly ZipkinSpan[]): ZipkinSpan[] {
  const whole: ZipkinSpan[] = [];
  for (const piece of [...pieces].sort(byCertainty)) {
    const candidates = whole.filter(
      (other) =>
        isSameSide(other, piece) && isSamePlace(other.span, piece.span) && !areTwoCalls(other.span, piece.span),
    );
    const into =
      candidates.find(({ span }) => span.service === piece.span.service && sideOf(piece) === '') ??
      candidates.find(({ span }) => span.service === piece.span.service) ??
      candidates[0];
    if (into) mergeInto(into, piece);
    else whole.push(copyOf(piece));
  }
  return whole;
}

/** Those that say most come first, so that the others find them; clients before servers. Equal pieces are equal. */
function byCertainty(a: ZipkinSpan, b: ZipkinSpan): number {
  return (
    Number(sideOf(a) === '') - Number(sideOf(b) === '') ||
    b.span.resource.size - a.span.resource.size ||
    compare(contentOf(a), contentOf(b))
  );
}

function contentOf({ span, endpoint }: ZipkinSpan): string {
  const { kind, name, startNano, durationNano, attributes } = span;
  return `${kind} ${endpoint} ${startNano} ${durationNano} ${name} ${JSON.stringify([...attributes])}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sideOf({ span, shared }: ZipkinSpan): string {
  return span.kind === 'internal' ? (shared ? 'server' : '') : span.kind;
}

function isSameSide(a: ZipkinSpan, b: ZipkinSpan): boolean {
  return sideOf(a) === '' || sideOf(b) === '' || sideOf(a) === sideOf(b);
}

function isSamePlace(a: FoundSpan, b: FoundSpan): boolean {
  if (a.service !== b.service && a.service !== UNKNOWN_SERVICE && b.service !== UNKNOWN_SERVICE) return false;
  return [LOCAL.address, LOCAL.port].every((key) => {
    const [one, other] = [a.resource.get(key), b.resource.get(key)];
    return one === undefined || other === undefined || one === other;
  });
}

/** Two starts, of which neither has what the other lacks: a server that was called again with the same id. */
function areTwoCalls(a: FoundSpan, b: FoundSpan): boolean {
  if (a.startNano === null || b.startNano === null || a.startNano === b.startNano) return false;
  return (a.durationNano ?? null) === null ? (b.durationNano ?? null) === null : (b.durationNano ?? null) !== null;
}

function copyOf(piece: ZipkinSpan): ZipkinSpan {
  const { span } = piece;
  return { ...piece, span: { ...span, attributes: new Map(span.attributes), resource: new Map(span.resource) } };
}

function mergeInto(whole: ZipkinSpan, { span: piece, endpoint, shared }: ZipkinSpan): void {
  const { span } = whole;
  span.parentSpanId ??= piece.parentSpanId;
  if (span.name === '' || span.name === UNKNOWN_NAME) span.name = piece.name || span.name;
  if (span.kind === 'internal') span.kind = piece.kind;
  if (span.service === UNKNOWN_SERVICE) span.service = piece.service;
  if (endpoint.length > whole.endpoint.length) whole.endpoint = endpoint;
  whole.shared ||= shared;
  span.startNano = leastOf(span.startNano, piece.startNano);
  span.durationNano = mostOf(span.durationNano, piece.durationNano);
  const hasEnd = span.startNano !== null && span.durationNano;
  span.endNano = hasEnd ? (span.startNano ?? 0n) + (span.durationNano ?? 0n) : null;
  if (piece.status === 'error' || span.status === 'unset') span.status = piece.status;
  addMissing(span.attributes, piece.attributes);
  addMissing(span.resource, piece.resource);
  span.events = joinEvents(span.events, piece.events);
  span.cut ||= piece.cut;
}

function leastOf(a: bigint | null, b: bigint | null): bigint | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function mostOf(a: bigint | null = null, b: bigint | null = null): bigint | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Both lists in order of time; what both have, once. */
function joinEvents(a: readonly FoundEvent[], b: readonly FoundEvent[]): FoundEvent[] {
  if (b.length === 0) return [...a];
  const keyOf = ({ name, timeNano }: FoundEvent): string => `${timeNano} ${name}`;
  const known = new Set(a.map(keyOf));
  const all = [...a, ...b.filter((event) => !known.has(keyOf(event)))];
  return all.sort((one, other) => {
    const [at, then] = [one.timeNano ?? 0n, other.timeNano ?? 0n];
    return at === then ? compare(one.name, other.name) : at < then ? -1 : 1;
  });
}
