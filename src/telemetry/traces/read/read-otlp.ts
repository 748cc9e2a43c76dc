import { asList, asText, isObject, own, ownAny, ValueBudget } from '../json/untrusted-json.js';
import { UNKNOWN_SERVICE, type FoundSpan, type SpanCollector } from './parsed-span.js';
import { readEnum, readFlags, readKeyValues } from './otlp-values.js';
import { KINDS, SCOPE_NAME, SCOPE_VERSION, STATUS_DESCRIPTION, STATUSES, TRACE_STATE } from './otlp-enums.js';
import { readId, readParentId } from '../span-ids.js';
import type { Steps } from './steps.js';
import { readNanos } from '../unix-time.js';

/**
 * Spans of OTLP JSON, of any version and as it is found: ids in base64, enums by name, `batches` as Tempo says.
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export function* readOtlp(document: unknown, into: SpanCollector): Steps<void> {
  for (const group of asList(ownAny(document, 'resourceSpans', 'batches'))) {
    const budget = new ValueBudget();
    const resource = readKeyValues(own(own(group, 'resource'), 'attributes'), budget);
    const service = asText(resource.get('service.name')) || UNKNOWN_SERVICE;
    resource.delete('service.name');
    const scopes = asList(ownAny(group, 'scopeSpans', 'instrumentationLibrarySpans'));
    for (const scopeSpans of scopes) {
      const scope = ownAny(scopeSpans, 'scope', 'instrumentationLibrary');
      for (const span of asList(own(scopeSpans, 'spans'))) {
        if (isObject(span)) into.add(readSpan(span, scope, service, resource, budget.cut));
        else into.rejected++;
        yield;
      }
    }
  }
}

function readSpan(
  span: object,
  scope: unknown,
  service: string,
  resource: Map<string, unknown>,
  cutBefore: boolean,
): FoundSpan {
  const budget = new ValueBudget();
  const attributes = readKeyValues(own(span, 'attributes'), budget);
  const status = own(span, 'status');
  keep(attributes, SCOPE_NAME, own(scope, 'name'));
  keep(attributes, SCOPE_VERSION, own(scope, 'version'));
  keep(attributes, STATUS_DESCRIPTION, own(status, 'message'));
  keep(attributes, TRACE_STATE, own(span, 'traceState'));
  return {
    traceId: readId(own(span, 'traceId'), 16),
    spanId: readId(own(span, 'spanId'), 8),
    parentSpanId: readParentId(own(span, 'parentSpanId')),
    service,
    name: asText(own(span, 'name')),
    kind: readEnum(own(span, 'kind'), KINDS, 'internal'),
    // 0 is protobuf's way to say nothing.
    startNano: readNanos(own(span, 'startTimeUnixNano')) || null,
    endNano: readNanos(own(span, 'endTimeUnixNano')) || null,
    status: readEnum(own(status, 'code'), STATUSES, 'unset'),
    attributes,
    resource,
    events: asList(own(span, 'events')).map((event) => ({
      name: asText(own(event, 'name')),
      timeNano: readNanos(own(event, 'timeUnixNano')) || null,
      attributes: readKeyValues(own(event, 'attributes'), budget),
    })),
    links: asList(own(span, 'links')).map((link) => ({
      traceId: readId(own(link, 'traceId'), 16),
      spanId: readId(own(link, 'spanId'), 8),
      attributes: readKeyValues(own(link, 'attributes'), budget),
    })),
    flags: readFlags(own(span, 'flags')),
    cut: cutBefore || budget.cut,
  };
}

function keep(attributes: Map<string, unknown>, key: string, value: unknown): void {
  if (typeof value === 'string' && value !== '' && !attributes.has(key)) attributes.set(key, value);
}
