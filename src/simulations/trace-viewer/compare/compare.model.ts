import type { Span, Trace } from '../../../telemetry/traces/index.js';
import { extentOf } from '../analysis/analysis.model.js';
import { outlineOf } from '../waterfall/rows.model.js';

/** Which span of one trace is which of another. */
export interface Comparison {
  /** By index of the span: its counterpart's; -1 where there is none. */
  readonly counterparts: Int32Array;
  /** The counterparts that nobody has, by index: what the other trace has more. */
  readonly missing: readonly number[];
}

/** The same call is the one at the same place: the same operation, the same number among its like, below the same call. */
export function compareSpans(spans: readonly Span[], others: readonly Span[]): Comparison {
  const places = new Map(placesOf(others).map((place, i) => [place, i]));
  const counterparts = Int32Array.from(placesOf(spans), (place) => places.get(place) ?? -1);
  const found = new Set(counterparts);
  return { counterparts, missing: [...others.keys()].filter((i) => !found.has(i)) };
}

/** What a request took: its root's time, as its headline says; that of the whole trace where there is no root. */
export function requestMs(trace: Trace): number {
  return trace.spans[extentOf(trace).root]?.durationMs ?? trace.durationMs;
}

/** A number for each span that says where it stands; equal numbers in equal text. */
function placesOf(spans: readonly Span[]): string[] {
  const { parents } = outlineOf(spans);
  const seen = new Map<string, number>();
  const places: string[] = [];
  spans.forEach(({ service, name, kind }, i) => {
    // Hashed, for a path of a hundred thousand calls would be long.
    const place = `${places[parents[i] ?? -1] ?? ''} ${JSON.stringify([service, name, kind])}`;
    const count = seen.get(place) ?? 0;
    seen.set(place, count + 1);
    places.push(hash(`${place} ${count}`));
  });
  return places;
}

/** FNV-1a, twice. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01234567;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i) ^ (a >>> 15), 0x01000193);
  }
  return `${a >>> 0}.${b >>> 0}`;
}
