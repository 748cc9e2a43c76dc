import type { FoundSpan } from './parsed-span.js';
import type { Steps } from './steps.js';

const HEX = /^[0-9a-f]+$/;
const HALF = 16;

/**
 * Gives ids that are one number one spelling, the longest that the spans have: exporters leave leading zeros away, and
 * Jaeger stores ids as numbers. With `joinHalves`, a trace id of 64 bits joins the one of 128 that ends in it, where
 * there is exactly one, as Zipkin does for services that know the short form only.
 */
export function* joinIds(spans: readonly FoundSpan[], joinHalves: boolean = false): Steps<void> {
  yield;
  const traceIds = new Set<string>();
  for (const { traceId } of spans) traceIds.add(traceId);
  const traceSpelling = spellingOf(traceIds);
  if (joinHalves) addHalves(traceSpelling, traceIds);
  yield;
  const spanSpelling = haveOneLength(spans) ? undefined : spellingOf(spanIds(spans));
  if (traceSpelling.size === 0 && !spanSpelling) return;
  const span = (id: string): string => spanSpelling?.get(id) ?? id;
  for (const found of spans) {
    found.traceId = traceSpelling.get(found.traceId) ?? found.traceId;
    found.spanId = span(found.spanId);
    if (found.parentSpanId !== null) found.parentSpanId = span(found.parentSpanId);
    for (const link of found.links) {
      link.traceId = traceSpelling.get(link.traceId) ?? link.traceId;
      link.spanId = span(link.spanId);
    }
    yield;
  }
}

/** An id without its leading zeros; a text that is no number stays as it is. */
export function withoutZeros(id: string): string {
  return id.startsWith('0') && HEX.test(id) ? id.replace(/^0+/, '') : id;
}

/** The ids that are spelled differently elsewhere, with the longest spelling. */
function spellingOf(ids: Iterable<string>): Map<string, string> {
  const all = [...ids];
  const longest = new Map<string, string>();
  for (const id of all) {
    const known = longest.get(withoutZeros(id));
    if (known === undefined || id.length > known.length) longest.set(withoutZeros(id), id);
  }
  const spelling = new Map<string, string>();
  for (const id of all) {
    const best = longest.get(withoutZeros(id));
    if (best !== undefined && best !== id) spelling.set(id, best);
  }
  return spelling;
}

function addHalves(spelling: Map<string, string>, traceIds: ReadonlySet<string>): void {
  const wholes = new Map<string, string | null>();
  for (const id of traceIds) {
    if (withoutZeros(id).length <= HALF || !HEX.test(id)) continue;
    const half = withoutZeros(id.slice(-HALF));
    const whole = spelling.get(id) ?? id;
    const known = wholes.get(half);
    // Two that end alike: nobody can say to which of them the short one belongs.
    wholes.set(half, known === undefined || known === whole ? whole : null);
  }
  for (const id of traceIds) {
    if (withoutZeros(id).length > HALF) continue;
    const whole = wholes.get(withoutZeros(id));
    if (whole) spelling.set(id, whole);
  }
}

/** The usual case: ids of one length are one number only if they are one text. */
function haveOneLength(spans: readonly FoundSpan[]): boolean {
  const length = spans[0]?.spanId.length ?? 0;
  return spans.every(
    ({ spanId, parentSpanId }) => spanId.length === length && (parentSpanId === null || parentSpanId.length === length),
  );
}

function* spanIds(spans: readonly FoundSpan[]): Generator<string> {
  for (const { spanId, parentSpanId } of spans) {
    yield spanId;
    if (parentSpanId !== null) yield parentSpanId;
  }
}
