import { Setting } from '../../ui/element/settings.js';
import type { TimeRange } from './source/shown-trace.js';

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
