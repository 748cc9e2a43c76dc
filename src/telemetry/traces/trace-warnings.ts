import type { Span, Trace, Warning } from './trace.js';
import { parentIndexes } from './trace-tree.js';
import type { Steps } from './read/steps.js';
import { wholeNanos } from './unix-time.js';

/** Says what cannot be so between spans: no parent, several roots, times that contradict the calls. */
export function* warnOfRelations(trace: Trace): Steps<void> {
  const { spans } = trace;
  const parents = parentIndexes(spans);
  const roots = spans.filter((span) => span.parentSpanId === null).length;
  if (roots > 1) trace.warnings.push({ kind: 'multiple-roots', message: `The trace has ${roots} roots.` });
  for (const [i, span] of spans.entries()) {
    yield;
    const parent = spans[parents[i] ?? -1];
    if (parent) span.warnings.push(...warnOfTimes(span, parent));
    else if (span.parentSpanId !== null) {
      span.warnings.push(warning(span, 'orphan', `Its parent ${span.parentSpanId} is not in the trace.`));
    }
  }
}

function warnOfTimes(span: Span, parent: Span): Warning[] {
  const start = wholeNanos(span.startMs);
  const end = wholeNanos(span.startMs + span.durationMs);
  const parentStart = wholeNanos(parent.startMs);
  const parentEnd = wholeNanos(parent.startMs + parent.durationMs);
  const early = start < parentStart;
  if (!early && end <= parentEnd) return [];
  // A message may be consumed long after it was produced.
  if (!early && parent.kind === 'producer' && span.kind === 'consumer') return [];
  const where = early ? 'starts before' : 'ends after';
  return onOtherHost(span, parent) && (early || isSkewed(span, parent))
    ? [warning(span, 'clock-skew', `It ${where} its parent, which ran on another host.`)]
    : [warning(span, 'outside-parent', `It ${where} its parent ${parent.spanId}.`)];
}

/** No call that is waited for ends after its caller: then the clocks differ, of those that one host does not share. */
export function isSkewed(span: Span, parent: Span): boolean {
  return parent.kind === 'client' && span.kind === 'server' && span.durationMs <= parent.durationMs;
}

/** Whether two hosts, and so two clocks, reported them; where no host is named, whether two services did. */
export function onOtherHost(span: Span, parent: Span): boolean {
  for (const key of ['host.id', 'host.ip', 'ip', 'host.name', 'hostname']) {
    const a = span.resource?.get(key);
    const b = parent.resource?.get(key);
    if (a !== undefined && b !== undefined) return a !== b;
  }
  return span.service !== parent.service;
}

export function warning(span: { spanId: string }, kind: Warning['kind'], message: string): Warning {
  return { kind, spanId: span.spanId, message };
}
