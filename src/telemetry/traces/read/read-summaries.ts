import { asList, asText, isObject, own, ownAny, ValueBudget } from '../json/untrusted-json.js';
import { readKeyValues } from './otlp-values.js';
import { UNKNOWN_SERVICE, type FoundSpan, type SpanCollector } from './parsed-span.js';
import { madeId, readId } from '../span-ids.js';
import type { Steps } from './steps.js';
import { readNanos } from '../unix-time.js';

/** Whether a value sums up a trace, as the search of Tempo and that of Jaeger 2 do. */
export function isSummary(value: unknown): boolean {
  const hasId = ownAny(value, 'traceID', 'traceId') !== undefined;
  return (
    hasId && ownAny(value, 'rootServiceName', 'rootTraceName', 'rootOperationName', 'spanSets', 'spanSet') !== undefined
  );
}

/**
 * Search results: of each trace its root, and the spans that matched. Who called these is not said: they are put below
 * the root, which called them all in the end, and the trace says that it is not whole.
 * @see https://grafana.com/docs/tempo/latest/api_docs/#search
 */
export function* readSummaries(list: unknown, into: SpanCollector): Steps<void> {
  for (const summary of asList(list)) {
    yield;
    if (!isObject(summary)) into.rejected++;
    else for (const span of spansOf(summary)) into.add(span);
  }
}

function spansOf(summary: object): FoundSpan[] {
  const traceId = readId(ownAny(summary, 'traceID', 'traceId'), 16);
  const service = asText(own(summary, 'rootServiceName')) || UNKNOWN_SERVICE;
  const name = asText(ownAny(summary, 'rootTraceName', 'rootOperationName'));
  const startNano = readNanos(ownAny(summary, 'startTimeUnixNano', 'minStartTimeUnixNano')) || null;
  const durationMs = own(summary, 'durationMs');
  const endNano =
    startNano !== null && typeof durationMs === 'number' && durationMs >= 0
      ? startNano + BigInt(Math.round(durationMs * 1e6))
      : readNanos(own(summary, 'maxEndTimeUnixNano')) || null;
  const root: FoundSpan = {
    ...nothing(traceId),
    spanId: madeId(traceId),
    service,
    name,
    startNano,
    endNano,
    summary: true,
  };
  const sets = asList(own(summary, 'spanSets'));
  const matches = (sets.length > 0 ? sets : [own(summary, 'spanSet')]).flatMap((set) => asList(own(set, 'spans')));
  const seen = new Set<string>();
  const matched = matches.filter(isObject).map((span) => readMatch(span, root));
  const unique = matched.filter(({ spanId }) => !seen.has(spanId) && seen.add(spanId));
  // The root itself may be among them.
  const itself = unique.find((span) => span.name === name && span.startNano === startNano);
  if (!itself) return [root, ...unique];
  return unique.map((span) =>
    span === itself
      ? { ...span, parentSpanId: null, service, summary: true }
      : { ...span, parentSpanId: itself.spanId },
  );
}

function readMatch(span: object, root: FoundSpan): FoundSpan {
  const budget = new ValueBudget();
  const attributes = readKeyValues(own(span, 'attributes'), budget);
  const service = asText(attributes.get('service.name')) || UNKNOWN_SERVICE;
  attributes.delete('service.name');
  const startNano = readNanos(own(span, 'startTimeUnixNano')) || null;
  const duration = readNanos(own(span, 'durationNanos'));
  return {
    ...nothing(root.traceId),
    spanId: readId(ownAny(span, 'spanID', 'spanId'), 8),
    parentSpanId: root.spanId,
    service,
    name: asText(own(span, 'name')),
    startNano,
    endNano: startNano === null || duration === null ? null : startNano + duration,
    attributes,
    cut: budget.cut,
  };
}

function nothing(traceId: string): FoundSpan {
  return {
    traceId,
    spanId: '',
    parentSpanId: null,
    service: UNKNOWN_SERVICE,
    name: '',
    kind: 'internal',
    startNano: null,
    endNano: null,
    status: 'unset',
    attributes: new Map(),
    resource: new Map(),
    events: [],
    links: [],
    cut: false,
  };
}
