import { asList, asText, fromPlain, isObject, own, ValueBudget } from '../../json/untrusted-json.js';
import { joinIds } from '../join-ids.js';
import { UNKNOWN_SERVICE, type FoundEvent, type FoundSpan, type SpanCollector } from '../parsed-span.js';
import { readId, readParentId } from '../../span-ids.js';
import type { Steps } from '../steps.js';
import { takeKind, takeStatus } from '../jaeger-tag-keys.js';
import { readMicros } from '../../unix-time.js';
import { LOCAL, readEndpoint, REMOTE } from './zipkin-endpoint.js';
import { joinPieces } from './zipkin-pieces.js';
import { partHalves, type ZipkinSpan } from './zipkin-shared-spans.js';
import { fromZipkinV1, isZipkinV1 } from './zipkin-v1.js';

/** Spans of Zipkin's versions 1 and 2, even in one file: a list of spans, or of such lists. */
export function* readZipkin(document: unknown, into: SpanCollector): Steps<void> {
  const spans: ZipkinSpan[] = [];
  for (const item of asList(document)) {
    for (const span of Array.isArray(item) ? asList(item) : [item]) {
      if (!isObject(span)) into.rejected++;
      else if (isZipkinV1(span)) for (const half of fromZipkinV1(span)) spans.push(readSpan(half));
      else spans.push(readSpan(span));
      yield;
    }
  }
  yield* joinIds(
    spans.map(({ span }) => span),
    true,
  );
  const whole = yield* joinPieces(spans);
  yield* partHalves(whole);
  for (const { span } of whole) into.add(span);
}

function readSpan(json: object): ZipkinSpan {
  const budget = new ValueBudget();
  const local = own(json, 'localEndpoint');
  const remote = own(json, 'remoteEndpoint');
  const resource = readEndpoint(local, LOCAL);
  const service = asText(own(local, 'serviceName')) || UNKNOWN_SERVICE;
  const attributes = readTags(own(json, 'tags'), budget);
  const peer = asText(own(remote, 'serviceName'));
  if (peer !== '' && !attributes.has('peer.service')) attributes.set('peer.service', peer);
  for (const [key, value] of readEndpoint(remote, REMOTE)) if (!attributes.has(key)) attributes.set(key, value);
  const kind = asText(own(json, 'kind'));
  if (kind !== '') attributes.set('span.kind', kind.toLowerCase());

  const startNano = readMicros(own(json, 'timestamp')) || null;
  const duration = readMicros(own(json, 'duration')) || null;
  const span: FoundSpan = {
    traceId: readId(own(json, 'traceId'), 16),
    spanId: readId(own(json, 'id'), 8),
    parentSpanId: readParentId(own(json, 'parentId')),
    service,
    name: asText(own(json, 'name')),
    kind: takeKind(attributes),
    startNano,
    endNano: startNano === null || duration === null ? null : startNano + duration,
    durationNano: duration,
    status: takeStatus(attributes),
    attributes,
    resource,
    events: asList(own(json, 'annotations')).map((annotation) => readAnnotation(annotation, budget)),
    links: [],
    cut: budget.cut,
  };
  const endpoint = [service, resource.get(LOCAL.address), resource.get(LOCAL.port)].join(' ');
  return { span, endpoint, shared: own(json, 'shared') === true };
}

function readTags(tags: unknown, budget: ValueBudget): Map<string, unknown> {
  const entries = isObject(tags) ? Object.entries(tags) : [];
  return new Map(entries.map(([key, value]) => [key, fromPlain(value, budget)]));
}

// OpenTelemetry's exporters write an event with attributes as `"name": {…}`.
function readAnnotation(annotation: unknown, budget: ValueBudget): FoundEvent {
  const timeNano = readMicros(own(annotation, 'timestamp')) || null;
  const text = asText(own(annotation, 'value'));
  if (text.startsWith('"') && text.endsWith('}')) {
    try {
      const [name = '', value] = Object.entries(JSON.parse(`{${text}}`) as object)[0] ?? [];
      const attributes = fromPlain(value, budget);
      if (attributes instanceof Map) return { name, timeNano, attributes };
    } catch {
      // It only looked like one.
    }
  }
  return { name: text, timeNano, attributes: new Map() };
}
