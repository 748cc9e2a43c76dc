import { addAttribute } from './add-attribute.js';
import { decodeBase64 } from './base64.js';
import { asList, asText, fromPlain, isObject, own, ownAny, ValueBudget } from '../json/untrusted-json.js';
import { UNKNOWN_SERVICE, type FoundEvent, type FoundSpan, type SpanCollector } from './parsed-span.js';
import { withoutZeros } from './join-ids.js';
import { readFlags, readInteger } from './otlp-values.js';
import { readId } from '../span-ids.js';
import type { Steps } from './steps.js';
import { takeKind, takeStatus } from './jaeger-tag-keys.js';
import { CHILD_OF, FOLLOWS_FROM, REFERENCE_TYPE, type SpanLink } from '../trace.js';
import { readMicros } from '../unix-time.js';

interface Process {
  service: string;
  resource: Map<string, unknown>;
}

/** Spans of a trace in Jaeger's JSON. Spans from Elasticsearch have no trace around them, and their process inside. */
export function* readJaeger(trace: unknown, into: SpanCollector): Steps<void> {
  const processes = readProcesses(own(trace, 'processes'));
  const traceId = readId(own(trace, 'traceID'), 16);
  const spans = asList(own(trace, 'spans'));
  const known = new Set<string>();
  for (const span of spans) {
    known.add(withoutZeros(readId(own(span, 'spanID'), 8)));
    yield;
  }
  for (const span of spans) {
    if (isObject(span)) into.add(readSpan(span, traceId, processes, known));
    else into.rejected++;
    yield;
  }
}

function readProcesses(processes: unknown): Map<string, Process> {
  const found = isObject(processes) ? Object.entries(processes) : [];
  return new Map(found.map(([id, process]) => [id, readProcess(process)]));
}

function readProcess(process: unknown): Process {
  return {
    service: asText(own(process, 'serviceName')) || UNKNOWN_SERVICE,
    resource: readTags(own(process, 'tags'), new ValueBudget()),
  };
}

function readSpan(
  span: object,
  enclosing: string,
  processes: ReadonlyMap<string, Process>,
  known: ReadonlySet<string>,
): FoundSpan {
  const budget = new ValueBudget();
  const traceId = readId(own(span, 'traceID'), 16) || enclosing;
  // Spans in Elasticsearch carry their process with them.
  const process = processes.get(asText(own(span, 'processID'))) ?? readProcess(own(span, 'process'));
  const attributes = readTags(own(span, 'tags'), budget);
  const references = readReferences(span, traceId, known);
  if (references.followsFrom) attributes.set(REFERENCE_TYPE, FOLLOWS_FROM);
  // A time of 0 is one that nobody has set; a duration of 0 is one below a microsecond.
  const startNano = readMicros(own(span, 'startTime')) || null;
  const duration = readMicros(own(span, 'duration'));
  return {
    traceId,
    spanId: readId(own(span, 'spanID'), 8),
    parentSpanId: references.parent,
    ...process,
    name: asText(own(span, 'operationName')),
    kind: takeKind(attributes),
    startNano,
    endNano: startNano === null || duration === null ? null : startNano + duration,
    status: takeStatus(attributes),
    attributes,
    events: asList(own(span, 'logs')).map((log) => readLog(log, budget)),
    links: references.links,
    flags: readFlags(own(span, 'flags')),
    cut: budget.cut,
  };
}

/**
 * The parent is the first CHILD_OF in the same trace, or else the first FOLLOWS_FROM; one whose span is not in the file
 * is so only if no other is there. The rest are links.
 */
function readReferences(
  span: object,
  traceId: string,
  known: ReadonlySet<string>,
): { parent: string | null; followsFrom: boolean; links: SpanLink[] } {
  const references = asList(own(span, 'references')).map((reference) => ({
    childOf: own(reference, 'refType') !== 'FOLLOWS_FROM',
    traceId: readId(own(reference, 'traceID'), 16) || traceId,
    spanId: readId(own(reference, 'spanID'), 8),
  }));
  const sameTrace = withoutZeros(traceId);
  const near = references.filter(
    (reference) => withoutZeros(reference.traceId) === sameTrace && reference.spanId !== '',
  );
  const itself = withoutZeros(readId(own(span, 'spanID'), 8));
  const present = near.filter(({ spanId }) => withoutZeros(spanId) !== itself && known.has(withoutZeros(spanId)));
  const candidates = present.length > 0 ? present : near;
  const parent = candidates.find(({ childOf }) => childOf) ?? candidates[0];
  return {
    parent: parent?.spanId ?? (readId(own(span, 'parentSpanID'), 8) || null),
    followsFrom: parent?.childOf === false,
    links: references
      .filter((reference) => reference !== parent && reference.spanId !== '')
      .map(({ childOf, ...link }) => ({
        ...link,
        attributes: new Map<string, unknown>(childOf ? [[REFERENCE_TYPE, CHILD_OF]] : []),
      })),
  };
}

function readLog(log: unknown, budget: ValueBudget): FoundEvent {
  const attributes = readTags(own(log, 'fields'), budget);
  const name = attributes.get('event');
  if (typeof name === 'string') attributes.delete('event');
  return { name: asText(name), timeNano: readMicros(own(log, 'timestamp')) || null, attributes };
}

function readTags(tags: unknown, budget: ValueBudget): Map<string, unknown> {
  const attributes = new Map<string, unknown>();
  const repeated = new Set<string>();
  for (const tag of asList(tags)) {
    const key = own(tag, 'key');
    if (typeof key === 'string') addAttribute(attributes, repeated, key, readTag(tag, budget));
  }
  return attributes;
}

function readTag(tag: unknown, budget: ValueBudget): unknown {
  const value = ownAny(tag, 'value');
  const type = own(tag, 'type');
  if (type === 'int64') return readInteger(value);
  if (type === 'binary' && typeof value === 'string') return decodeBase64(value) ?? value;
  if (type === 'float64' && typeof value === 'string') return Number(value);
  return fromPlain(value, budget);
}
