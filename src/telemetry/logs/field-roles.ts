/** What a field is for, in a log of any family. */
export type FieldRole = 'time' | 'level' | 'service' | 'message' | 'traceId' | 'spanId';

/** The names under which loggers write it, the most telling first; a dot is also a path into an object. */
export const ROLE_FIELDS: Readonly<Record<FieldRole, readonly string[]>> = {
  time: [
    'time',
    'timestamp',
    '@timestamp',
    'ts',
    '@t',
    't',
    '__REALTIME_TIMESTAMP',
    '_SOURCE_REALTIME_TIMESTAMP',
    'eventTime',
    'datetime',
    'asctime',
    'instant.epochSecond',
    'timeMillis',
    'receiveTimestamp',
  ],
  level: [
    'level',
    'severity',
    'severity_text',
    'severityText',
    'log.level',
    '@l',
    'lvl',
    'levelname',
    'loglevel',
    'log_level',
    'logLevel',
    'PRIORITY',
    'severity_number',
    'severityNumber',
  ],
  service: [
    'service',
    'service.name',
    'resource.service.name',
    'service_name',
    'serviceName',
    'app',
    'application',
    'Application',
    'SYSLOG_IDENTIFIER',
    '_SYSTEMD_UNIT',
    'container_name',
  ],
  message: [
    'message',
    'msg',
    'body',
    '@m',
    '@mt',
    'MESSAGE',
    'short_message',
    'log',
    'textPayload',
    'jsonPayload.message',
    'fields.message',
  ],
  traceId: [
    'trace_id',
    'traceId',
    'traceID',
    'traceid',
    'trace.id',
    'dd.trace_id',
    'otelTraceID',
    '@tr',
    'logging.googleapis.com/trace',
  ],
  spanId: [
    'span_id',
    'spanId',
    'spanID',
    'spanid',
    'span.id',
    'dd.span_id',
    'otelSpanID',
    '@sp',
    'logging.googleapis.com/spanId',
  ],
};

/** The names that a query may ask for when the record has another of them. */
const ASKED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(ROLE_FIELDS).flatMap((names) => names.slice(0, 5).map((name) => [name, names] as const)),
);

/** The other names of what this field is for, the most telling first; none for a field that is for nothing known. */
export function otherNames(field: string): readonly string[] {
  return ASKED.get(field) ?? [];
}

const LEVELS = new Set(ROLE_FIELDS.level);

/** Whether a field is one that loggers write the severity into. */
export function isLevelField(field: string): boolean {
  return LEVELS.has(field);
}
