/**
 * The names of OpenTelemetry's severity numbers, the mildest first; each stands for four numbers.
 * @see https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber
 */
export const SEVERITIES = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What other logging systems say, mapped as OpenTelemetry's data model maps syslog, Zap, Log4j and others. */
const OTHER_NAMES: Readonly<Record<string, number>> = {
  VERBOSE: 1,
  SILLY: 1,
  FINEST: 1,
  ALL: 1,
  TRC: 1,
  TRCE: 1,
  VRB: 1,
  T: 1,
  V: 1,
  FINER: 5,
  DBG: 5,
  DBUG: 5,
  D: 5,
  FINE: 6,
  CONFIG: 7,
  HTTP: 8,
  INFORMATION: 9,
  INFORMATIONAL: 9,
  INF: 9,
  SUCCESS: 9,
  I: 9,
  NOTICE: 10,
  N: 10,
  WARNING: 13,
  WRN: 13,
  W: 13,
  ERR: 17,
  EROR: 17,
  FAIL: 17,
  SEVERE: 17,
  E: 17,
  DPANIC: 18,
  CRIT: 18,
  CRITICAL: 18,
  C: 18,
  ALERT: 19,
  A: 19,
  PANIC: 21,
  PNC: 21,
  EMERG: 21,
  EMERGENCY: 21,
  FTL: 21,
  F: 21,
};

/** What an OpenTelemetry field holds; any other number is of the scale that it can only be of. */
const OTEL_NUMBERS = new Set(['severity_number', 'severityNumber']);
/** The severities of syslog, 0 to 7, the worst first. */
const SYSLOG = [21, 19, 18, 17, 13, 10, 9, 5];

/** The severity number, 1 to 24, of a name in any case (`WARN`, `warning`, `ERROR3`, slog's `INFO+2`) or of a severity number. */
export function severityNumber(level: unknown): number | undefined {
  if (typeof level === 'number') return Number.isInteger(level) && level >= 1 && level <= 24 ? level : undefined;
  if (typeof level !== 'string' || level.length > 16) return undefined;
  const name = level.toUpperCase();
  if (Object.hasOwn(OTHER_NAMES, name)) return OTHER_NAMES[name];
  const [, word = '', step = '1', offset = '0'] = /^([A-Z]+)(?:([1-4])|([+-]\d{1,2}))?$/.exec(name) ?? [];
  const index = SEVERITIES.findIndex((severity) => severity === word);
  return index < 0 ? undefined : Math.min(24, Math.max(1, index * 4 + Number(step) + Number(offset)));
}

/**
 * The severity number of what a field of severities holds, by the scale of its logger: 10 to 60 of pino and bunyan, 0 to 7
 * of syslog (also as text), else 1 to 24 of OpenTelemetry; 1 to 24 alone where the name of the field says so.
 */
export function fieldSeverity(field: string, value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || OTEL_NUMBERS.has(field)) return severityNumber(number);
  if (number >= 0 && number < SYSLOG.length) return SYSLOG[number];
  if (number % 10 !== 0 && number <= 24) return severityNumber(number);
  return number >= 10 && number < 70 ? Math.floor(((number - 10) / 10) * 4) + 1 : undefined;
}

/** The name of the four severity numbers that this one is among: 13 to 16 are WARN. */
export function severityName(number: number): Severity | undefined {
  return Number.isInteger(number) ? SEVERITIES[Math.floor((number - 1) / 4)] : undefined;
}
