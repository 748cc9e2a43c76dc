import { isoTime } from '../iso-time.js';
import { isObject, type LogRecord } from '../log-record.js';
import { severityName } from '../severity.js';

/** The records that one JSON value holds: itself, the items of a list, or those of a batch or an export. None for a value that is no record. */
export function recordsIn(value: unknown): LogRecord[] | undefined {
  if (Array.isArray(value)) {
    const lists = value.map((item) => insightsRow(item) ?? recordsIn(item));
    const isLog = lists.every((list) => list !== undefined);
    return value.length > 0 && isLog ? lists.flat() : undefined;
  }
  if (!isObject(value)) return undefined;
  return otlpRecords(value) ?? exportedRecords(value) ?? [value];
}

/** @see https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/ */
function otlpRecords(value: LogRecord): LogRecord[] | undefined {
  if (!Array.isArray(value['resourceLogs'])) return undefined;
  return objects(value['resourceLogs']).flatMap((ofResource) => {
    const { resource } = ofResource;
    const shared = isObject(resource) ? attributes(resource['attributes']) : [];
    const scopes = [...objects(ofResource['scopeLogs']), ...objects(ofResource['instrumentationLibraryLogs'])];
    return scopes.flatMap((scope) => objects(scope['logRecords']).map((record) => otlpRecord(record, shared)));
  });
}

function otlpRecord(record: LogRecord, shared: readonly [string, unknown][]): LogRecord {
  const { timeUnixNano, observedTimeUnixNano, severityText, severityNumber, body, traceId, spanId } = record;
  const number = typeof severityNumber === 'number' ? severityNumber : undefined;
  const level = textOf(severityText) ?? (number && severityName(number));
  const fields: [string, unknown][] = [
    ['time', nanoTime(timeUnixNano) ?? nanoTime(observedTimeUnixNano)],
    ['level', level],
    ['severity_number', severityNumber],
    ['message', isObject(body) ? plainValue(body) : body],
    ['event_name', textOf(record['eventName'])],
    ['trace_id', textOf(traceId)],
    ['span_id', textOf(spanId)],
  ];
  const all = [...shared, ...attributes(record['attributes']), ...fields];
  return Object.fromEntries(all.filter(([, field]) => field !== undefined));
}

function attributes(list: unknown): [string, unknown][] {
  return objects(list).map(({ key, value }) => [String(key), plainValue(value)]);
}

/** @see https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/common/v1/common.proto */
function plainValue(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { stringValue, boolValue, intValue, doubleValue, bytesValue, arrayValue, kvlistValue } = value;
  if (isObject(arrayValue)) return objects(arrayValue['values']).map(plainValue);
  if (isObject(kvlistValue)) return Object.fromEntries(attributes(kvlistValue['values']));
  return stringValue ?? boolValue ?? integer(intValue) ?? doubleValue ?? bytesValue;
}

/** OTLP writes integers of 64 bits as text. */
function integer(value: unknown): unknown {
  if (typeof value !== 'string' || !/^-?\d{1,19}$/.test(value)) return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : BigInt(value);
}

/** Nanoseconds since 1970 as a time to the nanosecond, or to the millisecond where that is all. */
function nanoTime(value: unknown): string | undefined {
  if (!/^[1-9]\d{0,18}$/.test(String(value))) return undefined;
  const nanoseconds = BigInt(String(value));
  const whole = isoTime(Number(nanoseconds / 1_000_000n));
  const rest = String(nanoseconds % 1_000_000n).padStart(6, '0');
  return rest === '000000' ? whole : whole.replace('Z', `${rest}Z`);
}

/** CloudWatch, Google Cloud, Elasticsearch and Loki wrap what they export. */
function exportedRecords(value: LogRecord): LogRecord[] | undefined {
  for (const key of ['logEvents', 'events', 'entries']) {
    const list = value[key];
    if (Array.isArray(list) && list.length > 0 && list.every(isObject)) return list;
  }
  const { hits, data, results } = value;
  if (isObject(hits) && Array.isArray(hits['hits'])) {
    return objects(hits['hits']).flatMap((hit) => (isObject(hit['_source']) ? [hit['_source']] : []));
  }
  if (isObject(data) && data['resultType'] === 'streams') return objects(data['result']).flatMap(lokiRecords);
  if (Array.isArray(results) && results.every(Array.isArray)) return results.flatMap((row) => insightsRow(row) ?? []);
  return undefined;
}

function lokiRecords({ stream, values }: LogRecord): LogRecord[] {
  const labels = isObject(stream) ? stream : {};
  const lines = Array.isArray(values) ? values.filter(Array.isArray) : [];
  return lines.map(([time, line]: unknown[]) => ({ time: nanoTime(time), ...labels, message: line }));
}

/** A row of CloudWatch Logs Insights is a list of fields. */
function insightsRow(row: unknown): LogRecord[] | undefined {
  if (!Array.isArray(row) || row.length === 0) return undefined;
  const isRow = row.every((cell) => isObject(cell) && typeof cell['field'] === 'string' && 'value' in cell);
  return isRow ? [Object.fromEntries(objects(row).map(({ field, value }) => [String(field), value]))] : undefined;
}

function objects(list: unknown): LogRecord[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
