import type { Span } from '../../../telemetry/traces/index.js';
import type { TraceView } from '../trace-viewer.view.js';

/** Where the time went, in a sentence. */
export function bottleneckSentence({ trace, analysis, text, duration, host }: TraceView): string {
  const { spans } = trace;
  if (spans.length === 0) return text.empty;
  if (!analysis) return text.reading;
  const { bottleneck, pathTotalMs } = analysis;
  if (!bottleneck) return text.noRoot(duration(trace.durationMs));
  const { service, name, peer, ms, share, errors, isOwnWork, retried } = bottleneck;
  const root = spans.find((span) => span.parentSpanId === null);
  const label = nameOf(name, text.unnamed);
  const took = text.took(nameOf(root?.name ?? '', text.unnamed), duration(pathTotalMs));
  const count = bottleneck.spans.length;
  const [part, percent] = [duration(ms), host.format.percent(share)];
  const many = host.format.number(count);
  if (isOwnWork && retried) {
    return (
      took +
      text.inBackoff(host.format.number(retried.count), nameOf(retried.name, text.unnamed), service, part, percent)
    );
  }
  if (isOwnWork) return took + text.inOwnWork(label, service, part, percent);
  if (count > 1 && errors > 0) return took + text.inAttempts(many, label, service, part, percent);
  if (count > 1) return took + text.inManyCalls(many, label, service, part, percent);
  const where = peer ? text.calling(label, peer, service, part, percent) : text.inCall(label, service, part, percent);
  return took + where + (wentDark(spans, bottleneck.spans[0] ?? -1) ? text.wentDark : '');
}

/** Text of strangers may have the asterisks that mark what matters. */
function nameOf(name: string, otherwise: string): string {
  return name.replaceAll('*', '∗') || otherwise;
}

/** Whether a call's other side reports elsewhere: an orphan of the service that was called. */
function wentDark(spans: readonly Span[], index: number): boolean {
  const peer = spans[index]?.attributes.get('service.peer.name');
  return spans.some(({ service, warnings }) => service === peer && warnings.some(({ kind }) => kind === 'orphan'));
}
