/**
 * The names of OpenTelemetry's severity numbers, the mildest first; each stands for four numbers.
 * @see https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber
 */
export const SEVERITIES = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What other logging systems say, mapped as OpenTelemetry's data model maps syslog, Zap, Log4j and others. */
const OTHER_NAMES: Readonly<Record<string, number>> = {
  VERBOSE: 1,
  INFORMATION: 9,
  INFORMATIONAL: 9,
  NOTICE: 10,
  WARNING: 13,
  ERR: 17,
  DPANIC: 18,
  CRIT: 18,
  CRITICAL: 18,
  ALERT: 19,
  SEVERE: 17,
  PANIC: 21,
  EMERG: 21,
  EMERGENCY: 21,
};

/** The severity number, 1 to 24, of a name in any case (`WARN`, `warning`, `ERROR3`) or of a severity number. */
export function severityNumber(level: unknown): number | undefined {
  if (typeof level === 'number') return Number.isInteger(level) && level >= 1 && level <= 24 ? level : undefined;
  if (typeof level !== 'string' || level.length > 16) return undefined;
  const name = level.toUpperCase();
  if (Object.hasOwn(OTHER_NAMES, name)) return OTHER_NAMES[name];
  const [, word = '', step = '1'] = /^([A-Z]+)([1-4])?$/.exec(name) ?? [];
  const index = SEVERITIES.findIndex((severity) => severity === word);
  return index < 0 ? undefined : index * 4 + Number(step);
}

/** The name of the four severity numbers that this one is among: 13 to 16 are WARN. */
export function severityName(number: number): Severity | undefined {
  return Number.isInteger(number) ? SEVERITIES[Math.floor((number - 1) / 4)] : undefined;
}
