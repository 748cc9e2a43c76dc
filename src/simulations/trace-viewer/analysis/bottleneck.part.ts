import type { Analysis, Extent } from './analysis.model.js';
import type { TraceView } from '../trace-viewer.view.js';

/** A trace that is longer than its request by this factor is not told by the request alone. */
const MUCH_LONGER = 1.25;

/** Where the time went, in a sentence or two. */
export function bottleneckSentence(view: TraceView): string {
  const { trace, analysis, text, duration } = view;
  if (trace.spans.length === 0) return text.empty;
  if (!analysis) return text.reading;
  if (analysis.extent.root < 0) return text.noRoot(duration(trace.durationMs));
  return requestPart(view, analysis) + restPart(view, analysis.extent);
}

/** How long the request took, and what of it most. */
function requestPart({ trace, text, duration, host }: TraceView, { bottleneck, extent }: Analysis): string {
  const { spans } = trace;
  const root = spans[extent.root];
  const took = text.took(nameOf(root?.name ?? '', text.unnamed), duration(root?.durationMs ?? 0));
  if (!bottleneck) return `${took}.`;
  const { service, name, peer, ms, share, errors, isOwnWork, retried, waitMs } = bottleneck;
  const label = nameOf(name, text.unnamed);
  const count = bottleneck.spans.length;
  const [part, percent] = [duration(ms), host.format.percent(share)];
  const many = host.format.number(count);
  if (retried && waitMs > ms / 2) {
    const [waited, waitShare] = [duration(waitMs), host.format.percent((share * waitMs) / ms)];
    const attempts = host.format.number(retried.count);
    return took + text.inBackoff(attempts, nameOf(retried.name, text.unnamed), service, waited, waitShare);
  }
  if (isOwnWork) return took + text.inOwnWork(label, service, part, percent);
  if (count > 1 && errors > 0) return took + text.inAttempts(many, label, service, part, percent);
  if (count > 1) return took + text.inManyCalls(many, label, service, part, percent);
  const where = peer ? text.calling(label, peer, service, part, percent) : text.inCall(label, service, part, percent);
  return took + where + (continuesElsewhere(trace, bottleneck.spans[0] ?? -1) ? text.otherTrace : '');
}

/** What the trace has besides the request: other roots, and what goes on when the request is over. */
function restPart({ trace, text, duration, host }: TraceView, extent: Extent): string {
  const { spans, durationMs } = trace;
  const { root, roots, longestRoot, goesOnMs, goesOnIn } = extent;
  if (roots > 1) {
    const longest = spans[longestRoot];
    return (
      text.severalRoots(host.format.number(roots), duration(durationMs)) +
      (longest ? text.longestRoot(nameOf(longest.name, text.unnamed), duration(longest.durationMs)) : '')
    );
  }
  const after = spans[goesOnIn];
  if (!after || durationMs < MUCH_LONGER * (spans[root]?.durationMs ?? 0)) return '';
  return text.goesOn(duration(goesOnMs), nameOf(after.name, text.unnamed), after.service);
}

/** Text of strangers may have the asterisks that mark what matters. */
function nameOf(name: string, otherwise: string): string {
  return name.replaceAll('*', '∗') || otherwise;
}

/** Whether a call's other side is shown in another trace: as an orphan of the service that was called. */
function continuesElsewhere({ spans, traceId, traceIds }: TraceView['trace'], index: number): boolean {
  const peer = spans[index]?.attributes.get('service.peer.name');
  return spans.some(
    ({ service, spanId, warnings }) =>
      service === peer &&
      (traceIds.get(spanId) ?? traceId) !== traceId &&
      warnings.some(({ kind }) => kind === 'orphan'),
  );
}
