import { asList, asText, fromPlain, isObject, own, ValueBudget } from '../json/untrusted-json.js';
import { addAttribute } from './add-attribute.js';
import { KINDS, STATUS_DESCRIPTION, SCOPE_NAME, SCOPE_VERSION, STATUSES, TRACE_STATE } from './otlp-enums.js';
import { readEnum } from './otlp-values.js';
import { UNKNOWN_SERVICE, type FoundSpan, type SpanCollector } from './parsed-span.js';
import { readId, readParentId } from '../span-ids.js';
import type { Steps } from './steps.js';

/** Whether a value is a table of Grafana that has spans in its rows. */
export function isFrame(value: unknown): boolean {
  const names = fieldsOf(value).map((field) => own(field, 'name'));
  return names.includes('traceID') && names.includes('spanID');
}

/**
 * The rows of a data frame, as Grafana's inspector copies it and its query API answers: a field of values for each
 * property of a span, times in milliseconds.
 * @see https://grafana.com/docs/grafana/latest/explore/trace-integration/#data-api
 */
export function* readFrame(frame: unknown, into: SpanCollector): Steps<void> {
  const columns = columnsOf(frame);
  const count = Math.max(0, ...[...columns.values()].map(({ length }) => length));
  for (let row = 0; row < count; row++) {
    into.add(readRow((name) => columns.get(name)?.[row]));
    yield;
  }
}

function fieldsOf(frame: unknown): readonly unknown[] {
  return asList(own(frame, 'fields') ?? own(own(frame, 'schema'), 'fields'));
}

/** Values by the name of their field: within the field, or beside all fields. */
function columnsOf(frame: unknown): Map<string, readonly unknown[]> {
  const beside = asList(own(own(frame, 'data'), 'values'));
  return new Map(
    fieldsOf(frame).map((field, i) => {
      const values = own(field, 'values');
      // A vector of older versions has its values in a buffer.
      return [
        asText(own(field, 'name')),
        asList(Array.isArray(values) ? values : (own(values, 'buffer') ?? beside[i])),
      ];
    }),
  );
}

function readRow(cell: (name: string) => unknown): FoundSpan {
  const budget = new ValueBudget();
  const attributes = readTags(cell('tags'), budget);
  const keep = (key: string, value: unknown): void => {
    if (typeof value === 'string' && value !== '' && !attributes.has(key)) attributes.set(key, value);
  };
  keep(SCOPE_NAME, cell('instrumentationLibraryName'));
  keep(SCOPE_VERSION, cell('instrumentationLibraryVersion'));
  keep(STATUS_DESCRIPTION, cell('statusMessage'));
  keep(TRACE_STATE, cell('traceState'));
  const startNano = nanos(cell('startTime')) || null;
  const duration = nanos(cell('duration'));
  return {
    traceId: readId(cell('traceID'), 16),
    spanId: readId(cell('spanID'), 8),
    parentSpanId: readParentId(cell('parentSpanID')),
    service: asText(cell('serviceName')) || UNKNOWN_SERVICE,
    name: asText(cell('operationName')),
    kind: readEnum(cell('kind'), KINDS, 'internal'),
    startNano,
    endNano: startNano === null || duration === null ? null : startNano + duration,
    status: readEnum(cell('statusCode'), STATUSES, 'unset'),
    attributes,
    resource: withoutService(readTags(cell('serviceTags'), budget)),
    events: listOf(cell('logs')).map((log) => ({
      name: asText(own(log, 'name')),
      timeNano: nanos(own(log, 'timestamp')) || null,
      attributes: readTags(own(log, 'fields'), budget),
    })),
    links: listOf(cell('references') ?? cell('links')).map((link) => ({
      traceId: readId(own(link, 'traceID'), 16),
      spanId: readId(own(link, 'spanID'), 8),
      attributes: readTags(own(link, 'tags'), budget),
    })),
    cut: budget.cut,
  };
}

function readTags(value: unknown, budget: ValueBudget): Map<string, unknown> {
  const attributes = new Map<string, unknown>();
  const repeated = new Set<string>();
  for (const tag of listOf(value)) {
    const key = own(tag, 'key');
    if (typeof key === 'string') addAttribute(attributes, repeated, key, fromPlain(own(tag, 'value'), budget));
  }
  return attributes;
}

function withoutService(resource: Map<string, unknown>): Map<string, unknown> {
  resource.delete('service.name');
  return resource;
}

/** The query API gives lists as text. */
function listOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'string') return asList(value);
  try {
    return asList(JSON.parse(value)).filter(isObject);
  } catch {
    return [];
  }
}

/** Whole nanoseconds from milliseconds, whose fraction has no more than three digits that are true. */
function nanos(ms: unknown): bigint | null {
  if (typeof ms !== 'number' || !(ms >= 0) || ms > 1e15) return null;
  const micros = Math.round((ms % 1) * 1000);
  return BigInt(Math.trunc(ms)) * 1_000_000n + BigInt(micros) * 1000n;
}
