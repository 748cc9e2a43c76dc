import { Setting } from '../../ui/element/settings.js';
import type { TimeRange } from './source/shown-trace.js';
import type { TraceQuery } from './trace-store.js';
import type { RunSettings } from './trace-viewer.model.js';

/** `120-480`, in milliseconds from the trace's start; empty for the whole trace. */
export const rangeSetting: Setting<string> = new Setting(
  (given) => (given.trim() === '' || parseRange(given) ? given.trim() : undefined),
  (text) => text.like('120-480'),
);

/** The stretch of time that a text names; undefined where it names none. */
export function parseRange(text: string): TimeRange | undefined {
  const [, from, to] = /^\s*(\d{1,15}(?:\.\d{1,6})?)\s*-\s*(\d{1,15}(?:\.\d{1,6})?)\s*$/.exec(text) ?? [];
  const range = { fromMs: Number(from), toMs: Number(to) };
  return range.toMs > range.fromMs ? range : undefined;
}

export function rangeText({ fromMs, toMs }: TimeRange): string {
  return `${Number(fromMs.toFixed(6))}-${Number(toMs.toFixed(6))}`;
}

/** The settings that decide which trace is shown, and how. */
interface QuerySettings extends Omit<TraceQuery, 'run' | 'range'>, Pick<RunSettings, 'seed' | 'dependency'> {
  readonly inject: RunSettings['injection'];
  readonly range: string;
}

/** What an element's settings ask for. */
export function traceQuery(settings: QuerySettings): TraceQuery {
  const { seed, inject, dependency, src, percentile, traceId, spanId, adjustSkew, compareTo, query, range } = settings;
  const run = { seed: Math.round(seed), injection: inject, dependency };
  return { run, src, percentile, traceId, spanId, adjustSkew, compareTo, query, range: parseRange(range) };
}
